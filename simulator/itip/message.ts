import { makeCalendar, withComponents } from '../icalendar/edit.js';
import { components, type JCalComponent, parameter, textValue } from '../icalendar/jcal.js';

export type Method = 'REQUEST' | 'REPLY' | 'CANCEL';

/** A composed scheduling message and where it goes. Messages to several Recipients share one object. */
export interface Outgoing {
  readonly method: Method;
  /** Calendar address of the CU in whose name the message leaves. */
  readonly originator: string;
  /** Calendar addresses, each once. */
  readonly recipients: readonly string[];
  /** VCALENDAR with its METHOD. */
  readonly calendar: JCalComponent;
}

export const PRODID = '-//itip-conformance//reference scheduler//EN';

/** A VCALENDAR with this VEVENT and the VTIMEZONEs that it refers to (RFC 2446 section 3.1). */
export function calendarAround(
  event: JCalComponent,
  timezones: readonly JCalComponent[],
  method?: Method,
): JCalComponent {
  return makeCalendar(PRODID, [...timezones, event], method);
}

/** The VTIMEZONEs of an object that a component refers to by TZID. */
export function timezonesFor(event: JCalComponent, source: JCalComponent): JCalComponent[] {
  const wanted = new Set(event[1].flatMap((property) => parameter(property, 'tzid') ?? []));
  return components(source, 'vtimezone').filter((zone) => wanted.has(textValue(zone, 'tzid') ?? ''));
}

/** The event without alarms: an alarm is its owner's business and the tables of REPLY and CANCEL exclude it. */
export function withoutAlarms(event: JCalComponent): JCalComponent {
  return withComponents(
    event,
    event[2].filter((part) => part[0] !== 'valarm'),
  );
}
