import { describe, expect, it, test, vi } from 'vitest';
import { Blocked, HarnessFault, Mismatch, TargetUnreachable } from '../targets/outcome-errors.js';
import type { Target } from '../targets/target.js';
import { DTSTAMP_IN_UTC } from './ambient/dtstamp-in-utc.js';
import { ORGANIZER_METHODS } from './ambient/method-of-sender.js';
import { ONE_COMPONENT_TYPE } from './ambient/one-component-type.js';
import { NO_SCHEDULE_PARAMETERS } from './ambient/schedule-parameters.js';
import { CALENDAR_TABLE } from './ambient/tables.js';
import { type ExitCode, exitCode } from './exit-code.js';
import { Results, type ScenarioResult } from './results.js';
import { type RunOptions, type RunOutcome, run } from './run.js';
import type { Scenario } from './suite.js';
import { fakeTarget, type Script } from './testing/fake-target.js';
import { sampleCatalogue, sampleRow } from './testing/sample-catalogue.js';
import { sentText } from './testing/sample-message.js';
import { suiteScenario } from './testing/sample-suite.js';

vi.mock('./perform.js', () => import('./testing/fake-perform.js'));

const AMBIENT = [DTSTAMP_IN_UTC, NO_SCHEDULE_PARAMETERS, ONE_COMPONENT_TYPE, ORGANIZER_METHODS];
const catalogue = sampleCatalogue(['2446/1/rule', ...AMBIENT].map((id) => sampleRow(id)));

const MAIL = suiteScenario('probe-mail', { gate: 'mail' });
const POST = suiteScenario('probe-post', { gate: 'post', tags: ['@behind:mail'] });
const BEHIND = suiteScenario('behind', { tags: ['@behind:mail'] });
const FREE = suiteScenario('free');
const LAST = suiteScenario('last');
const NEEDY = suiteScenario('needy', { needs: ['clock'] });
const SUITE = [FREE, BEHIND, MAIL, POST, NEEDY, LAST];

interface Played extends RunOutcome {
  readonly told: readonly ScenarioResult[];
  readonly calls: readonly string[];
  readonly code: ExitCode;
  /** Outcome and reason of a scenario. */
  of(scenario: Scenario): string;
}

async function played(script: Script = {}, other: Partial<RunOptions> = {}): Promise<Played> {
  const told: ScenarioResult[] = [];
  const target = fakeTarget(script);
  const options = { target, suite: SUITE, selected: SUITE, catalogue, deadlineMs: 0 };
  const onResult = (result: ScenarioResult): number => told.push(result);
  const outcome = await run({ ...options, profile: 'rfc5546', onResult, ...other });
  const { results, faults, unreachable } = outcome;
  checkSums(results, other.selected ?? SUITE);
  return {
    ...outcome,
    told,
    calls: target.calls,
    code: exitCode({
      ...{ results, strict: false, usage: false },
      ...{ harnessFault: faults.length > 0, unreachable: unreachable !== undefined },
    }),
    of({ id }) {
      const found = results.scenarios.find((result) => result.id === id);
      return `${found?.outcome}: ${found?.reason}`;
    },
  };
}

/** What must hold of every run, whatever happened in it (design: "the sum always equals the number selected"). */
function checkSums(results: Results, selected: readonly Scenario[]): void {
  expect(Results.parse(results)).toEqual(results);
  expect(results.scenarios.map(({ id }) => id)).toEqual(selected.map(({ id }) => id));
  expect(results.suite.selected).toBe(selected.length);
  for (const { checks, ...whole } of results.scenarios) {
    expect(checks.length).toBeGreaterThan(0);
    for (const each of [whole, ...checks]) {
      expect(each.outcome === 'passed' || (each.reason ?? '') !== '').toBe(true);
    }
  }
}

const opened = (calls: readonly string[]): string[] =>
  calls.filter((call) => call.startsWith('open ')).map((call) => call.slice('open '.length));
const broken = (at: 'open' | 'act' | 'look', error: unknown): Script[string] => ({ at, error });

