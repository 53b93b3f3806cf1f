import { describe, expect, it } from 'vitest';
import { orderingRules as rules } from './ordering-rules.js';

const revision = (sequence: number, minute: number) => ({
  sequence,
  dtstamp: `2030-01-07T09:${String(minute).padStart(2, '0')}:00Z`,
});

describe('two revisions are ordered (RFC 2446 section 2.1.5)', () => {
  it.each([
    ['by SEQUENCE, whatever DTSTAMP', revision(2, 1), revision(1, 9), 'newer'],
    ['by SEQUENCE as a number', revision(10, 1), revision(9, 1), 'newer'],
    ['by DTSTAMP where SEQUENCE is equal', revision(1, 1), revision(1, 2), 'older'],
    ['or are the same', revision(1, 1), revision(1, 1), 'same'],
  ])('%s', (_what, incoming, last, order) => {
    expect(rules.orderRequest(incoming, last)).toBe(order);
    expect(rules.orderCancel(incoming, last)).toBe(order);
    expect(rules.orderReply(incoming, last)).toBe(order);
  });
});

describe('an instance is overtaken by the series', () => {
  it.each([
    ['when it was composed earlier, whatever SEQUENCE', revision(9, 1), revision(1, 2), true],
    ['not when it was composed later', revision(0, 3), revision(1, 2), false],
    ['in the same second by SEQUENCE', revision(0, 2), revision(1, 2), true],
    ['not in the same second with the same SEQUENCE', revision(1, 2), revision(1, 2), false],
  ])('%s', (_what, instance, series, expected) => {
    expect(rules.overtakenBySeries(instance, series)).toBe(expected);
  });
});

describe('what is remembered', () => {
  it('has a key of its own for each instance and Attendee', () => {
    expect(rules.revisionKey('2030-03-11T10:00:00Z')).toBe('2030-03-11T10:00:00Z');
    expect(rules.revisionKey('')).toBe('');
    expect(rules.replyKey('mailto:bert@example.com')).toBe('mailto:bert@example.com');
    expect(rules.replyInstanceKey('2030-03-11T10:00:00Z')).toBe('2030-03-11T10:00:00Z');
  });

  it('of another instance is no reason to drop a CANCEL', () => {
    expect(rules.isTakenAlready(revision(1, 1), [['2030-03-11T10:00:00Z', revision(1, 1)]])).toBe(false);
  });

  it('after a CANCEL is its revision', () => {
    expect(rules.revisionAfterCancel(revision(2, 2), revision(1, 1), '2030-03-11T10:00:00Z')).toEqual(
      revision(2, 2),
    );
  });
});
