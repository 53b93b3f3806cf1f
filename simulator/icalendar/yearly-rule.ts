import type { JCalValue } from './jcal.js';
import { DAY } from './moment.js';

/**
 * A yearly RRULE, as time zones change by them. Not by ical.js, whose iterator never comes back from a rule without
 * instances.
 */
export interface YearlyRule {
  /** Every how many years. */
  readonly interval: number;
  readonly count: number | undefined;
  /** In the form of jCal. */
  readonly until: string | undefined;
  /** The local times of one year in order, as if they were UTC, in milliseconds. */
  readonly timesIn: (year: number) => number[];
}

type Parts = Readonly<Record<string, unknown>>;
/** From the first day up to the end, which does not belong to it; in milliseconds. */
type Span = readonly [first: number, end: number];

const DAYS = ['bymonth', 'bymonthday', 'byday', 'bysetpos'];
const TIMES = ['byhour', 'byminute', 'bysecond'];
const UNDERSTOOD = new Set(['freq', 'interval', 'count', 'until', 'wkst', ...DAYS, ...TIMES]);
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** Longest list of one part; no zone needs more than the days of a month. */
const MAX_LIST = 31;

/**
 * Understands a rule (RFC 5545 section 3.3.10), or not: undefined when it is not yearly, comes at several times of
 * the day, picks days in another way than by month, day of the month and weekday, or has a list of more than 31.
 *
 * @param value the RRULE as jCal
 * @param start the local DTSTART as if it were UTC, in milliseconds
 */
export function yearlyRule(value: JCalValue, start: number): YearlyRule | undefined {
  const parts = Object(value) as Parts;
  const times = TIMES.map((name) => numbersOf(parts, name));
  if (!isSimple(parts) || times.some(({ length }) => length > 1)) return undefined;
  const first = new Date(start);
  const [hour, minute, second] = times.map(([only]) => only);
  const time = new Date(0).setUTCHours(
    hour ?? first.getUTCHours(),
    minute ?? first.getUTCMinutes(),
    second ?? first.getUTCSeconds(),
  );
  const positions = numbersOf(parts, 'bysetpos');
  return {
    interval: Math.max(1, Number(parts.interval ?? 1)),
    count: parts.count === undefined ? undefined : Number(parts.count),
    until: parts.until === undefined ? undefined : String(parts.until),
    timesIn: (year) => atPositions(daysPicked(parts, first, year), positions).map((day) => day + time),
  };
}

function isSimple(parts: Parts): boolean {
  const names = Object.keys(parts);
  return (
    parts.freq === 'YEARLY' &&
    names.every((name) => UNDERSTOOD.has(name) && listOf(parts, name).length <= MAX_LIST)
  );
}

/** The days that BYMONTH, BYMONTHDAY and BYDAY pick; what they leave open is as in DTSTART. */
function daysPicked(parts: Parts, first: Date, year: number): number[] {
  const months = numbersOf(parts, 'bymonth');
  const [monthDays, weekdays] = [numbersOf(parts, 'bymonthday'), listOf(parts, 'byday').map(String)];
  const open = monthDays.length + weekdays.length === 0;
  const [wantedMonths, wantedDays] = open
    ? [months.length > 0 ? months : [first.getUTCMonth() + 1], [first.getUTCDate()]]
    : [months.length > 0 ? months : MONTHS, monthDays];
  return MONTHS.filter((month) => wantedMonths.includes(month)).flatMap((month) => {
    const span = spanFrom(year, month, 1);
    const counted = months.length > 0 ? span : spanFrom(year, 1, 12);
    return daysIn(span).filter(
      (day) =>
        (wantedDays.length === 0 || wantedDays.some((wanted) => isNth(day, wanted, span, DAY))) &&
        (weekdays.length === 0 || weekdays.some((wanted) => isWeekday(day, wanted, counted))),
    );
  });
}

/** The n-th day or weekday of a span, from its end when n is negative. */
function isNth(day: number, nth: number, [first, end]: Span, step: number): boolean {
  const before = Math.floor((day - first) / step);
  const after = Math.floor((end - DAY - day) / step);
  return nth > 0 ? before === nth - 1 : after === -nth - 1;
}

/** `SU` is any Sunday, `-1SU` the last one of the span. */
function isWeekday(day: number, wanted: string, span: Span): boolean {
  if (WEEKDAYS[new Date(day).getUTCDay()] !== wanted.slice(-2)) return false;
  const nth = Number(wanted.slice(0, -2));
  return nth === 0 || isNth(day, nth, span, 7 * DAY);
}

function atPositions(days: readonly number[], positions: readonly number[]): readonly number[] {
  if (positions.length === 0) return days;
  return days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length));
}

function spanFrom(year: number, month: number, months: number): Span {
  return [firstOf(year, month - 1), firstOf(year, month - 1 + months)];
}

/** Not by Date.UTC, which takes the years 0 to 99 for those after 1900. */
function firstOf(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

function daysIn([first, end]: Span): number[] {
  return Array.from({ length: (end - first) / DAY }, (_, index) => first + index * DAY);
}

function numbersOf(parts: Parts, name: string): number[] {
  return listOf(parts, name).map(Number);
}

function listOf(parts: Parts, name: string): unknown[] {
  const part = parts[name];
  return part === undefined ? [] : [part].flat();
}
