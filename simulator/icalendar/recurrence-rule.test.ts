import { describe, expect, it } from 'vitest';
import { type Budget, budgetOf } from './budget.js';
import { IcalendarError } from './icalendar-error.js';
import { dateOf, millisecondsOf } from './moment.js';
import { RuleFollower } from './recurrence-rule.js';

/** A rule as jCal, from its parts. */
function followed(
  parts: Readonly<Record<string, string | number | readonly (string | number)[]>>,
  start: string,
) {
  const budget = budgetOf(100_000, 'occurrences');
  return new RuleFollower(parts, millisecondsOf(start), budget, () => false);
}

/** The dates up to a day. */
function dates(parts: Parameters<typeof followed>[0], start: string, bound: string): string[] {
  return followed(parts, start).upTo(millisecondsOf(bound)).map(dateOf);
}

describe('a rule', () => {
  it('yields the start and each occurrence up to the bound', () => {
    expect(dates({ freq: 'WEEKLY', byday: ['MO', 'WE'] }, '2030-03-04', '2030-03-13')).toEqual([
      '2030-03-04',
      '2030-03-06',
      '2030-03-11',
      '2030-03-13',
    ]);
  });

  it('goes on where it was left', () => {
    const follower = followed({ freq: 'DAILY' }, '2030-03-04');
    expect(follower.upTo(millisecondsOf('2030-03-05')).map(dateOf)).toEqual(['2030-03-04', '2030-03-05']);
    expect(follower.upTo(millisecondsOf('2030-03-05'))).toEqual([]);
    expect(follower.upTo(millisecondsOf('2030-03-06')).map(dateOf)).toEqual(['2030-03-06']);
  });

  it('ends after COUNT occurrences', () => {
    expect(dates({ freq: 'DAILY', count: 2 }, '2030-03-04', '2031-01-01')).toEqual([
      '2030-03-04',
      '2030-03-05',
    ]);
  });

  it('ends where its end is passed', () => {
    const end = millisecondsOf('2030-03-05');
    const budget = budgetOf(1000, 'occurrences');
    const follower = new RuleFollower(
      { freq: 'DAILY' },
      millisecondsOf('2030-03-04'),
      budget,
      (time) => time > end,
    );
    expect(follower.upTo(millisecondsOf('2031-01-01'))).toHaveLength(2);
  });

  it.each([
    [{ freq: 'SECONDLY' }, '2030-03-05'],
    [{ freq: 'MINUTELY', interval: 5 }, '2031-03-04'],
    [{ freq: 'DAILY', wkst: 'SU' }, '2330-03-04'],
  ])('that needs more steps than there are is given up before the first: %j', (parts, bound) => {
    const steps: number[] = [];
    const counted: Budget = { ...budgetOf(80_000, 'occurrences'), spend: (taken) => steps.push(taken) };
    const follower = new RuleFollower(parts, millisecondsOf('2030-03-04'), counted, () => false);
    expect(() => follower.upTo(millisecondsOf(bound))).toThrow(IcalendarError);
    expect(steps).toEqual([]);
    expect(follower.upTo(millisecondsOf('2030-03-04'))).toHaveLength(1);
  });

  it('that ends early is followed, however far somebody looks', () => {
    expect(dates({ freq: 'SECONDLY', count: 2 }, '2030-03-04', '2330-01-01')).toHaveLength(2);
  });

  it.each([
    ['the 31st of each month, where there is one', { freq: 'MONTHLY' }, '2030-01-31', '2030-05-31', 3],
    ['the 31st by BYMONTHDAY', { freq: 'MONTHLY', bymonthday: 31 }, '2030-01-31', '2030-05-31', 3],
    ['29 February, in leap years', { freq: 'YEARLY' }, '2028-02-29', '2040-12-31', 4],
    ['29 February by BYMONTH', { freq: 'YEARLY', bymonth: 2, bymonthday: 29 }, '2028-02-29', '2040-12-31', 4],
    ['COUNT takes no day that does not exist', { freq: 'MONTHLY', count: 3 }, '2030-01-31', '2031-01-31', 3],
  ])('%s', (_what, parts, start, bound, times) => {
    const found = dates(parts, start, bound);
    expect(found).toHaveLength(times);
    expect(found.filter((date) => date.slice(8) !== start.slice(8))).toEqual([]);
  });

  it('knows the last weekday of a month', () => {
    const parts = { freq: 'MONTHLY', byday: ['MO', 'TU', 'WE', 'TH', 'FR'], bysetpos: -1 };
    expect(dates(parts, '2030-03-29', '2030-05-31')).toEqual(['2030-03-29', '2030-04-30', '2030-05-31']);
  });
});

describe('a rule that leads nowhere', () => {
  it.each([
    ['30 February, each second', { freq: 'SECONDLY', bymonth: 2, bymonthday: 30 }],
    ['every day a thousand million days apart', { freq: 'DAILY', interval: 1_000_000_000 }],
    ['each second for ever', { freq: 'SECONDLY' }],
  ])('%s: gives up', (_what, parts) => {
    expect(() => dates(parts, '2030-03-04', '9999-01-01')).toThrow(IcalendarError);
    expect(() => dates(parts, '2030-03-04', '9999-01-01')).toThrow(/gave up after 100000 steps/);
  });

  it.each([
    ['30 February, each year', { freq: 'YEARLY', bymonth: 2, bymonthday: 30 }],
    ['30 February, each month', { freq: 'MONTHLY', bymonth: 2, bymonthday: 30 }],
  ])('%s: has no occurrence', (_what, parts) => {
    expect(dates(parts, '2030-03-04', '2090-01-01')).toEqual([]);
  });

  it.each([
    ['BYWEEKNO', { freq: 'YEARLY', byweekno: 20 }, /BYWEEKNO/],
    ['BYSETPOS with DAILY', { freq: 'DAILY', bysetpos: 1 }, /BYSETPOS/],
    ['a contradiction', { freq: 'WEEKLY', bymonthday: 3 }, /cannot be followed/],
    [
      'a long list',
      { freq: 'YEARLY', byyearday: Array.from({ length: 751 }, (_, day) => day) },
      /more than 750/,
    ],
  ])('%s: is refused', (_what, parts, reason) => {
    expect(() => dates(parts, '2030-03-04', '2031-01-01')).toThrow(IcalendarError);
    expect(() => dates(parts, '2030-03-04', '2031-01-01')).toThrow(reason);
  });

  it('is none at all', () => {
    expect(() => new RuleFollower('FREQ', 0, budgetOf(1, 'x'), () => false)).toThrow(/not a recurrence rule/);
  });
});
