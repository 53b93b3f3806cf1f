import { readDuration } from './duration.js';

/**
 * Whether text has the form of a value type (RFC 5545 section 3.3). A date and a date-time may stand for each other,
 * as VALUE is often forgotten; text, addresses and binary values take any form.
 */
export const FORMS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['boolean', matches(/^(?:TRUE|FALSE)$/i)],
  ['integer', isInteger],
  ['float', matches(/^[+-]?\d{1,20}(?:\.\d{1,20})?$/)],
  ['date', isMoment],
  ['date-time', isMoment],
  ['time', matches(/^(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z?$/)],
  ['duration', isDuration],
  ['period', isPeriod],
  ['utc-offset', matches(/^[+-](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?$/)],
  ['recur', isRule],
]);

function matches(form: RegExp): (text: string) => boolean {
  return (text) => form.test(text);
}

/** Section 3.3.8 gives the range. */
function isInteger(text: string): boolean {
  if (!/^[+-]?\d{1,20}$/.test(text)) return false;
  const number = Number(text);
  return number >= -2_147_483_648 && number <= 2_147_483_647;
}

/** Sections 3.3.4 and 3.3.5. */
function isMoment(text: string): boolean {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] =
    /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})Z?)?$/.exec(text) ?? [];
  return (
    isDay(Number(year), Number(month), Number(day)) &&
    Number(hour) <= 23 &&
    Number(minute) <= 59 &&
    Number(second) <= 60
  );
}

const LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12];

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return day <= (leap ? 29 : 28);
  return day <= (LONG_MONTHS.includes(month) ? 31 : 30);
}

function isDuration(text: string): boolean {
  return readDuration(text) !== undefined;
}

function isDateTime(text: string): boolean {
  return isMoment(text) && text.includes('T');
}

/** Section 3.3.9. */
function isPeriod(text: string): boolean {
  const [start = '', end = '', ...more] = text.split('/', 3);
  return more.length === 0 && isDateTime(start) && (isDateTime(end) || isDuration(end));
}

const WEEKDAY = '(?:SU|MO|TU|WE|TH|FR|SA)';
const RULE_PARTS = new Map([
  ['FREQ', matches(/^(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)$/)],
  ['UNTIL', isMoment],
  ['COUNT', isInteger],
  ['INTERVAL', isInteger],
  ['WKST', matches(new RegExp(`^${WEEKDAY}$`))],
  ['BYDAY', matches(new RegExp(`^(?:[+-]?\\d{0,2}${WEEKDAY}(?:,(?!$)|$))+$`))],
]);
const isNumberList = matches(/^(?:[+-]?\d{1,3}(?:,(?!$)|$))+$/);
/** Every day of the year, every second of the minute and all the rest at once take less. */
const LONGEST_RULE = 5000;

/** Section 3.3.10; in upper case. Whether numbers are in their ranges is left to ical.js. */
function isRule(text: string): boolean {
  if (text.length > LONGEST_RULE) return false;
  const parts = text.split(';').map((part) => part.split('='));
  return (
    parts.some(([name]) => name === 'FREQ') &&
    parts.every(([name = '', value = '', ...more]) => {
      if (more.length > 0 || name === '' || value === '') return false;
      const fits = RULE_PARTS.get(name) ?? (name.startsWith('BY') ? isNumberList : undefined);
      return fits === undefined || fits(value);
    })
  );
}
