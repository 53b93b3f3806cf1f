import ICAL from 'ical.js';
import { components, type JCalComponent, type JCalProperty, parameter, property, textValue } from './jcal.js';

/**
 * The moment a date-time property stands for, as UTC text `YYYY-MM-DDTHH:MM:SSZ`.
 * A TZID is resolved through the VTIMEZONEs of the same object. A date without time (`YYYY-MM-DD`) and a floating
 * time (no zone) stand for themselves and come back as they are.
 *
 * @throws RangeError when the property names a TZID for which the object has no VTIMEZONE
 */
export function instantOf(found: JCalProperty, calendar: JCalComponent): string {
  const value = String(found[3]);
  const tzid = parameter(found, 'tzid');
  if (tzid === undefined || value.endsWith('Z')) return value;
  return toUtc(value, tzid, calendar);
}

/** Start and end of an event as instants; the end follows from DURATION where there is no DTEND (RFC 5545 3.6.1). */
export function spanOf(event: JCalComponent, calendar: JCalComponent): { start: string; end: string } {
  const start = property(event, 'dtstart');
  if (start === undefined) return { start: '', end: '' };
  const startInstant = instantOf(start, calendar);
  const end = property(event, 'dtend');
  if (end !== undefined) return { start: startInstant, end: instantOf(end, calendar) };
  return {
    start: startInstant,
    end: addDuration(startInstant, textValue(event, 'duration'), start[2] === 'date'),
  };
}

function addDuration(start: string, duration: string | undefined, allDay: boolean): string {
  if (duration === undefined) return allDay ? addDuration(start, 'P1D', false) : start;
  const time = timeFrom(start);
  time.addDuration(ICAL.Duration.fromString(duration));
  return time.toString();
}

function toUtc(value: string, tzid: string, calendar: JCalComponent): string {
  const definition = components(calendar, 'vtimezone').find((zone) => textValue(zone, 'tzid') === tzid);
  if (definition === undefined) throw new RangeError(`TZID=${tzid} has no VTIMEZONE in the same object`);
  const zone = new ICAL.Timezone({ component: new ICAL.Component(mutable(definition)), tzid });
  const time = timeFrom(value);
  time.zone = zone;
  return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
}

function timeFrom(value: string): InstanceType<typeof ICAL.Time> {
  return value.includes('T') ? ICAL.Time.fromDateTimeString(value) : ICAL.Time.fromDateString(value);
}

/** ical.js may annotate what it is given, so it gets its own copy. */
function mutable(component: JCalComponent): ConstructorParameters<typeof ICAL.Component>[0] {
  return structuredClone(component) as unknown as ConstructorParameters<typeof ICAL.Component>[0];
}
