import { beforeEach, describe, expect, it, vi } from 'vitest';
import { performOn } from './lanes.js';
import { perform } from './perform.js';
import type { RunLane } from './run-lane.js';
import type { Scenario } from './suite.js';
import { suiteScenario } from './testing/sample-suite.js';

vi.mock('./perform.js');

const SCENARIOS = Array.from({ length: 24 }, (_, index) => suiteScenario(`s${index}`));

interface FakeLane extends Pick<RunLane, 'aborted'> {
  readonly name: string;
}

function lane(name: string, aborted = (): boolean => false): RunLane {
  const fake: FakeLane = { name, aborted };
  return fake as unknown as RunLane;
}

/** What was played by which lane, in portions, in the order of beginning. */
let portions: (readonly [string, readonly string[]])[] = [];
let underWay = 0;
let most = 0;

async function pretend(scenarios: readonly Scenario[], on: RunLane): Promise<void> {
  portions.push([(on as unknown as FakeLane).name, scenarios.map(({ id }) => id)]);
  underWay += 1;
  most = Math.max(most, underWay);
  for (const _ of scenarios) await Promise.resolve();
  underWay -= 1;
}

beforeEach(() => {
  portions = [];
  underWay = 0;
  most = 0;
  vi.mocked(perform).mockImplementation(pretend);
});

describe('performOn', () => {
  it('plays everything in one pass on one lane', async () => {
    await performOn([lane('a')], SCENARIOS);
    expect(portions).toEqual([['a', SCENARIOS.map(({ id }) => id)]]);
  });

  it('plays each scenario once on several, at the same time, in portions that become smaller', async () => {
    await performOn([lane('a'), lane('b'), lane('c')], SCENARIOS);
    expect(portions.flatMap(([, ids]) => ids)).toEqual(SCENARIOS.map(({ id }) => id));
    expect(new Set(portions.map(([name]) => name))).toEqual(new Set(['a', 'b', 'c']));
    expect(most).toBe(3);
    const sizes = portions.map(([, ids]) => ids.length);
    expect([sizes[0], sizes.at(-1)]).toEqual([2, 1]);
  });

  it('gives a lane that stumbles over something long no more than others can take', async () => {
    let release = (): void => {};
    const long = new Promise<void>((resolve) => {
      release = resolve;
    });
    vi.mocked(perform).mockImplementation(async (scenarios, on) => {
      await pretend(scenarios, on);
      if (scenarios.some(({ id }) => id.endsWith('s0'))) await long;
    });
    const all = performOn([lane('a'), lane('b')], SCENARIOS);
    await expect.poll(() => portions.flatMap(([, ids]) => ids)).toHaveLength(SCENARIOS.length);
    expect(portions.filter(([name]) => name === 'a')).toHaveLength(1);
    release();
    await all;
  });

  it('takes nothing more on a lane that is called off', async () => {
    let calledOff = false;
    vi.mocked(perform).mockImplementation(async (scenarios, on) => {
      await pretend(scenarios, on);
      calledOff = true;
    });
    const aborted = (): boolean => calledOff;
    await performOn([lane('a', aborted), lane('b', aborted)], SCENARIOS);
    expect(portions).toHaveLength(2);
  });

  it('tells an error when the other lanes have come to rest, and takes nothing more', async () => {
    let rested = false;
    vi.mocked(perform).mockImplementation(async (scenarios, on) => {
      await pretend(scenarios, on);
      if ((on as unknown as FakeLane).name === 'a') throw new Error('Cucumber complains');
      await new Promise((soon) => setTimeout(soon, 20));
      rested = true;
    });
    const ended = performOn([lane('a'), lane('b')], SCENARIOS);
    await expect(ended).rejects.toThrow('Cucumber complains');
    expect(rested).toBe(true);
    expect(portions).toHaveLength(2);
  });

  it('has nothing to do for nothing', async () => {
    await performOn([lane('a'), lane('b')], []);
    expect(portions).toEqual([]);
  });
});
