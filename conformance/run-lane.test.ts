import { describe, expect, it, test } from 'vitest';
import type { Trouble } from '../targets/lane.js';
import {
  Blocked,
  HarnessFault,
  Inconclusive,
  MalformedAnswer,
  Mismatch,
  NotExpressible,
  TargetUnreachable,
} from '../targets/outcome-errors.js';
import type { Stage } from '../targets/target.js';
import { DTSTAMP_IN_UTC } from './ambient/dtstamp-in-utc.js';
import { ORGANIZER_METHODS } from './ambient/method-of-sender.js';
import { ONE_COMPONENT_TYPE } from './ambient/one-component-type.js';
import { NO_SCHEDULE_PARAMETERS } from './ambient/schedule-parameters.js';
import { ScenarioResult } from './results.js';
import { rowOf } from './row-of.js';
import { type LaneOptions, RunLane } from './run-lane.js';
import { type FakeTarget, fakeTarget, type Mishap } from './testing/fake-target.js';
import { sampleCatalogue, sampleRow } from './testing/sample-catalogue.js';
import { suiteScenario } from './testing/sample-suite.js';

const ONE = suiteScenario('features/one');
const PROBE = suiteScenario('features/probe', { gate: 'mail' });
const AMBIENT = [DTSTAMP_IN_UTC, NO_SCHEDULE_PARAMETERS, ONE_COMPONENT_TYPE, ORGANIZER_METHODS];
const catalogue = sampleCatalogue(['2446/1/rule', ...AMBIENT].map((id) => sampleRow(id)));

interface Opened {
  readonly lane: RunLane;
  readonly target: FakeTarget;
  readonly results: ScenarioResult[];
  readonly faults: string[];
}

function openLane(mishap?: Mishap, other: Partial<LaneOptions> = {}): Opened {
  const results: ScenarioResult[] = [];
  const faults: string[] = [];
  const target = fakeTarget(mishap === undefined ? {} : { [ONE.id]: mishap });
  const lane = new RunLane({
    ...{ target, catalogue, scenarios: [ONE, PROBE], tables: [], profile: 'rfc5546', deadlineMs: 0 },
    ...{ runId: 'run', aborted: () => false, gates: new Map([['mail', 'the gate mail is closed']]) },
    onResult: (result) => results.push(result),
    onFault: (text) => faults.push(text),
    ...other,
  });
  return { lane, target, results, faults };
}

/** Plays scenario one to the end with this error in a Then, or in another phase. */
async function ended(
  opened: Opened,
  error?: unknown,
  phase: Trouble['phase'] = 'look',
): Promise<ScenarioResult> {
  const { lane, target, results } = opened;
  const stage = await target.open({ scenario: ONE.id, names: [], external: [] }, lane.traceOf(ONE.id));
  const trouble = error === undefined ? undefined : { phase, error, sentence: 'Bert sees it' };
  await lane.finish({ scenarioId: ONE.id, stage, trouble, waitedMs: 7 });
  expect(results).toHaveLength(1);
  return ScenarioResult.parse(results[0]);
}

const outcomes = ({ checks }: ScenarioResult): string[] => checks.map(({ outcome }) => outcome);

