import { IcalendarError } from './icalendar-error.js';
import { instantOf } from './instant.js';
import { type JCalComponent, type JCalProperty, parameter } from './jcal.js';
import { dateOf, dateTimeOf, millisecondsOf } from './moment.js';
import { UTC, type Zone, zoneIn } from './zone.js';

/** Properties that hold a date or a date-time: what moment they name, and how another one is written in their form. */

/**
 * The moment that a date-time property names, as `instantOf`; where its TZID is not defined in the object, or its
 * value is none of these, its text, so that equal texts are the same.
 */
export function momentOf(line: JCalProperty, calendar: JCalComponent): string {
  try {
    return instantOf(line, calendar);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `${String(line[3])} ${parameter(line, 'tzid') ?? ''}`;
  }
}

/** The moment of a date-time property in milliseconds. Throws IcalendarError when it has none. */
export function timeOf(line: JCalProperty, calendar: JCalComponent): number {
  try {
    return millisecondsOf(instantOf(line, calendar));
  } catch (error) {
    throw error instanceof RangeError ? new IcalendarError(error.message) : error;
  }
}

/** The zone in which a date-time property is written. */
export function zoneOf(line: JCalProperty, calendar: JCalComponent): Zone {
  const tzid = parameter(line, 'tzid');
  return tzid === undefined ? UTC : (zoneIn(calendar, tzid) ?? UTC);
}

/** How a moment is written in the form of a property: as a date, without zone, or in UTC. */
export function formOf(line: JCalProperty): (moment: number) => string {
  if (line[2] === 'date') return dateOf;
  const floating = parameter(line, 'tzid') === undefined && !String(line[3]).endsWith('Z');
  return floating ? dateTimeOf : (moment) => `${dateTimeOf(moment)}Z`;
}

/** The property with another moment, in the form that it has. */
export function atMoment(line: JCalProperty, moment: number, calendar: JCalComponent): JCalProperty {
  const [name, parameters, type] = line;
  if (type === 'date') return [name, parameters, type, dateOf(moment)];
  const utc = String(line[3]).endsWith('Z') ? 'Z' : '';
  return [name, parameters, type, `${dateTimeOf(zoneOf(line, calendar).toLocal(moment))}${utc}`];
}
