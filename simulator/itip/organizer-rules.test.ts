import { describe, expect, it } from 'vitest';
import { makeProperty, withoutProperty, withProperty } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { sampleCalendar, sampleEvent } from '../testing/sample-event.js';
import { organizerRules, withAnswersReset } from './organizer-rules.js';
import { STANDARD_POLICIES } from './policies.js';
import { answersIn } from './testing/sides.js';

const rules = organizerRules(STANDARD_POLICIES);
const calendar = sampleCalendar();
const event = sampleEvent({ lines: ['RRULE:FREQ=DAILY;COUNT=5', 'STATUS:CONFIRMED', 'LOCATION:Room 1'] });

function changed(name: string, value: string): JCalComponent {
  return withProperty(event, makeProperty(name, value));
}

/** Rescheduling, raised SEQUENCE, reset answers. */
const CHANGES = [
  ['DTSTART', changed('dtstart', '2030-03-04T10:30:00Z'), true, true, true],
  ['DTEND', changed('dtend', '2030-03-04T11:30:00Z'), true, true, true],
  [
    'RRULE, with more instances',
    withProperty(event, ['rrule', {}, 'recur', { freq: 'DAILY', count: 6 }]),
    true,
    true,
    true,
  ],
  [
    'RRULE, with fewer',
    withProperty(event, ['rrule', {}, 'recur', { freq: 'DAILY', count: 4 }]),
    true,
    true,
    false,
  ],
  ['EXDATE', withProperty(event, ['exdate', {}, 'date-time', '2030-03-05T10:00:00Z']), true, true, false],
  ['RDATE', withProperty(event, ['rdate', {}, 'date-time', '2030-03-05T15:00:00Z']), true, true, true],
  ['STATUS', changed('status', 'TENTATIVE'), false, true, false],
  ['LOCATION', changed('location', 'Room 2'), false, false, false],
  [
    'nothing but the form',
    withProperty(withoutProperty(event, 'dtend'), makeProperty('duration', 'PT1H')),
    false,
    false,
    false,
  ],
] as const;

describe('a change (RFC 5546 section 2.1.4, RFC 6638 section 3.2.8)', () => {
  it.each(CHANGES)('of %s', (_what, after, rescheduling, raised, reset) => {
    expect([
      rules.isRescheduling(event, after, calendar),
      rules.raisesSequence(event, after, calendar),
      rules.resetsAnswers(event, after, calendar),
    ]).toEqual([rescheduling, raised, reset]);
  });

  it('never resets answers by policy', () => {
    const never = organizerRules({ ...STANDARD_POLICIES, partstatReset: 'never' });
    expect(CHANGES.filter(([, after]) => never.resetsAnswers(event, after, calendar))).toEqual([]);
  });
});

describe('SEQUENCE', () => {
  it('is counted from the highest that was sent where it is raised, else stays', () => {
    expect(rules.sequenceCountedFrom(1, 4, true)).toBe(4);
    expect(rules.sequenceCountedFrom(1, 4, false)).toBe(1);
    expect([rules.sequenceOfChange(4, true), rules.sequenceOfChange(4, false)]).toEqual([5, 4]);
    expect([rules.sequenceOfCancel(4, true), rules.sequenceOfCancel(4, false)]).toEqual([5, 5]);
  });

  it('is raised by every change by policy', () => {
    const always = organizerRules({ ...STANDARD_POLICIES, sequenceOfUpdate: 'raise' });
    expect(rules.raisesSequence(event, event, calendar)).toBe(false);
    expect(always.raisesSequence(event, event, calendar)).toBe(true);
  });

  it.each([
    ['as-given', 0, 0],
    ['at-least-1', 0, 1],
    ['at-least-1', 3, 3],
  ] as const)('of a new event, by policy %s, is from %i %i', (initialSequence, given, expected) => {
    expect(organizerRules({ ...STANDARD_POLICIES, initialSequence }).sequenceOfNew(given)).toBe(expected);
  });
});

describe('answers', () => {
  const listed = sampleEvent({ attendees: { anna: 'ACCEPTED', bert: 'ACCEPTED', carla: 'DECLINED' } });

  it('are reset for all but the Organizer', () => {
    expect(answersIn(withAnswersReset(listed))).toBe('anna ACCEPTED, bert NEEDS-ACTION, carla NEEDS-ACTION');
    expect(rules.answersAfterChange(listed, false)).toBe(listed);
  });

  it('go with the Attendees who are removed', () => {
    expect(answersIn(rules.withoutRemoved(listed, ['MAILTO:BERT@example.com']))).toBe(
      'anna ACCEPTED, carla DECLINED',
    );
    expect(rules.withoutRemoved(listed, [])).toBe(listed);
  });

  it('are those of the one who replies', () => {
    expect(rules.answersFor('mailto:bert@example.com', () => ['mailto:carla@example.com'])).toEqual([
      'mailto:bert@example.com',
    ]);
  });
});
