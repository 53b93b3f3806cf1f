import { instantOf } from '../simulator/icalendar/instant.js';
import { type JCalComponent, property, textValue } from '../simulator/icalendar/jcal.js';
import { canonicalAddress, eventsOf, methodOf, sequenceOf, uidOf } from '../simulator/icalendar/read.js';
import { calendarIfAny } from '../targets/calendar-in.js';
import type { CalendarUser, MessageInTransit, ObservedMessage } from '../targets/target.js';

/** A message on its way or where it was seen. */
export type Transit = MessageInTransit & Pick<ObservedMessage, 'mayCover'>;

/** A scheduling message as the harness reads it. */
export interface SchedulingMessage {
  readonly method: string;
  readonly uid: string;
  /** User ids, or the bare address of somebody who is not in the cast. */
  readonly from: string;
  readonly to: string;
  readonly calendar: JCalComponent;
  /** The first VEVENT. */
  readonly event: JCalComponent;
  /** All VEVENTs: the series and single instances of it. */
  readonly events: readonly JCalComponent[];
  readonly sequence: number;
  readonly transit: Transit;
}

/** Reads a message; undefined when it is no iCalendar object with an event (the ambient checks tell). */
export function readMessage(
  transit: Transit,
  cast: ReadonlyMap<string, CalendarUser>,
): SchedulingMessage | undefined {
  const calendar = calendarIfAny(transit.data);
  const events = calendar === undefined ? [] : eventsOf(calendar);
  const [event] = events;
  if (calendar === undefined || event === undefined) return undefined;
  return {
    method: methodOf(calendar) ?? '',
    uid: uidOf(calendar) ?? '',
    from: userOf(transit.originator, cast),
    to: userOf(transit.recipient, cast),
    calendar,
    event,
    events,
    sequence: sequenceOf(event),
    transit,
  };
}

/** The user id of a calendar address, or the address itself when nobody of the cast has it. */
export function userOf(address: string, cast: ReadonlyMap<string, CalendarUser>): string {
  const wanted = canonicalAddress(address);
  for (const user of cast.values()) {
    if (user.addresses.some((known) => canonicalAddress(known) === wanted)) return user.id;
  }
  return address;
}

/** User ids of the ATTENDEEs that a component lists, in order. */
export function listedIn(event: JCalComponent, cast: ReadonlyMap<string, CalendarUser>): string[] {
  return event[1].filter(([name]) => name === 'attendee').map((line) => userOf(String(line[3]), cast));
}

/** A property of an event as one line for people, or `(none)`. */
export function shown(event: JCalComponent, name: string): string {
  return property(event, name) === undefined ? '(none)' : (textValue(event, name) ?? '');
}

/** Messages of one scenario, told apart by the last action. */
export interface Sent {
  readonly earlier: readonly SchedulingMessage[];
  readonly latest: readonly SchedulingMessage[];
}

/** When the first event of a message begins, as UTC text; `(never)` when it does not say. */
export function startIn(calendar: JCalComponent): string {
  const [event] = eventsOf(calendar);
  const start = event && property(event, 'dtstart');
  return start === undefined ? '(never)' : instantOf(start, calendar);
}