describe('a run', () => {
  it('plays the probes first and then the rest in the given order', async () => {
    const { calls, told, results, code } = await played({}, { selected: [LAST, MAIL, POST, FREE] });
    expect(opened(calls)).toEqual(['probe-mail', 'probe-post', 'last', 'free']);
    expect(told.map(({ id }) => id)).toEqual(['probe-mail', 'probe-post', 'last', 'free']);
    expect(results.scenarios.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect([code, results.interrupted]).toEqual([0, false]);
  });

  it('plays nothing twice and only what was selected', async () => {
    const begun: string[] = [];
    const onBegin = ({ id }: Scenario): number => begun.push(id);
    const { calls, told } = await played({}, { selected: [FREE, BEHIND], onBegin });
    expect(opened(calls)).toEqual(['probe-mail', 'probe-post', 'free', 'behind']);
    expect([begun, told.map(({ id }) => id)]).toEqual([
      ['free', 'behind'],
      ['free', 'behind'],
    ]);
  });

  it('does not play what cannot judge the target', async () => {
    const { of, calls, code } = await played();
    expect(of(NEEDY)).toBe('not-applicable: needs clock, which this target does not have');
    expect(opened(calls)).not.toContain('needy');
    expect(code).toBe(0);
  });

  it('of nothing is no success', async () => {
    expect((await played({}, { selected: [] })).code).toBe(5);
    expect((await played({}, { selected: [NEEDY] })).code).toBe(5);
  });

  it('tells which rules were consulted', async () => {
    const { rulesConsulted } = await played({}, { selected: [LAST] });
    expect(rulesConsulted.get('last')).toEqual(new Set(['rule of last']));
  });

  it('refuses a scenario whose row the catalogue lacks', async () => {
    const stray = suiteScenario('stray', { row: '2446/9/none' });
    await expect(played({}, { suite: [stray], selected: [stray] })).rejects.toThrow(HarnessFault);
  });
});

describe('a run on several lanes', () => {
  const many = Array.from({ length: 12 }, (_, index) => suiteScenario(`many-${index}`));
  const suite = [MAIL, POST, ...many];

  it('has its results in the order of the selection, and its gates from the first lane', async () => {
    const [second, third] = [fakeTarget(), fakeTarget()];
    const selected = many.toReversed();
    const { results, calls, told, code } = await played({}, { suite, selected, further: [second, third] });
    expect(results.scenarios.map(({ id }) => id)).toEqual(selected.map(({ id }) => id));
    expect(opened(calls).slice(0, 2)).toEqual(['probe-mail', 'probe-post']);
    const shares = [calls, second.calls, third.calls].map(opened);
    expect(shares.flat()).toHaveLength(suite.length);
    expect(new Set(shares.flat())).toEqual(new Set(suite.map(({ id }) => id)));
    expect(shares.every((share) => share.length > 2)).toBe(true);
    expect([told.length, results.gates.length, code]).toEqual([12, 2, 0]);
  });

  it('knows the rules that were consulted on each', async () => {
    const { rulesConsulted } = await played({}, { suite, selected: many, further: [fakeTarget()] });
    expect(new Set(rulesConsulted.keys())).toEqual(new Set(suite.map(({ id }) => id)));
  });

  it('blocks on every lane what a closed gate is needed for', async () => {
    const behind = many.map((scenario) => ({ ...scenario, tags: ['@behind:mail'] }));
    const script = { 'probe-mail': broken('look', new Mismatch('mail', 'none')) };
    const options = { suite: [MAIL, ...behind], selected: behind, further: [fakeTarget()] };
    const { results } = await played(script, options);
    expect(new Set(results.scenarios.map(({ outcome }) => outcome))).toEqual(new Set(['blocked']));
  });

  it('is called off on all of them when the target cannot be reached on one', async () => {
    const lost = fakeTarget(
      Object.fromEntries(many.map(({ id }) => [id, broken('act', new TargetUnreachable('refused'))])),
    );
    const { results, unreachable, code } = await played({}, { suite, selected: many, further: [lost] });
    expect([unreachable, code]).toEqual(['refused', 3]);
    const errored = results.scenarios.filter(({ outcome }) => outcome === 'errored');
    expect(errored.length).toBeGreaterThan(1);
    expect(errored.map(({ reason }) => reason)).toContain('the target cannot be reached: refused');
    expect(results.interrupted).toBe(false);
  });
});

describe('a gate', () => {
  const mismatch = broken('look', new Mismatch('mail', 'none'));

  it('that opens is reported once', async () => {
    expect((await played()).results.gates).toEqual([
      { gate: 'mail', scenario: 'probe-mail', outcome: 'passed' },
      { gate: 'post', scenario: 'probe-post', outcome: 'passed' },
    ]);
  });

  it('that stays closed blocks what depends on it, and nothing else', async () => {
    const { results, of, code, calls } = await played({ 'probe-mail': mismatch });
    const closed = 'the gate mail is closed: expected mail, found none';
    expect(of(BEHIND)).toBe(`blocked: ${closed}`);
    expect(of(FREE)).toBe('passed: undefined');
    expect(results.gates).toEqual([
      { gate: 'mail', scenario: 'probe-mail', outcome: 'failed', reason: 'expected mail, found none' },
      { gate: 'post', scenario: 'probe-post', outcome: 'blocked', reason: closed },
    ]);
    expect(opened(calls).filter((id) => id === 'probe-mail')).toHaveLength(1);
    expect(code).toBe(1);
  });

  it('breaks the run also when its probe was not selected, but is not counted', async () => {
    const { results, told, code } = await played({ 'probe-mail': mismatch }, { selected: [FREE, BEHIND] });
    expect(told.map(({ id }) => id)).toEqual(['free', 'behind']);
    expect(results.totals.must).toMatchObject({ failed: 0, blocked: 1 });
    expect(code).toBe(1);
  });

  it('whose probe the target refused has failed: the run is not conformant', async () => {
    const refused = broken('act', new Blocked('the target did not let Anna cancel'));
    const { results, code, of } = await played({ 'probe-mail': refused });
    expect(results.gates.map(({ outcome }) => outcome)).toEqual(['failed', 'blocked']);
    expect(of(MAIL)).toBe('blocked: the target did not let Anna cancel');
    expect(code).toBe(1);
  });

  it('is not closed by what ambient checks find in its probe', async () => {
    const fake = fakeTarget();
    const unreadable = [sentText('rubbish')];
    const target: Target = {
      ...fake,
      open: async (request, trace) => {
        const stage = await fake.open(request, trace);
        return request.scenario === MAIL.id
          ? { ...stage, messages: () => Promise.resolve(unreadable) }
          : stage;
      },
    };
    const rows = [...catalogue.rows.values(), sampleRow(CALENDAR_TABLE)];
    const { results, of, code } = await played({}, { target, catalogue: sampleCatalogue(rows) });
    expect(of(MAIL)).toBe('failed: the message cannot be read');
    expect(results.gates.map(({ outcome }) => outcome)).toEqual(['passed', 'passed']);
    expect([of(BEHIND), code]).toEqual(['passed: undefined', 1]);
  });

  it('that cannot be probed on this target blocks nothing', async () => {
    const probe = suiteScenario('probe-mail', { gate: 'mail', needs: ['clock'] });
    const { results, of } = await played({}, { suite: [probe, BEHIND], selected: [BEHIND] });
    expect(of(BEHIND)).toBe('passed: undefined');
    expect(results.gates[0]?.outcome).toBe('not-applicable');
  });
});

describe('a target that cannot be reached any more', () => {
  const script = { behind: broken('act', new TargetUnreachable('connection refused')) };

  it('calls off the rest, and every scenario says so', async () => {
    const { of, calls, unreachable, faults, code, results } = await played(script);
    expect(of(FREE)).toBe('passed: undefined');
    expect(of(BEHIND)).toBe('errored: connection refused');
    expect(of(LAST)).toBe('errored: the target cannot be reached: connection refused');
    expect(opened(calls)).not.toContain('last');
    expect([unreachable, faults, code]).toEqual(['connection refused', [], 3]);
    expect(results.interrupted).toBe(false);
  });

  it('from the beginning leaves no scenario without outcome', async () => {
    const down = broken('open', new TargetUnreachable('connection refused'));
    const { results, code, calls } = await played({ 'probe-mail': down });
    const found = results.scenarios.map(({ id, outcome }) => `${id} ${outcome}`);
    expect(found.filter((words) => !words.endsWith(' errored'))).toEqual(['needy not-applicable']);
    expect(results.gates.map(({ outcome }) => outcome)).toEqual(['errored', 'errored']);
    expect([opened(calls), code]).toEqual([['probe-mail'], 3]);
  });
});

describe('an interrupted run', () => {
  it('keeps what was learned and says what was not played', async () => {
    let count = 0;
    const onResult = (): void => {
      count += 1;
    };
    const selected = [FREE, BEHIND, MAIL, POST, LAST];
    const { of, results, faults, code } = await played({}, { selected, onResult, aborted: () => count >= 3 });
    expect([FREE, MAIL, POST].map(of)).toEqual(Array(3).fill('passed: undefined'));
    const words = 'inconclusive: the run was interrupted before this scenario';
    expect([BEHIND, LAST].map(of)).toEqual([words, words]);
    expect([results.interrupted, faults, code]).toEqual([true, [], 1]);
  });

  it('that never got to play anything judged nothing', async () => {
    const { results, calls, code } = await played({}, { aborted: () => true });
    expect([opened(calls), code, results.interrupted]).toEqual([[], 5, true]);
  });
});

describe('a fault of the harness', () => {
  test.each([new TypeError('ours'), new HarnessFault('ours')])('ends with 4: %s', async (error) => {
    const script = { free: broken('look', error), behind: broken('look', new Mismatch('this', 'that')) };
    const { of, faults, code, calls } = await played(script);
    expect(of(FREE)).toBe('errored: fault of the harness: ours');
    expect(faults).toEqual([expect.stringContaining(`${FREE.uri}:${FREE.line}: `)]);
    expect([code, opened(calls).at(-1)]).toEqual([4, 'last']);
  });

  it('is a scenario that ends without result', async () => {
    const lost = suiteScenario('lost', { tags: ['@lost'] });
    const { of, faults, code } = await played({}, { suite: [lost, FREE], selected: [lost, FREE] });
    expect(of(lost)).toBe('errored: fault of the harness: it ended without a result');
    expect([faults, code]).toEqual([[`${lost.uri}:${lost.line} ended without a result`], 4]);
  });
});
