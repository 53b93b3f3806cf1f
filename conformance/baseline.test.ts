import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { UsageError } from '../targets/outcome-errors.js';
import {
  type Baseline,
  type BaselineEntry,
  type BaselineReport,
  compareWithBaseline,
  loadBaseline,
  parseBaseline,
  writeBaseline,
} from './baseline.js';
import { exitCode } from './exit-code.js';
import type { Check, Outcome, Results } from './results.js';
import { sampleCheck, sampleResults, sampleScenario } from './testing/sample-results.js';

const TODAY = '2030-03-04';

function listed(requirement: string, other: Partial<BaselineEntry> = {}): BaselineEntry {
  return { scenario: 'one', requirement, outcome: 'failed', reason: 'known', ...other };
}

function baseline(...entries: readonly BaselineEntry[]): Baseline {
  return { target: 'sample', entries: [...entries] };
}

function check(requirement: string, outcome: Outcome): Check {
  return sampleCheck(outcome, { requirement });
}

/** Scenario `one` with these checks, the whole suite. */
function results(...checks: readonly Check[]): Results {
  return sampleResults([sampleScenario('one', checks)]);
}

/** The lists of a report that are not empty, by the requirements in them. */
function brief(report: BaselineReport): Record<string, string[]> {
  const lists = Object.entries(report) as [string, readonly (BaselineEntry | { entry: BaselineEntry })[]][];
  return Object.fromEntries(
    lists.flatMap(([name, items]) =>
      items.length === 0
        ? []
        : [[name, items.map((item) => ('entry' in item ? item.entry : item).requirement)]],
    ),
  );
}

const compared = (run: Results, ...entries: readonly BaselineEntry[]): Record<string, string[]> =>
  brief(compareWithBaseline(run, baseline(...entries), TODAY));

describe('a run set against its baseline', () => {
  it('knows a listed deviation and reports one that is not listed', () => {
    const run = results(check('a', 'failed'), check('b', 'failed'), check('c', 'passed'));
    expect(compared(run, listed('a'))).toEqual({ known: ['a'], unlisted: ['b'] });
  });

  it('calls an entry stale that passes', () => {
    expect(compared(results(check('a', 'passed')), listed('a'))).toEqual({ stale: ['a'] });
  });

  it('takes a listed outcome only for itself', () => {
    const run = results(check('a', 'errored'));
    expect(compared(run, listed('a'))).toEqual({ unlisted: ['a'] });
    expect(compared(run, listed('a', { scenario: 'two' }))).toEqual({ stale: ['a'], unlisted: ['a'] });
  });

  test.each(['blocked', 'not-applicable', 'not-expressible'] as const)(
    'keeps an entry known while its check is %s: nobody has seen it pass',
    (outcome) => {
      expect(compared(results(check('a', outcome)), listed('a'))).toEqual({ known: ['a'] });
    },
  );

  it('knows an entry for each of several outcomes of one place', () => {
    const run = results(check('a', 'failed'), check('a', 'inconclusive'), check('a', 'passed'));
    expect(compared(run, listed('a'))).toEqual({ known: ['a'], unlisted: ['a'] });
    expect(compared(run, listed('a'), listed('a', { outcome: 'inconclusive' }))).toEqual({
      known: ['a', 'a'],
    });
  });

  it('lets a broken SHOULD pass unless strict', () => {
    const run = results(check('a', 'warned'), check('b', 'warned'));
    const one = baseline(listed('a', { outcome: 'warned' }));
    expect(brief(compareWithBaseline(run, one, TODAY))).toEqual({ known: ['a'] });
    expect(brief(compareWithBaseline(run, one, TODAY, { strict: true }))).toEqual({
      known: ['a'],
      unlisted: ['b'],
    });
  });

  it('tells what it found at a known place', () => {
    const report = compareWithBaseline(results(check('a', 'blocked')), baseline(listed('a')), TODAY);
    expect(report.known).toEqual([{ entry: listed('a'), now: 'blocked' }]);
    const both = results(check('a', 'failed'), check('a', 'inconclusive'));
    const less = listed('a', { outcome: 'inconclusive' });
    expect(compareWithBaseline(both, baseline(less), TODAY).known).toEqual([
      { entry: less, now: 'inconclusive' },
    ]);
  });

  it('can list a gate and a scenario as a whole', () => {
    const run = sampleResults([sampleScenario('one', [sampleCheck()], { outcome: 'errored' })], {
      gates: [{ gate: 'mail', scenario: 'probe', outcome: 'failed' }],
    });
    const whole = listed('(scenario)', { outcome: 'errored' });
    expect(compared(run, whole, listed('gate:mail', { scenario: 'probe' }))).toEqual({
      known: ['(scenario)', 'gate:mail'],
    });
    expect(compared(run)).toEqual({ unlisted: ['(scenario)', 'gate:mail'] });
  });
});

