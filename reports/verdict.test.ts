import { describe, expect, test } from 'vitest';
import type { Results } from '../conformance/results.js';
import { sampleScenario } from '../conformance/testing/sample-results.js';
import { OLDER_REPLY, plainScenario, resultsOf } from './testing/sample-report.js';
import { plural, verdictOf } from './verdict.js';

const passed = plainScenario('a', 'passed');
const second = (outcome: Parameters<typeof plainScenario>[1]): Results =>
  resultsOf('mine', passed, plainScenario('b', outcome, OLDER_REPLY));

describe('verdictOf', () => {
  test.each<[Results, string, string]>([
    [second('passed'), 'clean', 'all 2 requirements met'],
    [second('warned'), 'clean', 'no requirement broken of 2; 1 SHOULD not followed'],
    [second('failed'), 'broken', '1 of 2 requirements not met'],
    [second('errored'), 'broken', '1 of 2 requirements undecided'],
    [second('inconclusive'), 'broken', '1 of 2 requirements undecided'],
    [second('blocked'), 'partly', 'no requirement broken, but only 1 of 2 fully judged'],
    [second('not-applicable'), 'partly', 'no requirement broken, but only 1 of 2 fully judged'],
    [resultsOf('mine', plainScenario('a', 'blocked')), 'nothing', 'nothing was judged'],
    [resultsOf('mine'), 'nothing', 'nothing was judged'],
    [
      resultsOf('mine', passed, plainScenario('b', 'blocked')),
      'partly',
      'no requirement broken, but only 0 of 1 fully judged',
    ],
    [
      resultsOf(
        'mine',
        plainScenario('a', 'failed'),
        plainScenario('b', 'blocked', OLDER_REPLY),
        plainScenario('c', 'errored', '2446/3.2.3/comment'),
      ),
      'broken',
      '1 of 3 requirements not met, 1 undecided, 1 not judged',
    ],
  ])('%#: is %s', (results, kind, text) => {
    expect(verdictOf(results)).toEqual({ kind, text });
  });

  test('a SHOULD that is not followed breaks a strict run', () => {
    const results = resultsOf('mine', plainScenario('a', 'warned'));
    expect(verdictOf(results).kind).toBe('clean');
    expect(verdictOf(results, true)).toEqual({ kind: 'broken', text: '1 of 1 requirement not met' });
  });

  test('an interrupted run is never clean', () => {
    const results = { ...resultsOf('mine', passed), interrupted: true };
    expect(verdictOf({ ...results, suite: { ...results.suite, selected: 5 } })).toEqual({
      kind: 'partly',
      text: 'no requirement broken, but only 1 of 1 fully judged; the run was interrupted after 1 of 5 scenarios',
    });
  });

  test('what an interrupted run did not get to is not counted as played', () => {
    const unplayed = plainScenario('b', 'inconclusive');
    const results = resultsOf('mine', passed, { ...unplayed, durationMs: 0 }, { ...unplayed, id: 'c' });
    expect(verdictOf({ ...results, interrupted: true }).text).toContain(
      'the run was interrupted after 2 of 3 scenarios',
    );
  });

  test('a scenario that went wrong without a check counts as well', () => {
    const bare = sampleScenario('bare', [], { outcome: 'errored' });
    const { kind, text } = verdictOf(resultsOf('mine', passed, bare));
    expect([kind, text]).toEqual(['broken', '1 of 1 requirement undecided']);
  });
});

test('plural', () => {
  expect([plural(1, 'check'), plural(0, 'check'), plural(2, 'check')]).toEqual([
    '1 check',
    '0 checks',
    '2 checks',
  ]);
});
