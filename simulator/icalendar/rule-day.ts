import type { JCalValue } from './jcal.js';
import { DAY } from './moment.js';
import type { RuleParts } from './recurrence-rule.js';

/**
 * Whether a time that ical.js yields has the month and the day of the month that a rule asks for: what falls on a day
 * that does not exist is no occurrence (RFC 5545 section 3.3.10).
 *
 * @param start wall clock time of DTSTART, which tells what the rule leaves open
 */
export function isDayOf(parts: RuleParts, start: number): (time: number) => boolean {
  const { months, days } = daysAsked(parts, start);
  return (time) => {
    const day = new Date(time).getUTCDate();
    const fromEnd = day - daysInMonth(time) - 1;
    return (
      (months?.includes(monthOf(time)) ?? true) &&
      (days?.some((wanted) => wanted === day || wanted === fromEnd) ?? true)
    );
  };
}

/** Undefined where any is right. */
function daysAsked(
  { freq, bymonth, bymonthday, byday, byyearday }: RuleParts,
  start: number,
): { months: readonly number[] | undefined; days: readonly number[] | undefined } {
  const asStart = ['MONTHLY', 'YEARLY'].includes(freq) && byday === undefined && byyearday === undefined;
  const ownMonth = asStart && freq === 'YEARLY' && bymonthday === undefined ? [monthOf(start)] : undefined;
  const ownDay = asStart ? [new Date(start).getUTCDate()] : undefined;
  return { months: numbers(bymonth) ?? ownMonth, days: numbers(bymonthday) ?? ownDay };
}

function numbers(list: JCalValue | undefined): readonly number[] | undefined {
  return Array.isArray(list) ? list.map(Number) : undefined;
}

function monthOf(time: number): number {
  return new Date(time).getUTCMonth() + 1;
}

function daysInMonth(time: number): number {
  const [year, month] = [new Date(time).getUTCFullYear(), new Date(time).getUTCMonth()];
  return (Date.UTC(year, month + 1, 1) - Date.UTC(year, month, 1)) / DAY;
}
