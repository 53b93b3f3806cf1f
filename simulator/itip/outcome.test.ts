import { describe, expect, it } from 'vitest';
import { applied, type Decision, decideEach, isHeld, without } from './outcome.js';

/** Adds numbers below 10, holds 10, ignores others. */
function add(sum: number, part: number): Decision<number> {
  if (part < 10) return applied('rule', `plus ${part}`, sum + part);
  return without(part === 10 ? 'held' : 'ignored', 'rule', `not ${part}`);
}

describe('a message with several components', () => {
  it('is applied when one of them is, each upon the ones before it', () => {
    const decision = decideEach(1, [20, 2, 3], add);
    expect(decision).toMatchObject({ outcome: 'applied', effect: 6, reason: 'plus 2' });
    expect(decision.parts?.map(({ outcome }) => outcome)).toEqual(['ignored', 'applied', 'applied']);
  });

  it('is without effect when all are', () => {
    expect(decideEach(1, [20, 10], add)).toMatchObject({ outcome: 'ignored', reason: 'not 20' });
  });

  it('is decided on as its only one', () => {
    expect(decideEach(1, [2], add)).toEqual(add(1, 2));
  });

  it('must have one', () => {
    expect(() => decideEach(1, [], add)).toThrow(RangeError);
  });

  it('waits when one of them does', () => {
    expect(isHeld(decideEach(1, [2, 10], add))).toBe(true);
    expect(isHeld(decideEach(1, [10], add))).toBe(true);
    expect(isHeld(decideEach(1, [2, 20], add))).toBe(false);
  });
});
