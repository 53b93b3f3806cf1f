import { describe, expect, test } from 'vitest';
import { readValues } from './value-types.js';
import { type YearlyRule, yearlyRule } from './yearly-rule.js';

/** Sunday, 26 March 2000, 2:00. */
const START = Date.UTC(2000, 2, 26, 2);

function ruleFrom(text: string, start = START): YearlyRule | undefined {
  const [value = ''] = readValues('rrule', 'recur', text);
  return yearlyRule(value, start);
}

function daysIn(text: string, year: number, start = START): string[] | undefined {
  return ruleFrom(text, start)
    ?.timesIn(year)
    .map((time) => new Date(time).toISOString().slice(5, 16));
}

describe('the days that a rule picks in a year', () => {
  test.each([
    ['as DTSTART', 'FREQ=YEARLY', 2030, ['03-26T02:00']],
    ['the day of DTSTART in other months', 'FREQ=YEARLY;BYMONTH=10,4', 2030, ['04-26T02:00', '10-26T02:00']],
    ['the last Sunday of a month', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 2030, ['03-31T02:00']],
    ['the second Sunday', 'FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 2030, ['03-10T02:00']],
    [
      'the first Sunday, when the month begins with it',
      'FREQ=YEARLY;BYMONTH=12;BYDAY=1SU',
      2030,
      ['12-01T02:00'],
    ],
    [
      'the last Sunday, when the month ends with it',
      'FREQ=YEARLY;BYMONTH=6;BYDAY=-1SU',
      2030,
      ['06-30T02:00'],
    ],
    ['the fifth Sunday, where there is one', 'FREQ=YEARLY;BYMONTH=3,4;BYDAY=5SU', 2030, ['03-31T02:00']],
    [
      'the Sunday from the 8th on',
      'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8,9,10,11,12,13,14;BYDAY=SU',
      2030,
      ['03-10T02:00'],
    ],
    ['a day counted from the end', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', 2030, ['02-28T02:00']],
    ['the leap day', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 2032, ['02-29T02:00']],
    ['no leap day', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 2030, []],
    ['a day that no year has', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 2032, []],
    ['the same day of each month', 'FREQ=YEARLY;BYMONTHDAY=31', 2030, [1, 3, 5, 7, 8, 10, 12].map(lastDay)],
    ['the 20th Monday of the year', 'FREQ=YEARLY;BYDAY=20MO', 2030, ['05-20T02:00']],
    ['the last Monday of the year', 'FREQ=YEARLY;BYDAY=-1MO', 2030, ['12-30T02:00']],
    ['two weekdays', 'FREQ=YEARLY;BYMONTH=3;BYDAY=1MO,-1SU', 2030, ['03-04T02:00', '03-31T02:00']],
    ['the last of several', 'FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=-1', 2030, ['03-31T02:00']],
    [
      'the first and the third',
      'FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=1,3',
      2030,
      ['03-03T02:00', '03-17T02:00'],
    ],
    ['a position that is not there', 'FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=6', 2030, []],
    ['another time of day', 'FREQ=YEARLY;BYMINUTE=30;BYHOUR=1;BYSECOND=0', 2030, ['03-26T01:30']],
    ['years before the clock of Unix', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 1601, ['03-25T02:00']],
    ['the first years of all', 'FREQ=YEARLY;BYMONTH=1;BYDAY=1SU', 1, ['01-07T02:00']],
  ])('%s: %s in %i', (_what, text, year, days) => {
    expect(daysIn(text, year)).toEqual(days);
  });

  function lastDay(month: number): string {
    return `${String(month).padStart(2, '0')}-31T02:00`;
  }

  test('DTSTART gives the minute and second too', () => {
    expect(ruleFrom('FREQ=YEARLY', Date.UTC(2000, 2, 26, 0, 53, 28))?.timesIn(2030)).toEqual([
      Date.UTC(2030, 2, 26, 0, 53, 28),
    ]);
  });
});

test('interval, COUNT and UNTIL', () => {
  expect(ruleFrom('FREQ=YEARLY')).toMatchObject({ interval: 1, count: undefined, until: undefined });
  expect(ruleFrom('FREQ=YEARLY;INTERVAL=2;COUNT=3')).toMatchObject({ interval: 2, count: 3 });
  expect(ruleFrom('FREQ=YEARLY;UNTIL=20300331T010000Z')?.until).toBe('2030-03-31T01:00:00Z');
  expect(ruleFrom('FREQ=YEARLY;WKST=SU')?.interval).toBe(1);
});

test.each([
  ['FREQ=DAILY'],
  ['FREQ=MONTHLY;BYDAY=-1SU'],
  ['FREQ=SECONDLY'],
  ['FREQ=YEARLY;BYWEEKNO=20'],
  ['FREQ=YEARLY;BYYEARDAY=100'],
  ['FREQ=YEARLY;BYHOUR=1,2'],
  ['FREQ=YEARLY;RSCALE=HEBREW'],
  [`FREQ=YEARLY;BYDAY=${Array.from({ length: 32 }, (_, index) => `${index + 1}SU`)}`],
])('%s is not understood', (text) => {
  expect(ruleFrom(text)).toBeUndefined();
});

test('31 values of one part are', () => {
  expect(
    daysIn(`FREQ=YEARLY;BYMONTHDAY=${Array.from({ length: 31 }, (_, index) => index + 1)}`, 2030),
  ).toHaveLength(365);
});

test('what is no rule at all is not understood', () => {
  expect(['', 'FREQ=YEARLY', 3, []].map((value) => yearlyRule(value, START))).toEqual(
    Array(4).fill(undefined),
  );
});
