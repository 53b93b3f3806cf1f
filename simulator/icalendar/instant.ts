import { readDuration } from './duration.js';
import { excerpt } from './icalendar-error.js';
import { type JCalComponent, type JCalProperty, parameter, property, textValue } from './jcal.js';
import { dateOf, dateTimeOf, millisecondsOf } from './moment.js';
import { zoneIn } from './zone.js';

/**
 * The moment a date-time property stands for, as UTC text `YYYY-MM-DDTHH:MM:SSZ`.
 * A TZID is resolved through the VTIMEZONEs of the same object: of a time that comes twice, the first is meant; one
 * that does not come has the offset before the gap (RFC 5545 section 3.3.5). A date without time (`YYYY-MM-DD`) and
 * a floating time (no zone) stand for themselves and come back as they are, except that a leap second is the second
 * before it.
 *
 * @throws RangeError when the value is neither date nor date-time, or the property names a TZID for which the object
 *   has no VTIMEZONE
 * @throws IcalendarError when that VTIMEZONE lacks what it must have, or cannot be followed
 */
export function instantOf(found: JCalProperty, calendar: JCalComponent): string {
  const value = momentOf(found);
  const tzid = parameter(found, 'tzid');
  if (tzid === undefined || value.endsWith('Z') || !value.includes('T')) return value;
  const zone = zoneIn(calendar, tzid);
  if (zone === undefined) throw new RangeError(`TZID=${tzid} has no VTIMEZONE in the same object`);
  return written(zone.toUtc(millisecondsOf(value)), `${value}Z`);
}

/**
 * Start and end of an event as instants. Where there is no DTEND, the end follows from DURATION: days and weeks keep
 * the time of day of DTSTART, hours are exact (RFC 5545 section 3.3.6). Where there is neither, a date ends with its
 * day and a date-time when it begins (section 3.6.1). A negative DURATION, which section 3.8.2.5 forbids, leads to
 * an end before the start.
 *
 * @returns empty texts for an event without DTSTART
 * @throws RangeError as `instantOf`, and when DURATION is none or leads out of the years 0 to 9999
 */
export function spanOf(event: JCalComponent, calendar: JCalComponent): { start: string; end: string } {
  const start = property(event, 'dtstart');
  if (start === undefined) return { start: '', end: '' };
  const startInstant = instantOf(start, calendar);
  const end = property(event, 'dtend');
  return {
    start: startInstant,
    end: end === undefined ? endByDuration(event, start, calendar) : instantOf(end, calendar),
  };
}

function endByDuration(event: JCalComponent, start: JCalProperty, calendar: JCalComponent): string {
  const [name, parameters, type] = start;
  const value = momentOf(start);
  const text = textValue(event, 'duration') ?? (value.includes('T') ? 'PT0S' : 'P1D');
  const duration = readDuration(text);
  if (duration === undefined) throw new RangeError(`DURATION:${excerpt(text)} is no duration`);
  const sameTime = shifted(value, duration.nominal);
  return shifted(instantOf([name, parameters, type, sameTime], calendar), duration.exact);
}

/** Section 3.3.5 lets the second 60 be the second 59. */
function momentOf([name, , , value]: JCalProperty): string {
  const text = String(value);
  if (!Number.isNaN(millisecondsOf(text))) return text.replace(/:60(?=Z?$)/, ':59');
  throw new RangeError(`${name.toUpperCase()} is neither date nor date-time: ${excerpt(text)}`);
}

/** A moment so much later, in the same form. Of a date and hours, the date is left. */
function shifted(moment: string, milliseconds: number): string {
  return written(millisecondsOf(moment) + milliseconds, moment);
}

const FIRST = millisecondsOf('0000-01-01T00:00:00Z');
const LAST = millisecondsOf('9999-12-31T23:59:59Z');

/** A time in the form of another one. */
function written(time: number, like: string): string {
  if (!(time >= FIRST && time <= LAST)) throw new RangeError(`${like} leads out of the years 0 to 9999`);
  if (!like.includes('T')) return dateOf(time);
  return like.endsWith('Z') ? `${dateTimeOf(time)}Z` : dateTimeOf(time);
}
