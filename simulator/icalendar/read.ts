import {
  components,
  type JCalComponent,
  type JCalParameters,
  type JCalProperty,
  parameter,
  properties,
  property,
  textValue,
} from './jcal.js';

/** Typed reading of VCALENDAR and VEVENT properties. Absent is `undefined` unless the RFC gives a default. */

/** Method of a scheduling message in upper case, or undefined for a stored object. */
export function methodOf(calendar: JCalComponent): string | undefined {
  return textValue(calendar, 'method')?.toUpperCase();
}

/** The VEVENTs of an iCalendar object, in order. */
export function eventsOf(calendar: JCalComponent): JCalComponent[] {
  return components(calendar, 'vevent');
}

/** UID of the first component that has one. */
export function uidOf(calendar: JCalComponent): string | undefined {
  for (const component of calendar[2]) {
    const uid = textValue(component, 'uid');
    if (uid !== undefined) return uid;
  }
  return undefined;
}

/** SEQUENCE; absent means 0 (RFC 5545 section 3.8.7.4). NaN when it is not a number. */
export function sequenceOf(component: JCalComponent): number {
  const found = property(component, 'sequence');
  return found === undefined ? 0 : Number(found[3]);
}

/** DTSTAMP as it stands, e.g. `2030-03-04T10:00:00Z`; empty when absent. */
export function dtstampOf(component: JCalComponent): string {
  return textValue(component, 'dtstamp') ?? '';
}

/** The ORGANIZER's calendar address as it stands. */
export function organizerOf(component: JCalComponent): string | undefined {
  return textValue(component, 'organizer');
}

/** STATUS in upper case. */
export function statusOf(component: JCalComponent): string | undefined {
  return textValue(component, 'status')?.toUpperCase();
}

/** One ATTENDEE of a component. */
export interface Attendee {
  /** The calendar address as it stands. */
  readonly address: string;
  readonly partstat: string;
  readonly rsvp: boolean;
  readonly parameters: JCalParameters;
}

/** The ATTENDEEs in order, with the defaults of RFC 5545 sections 3.2.12 and 3.2.17. */
export function attendeesOf(component: JCalComponent): Attendee[] {
  return properties(component, 'attendee').map(toAttendee);
}

function toAttendee(found: JCalProperty): Attendee {
  return {
    address: String(found[3]),
    partstat: (parameter(found, 'partstat') ?? 'NEEDS-ACTION').toUpperCase(),
    rsvp: (parameter(found, 'rsvp') ?? 'FALSE').toUpperCase() === 'TRUE',
    parameters: found[1],
  };
}

/** The ATTENDEE with one of these addresses. */
export function attendeeOf(component: JCalComponent, addresses: readonly string[]): Attendee | undefined {
  const wanted = new Set(addresses.map(canonicalAddress));
  return attendeesOf(component).find((attendee) => wanted.has(canonicalAddress(attendee.address)));
}

/**
 * A calendar address in the form in which two of them can be compared. A mailto address counts in any case, as mail
 * systems take it, and so does urn:uuid (RFC 9562 section 4). Of other URIs, scheme, host and the name of a URN's
 * namespace count in any case, the rest does not (RFC 3986 section 6.2.2.1, RFC 8141 section 3.1). An address
 * without scheme is one of mail, unless it is a path.
 */
export function canonicalAddress(address: string): string {
  const known = canonical.get(address);
  if (known !== undefined) return known;
  if (canonical.size >= MOST_KNOWN) canonical.clear();
  const found = canonicalForm(address);
  canonical.set(address, found);
  return found;
}

/** The same few addresses are compared over and over; those of other people's tests must not pile up. */
const canonical = new Map<string, string>();
const MOST_KNOWN = 50_000;

function canonicalForm(address: string): string {
  const trimmed = address.trim();
  if (trimmed.startsWith('mailto:')) return trimmed.toLowerCase();
  if (/^(?:mailto|urn:uuid):/i.test(trimmed)) return trimmed.toLowerCase();
  if (trimmed.startsWith('/')) return trimmed;
  const [, scheme, user = '', host = '', rest = ''] = URI.exec(trimmed) ?? [];
  if (scheme === undefined) return `mailto:${trimmed.toLowerCase()}`;
  return `${scheme.toLowerCase()}${user}${host.toLowerCase()}${withUpperOctets(rest)}`;
}

/** Scheme, with the namespace of a URN; up to the user of an authority; host; all the rest. */
const URI = /^(urn:[^:]*:|[a-z][a-z0-9+.-]*:)(?:(\/\/(?:[^/?#@]*@)?)([^/?#]*))?(.*)$/is;

/** Octets in hexadecimal digits, which count in any case too. */
function withUpperOctets(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
}

/** Each Calendar User once, in the order of the first address and with the last spelling of it. */
export function eachOnce(addresses: readonly string[]): string[] {
  return [...new Map(addresses.map((address) => [canonicalAddress(address), address])).values()];
}

/** Whether two calendar addresses name the same Calendar User. */
export function sameAddress(one: string, other: string): boolean {
  return canonicalAddress(one) === canonicalAddress(other);
}
