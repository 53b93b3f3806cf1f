import { describe, expect, test } from 'vitest';
import type { Outcome, Results } from '../conformance/results.js';
import { sampleCheck, sampleScenario } from '../conformance/testing/sample-results.js';
import { compareResults, comparisonReport } from './compare.js';
import { OLDER_REPLY, plainScenario, REPLY_UID, resultsOf } from './testing/sample-report.js';

const of = (outcome: Outcome): Results => resultsOf('mine', plainScenario('a', outcome));
const kinds = (before: Results, after: Results, strict = false): string[] =>
  compareResults(before, after, strict).changes.map(({ kind }) => kind);

describe('compareResults', () => {
  test.each<[Outcome, Outcome, string | undefined, boolean]>([
    ['passed', 'passed', undefined, false],
    ['failed', 'failed', undefined, false],
    ['blocked', 'blocked', undefined, false],
    ['passed', 'failed', 'broken', true],
    ['passed', 'errored', 'broken', true],
    ['blocked', 'inconclusive', 'broken', true],
    ['failed', 'passed', 'fixed', false],
    ['errored', 'warned', 'fixed', false],
    ['failed', 'errored', 'other', false],
    ['passed', 'warned', 'other', false],
    ['passed', 'blocked', 'lost', true],
    ['failed', 'not-applicable', 'lost', true],
    ['blocked', 'passed', 'judged', false],
    ['blocked', 'not-applicable', 'other', false],
  ])('from %s to %s is %s', (was, is, kind, isWorse) => {
    const comparison = compareResults(of(was), of(is), false);
    expect(comparison.changes.map((change) => change.kind)).toEqual(kind === undefined ? [] : [kind]);
    expect(comparison.isWorse).toBe(isWorse);
    expect(comparison.same).toBe(kind === undefined ? 1 : 0);
  });

  test('under strict a warning breaks', () => {
    expect(kinds(of('passed'), of('warned'), true)).toEqual(['broken']);
    expect(kinds(of('warned'), of('passed'), true)).toEqual(['fixed']);
  });

  test('what only one of them knows is new or gone; a new one that breaks is worse', () => {
    const [less, more] = [
      of('passed'),
      resultsOf('mine', plainScenario('a', 'passed'), plainScenario('b', 'passed')),
    ];
    expect(compareResults(less, more, false)).toEqual({
      changes: [{ kind: 'new', scenario: 'rfc2446/3.2.3-reply/b', requirement: REPLY_UID, after: 'passed' }],
      same: 1,
      isWorse: false,
    });
    expect(kinds(more, less)).toEqual(['gone']);
    expect(compareResults(more, less, false).isWorse).toBe(false);
    const broken = resultsOf('mine', plainScenario('a', 'passed'), plainScenario('b', 'failed'));
    expect(compareResults(less, broken, false).isWorse).toBe(true);
  });

  test('each requirement of a scenario is compared by itself, by the worst of its checks', () => {
    const checks = (...outcomes: Outcome[]) =>
      resultsOf(
        'mine',
        sampleScenario('s', [
          ...outcomes.map((outcome) => sampleCheck(outcome, { requirement: REPLY_UID })),
          sampleCheck('failed', { requirement: OLDER_REPLY }),
        ]),
      );
    const { changes, same } = compareResults(checks('passed', 'passed'), checks('passed', 'failed'), false);
    expect(changes).toEqual([
      {
        kind: 'broken',
        scenario: 's',
        requirement: REPLY_UID,
        before: 'passed',
        after: 'failed',
        reason: 'why it is failed',
      },
    ]);
    expect(same).toBe(1);
  });

  test('neither order nor the name of a scenario matters', () => {
    const [a, b] = [plainScenario('a', 'passed'), plainScenario('b', 'failed')];
    const renamed = { ...b, name: 'Another name', line: 99 };
    expect(kinds(resultsOf('mine', a, b), resultsOf('mine', renamed, a))).toEqual([]);
  });

  test('a scenario without checks stands for itself', () => {
    const bare = (outcome: Outcome) => resultsOf('mine', sampleScenario('s', [], { outcome }));
    expect(kinds(bare('not-applicable'), bare('errored'))).toEqual(['broken']);
  });
});

test('comparisonReport tells what is worse first, with the reason, and keeps to 80 columns', () => {
  const before = resultsOf('mine', plainScenario('a', 'failed'), plainScenario('b', 'passed'));
  const after = resultsOf('mine', plainScenario('a', 'passed'), plainScenario('b', 'failed'));
  const many = Array.from({ length: 25 }, (_, index) => plainScenario(`new-${index}`, 'passed'));
  const lines = comparisonReport(before, { ...after, scenarios: [...after.scenarios, ...many] }, false);
  expect(lines.slice(0, 6)).toEqual([
    'before  mine, mine 1.0, profile rfc5546, 2 scenarios, 2030-01-07 09:00 UTC',
    'after   mine, mine 1.0, profile rfc5546, 2 scenarios, 2030-01-07 09:00 UTC',
    '',
    'broken since',
    '  passed -> failed 2446/3.2.3/reply-uid',
    '    rfc2446/3.2.3-reply/b',
  ]);
  expect(lines[6]).toBe('    why it is failed');
  expect(lines).toContain('  and 5 more');
  expect(lines.slice(-8).map((line) => line.trim().split(/\s+/))).toEqual([
    ['broken', '1'],
    ['lost', '0'],
    ['fixed', '1'],
    ['judged', '0'],
    ['other', '0'],
    ['new', '25'],
    ['gone', '0'],
    ['same', '0'],
  ]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});
