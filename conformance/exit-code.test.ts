import { describe, expect, it, test } from 'vitest';
import type { BaselineReport } from './baseline.js';
import { type Ending, exitCode } from './exit-code.js';
import type { Outcome, Results } from './results.js';
import { sampleCheck, sampleResults, sampleScenario } from './testing/sample-results.js';

const calm = { strict: false, harnessFault: false, usage: false, unreachable: false };
const of = (...outcomes: readonly Outcome[]): Results =>
  sampleResults(outcomes.map((outcome, index) => sampleScenario(`s${index}`, [sampleCheck(outcome)])));
const good = of('passed');
const bad = of('passed', 'failed');

const ambientOnly = (outcome: Outcome): Results =>
  sampleResults([sampleScenario('s', [sampleCheck('blocked'), { ...sampleCheck(outcome), ambient: true }])]);

const entry = { scenario: 's0', requirement: 'r', outcome: 'failed', reason: 'known' } as const;
const nothing: BaselineReport = { known: [], flaky: [], unlisted: [], stale: [], expired: [] };
const stale: BaselineReport = { ...nothing, stale: [{ entry, why: 'it passes' }] };
const flaky: BaselineReport = { ...nothing, flaky: [{ entry, now: 'failed' }] };
const unlisted: BaselineReport = { ...nothing, unlisted: [entry] };
const expired: BaselineReport = { ...nothing, expired: [{ entry, now: 'failed' }] };

describe('each code', () => {
  test.each<[string, number, Partial<Ending>]>([
    ['all passed', 0, { results: good }],
    ['all failures are listed', 0, { results: bad, baselineReport: nothing }],
    ['what is listed as flaky fails', 0, { results: bad, baselineReport: flaky }],
    ['a SHOULD is broken', 0, { results: of('warned') }],
    [
      'some could not be judged',
      0,
      { results: of('passed', 'blocked', 'not-applicable', 'not-expressible') },
    ],
    ['a MUST is broken', 1, { results: bad }],
    ['something is inconclusive', 1, { results: of('passed', 'inconclusive') }],
    ['something is errored', 1, { results: of('passed', 'errored') }],
    ['a SHOULD is broken under strict', 1, { results: of('warned'), strict: true }],
    ['a failure is not listed', 1, { results: bad, baselineReport: unlisted }],
    ['an entry is past its date', 1, { results: bad, baselineReport: expired }],
    ['a word on the command line is wrong', 2, { usage: true }],
    ['the target is unreachable', 3, { unreachable: true }],
    ['the harness is at fault', 4, { harnessFault: true }],
    ['nothing but ambient checks was judged', 5, { results: ambientOnly('passed') }],
    ['an ambient check is broken, and nothing else was judged', 1, { results: ambientOnly('failed') }],
    ['no run took place', 5, {}],
    ['nothing was selected', 5, { results: of() }],
    ['nothing was judged', 5, { results: of('blocked', 'errored', 'inconclusive', 'not-applicable') }],
    ['what is listed passes', 6, { results: good, baselineReport: stale }],
  ])('%s: %i', (_what, code, ending) => {
    expect(exitCode({ ...calm, ...ending })).toBe(code);
  });
});

describe('when several apply', () => {
  const causes: readonly (readonly [number, Partial<Ending>])[] = [
    [4, { harnessFault: true }],
    [2, { usage: true }],
    [3, { unreachable: true }],
    [5, { results: of('errored') }],
    [1, { baselineReport: { ...stale, unlisted: [entry] } }],
    [6, { results: good, baselineReport: stale }],
  ];

  test.each(causes.map(([code], index) => [code, index] as const))(
    '%i wins over all that stand behind it',
    (code, index) => {
      const all = causes.slice(index).map(([, cause]) => cause);
      expect(exitCode(Object.assign({ ...calm }, ...[...all].reverse()))).toBe(code);
    },
  );
});

describe('the sum', () => {
  it('is our own fault when a selected scenario has no outcome', () => {
    const short = sampleResults(good.scenarios, { suite: { selected: 2 } });
    expect(exitCode({ ...calm, results: short })).toBe(4);
    expect(exitCode({ ...calm, results: short, usage: true, unreachable: true })).toBe(4);
  });

  it('is our own fault when there are more outcomes than scenarios', () => {
    const surplus = sampleResults(good.scenarios, { suite: { selected: 0 }, interrupted: true });
    expect(exitCode({ ...calm, results: surplus })).toBe(4);
  });
});

describe('an interrupted run', () => {
  it('is never conformant', () => {
    const cut = sampleResults(good.scenarios, { suite: { selected: 2 }, interrupted: true });
    expect(exitCode({ ...calm, results: cut })).toBe(5);
  });

  it('keeps what it has learned', () => {
    const cut = sampleResults(bad.scenarios, { suite: { selected: 3 }, interrupted: true });
    expect(exitCode({ ...calm, results: cut })).toBe(1);
    const listed = { ...calm, results: cut, baselineReport: stale };
    expect(exitCode(listed)).toBe(6);
  });
});