describe('expiry', () => {
  const run = results(check('a', 'failed'));

  test.each([
    ['2030-03-05', { known: ['a'] }],
    ['2030-03-04', { known: ['a'] }],
    ['2030-03-03', { expired: ['a'] }],
  ])('on %s', (expires, report) => {
    expect(compared(run, listed('a', { expires }))).toEqual(report);
  });

  it('excuses nothing that is flaky either', () => {
    expect(compared(run, listed('a', { expires: '2030-03-03', flaky: true }))).toEqual({ expired: ['a'] });
  });

  it('says nothing of what passes in time, which is stale', () => {
    const passed = results(check('a', 'passed'));
    expect(compared(passed, listed('a', { expires: '2030-03-03' }))).toEqual({ stale: ['a'] });
  });
});

describe('a flaky entry', () => {
  test.each(['passed', 'failed', 'errored', 'inconclusive', 'blocked'] as const)(
    'covers the outcome %s',
    (outcome) => {
      expect(compared(results(check('a', outcome)), listed('a', { flaky: true }))).toEqual({ flaky: ['a'] });
    },
  );

  it('covers its own place only', () => {
    const run = results(check('a', 'failed'), check('b', 'failed'));
    expect(compared(run, listed('a', { flaky: true }))).toEqual({ flaky: ['a'], unlisted: ['b'] });
  });

  it('does not go stale with its place', () => {
    expect(compared(results(check('a', 'passed')), listed('gone', { flaky: true }))).toEqual({});
  });
});

describe('an entry whose place is not in the results', () => {
  const entries = [listed('gone'), listed('gone', { scenario: 'renamed' })];

  it('is stale when all was played', () => {
    const report = compareWithBaseline(results(check('a', 'passed')), baseline(...entries), TODAY);
    expect(report.stale.map(({ why }) => why)).toEqual([
      'the scenario does not judge this requirement',
      'the suite has no such scenario',
    ]);
  });

  it('is left alone when only a part was selected or the run was interrupted', () => {
    const scenarios = [sampleScenario('one', [check('a', 'passed')])];
    const part = sampleResults(scenarios, { suite: { scenarios: 2 } });
    const cut = sampleResults(scenarios, { interrupted: true });
    for (const run of [part, cut]) expect(compared(run, ...entries)).toEqual({});
  });

  it('is left alone when its scenario reached no verdict', () => {
    expect(compared(results(check('a', 'blocked')), listed('gone'))).toEqual({});
  });
});

