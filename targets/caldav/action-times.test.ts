import { describe, expect, it } from 'vitest';
import type { Intent } from '../target.js';
import { ActionTimes, nextSecond } from './action-times.js';

const UID = 'review@example.com';
const action = (kind: Intent['kind'], actor: string, uid = UID) => ({ kind, actor, uid });

it.each([
  [true, 5_300, 6_000],
  [true, 5_000, 6_000],
  [true, 5_999, 6_000],
  [false, 5_300, 6_300],
])('the next second, on the same clock %s, after %i is %i', (sharesClock, moment, next) => {
  expect(nextSecond(moment, sharesClock)).toBe(next);
});

/** How long an action waits, in milliseconds. */
async function waited(times: ActionTimes, next: ReturnType<typeof action>): Promise<number> {
  const began = performance.now();
  await times.secondAfterLast(next);
  return performance.now() - began;
}

const secondOf = (moment: number) => Math.floor(moment / 1000);

describe('time passes', () => {
  it('until the clock of this machine ticks, where the server has the same', async () => {
    const times = new ActionTimes(true);
    const noted = Date.now();
    times.note(action('invite', 'anna'));
    const left = 1000 - (noted % 1000);
    expect(await waited(times, action('update', 'anna'))).toBeGreaterThan(left - 20);
    expect(secondOf(Date.now())).toBeGreaterThan(secondOf(noted));
  });

  it('for a whole second elsewhere', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    expect(await waited(times, action('update', 'anna'))).toBeGreaterThanOrEqual(980);
  });

  it('with what is to be done meanwhile, and no longer for it', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    let done = 0;
    const meanwhile = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done += 1;
      return true;
    };
    const began = performance.now();
    await times.secondAfterLast(action('update', 'anna'), meanwhile);
    expect(performance.now() - began).toBeGreaterThanOrEqual(980);
    expect(done).toBeGreaterThan(1);
    const before = done;
    await times.secondAfterLast(action('invite', 'bert', 'other'), meanwhile);
    expect(done).toBe(before);
  });

  it('between two answers of one Attendee, but not before the first', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    expect(await waited(times, action('accept', 'bert'))).toBeLessThan(500);
    times.note(action('accept', 'bert'));
    expect(await waited(times, action('accept', 'carla'))).toBeLessThan(500);
    expect(await waited(times, action('decline', 'bert'))).toBeGreaterThan(500);
  });

  it('between an answer and what the Organizer does after it', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    await times.secondAfterLast(action('update', 'anna'));
    times.note(action('accept', 'bert'));
    expect(await waited(times, action('update', 'anna'))).toBeGreaterThan(500);
  });

  it('not between actions about different events', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    expect(await waited(times, action('update', 'anna', 'other'))).toBeLessThan(500);
    expect([...times.uids]).toEqual([UID]);
  });
});
