import { describe, expect, it } from 'vitest';
import { statusOf } from '../icalendar/read.js';
import { sampleEvent } from '../testing/sample-event.js';
import { attendeeRules as rules, withStatus } from './attendee-rules.js';

const [stored, incoming] = [sampleEvent(), sampleEvent({ sequence: 1 })];

describe('a copy', () => {
  it('is what the REQUEST says', () => {
    expect(rules.copyAfterReschedule(stored, incoming)).toBe(incoming);
    expect(rules.copyAfterUpdate(stored, incoming)).toBe(incoming);
  });

  it('shows as cancelled after a CANCEL, whatever STATUS it had', () => {
    const confirmed = sampleEvent({ lines: ['STATUS:CONFIRMED'] });
    for (const event of [stored, confirmed]) {
      const cancelled = rules.copyAfterCancel(event);
      expect(statusOf(cancelled)).toBe('CANCELLED');
      expect(cancelled[1].filter(([name]) => name === 'status')).toHaveLength(1);
    }
    expect(withStatus(stored, 'TENTATIVE')[1]).toHaveLength(stored[1].length + 1);
  });
});

describe('the own answer', () => {
  it.each([
    ['ACCEPTED', 'NEEDS-ACTION', 'ACCEPTED'],
    ['DECLINED', 'ACCEPTED', 'DECLINED'],
    ['NEEDS-ACTION', 'ACCEPTED', 'ACCEPTED'],
  ])('%s, when an update says %s, is %s', (answered, said, expected) => {
    expect(rules.ownAnswerAfterUpdate(answered, said, true)).toBe(expected);
  });
});

describe('a message', () => {
  it('is about the event of its UID', () => {
    expect([rules.sameEvent('a', 'a'), rules.sameEvent('a', 'A')]).toEqual([true, false]);
    expect(rules.uidOfCopy('a')).toBe('a');
    expect(rules.takesUnknown({ sequence: 7, dtstamp: '' }, '')).toBe(true);
  });

  it('that cancels for some concerns those whom it lists', () => {
    expect([rules.cancelConcerns(true), rules.cancelConcerns(false)]).toEqual([true, false]);
  });

  it('that cancels too early is held when it is no first revision', () => {
    expect([rules.holdsEarlyCancel(0), rules.holdsEarlyCancel(1)]).toEqual([false, true]);
  });
});
