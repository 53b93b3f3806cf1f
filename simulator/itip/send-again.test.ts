import { expect, test } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { attendeeOf, dtstampOf, eventsOf, sequenceOf } from '../icalendar/read.js';
import { sampleObject } from '../testing/sample-series.js';
import { entryOf } from './entry.js';
import { sendAgain } from './send-again.js';
import { standardRules } from './standard-rules.js';

const BERT = 'mailto:bert@example.com';
const CARLA = 'mailto:carla@example.com';
const NOW = '2030-01-08T09:00:00Z';

/** A series of three with Bert; Carla comes to the second, and Dora has delegated to Erik without wanting updates. */
const calendar = sampleObject(
  {
    sequence: 1,
    attendees: { bert: 'ACCEPTED' },
    lines: [
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'ATTENDEE;PARTSTAT=DELEGATED;RSVP=FALSE;DELEGATED-TO="mailto:erik@example.com":mailto:dora@example.com',
    ],
  },
  {
    sequence: 2,
    attendees: { bert: 'NEEDS-ACTION', carla: 'NEEDS-ACTION' },
    lines: ['RECURRENCE-ID:20300311T100000Z'],
  },
);
const entry = { ...entryOf(calendar), issued: 2 };

function sent(to: readonly string[] | undefined, asked: readonly string[] = []) {
  const { entry: next, outgoing } = sendAgain(entry, { to, asked, now: NOW }, standardRules);
  return {
    next,
    messages: outgoing.map(({ method, originator, recipients, calendar: message }) => [
      `${method} from ${originator} to ${recipients.join(' and ')}`,
      eventsOf(message).map((event) => [textValue(event, 'recurrence-id') ?? 'series', sequenceOf(event)]),
    ]),
  };
}

test('everybody gets the components that list them, each with its SEQUENCE; not who wants no updates', () => {
  expect(sent(undefined).messages).toEqual([
    [
      `REQUEST from mailto:anna@example.com to ${BERT}`,
      [
        ['series', 1],
        ['2030-03-11T10:00:00Z', 2],
      ],
    ],
    [`REQUEST from mailto:anna@example.com to ${CARLA}`, [['2030-03-11T10:00:00Z', 2]]],
  ]);
});

test('only some get it, each once; one who is on nothing gets nothing', () => {
  const { messages } = sent(['mailto:CARLA@example.com', CARLA, 'mailto:otto@example.com']);
  expect(messages).toEqual([
    ['REQUEST from mailto:anna@example.com to mailto:carla@example.com', [['2030-03-11T10:00:00Z', 2]]],
  ]);
});

test('what was sent is what is kept: RSVP of those asked, and DTSTAMP', () => {
  const { next } = sent([CARLA], [CARLA]);
  const [series, instance] = eventsOf(next.calendar);
  expect([series, instance].map((event) => event && dtstampOf(event))).toEqual(['2030-01-07T09:00:00Z', NOW]);
  expect(instance && attendeeOf(instance, [CARLA])?.rsvp).toBe(true);
  expect(next.issued).toBe(2);
});

test('one who delegated hears what it must know', () => {
  expect(sent(['mailto:dora@example.com']).messages).toEqual([
    ['REQUEST from mailto:anna@example.com to mailto:dora@example.com', [['series', 1]]],
  ]);
});

test('the rule decides who of all gets it', () => {
  const rules = { ...standardRules, reconfirmationRecipients: (all: readonly string[]) => all.slice(1) };
  const { outgoing } = sendAgain(entry, { to: undefined, asked: [], now: NOW }, rules);
  expect(outgoing.map(({ recipients }) => recipients)).toEqual([[CARLA]]);
});
