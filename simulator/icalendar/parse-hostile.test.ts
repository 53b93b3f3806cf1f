import { describe, expect, test } from 'vitest';
import type { JCalComponent } from './jcal.js';
import { IcalendarError, MAX_LINES, MAX_TEXT, parseCalendar } from './parse.js';
import { canonicalAddress } from './read.js';
import { writeCalendar } from './write.js';

/** Texts of the largest size that is taken in, made to take long. Each must be read or refused, and soon. */

const AT_MOST_MS = 10_000;

function eventOf(lines: string): string {
  return `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
}

/** As often as it fits beside a frame of at most 200 characters. */
function fill(unit: string): string {
  return unit.repeat(Math.floor((MAX_TEXT - 200) / unit.length));
}

function outcomeOf(text: string): JCalComponent | string {
  expect(text.length).toBeLessThanOrEqual(MAX_TEXT);
  try {
    return parseCalendar(text);
  } catch (error) {
    expect(error).toBeInstanceOf(IcalendarError);
    return (error as Error).message;
  }
}

describe('is refused', () => {
  test.each([
    ['parameters', eventOf(`X${fill(';a=1')}:v`), /more than 100 parameters/],
    ['parameters without name', eventOf(`X${fill(';=')}:v`), /a parameter without name/],
    ['a quote that is not closed', eventOf(`X;a="${fill('x')}:v`), /a quote that is not closed/],
    ['a line without colon', eventOf(fill('x')), /no ":" after name and parameters/],
    ['a name', eventOf(`${fill('A')}!:v`), /no ":" after name and parameters/],
    ['short lines', eventOf(fill('A:\n')), /^the iCalendar object has more than 250000 lines$/],
    ['empty lines', eventOf(fill('\n')), /more than 250000 lines/],
    ['components', eventOf(fill('BEGIN:X\nEND:X\n')), /more than 250000 lines/],
    ['a component name', eventOf(`BEGIN:${fill('V')}`), /no component name/],
    ['null bytes', eventOf(`SUMMARY:${fill('\0')}`), /a control character/],
    ['CRs', eventOf(`SUMMARY:${fill('\r')}x`), /a control character/],
    ['digits', eventOf(`SEQUENCE:${fill('9')}`), /in SEQUENCE is no integer/],
    ['digits behind a sign', eventOf(`PRIORITY:-${fill('0')}1`), /in PRIORITY is no integer/],
    ['digits of a float', eventOf(`GEO:${fill('1')};1`), /in GEO is no float/],
    ['digits of a duration', eventOf(`DURATION:P${fill('1')}D`), /in DURATION is no duration/],
    ['digits of a date', eventOf(`DTSTART:${fill('2')}`), /in DTSTART is no date-time/],
    ['slashes of a period', eventOf(`FREEBUSY:${fill('/')}`), /in FREEBUSY is no period/],
    ['dates', eventOf(`RDATE:${fill('20300304,')}20300304`), /^RDATE has more than 100000 values$/],
    ['categories', eventOf(`CATEGORIES:${fill(',')}`), /^CATEGORIES has more than 100000 values$/],
    ['parts of one status', eventOf(`REQUEST-STATUS:${fill(';')}`), /REQUEST-STATUS has more than 100000/],
    ['rule parts', eventOf(`RRULE:FREQ=DAILY;${fill('BYDAY=SU;')}`), /in RRULE is no recur/],
    ['a list in a rule', eventOf(`RRULE:FREQ=DAILY;BYSECOND=${fill('1,')}1`), /in RRULE is no recur/],
  ])('a text full of %s', (_what, text, complaint) => {
    const begin = performance.now();
    const outcome = outcomeOf(text);
    expect(performance.now() - begin).toBeLessThan(AT_MOST_MS);
    expect(outcome).toMatch(complaint);
    expect(outcome.length).toBeLessThan(1000);
  });
});

describe('is read, and can be written', () => {
  test.each([
    ['folds', eventOf(`SUMMARY:${fill('\r\n ')}`)],
    ['folded letters', eventOf(`SUMMARY:${fill('\n b')}`)],
    ['backslashes', eventOf(`CATEGORIES:${fill('\\')}`)],
    ['line breaks', eventOf(`SUMMARY:${fill('\\n')}`)],
    ['quoted addresses', eventOf(`ATTENDEE;MEMBER=${fill('"m:a",')}"m:b":mailto:b@example.com`)],
    ['carets', eventOf(`X;A=${fill('^n')}:x`)],
    ['characters of four octets', eventOf(`SUMMARY:${fill('😀')}`)],
  ])('a text full of %s', (_what, text) => {
    const begin = performance.now();
    const outcome = outcomeOf(text);
    expect(performance.now() - begin).toBeLessThan(AT_MOST_MS);
    expect(outcome[0]).toBe('vcalendar');
    const written = performance.now();
    expect(writeCalendar(outcome as JCalComponent)).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(performance.now() - written).toBeLessThan(AT_MOST_MS);
  });

  test.each(['https://', 'https://@', 'urn', 'a@', '%2f'])('an address full of %s', (unit) => {
    const begin = performance.now();
    expect(canonicalAddress(`https:${fill(unit)}`).length).toBeGreaterThan(MAX_TEXT / 2);
    expect(performance.now() - begin).toBeLessThan(AT_MOST_MS);
  });
});

test('as many lines as are taken in', () => {
  const frame = 4;
  const lines = (count: number) => eventOf(Array.from({ length: count }, () => 'A:').join('\n'));
  const [name, , [event]] = parseCalendar(lines(MAX_LINES - frame - 1));
  expect(name).toBe('vcalendar');
  expect(event?.[1]).toHaveLength(MAX_LINES - frame - 1);
  expect(() => parseCalendar(lines(MAX_LINES - frame))).toThrow(IcalendarError);
});

/** A generator of numbers, so that each run tries the same texts. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PIECES = [
  ...[
    'BEGIN:VCALENDAR\r\n',
    'END:VCALENDAR\r\n',
    'BEGIN:VEVENT\n',
    'END:VEVENT\n',
    '\r\n',
    '\n ',
    '\r',
    '\0',
  ],
  ...[
    'DTSTART',
    'ATTENDEE',
    'RRULE',
    'GEO',
    'RDATE',
    'CONSTRUCTOR',
    '__proto__',
    ';VALUE=',
    ';TZID=',
    ';MEMBER=',
  ],
  ...[
    ':',
    ';',
    ',',
    '=',
    '"',
    '\\',
    '^n',
    '/',
    'PERIOD',
    'DATE',
    '20300304T100000Z',
    'PT1H',
    '-1',
    'FREQ=DAILY',
  ],
];

test('any heap of pieces is read or refused, and what is read is written and read again', () => {
  const random = seeded(5546);
  let read = 0;
  for (let round = 0; round < 5000; round += 1) {
    const heap = Array.from({ length: random(12) }, () => PIECES[random(PIECES.length)]).join('');
    const outcome = outcomeOf(round % 2 === 0 ? heap : eventOf(heap));
    if (typeof outcome === 'string') continue;
    read += 1;
    expect(parseCalendar(writeCalendar(outcome))).toEqual(outcome);
  }
  expect(read).toBeGreaterThan(20);
});
