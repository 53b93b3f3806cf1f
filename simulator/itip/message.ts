import { makeCalendar, withComponents } from '../icalendar/edit.js';
import { components, type JCalComponent, parameter, textValue } from '../icalendar/jcal.js';
import { remembered } from '../icalendar/remembered.js';
import type { MessageRules } from './rules.js';

export type Method = 'PUBLISH' | 'REQUEST' | 'REPLY' | 'CANCEL' | 'REFRESH';

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

const PRODID = '-//itip-conformance//reference scheduler//EN';

/**
 * A scheduling message with these VEVENTs of one UID.
 *
 * @param source the object with their VTIMEZONEs
 */
export function messageOf(
  method: Method,
  events: readonly JCalComponent[],
  source: JCalComponent,
  rules: Pick<MessageRules, 'timezones' | 'envelope'>,
): JCalComponent {
  const timezones = rules.timezones(timezonesFor(events, source));
  return rules.envelope(calendarAround(events, timezones, method));
}

/** A VCALENDAR with these VEVENTs and the VTIMEZONEs that they refer to (RFC 2446 section 3.1). */
export function calendarAround(
  events: readonly JCalComponent[],
  timezones: readonly JCalComponent[],
  method?: Method,
): JCalComponent {
  return makeCalendar(PRODID, [...timezones, ...events], method);
}

/** The VTIMEZONEs of an object that components refer to by TZID. */
export function timezonesFor(events: readonly JCalComponent[], source: JCalComponent): JCalComponent[] {
  if (events.every((event) => tzidsIn(event).length === 0)) return [];
  const wanted = new Set(events.flatMap(tzidsIn));
  return timezonesIn(source).filter((zone) => wanted.has(textValue(zone, 'tzid') ?? ''));
}

const known = remembered<readonly JCalComponent[]>();

/** The VTIMEZONEs of an object; looked up once, however many components of it are asked about. */
function timezonesIn(calendar: JCalComponent): readonly JCalComponent[] {
  const zones = known.of(calendar) ?? components(calendar, 'vtimezone');
  known.keep(calendar, zones);
  return zones;
}

const knownTzids = remembered<readonly string[]>();

/** The TZIDs that a component refers to; looked up once, however many Recipients its message has. */
function tzidsIn(event: JCalComponent): readonly string[] {
  const before = knownTzids.of(event);
  if (before !== undefined) return before;
  const tzids: string[] = [];
  for (const line of event[1]) {
    const tzid = line[0] === 'attendee' ? undefined : parameter(line, 'tzid');
    if (tzid !== undefined) tzids.push(tzid);
  }
  knownTzids.keep(event, tzids);
  return tzids;
}

/**
 * A stored object with the VTIMEZONEs that a received component refers to. Where it has one of the same TZID the
 * received definition takes its place, unless both say the same.
 */
export function withTimezonesFor(
  stored: JCalComponent,
  event: JCalComponent,
  message: JCalComponent,
): JCalComponent {
  const wanted = timezonesFor([event], message);
  const missing = wanted.filter((zone) => !hasTimezone(stored, zone));
  if (missing.length === 0) return stored;
  const replaced = new Set(missing.map((zone) => textValue(zone, 'tzid')));
  const others = stored[2].filter(
    (part) => part[0] !== 'vtimezone' || !replaced.has(textValue(part, 'tzid')),
  );
  return withComponents(stored, [...missing, ...others]);
}

function hasTimezone(calendar: JCalComponent, zone: JCalComponent): boolean {
  return calendar[2].some((part) => part[0] === 'vtimezone' && isSame(part, zone));
}

function isSame(one: JCalComponent, other: JCalComponent): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The event without alarms: an alarm is its owner's business and the tables of REPLY and CANCEL exclude it. */
export function withoutAlarms(event: JCalComponent): JCalComponent {
  const others = event[2].filter((part) => part[0] !== 'valarm');
  return others.length === event[2].length ? event : withComponents(event, others);
}
