import { expect, test } from 'vitest';
import { plainScenario, resultsOf } from './testing/sample-report.js';
import { closedGates, unjudgedReasons } from './unjudged.js';

test('each reason is told once with the number of its scenarios', () => {
  const without = { ...plainScenario('d', 'not-applicable'), reason: undefined };
  const results = resultsOf(
    'mine',
    plainScenario('a', 'blocked'),
    plainScenario('b', 'passed'),
    plainScenario('c', 'blocked'),
    plainScenario('e', 'failed'),
    without,
  );
  expect(unjudgedReasons(results)).toEqual([
    { outcome: 'blocked', reason: 'why it is blocked', count: 2 },
    { outcome: 'not-applicable', reason: 'no reason given', count: 1 },
  ]);
});

test('a gate is closed unless it passed or does not apply', () => {
  const gate = { gate: 'mail', scenario: 'a' };
  const gates = (['passed', 'failed', 'not-applicable', 'inconclusive'] as const).map((outcome) => {
    return { ...gate, outcome, ...(outcome === 'failed' && { reason: 'lost' }) };
  });
  expect(closedGates({ ...resultsOf('mine'), gates })).toEqual([
    { ...gate, outcome: 'failed', reason: 'lost' },
    { ...gate, outcome: 'inconclusive', reason: 'no reason given' },
  ]);
});
