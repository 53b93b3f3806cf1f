/** Dates and times of jCal as numbers. */

const FORM = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)Z?)?$/;

export const DAY = 86_400_000;

/**
 * Milliseconds of a date (`YYYY-MM-DD`) or date-time (`YYYY-MM-DDTHH:MM:SS`, with or without `Z`), its clock read as
 * one that shows UTC. NaN for any other text.
 */
export function millisecondsOf(text: string): number {
  const found = FORM.exec(text);
  if (found === null) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part || 0));
  // Not Date.UTC, which takes the years 0 to 99 for those after 1900.
  return new Date(new Date(0).setUTCFullYear(year, month - 1, day)).setUTCHours(hour, minute, second);
}

/** Milliseconds as a date-time without zone, `YYYY-MM-DDTHH:MM:SS`. */
export function dateTimeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19);
}

/** Milliseconds as a date, `YYYY-MM-DD`. */
export function dateOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
