import { describe, expect, test } from 'vitest';
import { components, property, textValue } from './jcal.js';
import { IcalendarError, MAX_TEXT, parseCalendar } from './parse.js';

function calendarText(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function eventText(...lines: readonly string[]): string {
  return calendarText('BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT');
}

function eventFrom(text: string): ReturnType<typeof parseCalendar> {
  const [event] = components(parseCalendar(text), 'vevent');
  if (event === undefined) throw new Error('no VEVENT');
  return event;
}

function complaintAbout(text: string): string {
  try {
    parseCalendar(text);
  } catch (error) {
    expect(error).toBeInstanceOf(IcalendarError);
    return (error as Error).message;
  }
  throw new Error('the text was accepted');
}

describe('what is read', () => {
  test('properties, parameters and values, with names in lower case', () => {
    const event = eventFrom(eventText('ATTENDEE;PARTSTAT=ACCEPTED;CN="Bert, B":mailto:bert@example.com'));
    expect(property(event, 'attendee')).toEqual([
      'attendee',
      { partstat: 'ACCEPTED', cn: 'Bert, B' },
      'cal-address',
      'mailto:bert@example.com',
    ]);
  });

  test('a date-time in UTC, local with TZID, and a date', () => {
    const event = eventFrom(
      eventText(
        'DTSTAMP:20300107T090000Z',
        'DTSTART;TZID=Europe/Berlin:20300304T100000',
        'X-DAY;VALUE=DATE:20300304',
      ),
    );
    expect(textValue(event, 'dtstamp')).toBe('2030-01-07T09:00:00Z');
    expect(property(event, 'dtstart')).toEqual([
      'dtstart',
      { tzid: 'Europe/Berlin' },
      'date-time',
      '2030-03-04T10:00:00',
    ]);
    expect(textValue(event, 'x-day')).toBe('2030-03-04');
  });

  test('SEQUENCE is a number', () => {
    expect(property(eventFrom(eventText('SEQUENCE:10')), 'sequence')?.[3]).toBe(10);
  });

  test('a folded line is put together, with a space or a tab as the fold', () => {
    const event = eventFrom(eventText('SUMMARY:Design', '  review', '\t, room 2'));
    expect(textValue(event, 'summary')).toBe('Design review, room 2');
  });

  test('a fold inside a property name and inside a quoted parameter', () => {
    const event = eventFrom(eventText('ATTEN', ' DEE;CN="Bert', ' a":mailto:bert@example.com'));
    expect(property(event, 'attendee')?.[1]).toEqual({ cn: 'Berta' });
  });

  test('escaped text', () => {
    expect(textValue(eventFrom(eventText('SUMMARY:a\\, b\\; c\\nd\\\\')), 'summary')).toBe('a, b; c\nd\\');
  });

  test('LF line ends', () => {
    expect(textValue(eventFrom(eventText('SUMMARY:short').replaceAll('\r\n', '\n')), 'summary')).toBe(
      'short',
    );
  });

  test('an event without UID; to miss it is the business of whoever needs it', () => {
    const text = calendarText('BEGIN:VEVENT', 'SUMMARY:nameless', 'END:VEVENT');
    expect(property(eventFrom(text), 'uid')).toBeUndefined();
  });

  test('the address after a MEMBER with six groups', () => {
    const groups = [1, 2, 3, 4, 5, 6].map((number) => `"mailto:g${number}@example.com"`);
    const event = eventFrom(eventText(`ATTENDEE;MEMBER=${groups.join(',')}:mailto:bert@example.com`));
    expect(textValue(event, 'attendee')).toBe('mailto:bert@example.com');
  });

  test('a comma behind an escaped backslash', () => {
    expect(property(eventFrom(eventText('CATEGORIES:a\\\\,b\\,c')), 'categories')?.slice(3)).toEqual([
      'a\\',
      'b,c',
    ]);
  });

  test('VALUE is the type and no parameter; an empty one says nothing', () => {
    const event = eventFrom(eventText('DTSTART;VALUE=DATE;X-A=1:20300304', 'SUMMARY;VALUE=:x'));
    expect(property(event, 'dtstart')).toEqual(['dtstart', { 'x-a': '1' }, 'date', '2030-03-04']);
    expect(property(event, 'summary')).toEqual(['summary', {}, 'text', 'x']);
  });

  test('properties and components in their order, components in any case', () => {
    const calendar = parseCalendar(
      calendarText('BEGIN:vEvent', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'END:VALARM', 'UID:1', 'END:VEVENT '),
    );
    expect(calendar).toEqual([
      'vcalendar',
      [
        ['version', {}, 'text', '2.0'],
        ['prodid', {}, 'text', '-//test//EN'],
      ],
      [['vevent', [['uid', {}, 'text', '1']], [['valarm', [['action', {}, 'text', 'DISPLAY']], []]]]],
    ]);
  });

  test('empty lines between, before and behind', () => {
    const text = `\n\r\n${eventText('', 'SUMMARY:x', '  ')}\r\n\n`;
    expect(textValue(eventFrom(text), 'summary')).toBe('x ');
  });
});

describe('what is refused, and how that is said', () => {
  test.each([
    ['HTML', '<html><body>Not found</body></html>', /not iCalendar.*<html>/s],
    ['nothing', '', /VCALENDAR.*found none/],
    ['two objects', calendarText() + calendarText(), /exactly one VCALENDAR.*several/],
    ['a VCARD', 'BEGIN:VCARD\r\nFN:Bert\r\nEND:VCARD\r\n', /expected one VCALENDAR, found VCARD/],
    ['a bare VEVENT', 'BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n', /expected one VCALENDAR, found VEVENT/],
    ['an end that is missing', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n', /not iCalendar.*did not end/],
    ['spaces', '  ', /found none/],
    [
      'an end too many',
      calendarText('END:VEVENT', 'UID:1'),
      /^not iCalendar: END:VEVENT where VCALENDAR is open$/,
    ],
    ['an end alone', 'END:VCALENDAR\r\n', /^not iCalendar: END:VCALENDAR where none is open$/],
    [
      'ends in the wrong order',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT\n',
      /^not iCalendar: END:VCALENDAR where VEVENT is open$/,
    ],
    [
      'a property behind the end',
      `${calendarText()}SUMMARY:late\r\n`,
      /^not iCalendar: "SUMMARY:late" behind the end of VCALENDAR$/,
    ],
    ['a component without name', calendarText('BEGIN:'), /^not iCalendar: no component name in "BEGIN:"$/],
    ['a name with a space', calendarText('BEGIN:V EVENT'), /no component name in "BEGIN:V EVENT"/],
    ['a value type that is none', eventText('X-A;VALUE="a:b":1'), /no value type in "X-A;VALUE=/],
    ['a value that is not of its type', eventText('SEQUENCE:one'), /"one" in SEQUENCE is no integer/],
    ['a null byte', eventText('SUMMARY:a\0b'), /a control character in "SUMMARY:a\\u0000b"/],
    ['a CR alone', eventText('SUMMARY:a\rUID:2'), /a control character in "SUMMARY:a\\u000dUID:2"/],
    ['two CRs and an LF', eventText('SUMMARY:a\r'), /a control character in "SUMMARY:a\\u000d"/],
    ['a byte order mark', `\uFEFF${calendarText()}`, /begins with no name in "\\ufeffBEGIN:VCALENDAR"/],
    ['a line without a colon', eventText('no property'), /not iCalendar.*"no property"/],
    [
      'a quote that is not closed',
      eventText('ATTENDEE;CN="Bert:mailto:b@example.com'),
      /not iCalendar.*quote.*Bert/,
    ],
  ])('%s', (_what, text, complaint) => {
    expect(complaintAbout(text)).toMatch(complaint);
  });

  test('text above the limit, with both numbers', () => {
    const text = eventText(`SUMMARY:${'x'.repeat(MAX_TEXT)}`);
    expect(complaintAbout(text)).toBe(
      `the iCalendar object has ${text.length} characters; at most 8388608 are taken in`,
    );
  });

  test('text exactly at the limit is taken in', () => {
    const frame = eventText('SUMMARY:').length;
    const text = eventText(`SUMMARY:${'x'.repeat(MAX_TEXT - frame)}`);
    expect(text).toHaveLength(MAX_TEXT);
    expect(textValue(eventFrom(text), 'summary')).toHaveLength(MAX_TEXT - frame);
  });

  test('components nested six levels deep; five are taken in', () => {
    const nested = (levels: number) => [
      ...Array.from({ length: levels - 1 }, () => 'BEGIN:X-BOX'),
      ...Array.from({ length: levels - 1 }, () => 'END:X-BOX'),
    ];
    expect(parseCalendar(calendarText(...nested(5)))[0]).toBe('vcalendar');
    expect(complaintAbout(calendarText(...nested(6)))).toMatch(/nested deeper than 5 levels/);
  });

  test('a nesting bomb', () => {
    const bomb = ['BEGIN:X-BOX\n'.repeat(50_000), 'END:X-BOX\n'.repeat(50_000)].join('');
    expect(complaintAbout(`BEGIN:VCALENDAR\n${bomb}END:VCALENDAR\n`)).toMatch(/nested deeper/);
  });

  test('a property before BEGIN is said in the words of iCalendar', () => {
    const complaint = complaintAbout(`SUMMARY:early\r\n${calendarText()}`);
    expect(complaint).not.toMatch(/undefined|Cannot read/);
    expect(complaint).toBe('not iCalendar: "SUMMARY:early" stands in no component');
  });

  test('a long broken line does not fill the message', () => {
    expect(complaintAbout(eventText('x'.repeat(100_000))).length).toBeLessThan(1000);
  });
});
