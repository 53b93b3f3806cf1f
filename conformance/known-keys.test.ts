import { expect, it } from 'vitest';
import { z } from 'zod';
import { keysAt } from './known-keys.js';

const Caldav = z.strictObject({ kind: z.literal('caldav'), url: z.string(), users: z.string().optional() });
const Mail = z.strictObject({ kind: z.literal('mail'), smtp: z.strictObject({ port: z.number() }) });
const File = z.strictObject({
  target: z.discriminatedUnion('kind', [Caldav, Mail]),
  named: z.record(z.string(), z.union([z.string(), Caldav])),
  list: z.array(z.strictObject({ one: z.number(), two: z.number().default(2) })),
  perhaps: z.strictObject({ here: z.boolean() }).nullable().optional(),
});

it('knows the keys of the whole, also those that may be left out', () => {
  expect(keysAt(File, [], {})).toEqual(['target', 'named', 'list', 'perhaps']);
});

it('knows the keys in a list, behind an optional key and under a free name', () => {
  expect(keysAt(File, ['list', 3], {})).toEqual(['one', 'two']);
  expect(keysAt(File, ['perhaps'], {})).toEqual(['here']);
  expect(keysAt(File, ['named', 'mine'], { named: { mine: { kind: 'caldav' } } })).toEqual([
    'kind',
    'url',
    'users',
  ]);
});

it('knows only those of the alternative that the value is', () => {
  const keys = (kind: string) => keysAt(File, ['target'], { target: { kind } });
  expect(keys('caldav')).toEqual(['kind', 'url', 'users']);
  expect(keys('mail')).toEqual(['kind', 'smtp']);
  expect(keys('none')).toEqual([]);
  expect(keysAt(File, ['target', 'smtp'], { target: { kind: 'mail' } })).toEqual(['port']);
  expect(keysAt(File, ['target', 'smtp'], { target: { kind: 'caldav' } })).toEqual([]);
});

it('knows none where there is no object', () => {
  expect(keysAt(File, ['nowhere'], {})).toEqual([]);
  expect(keysAt(File, ['list', 0, 'one'], { list: [{ one: 1 }] })).toEqual([]);
});
