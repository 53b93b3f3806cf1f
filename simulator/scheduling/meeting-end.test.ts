import { describe, expect, it } from 'vitest';
import { withComponents, withoutProperty, withProperty } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { parseCalendar } from '../icalendar/parse.js';
import { meetingEnd } from './meeting-end.js';

const VIENNA = [
  'BEGIN:VTIMEZONE',
  'TZID:Vienna',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function endOf(...parts: readonly (readonly string[])[]): string | undefined {
  const written = parts.flatMap(([kind = '', ...lines]) => [
    `BEGIN:${kind}`,
    'UID:one@example.com',
    'DTSTAMP:20300107T090000Z',
    ...lines,
    `END:${kind}`,
  ]);
  return meetingEnd(
    parseCalendar(
      ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ...VIENNA, ...written, 'END:VCALENDAR'].join('\r\n'),
    ),
  );
}

describe('a meeting is over', () => {
  it.each([
    ['at DTEND', ['DTSTART:20300304T100000Z', 'DTEND:20300304T110000Z'], '2030-03-04T11:00:00Z'],
    ['after DURATION', ['DTSTART:20300304T100000Z', 'DURATION:PT90M'], '2030-03-04T11:30:00Z'],
    ['when it begins, without either', ['DTSTART:20300304T100000Z'], '2030-03-04T10:00:00Z'],
    [
      'at the time in its zone',
      ['DTSTART;TZID=Vienna:20300304T100000', 'DTEND;TZID=Vienna:20300304T110000'],
      '2030-03-04T10:00:00Z',
    ],
    [
      'when a floating time is over everywhere',
      ['DTSTART:20300304T100000', 'DTEND:20300304T110000'],
      '2030-03-04T23:00:00Z',
    ],
    [
      'when a whole day is over everywhere',
      ['DTSTART;VALUE=DATE:20300304', 'DTEND;VALUE=DATE:20300305'],
      '2030-03-05T12:00:00Z',
    ],
    ['when a day without DTEND is', ['DTSTART;VALUE=DATE:20300304'], '2030-03-05T12:00:00Z'],
  ])('%s', (_when, lines, end) => {
    expect(endOf(['VEVENT', ...lines])).toBe(end);
  });

  it('when it has no time: never', () => {
    expect(endOf(['VEVENT'])).toBeUndefined();
  });
});

describe('a series is over with its last instance', () => {
  const FIRST = ['VEVENT', 'DTSTART:20300304T100000Z', 'DTEND:20300304T110000Z'];

  it.each([
    ['by COUNT', ['RRULE:FREQ=DAILY;COUNT=3'], '2030-03-06T11:00:00Z'],
    ['by UNTIL', ['RRULE:FREQ=DAILY;UNTIL=20300308T100000Z'], '2030-03-08T11:00:00Z'],
    ['by RDATE', ['RRULE:FREQ=DAILY;COUNT=2', 'RDATE:20300310T100000Z'], '2030-03-10T11:00:00Z'],
    [
      'without those left out',
      ['RRULE:FREQ=DAILY;COUNT=3', 'EXDATE:20300306T100000Z'],
      '2030-03-05T11:00:00Z',
    ],
    ['never, without end', ['RRULE:FREQ=DAILY'], undefined],
    [
      'never, where one of two rules has no end',
      ['RRULE:FREQ=DAILY;COUNT=2', 'RRULE:FREQ=WEEKLY'],
      undefined,
    ],
  ])('%s', (_how, lines, end) => {
    expect(endOf([...FIRST, ...lines])).toBe(end);
  });

  it('also where an instance was moved behind its end', () => {
    const moved = ['RECURRENCE-ID:20300304T100000Z', 'DTSTART:20300320T100000Z', 'DTEND:20300320T120000Z'];
    expect(endOf([...FIRST, 'RRULE:FREQ=DAILY;COUNT=3'], ['VEVENT', ...moved])).toBe('2030-03-20T12:00:00Z');
  });

  it('and not with the place that its last instance had before it was moved forward', () => {
    const moved = ['RECURRENCE-ID:20300306T100000Z', 'DTSTART:20300304T150000Z', 'DTEND:20300304T160000Z'];
    expect(endOf([...FIRST, 'RRULE:FREQ=DAILY;COUNT=3'], ['VEVENT', ...moved])).toBe('2030-03-05T11:00:00Z');
  });

  it('never, where it cannot be followed in reasonable time', () => {
    expect(endOf([...FIRST, 'RRULE:FREQ=SECONDLY;COUNT=100000'])).toBeUndefined();
  });
});

describe('to-dos and journals', () => {
  it.each<[string, readonly string[], string | undefined]>([
    ['a to-do with DUE is over then', ['VTODO', 'DUE:20300304T100000Z'], '2030-03-04T10:00:00Z'],
    [
      'a to-do with DTSTART and DURATION after that',
      ['VTODO', 'DTSTART:20300304T100000Z', 'DURATION:PT1H'],
      '2030-03-04T11:00:00Z',
    ],
    ['a to-do with DTSTART alone never is', ['VTODO', 'DTSTART:20300304T100000Z'], undefined],
    ['a to-do without DUE never is', ['VTODO'], undefined],
    ['a journal never is', ['VJOURNAL', 'DTSTART;VALUE=DATE:20300304'], undefined],
    [
      'a to-do that recurs without end never is',
      ['VTODO', 'DTSTART:20300304T100000Z', 'DUE:20300304T110000Z', 'RRULE:FREQ=DAILY'],
      undefined,
    ],
    [
      'a to-do that recurs is over when its last instance is due',
      ['VTODO', 'DTSTART:20300304T100000Z', 'DUE:20300304T110000Z', 'RRULE:FREQ=DAILY;COUNT=3'],
      '2030-03-06T11:00:00Z',
    ],
  ])('%s', (_what, part, end) => {
    expect(endOf(part)).toBe(end);
  });
});

describe('a meeting of which the end is known', () => {
  const series = parseCalendar(
    [
      ...['BEGIN:VCALENDAR', ...VIENNA, 'BEGIN:VEVENT', 'DTSTART;TZID=Vienna:20300304T100000'],
      ...['RRULE:FREQ=DAILY;COUNT=3', 'SUMMARY:Review', 'END:VEVENT', 'END:VCALENDAR'],
    ].join('\r\n'),
  );
  const changed = (name: string, change: (part: JCalComponent) => JCalComponent) =>
    withComponents(
      series,
      series[2].map((part) => (part[0] === name ? change(part) : part)),
    );

  it('ends then in all copies that have its times', () => {
    expect(meetingEnd(series)).toBe('2030-03-06T09:00:00Z');
    expect(meetingEnd(changed('vevent', (event) => withoutProperty(event, 'summary')))).toBe(
      '2030-03-06T09:00:00Z',
    );
  });

  it('ends at another time in a copy in which one of them, or the zone, is another', () => {
    expect(meetingEnd(changed('vevent', (event) => withoutProperty(event, 'rrule')))).toBe(
      '2030-03-04T09:00:00Z',
    );
    const [offset] = parseCalendar('BEGIN:VCALENDAR\r\nTZOFFSETTO:+0200\r\nEND:VCALENDAR')[1];
    if (offset === undefined) throw new Error('no offset was read');
    const later = changed('vtimezone', (zone) =>
      withComponents(
        zone,
        zone[2].map((part) => withProperty(part, offset)),
      ),
    );
    expect(meetingEnd(later)).toBe('2030-03-06T08:00:00Z');
    expect(meetingEnd(series)).toBe('2030-03-06T09:00:00Z');
  });
});
