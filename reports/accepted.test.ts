import { expect, test } from 'vitest';
import type { BaselineEntry, BaselineReport } from '../conformance/baseline.js';
import { acceptedBecause, baselineChores, isAllKnown } from './accepted.js';

const entry = (more: Partial<BaselineEntry>): BaselineEntry => ({
  ...{ scenario: 'a', requirement: '2446/3.2.3/reply-uid', outcome: 'failed', reason: 'it drops the UID' },
  ...more,
});
const listed = (...entries: readonly BaselineEntry[]) =>
  entries.map((one) => ({ entry: one, now: one.outcome }));
const none: BaselineReport = { known: [], flaky: [], unlisted: [], stale: [], expired: [] };

test('a scenario is accepted for the reasons of its entries, each once', () => {
  const known = listed(entry({}), entry({ requirement: 'other' }), entry({ scenario: 'b', reason: 'no' }));
  const flaky = listed(entry({ requirement: 'third', reason: 'it is slow', link: 'issue 7' }));
  expect(acceptedBecause('a', { ...none, known, flaky })).toBe('it drops the UID; it is slow (issue 7)');
});

test.each<[string, Partial<BaselineReport> | undefined]>([
  ['without a baseline', undefined],
  ['when nothing of it is listed', { known: listed(entry({ scenario: 'b' })) }],
  [
    'when something else of it is not listed',
    {
      known: listed(entry({})),
      unlisted: [{ scenario: 'a', requirement: 'x', outcome: 'failed', reason: 'y' }],
    },
  ],
  ['when an entry has expired', { known: listed(entry({})), expired: listed(entry({ requirement: 'x' })) }],
])('a scenario is not accepted %s', (_when, report) => {
  expect(acceptedBecause('a', report && { ...none, ...report })).toBeUndefined();
});

test('all is known only of a run that is broken and has nothing unlisted or expired', () => {
  expect(isAllKnown({ kind: 'broken', text: '' }, none)).toBe(true);
  expect(isAllKnown({ kind: 'broken', text: '' }, undefined)).toBe(false);
  expect(isAllKnown({ kind: 'broken', text: '' }, { ...none, expired: listed(entry({})) })).toBe(false);
  expect(isAllKnown({ kind: 'clean', text: '' }, none)).toBe(false);
});

test('what is stale or expired says what to do', () => {
  const stale = [{ entry: entry({}), why: 'listed as failed, but it passes' }];
  const expired = listed(entry({ scenario: 'b', expires: '2030-01-01' }));
  expect(baselineChores({ ...none, stale, expired })).toEqual([
    'stale: a 2446/3.2.3/reply-uid: listed as failed, but it passes; remove the entry',
    'expired on 2030-01-01: b 2446/3.2.3/reply-uid',
  ]);
});
