import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Results } from '../conformance/results.js';
import { badgeOf } from './badge.js';
import { OLDER_REPLY, plainScenario, resultsOf } from './testing/sample-report.js';

const passed = plainScenario('a', 'passed');
const clean = resultsOf('mine', passed);

/** What shields.io takes from an endpoint. */
const SCHEMA = {
  type: 'object',
  required: ['schemaVersion', 'label', 'message'],
  properties: {
    schemaVersion: { const: 1 },
    label: { type: 'string' },
    message: { type: 'string', minLength: 1 },
    color: { enum: ['red', 'yellow', 'brightgreen', 'lightgrey'] },
  },
  additionalProperties: false,
};
const isBadge = new Ajv2020().compile(SCHEMA);

test('a whole suite that was judged and holds is passing', () => {
  expect(badgeOf(clean)).toEqual({
    schemaVersion: 1,
    label: 'iTIP rfc5546',
    message: 'passing 1',
    color: 'brightgreen',
  });
});

test.each<[string, Results, string, string]>([
  ['is broken', resultsOf('mine', passed, plainScenario('b', 'failed', OLDER_REPLY)), '1 of 2 hold', 'red'],
  [
    'could not be reached',
    resultsOf('mine', passed, plainScenario('b', 'errored', OLDER_REPLY)),
    '1 of 2 hold',
    'red',
  ],
  ['was judged in nothing', resultsOf('mine', plainScenario('a', 'blocked')), 'not judged', 'lightgrey'],
  ['has no scenario', resultsOf('mine'), 'not judged', 'lightgrey'],
  [
    'was not all judged',
    resultsOf('mine', passed, plainScenario('b', 'blocked', OLDER_REPLY)),
    '1 of 2 judged',
    'yellow',
  ],
  [
    'lacks an ability',
    resultsOf('mine', passed, plainScenario('b', 'not-applicable', OLDER_REPLY)),
    '1 of 2 judged',
    'yellow',
  ],
  ['was interrupted', { ...clean, interrupted: true }, '1 of 1 judged in a part of the suite', 'yellow'],
  [
    'was tested in part',
    { ...clean, suite: { ...clean.suite, scenarios: 9 } },
    '1 of 1 judged in a part of the suite',
    'yellow',
  ],
])('what %s is never passing', (_what, results, message, color) => {
  const badge = badgeOf(results);
  expect(badge).toMatchObject({ message, color });
  expect(isBadge(badge), JSON.stringify(isBadge.errors)).toBe(true);
  expect(isBadge({ ...badge, message: '' })).toBe(false);
});
