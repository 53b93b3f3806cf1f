import { instantOf } from '../simulator/icalendar/instant.js';
import type { JCalComponent } from '../simulator/icalendar/jcal.js';
import { calendarIn } from '../targets/calendar-in.js';
import { timeProperty } from '../targets/event-draft.js';
import type { ZonedTime } from '../targets/target.js';
import { timezoneText, ZONES } from './time-zones.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const FORM = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4}) at (\d{2}):(\d{2}) (\S+)$/;

/**
 * The moment that words like `4 March 2030 at 10:00 UTC` stand for.
 *
 * @throws RangeError for any other form, a day or time that does not exist, or a zone that the suite does not define
 */
export function momentFrom(words: string): ZonedTime {
  const [, day = '', monthName = '', year = '', hour = '', minute = '', zone = ''] = FORM.exec(words) ?? [];
  const month = MONTHS.indexOf(monthName) + 1;
  const local = `${year}-${two(month)}-${two(Number(day))}T${hour}:${minute}:00`;
  if (!exists(local) || !ZONES.includes(zone)) throw new RangeError(`not a moment of the suite: ${words}`);
  return { local, zone };
}

/** The same for a whole day, as in `4 March 2030`: its midnight in UTC. */
export function dayFrom(words: string): ZonedTime {
  return momentFrom(`${words} at 00:00 UTC`);
}

/** False for e.g. 31 February or 24:30. */
function exists(local: string): boolean {
  const time = Date.parse(`${local}Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(local);
}

/** The same wall-clock time one hour later; meetings of the suite last an hour unless they say otherwise. */
export function anHourAfter({ local, zone }: ZonedTime): ZonedTime {
  const later = new Date(Date.parse(`${local}Z`) + 3_600_000).toISOString().slice(0, 19);
  return { local: later, zone };
}

/** UTC text `YYYY-MM-DDTHH:MM:SSZ` of a moment. */
export function utcOf(moment: ZonedTime): string {
  const text = timezoneText(moment.zone);
  const zones: JCalComponent = text === undefined ? ['vcalendar', [], []] : calendarIn(text);
  return instantOf(timeProperty('dtstart', moment), zones);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