describe('writeBaseline', () => {
  const run = results(
    check('b', 'errored'),
    check('a', 'failed'),
    check('c', 'warned'),
    check('d', 'passed'),
  );
  const rewritten = (given: Results, previous?: Baseline, strict?: boolean): readonly BaselineEntry[] =>
    parseBaseline(writeBaseline(given, previous, strict), 'written', 'sample').entries;

  it('lists what breaks, in a fixed order, and asks for the reason', () => {
    const reason = 'not yet explained';
    expect(rewritten(run)).toEqual([
      { scenario: 'one', requirement: 'a', outcome: 'failed', reason },
      { scenario: 'one', requirement: 'b', outcome: 'errored', reason },
    ]);
    expect(rewritten(run, undefined, true).map(({ requirement }) => requirement)).toEqual(['a', 'b', 'c']);
  });

  test.each([false, true])('the run is accepted under what it wrote (strict: %s)', (strict) => {
    const report = compareWithBaseline(run, baseline(...rewritten(run, undefined, strict)), TODAY, {
      strict,
    });
    expect(brief(report)).toEqual({ known: strict ? ['a', 'b', 'c'] : ['a', 'b'] });
    const ending = { strict, harnessFault: false, usage: false, unreachable: false };
    expect(exitCode({ ...ending, results: run })).toBe(1);
    expect(exitCode({ ...ending, results: run, baselineReport: report })).toBe(0);
  });

  it('keeps what still holds as it was written, also past its date', () => {
    const kept = [
      listed('a', { reason: 'ticket', link: 'https://example.org/1', expires: '2029-01-01' }),
      listed('b', { outcome: 'errored', flaky: true }),
    ];
    expect(rewritten(run, baseline(...kept))).toEqual(kept);
  });

  it('drops what passes or has another outcome now', () => {
    const old = baseline(listed('d'), listed('a', { outcome: 'errored', reason: 'old' }));
    expect(rewritten(run, old).map(({ requirement, outcome }) => `${requirement} ${outcome}`)).toEqual([
      'a failed',
      'b errored',
    ]);
  });

  it('keeps what was not selected', () => {
    const part = sampleResults(run.scenarios, { suite: { scenarios: 2 } });
    const other = listed('a', { scenario: 'another' });
    expect(rewritten(part, baseline(other))).toContainEqual(other);
    expect(rewritten(run, baseline(other))).not.toContainEqual(other);
  });

  it('refuses an interrupted run, whose rest would become known deviations', () => {
    expect(() => writeBaseline({ ...run, interrupted: true })).toThrow(UsageError);
  });
});

describe('reading', () => {
  const text = (lines: string): string => `target: sample\nentries:\n  - ${lines}\n`;
  const fine = '{ scenario: one, requirement: a, outcome: failed, reason: known }';

  test.each<[string, string, RegExp]>([
    ['no scenario', fine.replace('scenario: one', 'scenario: ""'), /at entries\[0\]\.scenario/],
    ['a reason of blanks', fine.replace('known', '" "'), /b\.yaml at entries\[0\]\.reason/],
    ['no reason', fine.replace(', reason: known', ''), /missing key `reason` in b\.yaml at entries\[0\]/],
    ['no outcome', fine.replace('outcome: failed, ', ''), /missing key `outcome` in b\.yaml at entries\[0\]/],
    [
      'a passed outcome',
      fine.replace('failed', 'passed'),
      /at entries\[0\]\.outcome: expected one of "failed"/,
    ],
    [
      'an unknown key',
      fine.replace('}', ', expiry: 2030-01-01 }'),
      /unknown key `expiry`.*known keys:.*expires/,
    ],
    ['a day that does not exist', fine.replace('}', ', expires: 2030-02-30 }'), /entries\[0\]\.expires/],
    ['the same place twice', `${fine}\n  - ${fine}`, /entries\[1\] repeats entries\[0\] \(one\)/],
  ])('refuses %s', (_what, lines, message) => {
    expect(() => parseBaseline(text(lines), 'b.yaml')).toThrow(UsageError);
    expect(() => parseBaseline(text(lines), 'b.yaml')).toThrow(message);
  });

  it('refuses one that is nobody’s', () => {
    expect(() => parseBaseline('entries: []', 'b.yaml')).toThrow(/^missing key `target` in b\.yaml$/);
  });

  it('takes two outcomes of one place', () => {
    const both = text(`${fine}\n  - ${fine.replace('failed', 'errored')}`);
    expect(parseBaseline(both, 'b.yaml').entries).toHaveLength(2);
  });

  it("refuses another target's", () => {
    expect(parseBaseline(text(fine), 'b.yaml', 'sample').target).toBe('sample');
    expect(() => parseBaseline(text(fine), 'b.yaml', 'cyrus')).toThrow('target `sample`, not of `cyrus`');
  });

  const folder = mkdtempSync(join(tmpdir(), 'itip-baseline-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a file and names one that is missing', () => {
    const path = join(folder, 'baseline.yaml');
    writeFileSync(path, text(fine));
    expect(loadBaseline(path, 'sample').entries).toEqual([listed('a')]);
    expect(() => loadBaseline(path, 'cyrus')).toThrow(path);
    expect(() => loadBaseline(join(folder, 'none.yaml'))).toThrow(/none\.yaml does not exist/);
  });
});
