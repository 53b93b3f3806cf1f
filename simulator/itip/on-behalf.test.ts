import { describe, expect, test } from 'vitest';
import { type JCalComponent, type JCalProperty, properties, property } from '../icalendar/jcal.js';
import type { Method, Outgoing } from './message.js';
import { maySchedule, type Right, sentOnBehalf } from './on-behalf.js';
import { participationRules } from './participation-rules.js';
import { STANDARD_POLICIES } from './policies.js';

const ANNA = 'mailto:anna@example.com';
const BERT = 'mailto:bert@example.com';
const CARLA = 'mailto:carla@example.com';
const SVEN = 'mailto:sven@example.com';
const rules = participationRules(STANDARD_POLICIES);

const zone: JCalComponent = ['vtimezone', [['tzid', {}, 'text', 'Europe/Berlin']], []];
const organizer: JCalProperty = ['organizer', { cn: 'Anna' }, 'cal-address', ANNA];
const bert: JCalProperty = ['attendee', { partstat: 'ACCEPTED' }, 'cal-address', BERT];
const carla: JCalProperty = ['attendee', {}, 'cal-address', CARLA];
const event: JCalComponent = ['vevent', [organizer, bert, carla], []];

function message(method: Method, originator: string, recipients: readonly string[]): Outgoing {
  return { method, originator, recipients, calendar: ['vcalendar', [], [zone, event]] };
}

describe('a message that another sends', () => {
  test('for the Organizer has SENT-BY at ORGANIZER and goes to the same recipients', () => {
    const sent = sentOnBehalf(message('REQUEST', ANNA, [BERT, CARLA]), SVEN, rules);
    const [first, second] = sent.calendar[2];
    expect(first).toBe(zone);
    expect(second?.[1]).toEqual([
      ['organizer', { cn: 'Anna', 'sent-by': SVEN }, 'cal-address', ANNA],
      bert,
      carla,
    ]);
    expect([sent.originator, sent.recipients, sent.method]).toEqual([SVEN, [BERT, CARLA], 'REQUEST']);
  });

  test('for an Attendee has SENT-BY at that ATTENDEE alone', () => {
    const sent = sentOnBehalf(message('REPLY', 'MAILTO:Bert@example.com', [ANNA]), SVEN, rules);
    const component = sent.calendar[2][1] ?? event;
    expect(property(component, 'organizer')).toBe(organizer);
    expect(properties(component, 'attendee')).toEqual([
      ['attendee', { partstat: 'ACCEPTED', 'sent-by': SVEN }, 'cal-address', BERT],
      carla,
    ]);
    expect(sent.recipients).toEqual([ANNA]);
  });

  test('for an Organizer who answers as an Attendee has SENT-BY at the ATTENDEE', () => {
    const own: JCalComponent = ['vevent', [organizer, ['attendee', {}, 'cal-address', ANNA]], []];
    const reply: Outgoing = { ...message('REPLY', ANNA, [ANNA]), calendar: ['vcalendar', [], [own]] };
    expect(sentOnBehalf(reply, SVEN, rules).calendar[2][0]?.[1]).toEqual([
      organizer,
      ['attendee', { 'sent-by': SVEN }, 'cal-address', ANNA],
    ]);
  });

  test('marks every component of the event', () => {
    const two: Outgoing = {
      ...message('REQUEST', ANNA, [BERT]),
      calendar: ['vcalendar', [], [event, event]],
    };
    const sentBy = sentOnBehalf(two, SVEN, rules).calendar[2].map(
      (part) => property(part, 'organizer')?.[1]['sent-by'],
    );
    expect(sentBy).toEqual([SVEN, SVEN]);
  });
});

describe('the right to schedule', () => {
  const rights: Right[] = [
    { user: 'anna', actor: 'sven', may: ['read', 'schedule'] },
    { user: 'bert', actor: 'sven', may: ['read', 'write'] },
  ];

  test.each([
    ['anna', 'anna', true],
    ['anna', 'sven', true],
    ['bert', 'sven', false],
    ['sven', 'anna', false],
    ['anna', 'bert', false],
  ])('for %s by %s: %s', (user, actor, expected) => {
    expect(maySchedule(rights, user, actor)).toBe(expected);
  });
});

test('a REPLY speaks for its ATTENDEE, not for who sent it', () => {
  expect(rules.repliesFor(['attendee', { 'sent-by': SVEN }, 'cal-address', BERT])).toBe(BERT);
});
