import { describe, expect, test } from 'vitest';
import { partOf, shardOf } from './shard.js';

const things = Array.from({ length: 300 }, (_, index) => ({ id: `rfc2446/3.2.${index}-request/scenario` }));
const parts = (of: number) =>
  Array.from({ length: of }, (_, index) => partOf(things, { index: index + 1, of }));

describe('partOf', () => {
  test.each([1, 2, 3, 7])('%i parts are disjoint, together all, in order, and much alike in size', (of) => {
    const all = parts(of);
    expect(all.flat()).toHaveLength(things.length);
    expect(new Set(all.flat())).toEqual(new Set(things));
    for (const part of all) {
      expect(part).toEqual(things.filter((thing) => part.includes(thing)));
      expect(part.length).toBeGreaterThan(things.length / of / 2);
    }
  });

  test('a thing stays in its part when others come and go', () => {
    const part = { index: 2, of: 3 };
    const fewer = things.filter((_, index) => index % 2 === 0);
    expect(partOf(fewer, part)).toEqual(partOf(things, part).filter((thing) => fewer.includes(thing)));
  });

  test('does not depend on the machine or the run', () => {
    /** By `printf ID | sha256sum`: the first 16 digits of d alone are an odd number. */
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id }));
    expect([1, 2].map((index) => partOf(ids, { index, of: 2 }).map(({ id }) => id))).toEqual([
      ['a', 'b', 'c', 'e', 'f'],
      ['d'],
    ]);
  });
});

describe('shardOf', () => {
  const part = { index: 1, of: 2 };

  test('tells which part it is, and of what, in whatever order that stands', () => {
    expect(shardOf(things, part)).toMatchObject({ index: 1, of: 2, selected: 300 });
    expect(shardOf(things.toReversed(), part)).toEqual(shardOf(things, part));
  });

  test('of something else is another', () => {
    expect(shardOf(things.slice(1), part).digest).not.toBe(shardOf(things, part).digest);
  });
});