describe('a scenario that ends', () => {
  it('is judged by its row and by the ambient checks, and then cleared away', async () => {
    const opened = openLane();
    const result = await ended(opened);
    expect(result).toMatchObject({
      id: ONE.id,
      name: ONE.name,
      line: ONE.line,
      outcome: 'passed',
      waitedMs: 7,
    });
    expect(result.checks.map(({ requirement, ambient }) => [requirement, ambient])).toEqual([
      ['2446/1/rule', false],
      ...AMBIENT.map((requirement) => [requirement, true]),
    ]);
    expect(opened.target.calls.slice(-2)).toEqual([`messages ${ONE.id}`, `close ${ONE.id}`]);
    expect([opened.faults, opened.lane.unreachable]).toEqual([[], undefined]);
    expect(result).not.toHaveProperty('reason');
    expect(result).not.toHaveProperty('exchange');
    expect(result).not.toHaveProperty('people');
  });

  it('has lasted since it began', async () => {
    const opened = openLane();
    const before = performance.now();
    opened.lane.beginPass(new Map([['p1', `${ONE.uri}:${ONE.line}`]]));
    opened.lane.scenarioAt(ONE.uri, 'p1');
    const { durationMs } = await ended(opened);
    expect(durationMs).toBeGreaterThan(0);
    expect(durationMs).toBeLessThanOrEqual(performance.now() - before);
  });

  it('tells for how long its requests were kept back and answered, and leaves out scenarios before', async () => {
    const opened = openLane();
    let throttled = 1_000;
    let answering = 4_000;
    Object.assign(opened.target, { throttledMs: () => throttled, answeringMs: () => answering });
    opened.lane.beginPass(new Map([['pickle', `${ONE.uri}:${ONE.line}`]]));
    opened.lane.scenarioAt(ONE.uri, 'pickle');
    throttled += 250;
    answering += 700;
    expect(await ended(opened)).toMatchObject({ throttledMs: 250, answeringMs: 700 });
  });

  it('on a stage that can be left is cleared away after the next one has been played', async () => {
    const { lane, target, results } = openLane();
    const begin = async ({ id, uri, line }: typeof ONE) => {
      lane.beginPass(new Map([['pickle', `${uri}:${line}`]]));
      lane.scenarioAt(uri, 'pickle');
      const stage = await target.open({ scenario: id, names: [], external: [] }, lane.traceOf(id));
      return { ...stage, leave: () => void target.told(`leave ${id}`) };
    };
    const end = (stage: Stage, { id }: typeof ONE) =>
      lane.finish({ scenarioId: id, stage, trouble: undefined, waitedMs: 0 });
    await end(await begin(ONE), ONE);
    expect(results).toEqual([]);
    await end(await begin(PROBE), PROBE);
    expect(results.map(({ id }) => id)).toEqual([ONE.id]);
    await lane.clearUp();
    await lane.clearUp();
    expect(results.map(({ id }) => id)).toEqual([ONE.id, PROBE.id]);
    expect(target.calls.filter((call) => /^(open|leave|close)/.test(call))).toEqual([
      ...[`open ${ONE.id}`, `leave ${ONE.id}`, `open ${PROBE.id}`],
      ...[`close ${ONE.id}`, `leave ${PROBE.id}`, `close ${PROBE.id}`],
    ]);
  });

  it('without stage has its own check only', async () => {
    const { lane, results } = openLane();
    const trouble = {
      phase: 'hook',
      error: new MalformedAnswer('no XML', '< 200'),
      sentence: 'it opens',
    } as const;
    await lane.finish({ scenarioId: ONE.id, stage: undefined, trouble, waitedMs: 0 });
    expect(results[0]).toMatchObject({ outcome: 'errored', reason: 'no XML' });
    expect(results[0]?.checks).toHaveLength(1);
  });

  it('with a Then that does not hold tells why, with the exchange', async () => {
    const opened = openLane();
    const trace = opened.lane.traceOf(ONE.id);
    trace.add({
      kind: 'composed',
      from: 'mailto:b.brecht@example.org',
      to: 'MAILTO:Anna@example.com',
      text: 'REPLY',
    });
    trace.add({ kind: 'delivered', to: 'mailto:carla@example.com', text: 'REPLY' });
    trace.add({ kind: 'intent', from: 'bert', text: 'decline' });
    const result = await ended(opened, new Mismatch('this', 'that'));
    expect(result).toMatchObject({ outcome: 'failed', reason: 'expected this, found that' });
    const at = expect.any(Number);
    expect(result.exchange).toEqual([
      { at, kind: 'composed', from: 'bert', to: 'anna', text: 'REPLY' },
      { at, kind: 'delivered', to: 'mailto:carla@example.com', text: 'REPLY' },
      { at, kind: 'intent', from: 'bert', text: 'decline' },
    ]);
    expect(result.people).toMatchObject({ bert: expect.arrayContaining(['mailto:b.brecht@example.org']) });
    expect(outcomes(result)).toEqual(['failed', ...AMBIENT.map(() => 'passed')]);
  });

  it('fails by an ambient check, too, and tells its reason', async () => {
    const target = fakeTarget();
    const stage = await target.open({ scenario: ONE.id, names: [], external: [] }, { add() {}, rule() {} });
    const [good] = await stage.messages();
    const bad = { ...good, data: good?.data.replace('DTSTAMP:20300107T090000Z', 'DTSTAMP:20300107T090000') };
    const leaky: Stage = { ...stage, messages: () => Promise.resolve([bad as NonNullable<typeof good>]) };
    const { lane, results } = openLane();
    await lane.finish({ scenarioId: ONE.id, stage: leaky, trouble: undefined, waitedMs: 0 });
    expect(results[0]).toMatchObject({ outcome: 'failed', reason: 'DTSTAMP is not in UTC' });
    expect(results[0]?.checks[0]?.outcome).toBe('passed');
  });

  test.each([
    [new NotExpressible('no COUNTER here'), 'not-expressible'],
    [new Blocked('the gate is closed'), 'blocked'],
    [new Inconclusive('no marker came'), 'inconclusive'],
  ] as const)('does not pass by what ambient checks found: %s', async (error, outcome) => {
    const result = await ended(openLane(), error);
    expect(result).toMatchObject({ outcome, reason: error.message });
    expect(outcomes(result)).toEqual([outcome, ...AMBIENT.map(() => 'passed')]);
  });

  it('about a permission that is not used does not pass either', async () => {
    const may = sampleCatalogue([
      ...catalogue.rows.values(),
      sampleRow('2446/1/rule', { force: { level: 'MAY' } }),
    ]);
    const result = await ended(openLane(undefined, { catalogue: may }), new Mismatch('this', 'that'));
    expect(result).toMatchObject({ outcome: 'not-applicable', reason: 'does not use this permission' });
  });

  it('must have been selected', async () => {
    const performed = { scenarioId: 'two', stage: undefined, trouble: undefined, waitedMs: 0 };
    await expect(openLane().lane.finish(performed)).rejects.toThrow(HarnessFault);
  });
});

