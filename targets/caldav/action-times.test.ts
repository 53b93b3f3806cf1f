import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intent } from '../target.js';
import { clock, startClock } from '../testing/paused-timers.js';
import { ActionTimes, nextSecond } from './action-times.js';

const UID = 'review@example.com';
const action = (kind: Intent['kind'], actor: string, uid = UID) => ({ kind, actor, uid });

vi.mock('node:timers/promises', async () => (await import('../testing/paused-timers.js')).timers);

beforeEach(() => startClock(1_700_000_000_250));

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
  const began = clock.now;
  await times.secondAfterLast(next);
  return clock.now - began;
}

describe('time passes', () => {
  it('until the clock of this machine ticks, where the server has the same', async () => {
    const times = new ActionTimes(true);
    times.note(action('invite', 'anna'));
    expect(await waited(times, action('update', 'anna'))).toBe(750);
  });

  it('for a whole second elsewhere, less what has passed already', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    clock.now += 300;
    expect(await waited(times, action('update', 'anna'))).toBe(700);
  });

  it('until it has, on a clock that is set back meanwhile', async () => {
    const times = new ActionTimes(true);
    times.note(action('invite', 'anna'));
    const { now } = clock;
    vi.spyOn(Date, 'now').mockImplementation(() => (clock.now < now + 100 ? clock.now : clock.now - 40));
    expect(await waited(times, action('update', 'anna'))).toBe(790);
  });

  it('no longer than a second on a clock that is set back by hours', async () => {
    const times = new ActionTimes(true);
    times.note(action('invite', 'anna'));
    const { now } = clock;
    vi.spyOn(Date, 'now').mockImplementation(() =>
      clock.now < now + 100 ? clock.now : clock.now - 7_200_000,
    );
    expect(await waited(times, action('update', 'anna'))).toBe(750);
  });

  it('with what is to be done meanwhile, and no longer for it', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    let done = 0;
    const meanwhile = () => {
      done += 1;
      clock.now += 100;
      return Promise.resolve(true);
    };
    const began = clock.now;
    await times.secondAfterLast(action('update', 'anna'), meanwhile);
    expect([clock.now - began, done]).toEqual([1_000, 10]);
    await times.secondAfterLast(action('invite', 'bert', 'other'), meanwhile);
    expect(done).toBe(10);
  });

  it('between two answers of one Attendee, but not before the first', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    expect(await waited(times, action('accept', 'bert'))).toBe(0);
    times.note(action('accept', 'bert'));
    expect(await waited(times, action('accept', 'carla'))).toBe(0);
    expect(await waited(times, action('decline', 'bert'))).toBe(1_000);
  });

  it('between an answer and what the Organizer does after it', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    clock.now += 5_000;
    times.note(action('accept', 'bert'));
    expect(await waited(times, action('update', 'anna'))).toBe(1_000);
  });

  it('not between actions about different events', async () => {
    const times = new ActionTimes(false);
    times.note(action('invite', 'anna'));
    expect(await waited(times, action('update', 'anna', 'other'))).toBe(0);
    expect([...times.uids]).toEqual([UID]);
  });
});
