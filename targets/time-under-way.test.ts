import { describe, expect, it } from 'vitest';
import { TimeUnderWay } from './time-under-way.js';

let now = 0;

/** Work that lasts until it is told to end. */
function work(time: TimeUnderWay) {
  let end: () => void = () => {};
  let fail: (error: Error) => void = () => {};
  const done = time.during(
    () =>
      new Promise<void>((resolve, reject) => {
        end = resolve;
        fail = reject;
      }),
  );
  return { done, end: () => end(), fail: () => fail(new Error('broken')) };
}

describe('time under way', () => {
  it('counts what overlaps once, and what lies between not at all', async () => {
    const time = new TimeUnderWay(() => now);
    const one = work(time);
    now += 10;
    const other = work(time);
    now += 20;
    one.end();
    await one.done;
    now += 5;
    expect(time.spentMs).toBe(35);
    other.end();
    await other.done;
    now += 1000;
    expect(time.spentMs).toBe(35);
    const third = work(time);
    now += 7;
    third.end();
    await third.done;
    expect(time.spentMs).toBe(42);
  });

  it('of several is that of at least one of them', async () => {
    const whole = new TimeUnderWay(() => now);
    const lanes = [0, 1].map(() => new TimeUnderWay(() => now, whole));
    const [one, other] = lanes.map(work);
    now += 10;
    one?.end();
    await one?.done;
    now += 5;
    other?.end();
    await other?.done;
    now += 100;
    expect([...lanes, whole].map(({ spentMs }) => spentMs)).toEqual([10, 15, 15]);
  });

  it('ends with work that fails', async () => {
    const time = new TimeUnderWay(() => now);
    const failing = work(time);
    now += 3;
    failing.fail();
    await expect(failing.done).rejects.toThrow('broken');
    now += 100;
    expect(time.spentMs).toBe(3);
  });
});
