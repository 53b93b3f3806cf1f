import { vi } from 'vitest';

/**
 * Timers that let time pass at once, and a clock on which nothing else does. A test takes them by
 * `vi.mock('node:timers/promises', async () => (await import('…/paused-timers.js')).timers)`.
 */

/** Milliseconds. */
export const clock = { now: 0 };

export const timers = {
  setTimeout: (length: number) => {
    clock.now += length;
    return Promise.resolve();
  },
};

/** From now on `performance` and `Date` show this clock, which begins there. */
export function startClock(now = 0): void {
  clock.now = now;
  vi.spyOn(performance, 'now').mockImplementation(() => clock.now);
  vi.spyOn(Date, 'now').mockImplementation(() => Math.floor(clock.now));
}
