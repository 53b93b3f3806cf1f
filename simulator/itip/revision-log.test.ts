import { describe, expect, it } from 'vitest';
import { RevisionLog } from './revision-log.js';

const revision = (sequence: number) => ({ sequence, dtstamp: '2030-01-07T09:00:00Z' });

/** Two texts of the same FNV-1a hash, found by trying. */
const COLLIDING = ['costarring', 'liquid'] as const;

describe('a log of revisions', () => {
  it('is empty at first', () => {
    expect(RevisionLog.EMPTY.isEmpty).toBe(true);
    expect(RevisionLog.EMPTY.get('bert')).toBeUndefined();
    expect([...RevisionLog.EMPTY]).toEqual([]);
  });

  it('never changes: adding makes another one', () => {
    const one = RevisionLog.EMPTY.with('bert', revision(1));
    const two = one.with('bert', revision(2)).with('carla', revision(3));
    expect(RevisionLog.EMPTY.isEmpty).toBe(true);
    expect(one.isEmpty).toBe(false);
    expect([one.get('bert'), one.get('carla')]).toEqual([revision(1), undefined]);
    expect([two.get('bert'), two.get('carla')]).toEqual([revision(2), revision(3)]);
  });

  it('keeps keys of the same hash apart', () => {
    const [one, other] = COLLIDING;
    const log = RevisionLog.EMPTY.with(one, revision(1)).with(other, revision(2));
    expect([log.get(one), log.get(other)]).toEqual([revision(1), revision(2)]);
    expect(log.with(one, revision(3)).get(other)).toEqual(revision(2));
    expect([...log]).toHaveLength(2);
  });

  it('keeps many', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `mailto:user${index}@example.com`);
    const log = keys.reduce((grown, key, index) => grown.with(key, revision(index)), RevisionLog.EMPTY);
    expect(keys.filter((key, index) => log.get(key)?.sequence !== index)).toEqual([]);
    expect(new Set([...log].map(([key]) => key)).size).toBe(5000);
    expect(log.get('mailto:user5000@example.com')).toBeUndefined();
  });

  it('has an order that depends on its keys alone', () => {
    const [one, other] = [
      ['a', 'b', 'c'],
      ['c', 'a', 'b'],
    ].map((keys) => keys.reduce((log, key) => log.with(key, revision(0)), RevisionLog.EMPTY));
    expect([...(one ?? [])]).toEqual([...(other ?? [])]);
  });
});
