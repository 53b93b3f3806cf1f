import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { UsageError } from '../targets/outcome-errors.js';
import { parseStrictYaml, readStrictYaml, type Suggest } from './strict-yaml.js';

const Server = z.strictObject({
  kind: z.literal('caldav'),
  url: z.string().min(1),
  users: z.record(z.string(), z.strictObject({ password: z.string() })).optional(),
});
const Mail = z.strictObject({ kind: z.literal('mail'), port: z.number() });
const File = z.strictObject({
  target: z.discriminatedUnion('kind', [Server, Mail]).optional(),
  either: z.union([z.string().min(1), z.strictObject({ file: z.string() })]).optional(),
  level: z.enum(['low', 'high']).optional(),
  list: z.array(z.strictObject({ name: z.string() })).optional(),
});

/** Suggests the first known word that begins alike. */
const sameStart: Suggest = (word, known) => known.find((each) => each[0] === word[0]);

function complaint(text: string): string {
  try {
    return `taken: ${JSON.stringify(parseStrictYaml(text, 'c.yaml', File, sameStart))}`;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

it('takes what fits', () => {
  const text = 'target: { kind: caldav, url: "http://127.0.0.1/" }\nlist: [{ name: a }]\nlevel: low';
  expect(parseStrictYaml(text, 'c.yaml', File)).toEqual({
    target: { kind: 'caldav', url: 'http://127.0.0.1/' },
    list: [{ name: 'a' }],
    level: 'low',
  });
});

describe('an unknown key', () => {
  const server = 'kind: caldav, url: u';

  test.each<[string, string]>([
    ['targt: {}', 'unknown key `targt` in c.yaml; did you mean `target`?'],
    [`target: { ${server}, ulr: v }`, 'unknown key `ulr` in c.yaml at target; did you mean `url`?'],
    [
      `target: { ${server}, users: { anna: { password: p, passwort: q } } }`,
      'unknown key `passwort` in c.yaml at target.users.anna; did you mean `password`?',
    ],
    [
      'list: [{ name: a }, { name: b, nme: c }]',
      'unknown key `nme` in c.yaml at list[1]; did you mean `name`?',
    ],
    [
      `target: { ${server}, port: 25 }`,
      'unknown key `port` in c.yaml at target; known keys: kind, url, users',
    ],
    ['either: { file: f, fil: g }', 'unknown key `fil` in c.yaml at either; did you mean `file`?'],
  ])('%s', (text, words) => {
    expect(complaint(text)).toBe(words);
  });

  it('is named with all that are known where nobody suggests one', () => {
    expect(() => parseStrictYaml('lst: []', 'c.yaml', File)).toThrow(
      'unknown key `lst` in c.yaml; known keys: target, either, level, list',
    );
  });

  it('is named where none is known', () => {
    expect(() => parseStrictYaml('lst: []', 'c.yaml', z.strictObject({}))).toThrow(
      /^unknown key `lst` in c\.yaml$/,
    );
  });

  it('is named beside every other', () => {
    expect(complaint('targt: {}\nleval: low').split('\n')).toEqual([
      'unknown key `targt` in c.yaml; did you mean `target`?',
      'unknown key `leval` in c.yaml; did you mean `level`?',
    ]);
  });
});

describe('what is missing or wrong', () => {
  test.each<[string, string]>([
    ['target: { kind: caldav }', 'missing key `url` in c.yaml at target'],
    ['target: { url: u }', 'missing key `kind` in c.yaml at target'],
    ['list: [{}]', 'missing key `name` in c.yaml at list[0]'],
    ['either: {}', 'missing key `file` in c.yaml at either'],
    ['level: medium', 'wrong value in c.yaml at level: expected one of "low"|"high"'],
    ['level:', 'wrong value in c.yaml at level: expected one of "low"|"high"'],
    [
      'target: { kind: mail, port: x }',
      'wrong value in c.yaml at target.port: expected number, received string',
    ],
    ['list: 3', 'wrong value in c.yaml at list: expected array, received number'],
    ['', 'wrong value in c.yaml: expected object, received null'],
    [
      'either: 3',
      'wrong value in c.yaml at either: expected string, received number, or expected object, received number',
    ],
  ])('%s', (text, words) => {
    expect(complaint(text)).toBe(words);
  });

  it('names the kinds that there are', () => {
    expect(complaint('target: { kind: dav }')).toMatch(
      /^wrong value in c\.yaml at target\.kind: .*caldav.*mail/,
    );
  });

  it('asks for no type where only the length is wrong', () => {
    expect(complaint('either: ""')).toMatch(/^wrong value in c\.yaml at either: Too small/);
  });
});

describe('text that is no YAML', () => {
  test.each([
    ['a list that never ends', 'list: ['],
    ['a key twice', 'level: low\nlevel: high'],
    ['two documents', 'level: low\n---\nlevel: high'],
    ['an alias of nothing', 'level: *low'],
  ])('%s', (_what, text) => {
    expect(complaint(text)).toMatch(/^c\.yaml is not valid YAML: ./);
  });

  it('is refused before its aliases fill the memory', () => {
    const line = (name: string, of: string) => `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]`;
    const bomb = ['a: &a x', line('b', 'a'), line('c', 'b'), line('d', 'c'), line('e', 'd')].join('\n');
    expect(complaint(bomb)).toMatch(/^c\.yaml is not valid YAML: .*alias/);
  });
});

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'itip-yaml-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read', () => {
    const path = join(folder, 'c.yaml');
    writeFileSync(path, 'level: high');
    expect(readStrictYaml(path, File)).toEqual({ level: 'high' });
  });

  it('that is missing or cannot be read is named', () => {
    const path = join(folder, 'none.yaml');
    expect(() => readStrictYaml(path, File)).toThrow(new UsageError(`${path} does not exist`));
    expect(() => readStrictYaml(folder, File)).toThrow(`${folder} cannot be read: `);
  });
});
