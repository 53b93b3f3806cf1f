import { describe, expect, it } from 'vitest';
import { millisecondsOf } from './moment.js';
import { isDayOf } from './rule-day.js';

const START = millisecondsOf('2030-01-31');

describe('a day is one of a rule', () => {
  it.each([
    ['monthly, as DTSTART', { freq: 'MONTHLY' }, '2030-03-31', true],
    ['monthly, another day', { freq: 'MONTHLY' }, '2030-03-03', false],
    ['yearly, as DTSTART', { freq: 'YEARLY' }, '2031-01-31', true],
    ['yearly, another month', { freq: 'YEARLY' }, '2031-03-31', false],
    ['yearly on a day of each month', { freq: 'YEARLY', bymonthday: [31] }, '2031-03-31', true],
    ['the last day of a month', { freq: 'MONTHLY', bymonthday: [-1] }, '2030-02-28', true],
    ['the last day of a leap February', { freq: 'MONTHLY', bymonthday: [-1] }, '2032-02-28', false],
    ['a month that is asked for', { freq: 'DAILY', bymonth: [2, 3] }, '2030-03-09', true],
    ['a month that is not', { freq: 'DAILY', bymonth: [2] }, '2030-03-09', false],
    ['any day by weekday', { freq: 'MONTHLY', byday: ['MO'] }, '2030-03-04', true],
    ['any day of the year', { freq: 'YEARLY', byyearday: [100] }, '2030-04-10', true],
    ['any day, weekly', { freq: 'WEEKLY' }, '2030-02-07', true],
  ])('%s', (_what, parts, date, expected) => {
    expect(isDayOf(parts, START)(millisecondsOf(date))).toBe(expected);
  });
});
