import { beforeEach, describe, expect, it } from 'vitest';
import { Pace, Throttle } from './pace.js';
import { PausedClock } from './testing/paused-clock.js';

let clock: PausedClock;

beforeEach(() => {
  clock = new PausedClock();
});

/** When so many requests that all want to leave now do leave, in milliseconds from now. */
async function departures(pace: Pace, count: number): Promise<number[]> {
  const begin = clock.now();
  const turns = Array.from({ length: count }, async () => {
    await pace.turn();
    return clock.now() - begin;
  });
  return Promise.all(turns);
}

describe('a rate', () => {
  it('spaces requests evenly', async () => {
    const pace = new Pace({ requestsPerSecond: 4, burst: 1 }, clock);
    expect(await departures(pace, 4)).toEqual([0, 250, 500, 750]);
  });

  it('may be less than one in a second', async () => {
    const pace = new Pace({ requestsPerSecond: 0.5, burst: 1 }, clock);
    expect(await departures(pace, 3)).toEqual([0, 2_000, 4_000]);
  });

  it('lets some leave at once after a pause, and then holds', async () => {
    const pace = new Pace({ requestsPerSecond: 10, burst: 3 }, clock);
    expect(await departures(pace, 5)).toEqual([0, 0, 0, 100, 200]);
    clock.pass(10_000);
    expect(await departures(pace, 5)).toEqual([0, 0, 0, 100, 200]);
  });

  it('costs nothing where the server is slower', async () => {
    const pace = new Pace({ requestsPerSecond: 10, burst: 1 }, clock);
    for (let request = 0; request < 3; request += 1) {
      await pace.turn();
      clock.pass(400);
    }
    expect(clock.pauses).toEqual([]);
  });

  it('that there is none keeps nothing back, however busy this machine is', async () => {
    const throttle = new Throttle(new Pace(undefined));
    const turns = Array.from({ length: 50 }, () => throttle.turn());
    for (const began = performance.now(); performance.now() - began < 5; );
    await Promise.all(turns);
    expect(throttle.spentMs).toBe(0);
  });

  it('holds over all lanes, whose requests leave in the order in which they came', async () => {
    const pace = new Pace({ requestsPerSecond: 1, burst: 1 }, clock);
    const [one, two] = [new Throttle(pace), new Throttle(pace)];
    const left: string[] = [];
    const leaves = (name: string) => () => left.push(`${name} ${clock.now() - 1_000}`);
    await Promise.all([
      one.turn().then(leaves('one')),
      two.turn().then(leaves('two')),
      one.turn().then(leaves('one')),
    ]);
    expect(left).toEqual(['one 0', 'two 1000', 'one 2000']);
  });
});

describe('a pause that the server asks for', () => {
  it('holds what is waiting already, and the rate holds after it', async () => {
    const pace = new Pace({ requestsPerSecond: 10, burst: 1 }, clock);
    await pace.turn();
    const waiting = departures(pace, 3);
    pace.holdFor(5_000);
    expect(await waiting).toEqual([5_000, 5_100, 5_200]);
  });

  it('is not cut short by a shorter one', async () => {
    const pace = new Pace(undefined, clock);
    pace.holdFor(5_000);
    pace.holdFor(10);
    expect(await departures(pace, 2)).toEqual([5_000, 5_000]);
  });
});

describe('the time that it costs a lane', () => {
  it('is counted once, however many of its requests wait', async () => {
    const pace = new Pace({ requestsPerSecond: 1, burst: 1 }, clock);
    const [one, two] = [new Throttle(pace), new Throttle(pace)];
    await Promise.all([one.turn(), one.turn(), one.turn()]);
    expect([one.spentMs, two.spentMs]).toEqual([2_000, 0]);
  });

  it('leaves out what the server itself takes', async () => {
    const throttle = new Throttle(new Pace({ requestsPerSecond: 1, burst: 1 }, clock));
    await throttle.turn();
    clock.pass(600);
    await throttle.turn();
    clock.pass(5_000);
    expect(throttle.spentMs).toBe(400);
  });

  it('goes on while something waits', async () => {
    const throttle = new Throttle(new Pace(undefined, clock));
    throttle.holdFor(3_000);
    const turn = throttle.turn();
    clock.pass(100);
    expect(throttle.spentMs).toBe(100);
    await turn;
    expect(throttle.spentMs).toBeGreaterThanOrEqual(3_000);
  });
});