describe('a fault of the harness', () => {
  it('is told with its place and is no verdict on the target', async () => {
    const opened = openLane();
    const result = await ended(opened, new TypeError('undefined is not a function'));
    expect(result).toMatchObject({
      outcome: 'errored',
      reason: 'fault of the harness: undefined is not a function',
    });
    expect(outcomes(result)).toEqual(['errored']);
    expect(opened.faults).toEqual([expect.stringContaining(`${ONE.uri}:${ONE.line}: TypeError: undefined`)]);
    expect(opened.faults[0]).toContain('run-lane.test');
  });

  it('that was foreseen has no need of a stack', async () => {
    const opened = openLane();
    await ended(opened, new HarnessFault('our own REQUEST is wrong'), 'act');
    expect(opened.faults).toEqual([`${ONE.uri}:${ONE.line}: our own REQUEST is wrong`]);
  });

  it('is a finding without row', async () => {
    const opened = openLane(undefined, { catalogue: sampleCatalogue([sampleRow('2446/1/rule')]) });
    expect((await ended(opened)).outcome).toBe('errored');
    expect(opened.faults).toEqual([expect.stringContaining(`no row is called ${DTSTAMP_IN_UTC}`)]);
  });
});

describe.each(['messages', 'close'] as const)('when the target fails at the end: %s', (at) => {
  it('and cannot be reached, that is no fault of ours', async () => {
    const opened = openLane({ at, error: new TargetUnreachable('connection refused') });
    expect(await ended(opened)).toMatchObject({ outcome: 'errored', reason: 'connection refused' });
    expect([opened.faults, opened.lane.unreachable]).toEqual([[], 'connection refused']);
    expect(opened.lane.aborted()).toBe(true);
  });

  it('and answers nonsense, that is no fault of ours', async () => {
    const opened = openLane({ at, error: new MalformedAnswer('no XML', '< 500 oops') });
    const result = await ended(opened);
    expect(result).toMatchObject({ outcome: 'errored', reason: 'no XML' });
    expect(result.checks[0]?.message).toBe('< 500 oops');
    expect([opened.faults, opened.lane.unreachable]).toEqual([[], undefined]);
    expect(opened.target.calls.at(-1)).toBe(`close ${ONE.id}`);
  });

  it('by an error of ours, that is a fault', async () => {
    const opened = openLane({ at, error: new RangeError('ours') });
    expect((await ended(opened)).outcome).toBe('errored');
    expect(opened.faults).toEqual([expect.stringContaining('RangeError: ours')]);
  });

  it('after a verdict, the verdict stays and the reason tells both', async () => {
    const opened = openLane({ at, error: new MalformedAnswer('no XML', '') });
    const result = await ended(opened, new Mismatch('this', 'that'));
    const work = at === 'close' ? 'what it left behind is removed' : 'its messages are judged';
    const reason = `expected this, found that; then, while ${work}: no XML`;
    expect(result).toMatchObject({ outcome: 'failed', reason });
    expect(result.checks[0]).toMatchObject({ outcome: 'failed', reason });
  });

  it('for the reason for which the scenario ended, it is told once', async () => {
    const opened = openLane({ at, error: new MalformedAnswer('no XML', '') });
    const result = await ended(opened, new MalformedAnswer('no XML', ''));
    expect(result).toMatchObject({ outcome: 'errored', reason: 'no XML' });
  });
});

