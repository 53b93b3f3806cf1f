import { describe, expect, it } from 'vitest';
import { createClock } from './clock.js';

describe('a clock', () => {
  it('stands still until it is moved, and counts seconds', () => {
    const clock = createClock('2030-12-31T23:59:30Z');
    expect([clock.now(), clock.now()]).toEqual(['2030-12-31T23:59:30Z', '2030-12-31T23:59:30Z']);
    clock.advance(0);
    expect(clock.now()).toBe('2030-12-31T23:59:30Z');
    clock.advance(45);
    expect(clock.now()).toBe('2031-01-01T00:00:15Z');
  });

  it('is its own: another one does not move with it', () => {
    const [one, other] = [createClock('2030-01-07T09:00:00Z'), createClock('2030-01-07T09:00:00Z')];
    one.advance(60);
    expect(other.now()).toBe('2030-01-07T09:00:00Z');
  });

  it.each([-1, Number.NaN, Number.NEGATIVE_INFINITY])('does not move by %s seconds', (seconds) => {
    const clock = createClock('2030-01-07T09:00:00Z');
    expect(() => clock.advance(seconds)).toThrow(RangeError);
    expect(clock.now()).toBe('2030-01-07T09:00:00Z');
  });

  it.each(['', 'Monday', '2030-13-07T09:00:00Z'])('does not start at "%s"', (start) => {
    expect(() => createClock(start)).toThrow(RangeError);
  });
});
