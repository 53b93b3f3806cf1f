import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Polled, type PollOptions, poll } from './poll.js';
import { clock, startClock } from './testing/paused-timers.js';

vi.mock('node:timers/promises', async () => (await import('./testing/paused-timers.js')).timers);

beforeEach(() => startClock());

/** Polls until that many looks were enough; says when each took place. */
async function polled(
  enough: number,
  options: PollOptions,
): Promise<{ result: Polled<number>; times: number[] }> {
  const times: number[] = [];
  const look = () => {
    times.push(clock.now);
    return Promise.resolve(times.length);
  };
  return { result: await poll(look, (looks) => looks >= enough, options), times };
}

const NEVER = Number.POSITIVE_INFINITY;

describe('looks', () => {
  it('once when that was enough, without waiting', async () => {
    expect(await polled(1, { deadlineMs: 1_000 })).toEqual({
      result: { seen: 1, met: true, waitedMs: 0 },
      times: [0],
    });
  });

  it('with growing pauses of at most half a second', async () => {
    const { result, times } = await polled(9, { deadlineMs: 10_000 });
    expect(times).toEqual([0, 20, 60, 140, 300, 620, 1_120, 1_620, 2_120]);
    expect(result).toEqual({ seen: 9, met: true, waitedMs: 2_120 });
  });

  it('a last time at the deadline, and says that it was not met', async () => {
    const { result, times } = await polled(NEVER, { deadlineMs: 100 });
    expect(times).toEqual([0, 20, 60, 100]);
    expect(result).toEqual({ seen: 4, met: false, waitedMs: 100 });
  });

  it.each([0, -5])('once when there is no time: %i ms', async (deadlineMs) => {
    expect(await polled(NEVER, { deadlineMs })).toEqual({
      result: { seen: 1, met: false, waitedMs: 0 },
      times: [0],
    });
  });

  it('no more once it is called off', async () => {
    const { result } = await polled(NEVER, { deadlineMs: 10_000, aborted: () => clock.now >= 60 });
    expect(result).toEqual({ seen: 3, met: false, waitedMs: 60 });
  });
});

it('does not lose the time for which looks were kept back', async () => {
  let throttled = 5_000;
  const times: number[] = [];
  const look = () => {
    throttled += 400;
    clock.now += 400;
    times.push(clock.now);
    return Promise.resolve(times.length);
  };
  const result = await poll(look, () => false, { deadlineMs: 100, throttledMs: () => throttled });
  expect(times).toEqual([400, 820, 1_260, 1_700]);
  expect(result).toEqual({ seen: 4, met: false, waitedMs: 100 });
});

it('passes on what goes wrong in a look', async () => {
  const down = () => Promise.reject(new Error('down'));
  await expect(poll(down, () => true, { deadlineMs: 1_000 })).rejects.toThrow('down');
});

it('makes use of the time between looks, and waits only for what is left of it', async () => {
  let chores = 3;
  const meanwhile = () => {
    if (chores === 0) return Promise.resolve(false);
    chores -= 1;
    clock.now += 15;
    return Promise.resolve(true);
  };
  const times: number[] = [];
  const look = () => Promise.resolve(times.push(clock.now));
  await poll(look, (count) => count === 4, { deadlineMs: 1_000, meanwhile });
  expect(times).toEqual([0, 30, 70, 150]);
});