describe('an unreachable target', () => {
  it('calls the rest off, and is not asked for its messages', async () => {
    const opened = openLane();
    expect(opened.lane.aborted()).toBe(false);
    await ended(opened, new TargetUnreachable('connection refused'), 'act');
    expect([opened.lane.unreachable, opened.lane.aborted()]).toEqual(['connection refused', true]);
    expect(opened.target.calls).not.toContain(`messages ${ONE.id}`);
  });
});

describe('an interrupted run', () => {
  const aborted = (): boolean => true;

  test.each([new Mismatch('this', 'that'), new Blocked('no REQUEST arrived')])(
    'does not take what it stopped waiting for as missing: %s',
    async (error) => {
      const opened = openLane(undefined, { aborted });
      const result = await ended(opened, error);
      expect(result).toMatchObject({
        outcome: 'inconclusive',
        reason: 'the run was interrupted while this was played',
      });
      expect(opened.lane.aborted()).toBe(true);
    },
  );

  it('keeps what it learned before', async () => {
    expect((await ended(openLane(undefined, { aborted }))).outcome).toBe('passed');
  });

  it('still tells faults of ours', async () => {
    const opened = openLane(undefined, { aborted });
    await ended(opened, new TypeError('ours'));
    expect(opened.faults).toHaveLength(1);
  });
});

describe('what steps ask of a lane', () => {
  it('is which scenario a pickle is', () => {
    const { lane } = openLane();
    lane.beginPass(new Map([['p1', `${PROBE.uri}:${PROBE.line}`]]));
    expect(lane.scenarioAt(PROBE.uri, 'p1')).toBe(PROBE.id);
    lane.beginPass(new Map([['p1', `${ONE.uri}:${ONE.line}`]]));
    expect(lane.scenarioAt(ONE.uri, 'p1')).toBe(ONE.id);
    expect(() => lane.scenarioAt(ONE.uri, 'p2')).toThrow(HarnessFault);
  });

  it('is whether a gate is closed, for all but its own probe', () => {
    const { lane } = openLane();
    expect(lane.gateClosed('mail', ONE.id)).toBe('the gate mail is closed');
    expect(lane.gateClosed('mail', PROBE.id)).toBeUndefined();
    expect(lane.gateClosed('post', ONE.id)).toBeUndefined();
  });

  it('is a UID that nobody else has', () => {
    const { lane } = openLane();
    const other = openLane(undefined, { runId: 'other' }).lane;
    const uids = [
      lane.uidFor(ONE.id, 1),
      lane.uidFor(ONE.id, 2),
      lane.uidFor(PROBE.id, 1),
      other.uidFor(ONE.id, 1),
    ];
    expect(new Set(uids).size).toBe(4);
    expect(lane.uidFor(ONE.id, 1)).toBe(uids[0]);
    for (const uid of uids) expect(uid).toMatch(/^[a-z0-9-]+@itip-conformance\.invalid$/);
  });

  it('is a UID by which people know the scenario, and no longer than need be', () => {
    const { lane } = openLane();
    expect(lane.uidFor(ONE.id, 2)).toBe('run-1-2-one@itip-conformance.invalid');
    expect(lane.uidFor(`features/${'x'.repeat(99)}`, 1)).toContain(`-1-${'x'.repeat(40)}@`);
  });

  it('is what is wrong with a message of ours', () => {
    expect(openLane().lane.lint('rubbish')).toEqual([expect.stringMatching(/^2446\/3\.1\/calendar-table: /)]);
  });

  it('is which rules were consulted', async () => {
    const opened = openLane();
    await ended(opened);
    expect([...opened.lane.rulesConsulted]).toEqual([[ONE.id, new Set([`rule of ${ONE.id}`])]]);
  });
});

it('rowOf names scenario and row that do not fit', () => {
  const stray = suiteScenario('stray', { row: '2446/9/none', line: 4 });
  expect(() => rowOf(catalogue, stray)).toThrow(
    new HarnessFault('features/sample.feature:4 names 2446/9/none, which the catalogue lacks'),
  );
});
