import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { sourcesOf } from './fault.js';
import { FAULTS } from './fault-list.js';

const FILE = new URL('out-of-reach.yaml', import.meta.url);
const outOfReach = z
  .array(z.strictObject({ id: z.string(), reason: z.string() }))
  .parse(parse(readFileSync(FILE, 'utf8')));

const seeded = new Set(FAULTS.flatMap(sourcesOf));
const unseeded = outOfReach.map(({ id }) => id);

/** How many real bugs were collected. */
const COLLECTED = 135;

describe('the real bugs', () => {
  it('have ids of one form', () => {
    expect([...seeded, ...unseeded].filter((id) => !/^W-\d{3}$/.test(id))).toEqual([]);
  });

  it('are each the source of a fault or out of reach, not both', () => {
    expect(unseeded.filter((id) => seeded.has(id))).toEqual([]);
    expect(seeded.size + unseeded.length).toBe(COLLECTED);
  });

  it('that are out of reach stand in the file once, each with a reason that is a sentence', () => {
    expect(unseeded.filter((id, place) => unseeded.indexOf(id) < place)).toEqual([]);
    expect(outOfReach.filter(({ reason }) => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
  });

  it('are named by a fault once at most', () => {
    const repeated = FAULTS.filter((fault) => {
      const sources = sourcesOf(fault);
      return new Set(sources).size < sources.length;
    });
    expect(repeated).toEqual([]);
  });
});
