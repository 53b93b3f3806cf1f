import { expect, test } from 'vitest';
import type { Outcome } from '../../conformance/results.js';
import { plainScenario, REPLY_UID, reportInput, resultsOf } from '../testing/sample-report.js';
import { differs, isUneven } from './agreement.js';
import { modelOf } from './model.js';

test.each([
  [['passed', 'failed'], true, false],
  [['passed', 'passed'], false, false],
  [['passed', 'not-applicable'], false, true],
  [['passed', 'failed', 'blocked'], true, true],
  [['failed', 'errored'], true, false],
  [['blocked', 'not-applicable'], false, false],
] as const satisfies [Outcome[], boolean, boolean][])(
  '%j: differing %s, uneven %s',
  (outcomes, isDiffering, isPartial) => {
    const columns = outcomes.map((outcome, index) => resultsOf(`t${index}`, plainScenario('a', outcome)));
    const entry = modelOf(reportInput(...columns)).requirements.get(REPLY_UID);
    expect(entry && [differs(entry), isUneven(entry)]).toEqual([isDiffering, isPartial]);
  },
);

test('targets that fail a requirement in different scenarios differ', () => {
  const one = resultsOf('one', plainScenario('a', 'passed'), plainScenario('b', 'failed'));
  const both = plainScenario('b', 'failed');
  const differing = (...scenarios: Parameters<typeof resultsOf>[1][]): boolean | undefined => {
    const entry = modelOf(reportInput(one, resultsOf('other', ...scenarios))).requirements.get(REPLY_UID);
    return entry && differs(entry);
  };
  expect(differing(plainScenario('a', 'failed'), both)).toBe(true);
  expect(differing(plainScenario('a', 'passed'), both)).toBe(false);
});
