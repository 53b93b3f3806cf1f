import { describe, expect, test } from 'vitest';
import { sampleText } from '../testing/sample-event.js';
import { makeCalendar, makeProperty } from './edit.js';
import { IcalendarError } from './icalendar-error.js';
import type { JCalProperty } from './jcal.js';
import { parseCalendar } from './parse.js';
import { writeCalendar } from './write.js';

function eventLines(...properties: readonly JCalProperty[]): string[] {
  const text = writeCalendar(makeCalendar('-//test//EN', [['vevent', properties, []]]));
  const lines = text.split('\r\n');
  return lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('END:VEVENT'));
}

test('a whole object: CRLF after every line, the last one too', () => {
  const calendar = makeCalendar('-//test//EN', [['vevent', [makeProperty('uid', '1')], []]], 'REQUEST');
  expect(writeCalendar(calendar)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//test//EN',
      'METHOD:REQUEST',
      'BEGIN:VEVENT',
      'UID:1',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );
});

test('date-times in the iCalendar form', () => {
  expect(
    eventLines(
      makeProperty('dtstamp', '2030-01-07T09:00:00Z'),
      makeProperty('dtstart', '2030-03-04T10:00:00', { tzid: 'Europe/Berlin' }),
    ),
  ).toEqual(['DTSTAMP:20300107T090000Z', 'DTSTART;TZID=Europe/Berlin:20300304T100000']);
});

test('text is escaped', () => {
  expect(eventLines(makeProperty('summary', 'a, b; c\nd\\'))).toEqual(['SUMMARY:a\\, b\\; c\\nd\\\\']);
});

test('a parameter with a comma or colon is quoted', () => {
  const attendee = makeProperty('attendee', 'mailto:bert@example.com', { cn: 'Bert, B: x' });
  expect(eventLines(attendee)).toEqual(['ATTENDEE;CN="Bert, B: x":mailto:bert@example.com']);
});

test('no line is longer than 75 octets, and no character is cut in two', () => {
  const summary = `${'a'.repeat(60)}${'ü'.repeat(40)}${'😀'.repeat(30)}`;
  const lines = eventLines(makeProperty('summary', summary));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  for (const line of lines.slice(1)) expect(line[0]).toBe(' ');
  expect(lines.map((line, index) => (index === 0 ? line : line.slice(1))).join('')).toBe(
    `SUMMARY:${summary}`,
  );
});

test('what was read comes out as it went in', () => {
  const text = sampleText({
    method: 'REQUEST',
    attendees: { bert: 'ACCEPTED', carla: 'NEEDS-ACTION' },
    lines: ['RDATE;VALUE=DATE:20300305,20300306', 'RRULE:FREQ=DAILY;COUNT=3', 'X-NOTE;X-A=1:free text'],
  });
  expect(writeCalendar(parseCalendar(text))).toBe(text);
});

test.each(['CONSTRUCTOR:3', 'TOSTRING:3', 'ATTENDEE;CONSTRUCTOR=1:mailto:bert@example.com'])(
  'a property or parameter of an unlucky name does not break it: %s',
  (line) => {
    const text = sampleText({ lines: [line] });
    expect(writeCalendar(parseCalendar(text))).toBe(text);
  },
);

describe('VALUE', () => {
  test.each<[property: JCalProperty, line: string]>([
    [['dtstart', {}, 'date', '2030-03-04'], 'DTSTART;VALUE=DATE:20300304'],
    [['dtstart', { 'x-a': '1' }, 'date', '2030-03-04'], 'DTSTART;X-A=1;VALUE=DATE:20300304'],
    [['dtstart', {}, 'date-time', '2030-03-04T10:00:00'], 'DTSTART:20300304T100000'],
    [['x-note', {}, 'text', 'a,b'], 'X-NOTE;VALUE=TEXT:a\\,b'],
    [['x-note', {}, 'unknown', 'a,b'], 'X-NOTE:a,b'],
    [['summary', {}, 'unknown', 'a,b'], 'SUMMARY:a,b'],
    [['summary', {}, 'text'], 'SUMMARY:'],
  ])('%j is %s', (property, line) => {
    expect(eventLines(property)).toEqual([line]);
  });
});

test('properties stand before components, nested ones within', () => {
  const alarm = ['valarm', [makeProperty('action', 'DISPLAY')], []] as const;
  const text = writeCalendar(['vcalendar', [], [['vevent', [makeProperty('uid', '1')], [alarm]]]]);
  expect(text.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
});

describe('a line break smuggled in', () => {
  const EVIL = 'mailto:bert@example.com\r\nATTENDEE:mailto:otto@example.com';

  test('into an address is refused', () => {
    expect(() => eventLines(makeProperty('attendee', EVIL))).toThrow(IcalendarError);
    expect(() => eventLines(makeProperty('attendee', EVIL))).toThrow(
      'a control character in "ATTENDEE:mailto:bert@example.com\\u000d\\u000aATTENDEE:mailto:otto@',
    );
  });

  test('into text or a parameter is written as one', () => {
    expect(eventLines(makeProperty('summary', 'a\r\nUID:2'))).toEqual(['SUMMARY:a\\nUID:2']);
    expect(eventLines(makeProperty('organizer', 'mailto:a@b', { cn: 'a\r\nUID:2' }))).toEqual([
      'ORGANIZER;CN="a^nUID:2":mailto:a@b',
    ]);
  });
});

test.each([
  'ATTENDEE;MEMBER="mailto:a@b","mailto:c@d":mailto:bert@example.com',
  'ATTENDEE;DELEGATED-FROM="mailto:a@b";SENT-BY="mailto:s@b":mailto:bert@example.com',
  "ATTENDEE;CN=the ^'boss^':mailto:bert@example.com",
  'ATTENDEE;X-A=1,2,"3:4":mailto:bert@example.com',
  'ATTENDEE;CN="a\\nb,":mailto:bert@example.com',
  'REQUEST-STATUS:3.7;Invalid calendar user\\; sorry;ATTENDEE:mailto:x@y',
  'GEO:37.5;-122.25',
  'CATEGORIES:a\\\\,b\\,c',
  'EXDATE;TZID=Europe/Berlin:20300304T100000,20300305T100000',
  'RDATE;VALUE=PERIOD:20300304T100000Z/PT1H,20300305T100000Z/20300305T110000Z',
  'RRULE:FREQ=MONTHLY;BYDAY=-1FR,+1MO;UNTIL=20300601T080000Z;WKST=SU',
  'TRIGGER;RELATED=END:-PT15M',
  'TRIGGER;VALUE=DATE-TIME:20300304T090000Z',
  'ATTACH;FMTTYPE=text/plain;ENCODING=BASE64;VALUE=BINARY:QUJD',
  'X-OPEN;VALUE=BOOLEAN:TRUE',
  'X-EMPTY:',
])('comes out as it went in: %s', (line) => {
  const text = sampleText({ lines: [line] });
  expect(writeCalendar(parseCalendar(text)).replaceAll('\r\n ', '')).toBe(text);
});
