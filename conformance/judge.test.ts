import { describe, expect, it, test } from 'vitest';
import type { Force } from '../requirements/row.js';
import type { Trouble } from '../targets/lane.js';
import {
  Blocked,
  HarnessFault,
  Inconclusive,
  MalformedAnswer,
  Mismatch,
  NotExpressible,
  TargetUnreachable,
  UsageError,
} from '../targets/outcome-errors.js';
import type { Finding } from './ambient/finding.js';
import { ambientChecks, checkOf, isHarnessFault, unplayedCheck } from './judge.js';
import { sampleCatalogue, sampleRow } from './testing/sample-catalogue.js';

const ID = '2446/1/rule';
const row = sampleRow(ID);
const trouble = (error: unknown, phase: Trouble['phase'] = 'look'): Trouble => ({
  phase,
  error,
  sentence: 'Bert sees it',
});

describe('a scenario without trouble', () => {
  it('passes, and says no more', () => {
    const passed = { requirement: ID, level: 'must', ambient: false, outcome: 'passed' };
    expect(checkOf(row, undefined, 'rfc5546')).toEqual(passed);
  });
});

describe('a Then that does not hold', () => {
  const mismatch = trouble(new Mismatch('SEQUENCE 1', 'SEQUENCE 0', 'BEGIN:VCALENDAR'));

  test.each<[Force, string, string]>([
    [{ level: 'MUST' }, 'must', 'failed'],
    [{ level: 'MUST NOT' }, 'must', 'failed'],
    [{ level: 'SHOULD' }, 'should', 'warned'],
    [{ level: 'SHOULD NOT' }, 'should', 'warned'],
    [{ level: 'MAY' }, 'may', 'not-applicable'],
    [{ level: 'implied', weight: 'must', reason: 'r' }, 'implied', 'failed'],
    [{ level: 'implied', weight: 'should', reason: 'r' }, 'implied', 'warned'],
  ])('under %j', (force, level, outcome) => {
    const check = checkOf({ ...row, force }, mismatch, 'rfc5546');
    expect(check).toMatchObject({ level, outcome, expected: 'SEQUENCE 1', actual: 'SEQUENCE 0' });
    expect(check.message).toBe('BEGIN:VCALENDAR');
    expect(check.reason).toBe(
      outcome === 'not-applicable' ? 'does not use this permission' : 'expected SEQUENCE 1, found SEQUENCE 0',
    );
  });

  it('weighs by the level of the profile', () => {
    const both = { ...row, in2446: { level: 'SHOULD' } as const };
    expect(checkOf(both, mismatch, 'rfc2446')).toMatchObject({ level: 'should', outcome: 'warned' });
    expect(checkOf(both, mismatch, 'rfc5546')).toMatchObject({ level: 'must', outcome: 'failed' });
  });
});

test.each(['arrange', 'act', 'hook'] as const)(
  'what does not hold in the phase %s is no verdict',
  (phase) => {
    const check = checkOf(row, trouble(new Mismatch('this', 'that'), phase), 'rfc5546');
    expect(check.outcome).toBe('blocked');
    expect(check.reason).toBe('could not be arranged: Bert sees it (expected this, found that)');
  },
);

describe('an error', () => {
  const known: readonly (readonly [Error, string])[] = [
    [new Blocked('the gate is closed'), 'blocked'],
    [new Inconclusive('no marker came'), 'inconclusive'],
    [new NotExpressible('no COUNTER here'), 'not-expressible'],
    [new TargetUnreachable('connection refused'), 'errored'],
    [new MalformedAnswer('no XML', '< 200 OK'), 'errored'],
  ];

  test.each(known)('%s has its own outcome in every phase', (error, outcome) => {
    for (const phase of ['arrange', 'act', 'look', 'hook'] as const) {
      const check = checkOf(row, trouble(error, phase), 'rfc5546');
      expect(check).toMatchObject({ outcome, reason: error.message });
    }
    expect(isHarnessFault(trouble(error))).toBe(false);
  });

  it('of a malformed answer brings the exchange', () => {
    const check = checkOf(row, trouble(new MalformedAnswer('no XML', '< 200 OK')), 'rfc5546');
    expect(check.message).toBe('< 200 OK');
  });

  test.each([new HarnessFault('ours'), new TypeError('ours'), new UsageError('ours'), 'ours'])(
    '%s is a fault of the harness and never a failure of the target',
    (error) => {
      expect(isHarnessFault(trouble(error))).toBe(true);
      expect(checkOf(row, trouble(error), 'rfc5546')).toMatchObject({
        outcome: 'errored',
        reason: 'fault of the harness: ours',
      });
    },
  );

  it('that is a verdict is no fault of the harness', () => {
    expect(isHarnessFault(trouble(new Mismatch('this', 'that')))).toBe(false);
  });
});

it('a check that was not played has a reason', () => {
  expect(
    unplayedCheck({ ...row, force: { level: 'SHOULD' } }, 'not-applicable', 'no Inbox', 'rfc5546'),
  ).toEqual({
    requirement: ID,
    level: 'should',
    ambient: false,
    outcome: 'not-applicable',
    reason: 'no Inbox',
  });
});

describe('ambient findings', () => {
  const held: Finding = { requirement: ID, ok: true };
  const difference = { reason: 'it breaks', expected: 'this', actual: 'that', message: 'BEGIN:VCALENDAR' };
  const brokenFinding: Finding = { ...held, ok: false, ...difference };
  const judged = (finding: Finding, force: Force = { level: 'MUST' }) =>
    ambientChecks([finding], sampleCatalogue([{ ...row, force }]), 'rfc5546');

  it('that hold pass', () => {
    expect(judged(held)).toEqual([{ requirement: ID, level: 'must', ambient: true, outcome: 'passed' }]);
  });

  test.each<[Force, string]>([
    [{ level: 'MUST NOT' }, 'failed'],
    [{ level: 'SHOULD' }, 'warned'],
    [{ level: 'MAY' }, 'not-applicable'],
  ])('that are broken count by level: %j', (force, outcome) => {
    expect(judged(brokenFinding, force)).toEqual([
      expect.objectContaining({ ambient: true, outcome, ...difference }),
    ]);
  });

  it('count only under a profile that has the row', () => {
    const catalogue = sampleCatalogue([{ ...row, profiles: ['rfc5546'] }]);
    expect(ambientChecks([brokenFinding], catalogue, 'rfc5546')).toHaveLength(1);
    expect(ambientChecks([brokenFinding], catalogue, 'rfc2446')).toEqual([]);
  });

  it('about no row are not lost', () => {
    expect(() => ambientChecks([held], sampleCatalogue([]), 'rfc5546')).toThrow(HarnessFault);
  });
});
