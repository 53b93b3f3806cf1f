import { describe, expect, test } from 'vitest';
import {
  makeCalendar,
  makeProperty,
  mapAttendees,
  withAttendeeParameter,
  withComponents,
  withoutProperty,
  withoutScheduleParameters,
  withParameter,
  withProperties,
  withProperty,
} from './edit.js';
import type { JCalComponent, JCalProperty } from './jcal.js';

const uid: JCalProperty = ['uid', {}, 'text', '1'];
const summary: JCalProperty = ['summary', {}, 'text', 'Design review'];
const bert: JCalProperty = ['attendee', { rsvp: 'TRUE' }, 'cal-address', 'mailto:bert@example.com'];
const carla: JCalProperty = ['attendee', {}, 'cal-address', 'mailto:carla@example.com'];
const alarm: JCalComponent = ['valarm', [], []];
const event: JCalComponent = ['vevent', [uid, bert, summary, carla], [alarm]];

test.each([
  ['attendee', 'cal-address'],
  ['organizer', 'cal-address'],
  ['dtstamp', 'date-time'],
  ['dtend', 'date-time'],
  ['sequence', 'integer'],
  ['duration', 'duration'],
  ['exdate', 'date-time'],
  ['priority', 'integer'],
  ['rrule', 'recur'],
  ['url', 'uri'],
  ['summary', 'text'],
  ['x-note', 'text'],
  ['constructor', 'text'],
])('the value type of %s is %s', (name, type) => {
  expect(makeProperty(name, 'x', { a: 'b' })).toEqual([name, { a: 'b' }, type, 'x']);
});

describe('one property replaced', () => {
  test('at the place of the old one', () => {
    const other = makeProperty('summary', 'Retrospective');
    expect(withProperty(event, other)[1]).toEqual([uid, bert, other, carla]);
  });

  test('at the end where there was none', () => {
    const location = makeProperty('location', 'Room 2');
    expect(withProperty(event, location)[1]).toEqual([uid, bert, summary, carla, location]);
  });

  test('several of the name become one', () => {
    const dora = makeProperty('attendee', 'mailto:dora@example.com');
    expect(withProperty(event, dora)[1]).toEqual([uid, dora, summary]);
  });

  test('the original and its parts stay as they are', () => {
    const changed = withProperty(event, makeProperty('summary', 'x'));
    expect(event[1]).toEqual([uid, bert, summary, carla]);
    expect(changed[2]).toEqual([alarm]);
    expect(changed[1][0]).toBe(uid);
  });
});

test('properties taken out by name', () => {
  expect(withoutProperty(event, 'attendee', 'uid')[1]).toEqual([summary]);
  expect(withoutProperty(event, 'status')[1]).toEqual(event[1]);
});

test('exactly these properties, exactly these components', () => {
  expect(withProperties(event, [uid])).toEqual(['vevent', [uid], [alarm]]);
  expect(withComponents(event, [])).toEqual(['vevent', event[1], []]);
});

test('a parameter is set, replaced and removed', () => {
  expect(withParameter(carla, 'rsvp', 'TRUE')[1]).toEqual({ rsvp: 'TRUE' });
  expect(withParameter(bert, 'rsvp', 'FALSE')[1]).toEqual({ rsvp: 'FALSE' });
  expect(withParameter(bert, 'rsvp', undefined)[1]).toEqual({});
  expect(bert[1]).toEqual({ rsvp: 'TRUE' });
});

test('a parameter of a name that objects have by nature', () => {
  expect(Object.entries(withParameter(carla, 'constructor', '1')[1])).toEqual([['constructor', '1']]);
});

test('a property with several values keeps them all', () => {
  const dates: JCalProperty = ['rdate', {}, 'date', '2030-03-04', '2030-03-05'];
  expect(withParameter(dates, 'x-a', '1')).toEqual([
    'rdate',
    { 'x-a': '1' },
    'date',
    '2030-03-04',
    '2030-03-05',
  ]);
});

describe('ATTENDEEs', () => {
  test('a parameter of the one with that address, whatever its case', () => {
    const changed = withAttendeeParameter(event, 'MAILTO:BERT@example.com', 'partstat', 'ACCEPTED');
    expect(changed[1]).toEqual([
      uid,
      ['attendee', { rsvp: 'TRUE', partstat: 'ACCEPTED' }, 'cal-address', 'mailto:bert@example.com'],
      summary,
      carla,
    ]);
  });

  test('nobody of that address: nothing changes', () => {
    expect(withAttendeeParameter(event, 'mailto:dora@example.com', 'partstat', 'ACCEPTED')).toEqual(event);
  });

  test('each one replaced or dropped', () => {
    const changed = mapAttendees(event, (attendee) =>
      attendee === bert ? undefined : withParameter(attendee, 'cn', 'Carla'),
    );
    expect(changed[1]).toEqual([
      uid,
      summary,
      ['attendee', { cn: 'Carla' }, 'cal-address', 'mailto:carla@example.com'],
    ]);
  });
});

test('the parameters of CalDAV scheduling go, from ORGANIZER too; others stay', () => {
  const scheduled: JCalComponent = [
    'vevent',
    [
      ['organizer', { 'schedule-agent': 'SERVER', cn: 'Anna' }, 'cal-address', 'mailto:anna@example.com'],
      [
        'attendee',
        { 'schedule-status': '1.1', 'schedule-force-send': 'REQUEST', rsvp: 'TRUE' },
        'cal-address',
        'mailto:bert@example.com',
      ],
      carla,
    ],
    [],
  ];
  expect(withoutScheduleParameters(scheduled)[1]).toEqual([
    ['organizer', { cn: 'Anna' }, 'cal-address', 'mailto:anna@example.com'],
    ['attendee', { rsvp: 'TRUE' }, 'cal-address', 'mailto:bert@example.com'],
    carla,
  ]);
});

test('a stored object has no METHOD, a message has one', () => {
  const head = [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//test//EN'],
  ];
  expect(makeCalendar('-//test//EN', [event])).toEqual(['vcalendar', head, [event]]);
  expect(makeCalendar('-//test//EN', [event], 'CANCEL')).toEqual([
    'vcalendar',
    [...head, ['method', {}, 'text', 'CANCEL']],
    [event],
  ]);
});
