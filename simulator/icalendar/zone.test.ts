import { describe, expect, test } from 'vitest';
import { BERLIN } from '../testing/sample-event.js';
import { IcalendarError } from './icalendar-error.js';
import type { JCalComponent } from './jcal.js';
import { parseCalendar } from './parse.js';
import { UTC, type Zone, zoneIn } from './zone.js';

function calendarOf(...lines: readonly string[]): JCalComponent {
  return parseCalendar(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n'));
}

function zoneOf(...lines: readonly string[]): Zone {
  const zone = zoneIn(calendarOf('BEGIN:VTIMEZONE', 'TZID:Z', ...lines, 'END:VTIMEZONE'), 'Z');
  if (zone === undefined) throw new Error('no VTIMEZONE');
  return zone;
}

function part(kind: string, start: string, from: string, to: string, ...more: readonly string[]): string[] {
  const offsets = [`TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`];
  return [`BEGIN:${kind}`, `DTSTART:${start}`, ...offsets, ...more, `END:${kind}`];
}

const toUtc = (zone: Zone, local: string): string =>
  `${new Date(zone.toUtc(Date.parse(`${local}Z`))).toISOString().slice(0, 19)}Z`;
const toLocal = (zone: Zone, utc: string): string =>
  new Date(zone.toLocal(Date.parse(utc))).toISOString().slice(0, 19);

/** The changes that RFC 5545 section 3.6.5 tells of New York since 1967. */
const NEW_YORK = zoneOf(
  ...part(
    'DAYLIGHT',
    '19670430T020000',
    '-0500',
    '-0400',
    'RRULE:FREQ=YEARLY;UNTIL=19730429T070000Z;BYMONTH=4;BYDAY=-1SU',
  ),
  ...part(
    'STANDARD',
    '19671029T020000',
    '-0400',
    '-0500',
    'RRULE:FREQ=YEARLY;UNTIL=20061029T060000Z;BYMONTH=10;BYDAY=-1SU',
  ),
  ...part('DAYLIGHT', '19740106T020000', '-0500', '-0400', 'RDATE:19750223T020000'),
  ...part(
    'DAYLIGHT',
    '19760425T020000',
    '-0500',
    '-0400',
    'RRULE:FREQ=YEARLY;UNTIL=19860427T070000Z;BYMONTH=4;BYDAY=-1SU',
  ),
  ...part(
    'DAYLIGHT',
    '19870405T020000',
    '-0500',
    '-0400',
    'RRULE:FREQ=YEARLY;UNTIL=20060402T070000Z;BYMONTH=4;BYDAY=1SU',
  ),
  ...part('DAYLIGHT', '20070311T020000', '-0500', '-0400', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'),
  ...part('STANDARD', '20071104T020000', '-0400', '-0500', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU'),
);

describe('a zone with many observances', () => {
  test.each([
    ['the example of RFC 5545 section 3.3.5', '1997-07-14T13:30:00', '1997-07-14T17:30:00Z'],
    ['the hour that comes twice, as there', '2007-11-04T01:30:00', '2007-11-04T05:30:00Z'],
    ['the hour that does not come, as there', '2007-03-11T02:30:00', '2007-03-11T07:30:00Z'],
    ['before the first onset', '1967-04-29T12:00:00', '1967-04-29T17:00:00Z'],
    ['before 1970, summer', '1968-07-01T12:00:00', '1968-07-01T16:00:00Z'],
    ['the day before the single onset of 1974', '1974-01-05T12:00:00', '1974-01-05T17:00:00Z'],
    ['the day after it', '1974-01-07T12:00:00', '1974-01-07T16:00:00Z'],
    ['the day before the RDATE', '1975-02-22T12:00:00', '1975-02-22T17:00:00Z'],
    ['the day of the RDATE', '1975-02-23T12:00:00', '1975-02-23T16:00:00Z'],
    ['the last onset that UNTIL allows', '1986-04-27T12:00:00', '1986-04-27T16:00:00Z'],
    ['the day before the next rule', '1987-04-04T12:00:00', '1987-04-04T17:00:00Z'],
    ['the day of the next rule', '1987-04-05T12:00:00', '1987-04-05T16:00:00Z'],
    ['the last day of the old summer', '2006-10-28T12:00:00', '2006-10-28T16:00:00Z'],
    ['the first day of the old winter', '2006-10-29T12:00:00', '2006-10-29T17:00:00Z'],
    ['the new, longer summer', '2007-10-29T12:00:00', '2007-10-29T16:00:00Z'],
    ['winter far ahead', '2399-01-01T12:00:00', '2399-01-01T17:00:00Z'],
    ['the last moment of the year', '2030-12-31T23:59:59', '2031-01-01T04:59:59Z'],
  ])('%s', (_what, local, utc) => {
    expect(toUtc(NEW_YORK, local)).toBe(utc);
  });

  test('agrees with the clock on the wall at every hour of some years', () => {
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'America/New_York',
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    const wrong: string[] = [];
    for (const year of [1967, 1974, 1975, 1986, 1987, 2006, 2007, 2030]) {
      const end = Date.UTC(year + 1, 0, 1);
      for (let utc = Date.UTC(year, 5, 1); utc < end; utc += 3_600_000) {
        const local = NEW_YORK.toLocal(utc);
        const shown = new Date(local).toISOString().slice(0, 19);
        const back = NEW_YORK.toUtc(local);
        const isBack = back === utc || back === utc - 3_600_000;
        if (shown !== clock.format(utc).replace(' ', 'T') || !isBack) wrong.push(shown);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('the change of the clock', () => {
  const berlin = zoneIn(calendarOf(...BERLIN), 'Europe/Berlin') as Zone;
  /** Half an hour ahead in summer; the clock goes forward on 6 October 2030 at 2:00. */
  const lordHowe = zoneOf(
    ...part('STANDARD', '20080406T020000', '+1100', '+1030', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU'),
    ...part('DAYLIGHT', '20081005T020000', '+1030', '+1100', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU'),
  );

  test.each([
    ['2030-03-31T01:59:59', '2030-03-31T00:59:59Z'],
    ['2030-03-31T02:00:00', '2030-03-31T01:00:00Z'],
    ['2030-03-31T02:59:59', '2030-03-31T01:59:59Z'],
    ['2030-03-31T03:00:00', '2030-03-31T01:00:00Z'],
    ['2030-10-27T01:59:59', '2030-10-26T23:59:59Z'],
    ['2030-10-27T02:00:00', '2030-10-27T00:00:00Z'],
    ['2030-10-27T02:59:59', '2030-10-27T00:59:59Z'],
    ['2030-10-27T03:00:00', '2030-10-27T02:00:00Z'],
  ])('Berlin %s is %s', (local, utc) => {
    expect(toUtc(berlin, local)).toBe(utc);
  });

  test.each([
    ['2030-03-31T00:59:59Z', '2030-03-31T01:59:59'],
    ['2030-03-31T01:00:00Z', '2030-03-31T03:00:00'],
    ['2030-10-27T00:30:00Z', '2030-10-27T02:30:00'],
    ['2030-10-27T01:00:00Z', '2030-10-27T02:00:00'],
    ['2030-10-27T01:30:00Z', '2030-10-27T02:30:00'],
    ['2029-12-31T23:00:00Z', '2030-01-01T00:00:00'],
  ])('%s is %s in Berlin', (utc, local) => {
    expect(toLocal(berlin, utc)).toBe(local);
  });

  test.each([
    ['2030-10-06T01:59:59', '2030-10-05T15:29:59Z'],
    ['2030-10-06T02:15:00', '2030-10-05T15:45:00Z'],
    ['2030-10-06T02:30:00', '2030-10-05T15:30:00Z'],
    ['2030-04-07T01:45:00', '2030-04-06T14:45:00Z'],
    ['2030-04-07T02:00:00', '2030-04-06T15:30:00Z'],
  ])('Lord Howe %s is %s', (local, utc) => {
    expect(toUtc(lordHowe, local)).toBe(utc);
  });
});

describe('how observances may be written', () => {
  const winter = part(
    'STANDARD',
    '20001029T030000',
    '+0200',
    '+0100',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  );
  const summerUntil = (...more: readonly string[]) =>
    zoneOf(...winter, ...part('DAYLIGHT', '20000326T020000', '+0100', '+0200', ...more));
  const RULE = 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU';

  test.each([
    ['UNTIL in UTC', `${RULE};UNTIL=20200329T010000Z`],
    ['UNTIL as a local time', `${RULE};UNTIL=20200329T020000`],
    ['UNTIL as a date', `${RULE};UNTIL=20200329`],
    ['COUNT', `${RULE};COUNT=21`],
    ['RDATEs on one line and on several', 'RDATE:20190331T020000,20200329T020000', 'RDATE:20180325T020000'],
    ['an RDATE in UTC', 'RDATE:20200329T010000Z'],
    ['an RDATE without time', 'RDATE;VALUE=DATE:20200329'],
  ])('the last summer in 2020: %s', (_what, ...more) => {
    const zone = summerUntil(...more);
    expect(toUtc(zone, '2020-03-29T01:59:59')).toBe('2020-03-29T00:59:59Z');
    expect(toUtc(zone, '2020-07-01T12:00:00')).toBe('2020-07-01T10:00:00Z');
    expect(toUtc(zone, '2021-07-01T12:00:00')).toBe('2021-07-01T11:00:00Z');
  });

  test('every other year', () => {
    const zone = summerUntil(`${RULE};INTERVAL=2`);
    expect(toUtc(zone, '2030-07-01T12:00:00')).toBe('2030-07-01T10:00:00Z');
    expect(toUtc(zone, '2031-07-01T12:00:00')).toBe('2031-07-01T11:00:00Z');
  });

  test('DTSTART beside the rule is an onset too', () => {
    const zone = zoneOf(...winter, ...part('DAYLIGHT', '20000501T020000', '+0100', '+0200', RULE));
    expect(toUtc(zone, '2000-04-30T12:00:00')).toBe('2000-04-30T11:00:00Z');
    expect(toUtc(zone, '2000-05-01T12:00:00')).toBe('2000-05-01T10:00:00Z');
    expect(toUtc(zone, '2001-03-26T12:00:00')).toBe('2001-03-26T10:00:00Z');
  });

  test('zones as Outlook writes them begin in 1601', () => {
    const zone = zoneOf(
      ...part('STANDARD', '16010101T030000', '+0200', '+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
      ...part('DAYLIGHT', '16010101T020000', '+0100', '+0200', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'),
    );
    expect(toUtc(zone, '2030-03-04T10:00:00')).toBe('2030-03-04T09:00:00Z');
    expect(toUtc(zone, '2030-07-01T10:00:00')).toBe('2030-07-01T08:00:00Z');
    expect(toUtc(zone, '9999-07-01T10:00:00')).toBe('9999-07-01T08:00:00Z');
    expect(toUtc(zone, '1700-07-01T10:00:00')).toBe('1700-07-01T08:00:00Z');
  });

  test('a clock that goes forward at New Year, when it is still December in UTC', () => {
    const zone = zoneOf(
      ...part('STANDARD', '20000701T000000', '+1100', '+1000', 'RRULE:FREQ=YEARLY'),
      ...part('DAYLIGHT', '20000101T000000', '+1000', '+1100', 'RRULE:FREQ=YEARLY'),
    );
    expect(toLocal(zone, '2030-12-31T13:59:59Z')).toBe('2030-12-31T23:59:59');
    expect(toLocal(zone, '2030-12-31T14:00:00Z')).toBe('2031-01-01T01:00:00');
  });

  test('a zone without summer time, and one with seconds in its offset', () => {
    const kolkata = zoneOf(...part('STANDARD', '19451015T000000', '+0630', '+0530'));
    expect(toUtc(kolkata, '2030-07-01T10:00:00')).toBe('2030-07-01T04:30:00Z');
    const old = zoneOf(...part('STANDARD', '18930401T000000', '+005328', '+0100'));
    expect(toUtc(old, '1893-03-01T00:53:28')).toBe('1893-03-01T00:00:00Z');
  });

  test('a rule whose day is rare: 29 February was a Sunday in 2032, and is one again in 2060', () => {
    const zone = zoneOf(
      ...part('STANDARD', '20100101T000000', '+0300', '+0000'),
      ...part(
        'STANDARD',
        '20040229T000000',
        '+0000',
        '+0300',
        'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU',
      ),
    );
    expect(toUtc(zone, '2031-01-01T03:00:00')).toBe('2031-01-01T03:00:00Z');
    expect(toUtc(zone, '2059-01-01T03:00:00')).toBe('2059-01-01T00:00:00Z');
  });
});

describe('what cannot be followed', () => {
  const standard = (...more: readonly string[]) =>
    part('STANDARD', '19000101T000000', '+0100', '+0100', ...more);

  test.each([
    ['no observance', [], 'has neither STANDARD nor DAYLIGHT'],
    ['other parts', ['BEGIN:X-SUMMER', 'END:X-SUMMER'], 'has neither STANDARD nor DAYLIGHT'],
    [
      'no start',
      ['BEGIN:STANDARD', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD'],
      'has a STANDARD without DTSTART, TZOFFSETFROM or TZOFFSETTO',
    ],
    [
      'no offset',
      ['BEGIN:DAYLIGHT', 'DTSTART:19700101T000000', 'TZOFFSETTO:+0100', 'END:DAYLIGHT'],
      'has a DAYLIGHT without DTSTART, TZOFFSETFROM or TZOFFSETTO',
    ],
    [
      'a rule that is never true',
      standard('RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
      'has a STANDARD with an RRULE that is not a simple yearly one',
    ],
    [
      'every second',
      standard('RRULE:FREQ=SECONDLY'),
      'has a STANDARD with an RRULE that is not a simple yearly one',
    ],
    [
      'too many rules',
      Array.from({ length: 126 }, () => standard('RRULE:FREQ=YEARLY')).flat(),
      'has rules with more than 5000 rounds',
    ],
  ])('%s', (_what, lines, complaint) => {
    const zone = zoneOf(...lines);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect(() => zone.toUtc(Date.UTC(2030, 0, 1))).toThrow(IcalendarError);
      expect(() => zone.toLocal(Date.UTC(2030, 0, 1))).toThrow(`the VTIMEZONE of Z ${complaint}`);
    }
  });

  test('just as many rules as are followed', () => {
    const zone = zoneOf(...Array.from({ length: 125 }, () => standard('RRULE:FREQ=YEARLY')).flat());
    expect(toUtc(zone, '2030-01-01T01:00:00')).toBe('2030-01-01T00:00:00Z');
  });
});

test('a zone is found by its TZID, and made once', () => {
  const calendar = calendarOf(...BERLIN);
  expect(zoneIn(calendar, 'Europe/Vienna')).toBeUndefined();
  expect(zoneIn(calendar, 'europe/berlin')).toBeUndefined();
  expect(zoneIn(calendar, 'Europe/Berlin')).toBe(zoneIn(calendar, 'Europe/Berlin'));
});

test("a VTIMEZONE without TZID is nobody's", () => {
  expect(zoneIn(calendarOf('BEGIN:VTIMEZONE', 'END:VTIMEZONE'), '')).toBeUndefined();
});

test('UTC is ahead of nothing', () => {
  expect([UTC.toUtc(5), UTC.toLocal(5)]).toEqual([5, 5]);
});
