import type { JCalComponent } from '../icalendar/jcal.js';
import { eventsOf, sequenceOf, statusOf } from '../icalendar/read.js';
import { withoutInstances } from './cancelled-copy.js';
import { type Entry, entryOf } from './entry.js';
import { overridesOf, scopeOf, withEvents } from './instances.js';
import type { Outgoing } from './message.js';
import { newCopy } from './new-copy.js';
import { withNewOrganizer } from './organizer-change.js';
import { incomingIn } from './received.js';
import { requestMessages } from './request-message.js';
import type { Rules } from './rules.js';

/** A Calendar User who becomes the Organizer. */
export interface TakingOver {
  /** Calendar address of the new Organizer. */
  readonly organizer: string;
  /** Whether the former Organizer stays an Attendee, if it was one. */
  readonly keepsFormer: boolean;
  /** DTSTAMP of the messages, UTC. */
  readonly now: string;
}

/**
 * A Calendar User becomes the Organizer and sends the event to all Attendees (RFC 5546 sections 3.2.2.4 and 4.2.11).
 * Whatever the copy shows as cancelled is no part of it any more.
 *
 * @param copy what an Attendee, or the former Organizer, has of the event
 * @throws RangeError when the Calendar User organizes the event already, or when it is cancelled
 */
export function takeOver(
  copy: Entry,
  { organizer, keepsFormer, now }: TakingOver,
  rules: Rules,
): { readonly entry: Entry; readonly outgoing: readonly Outgoing[] } {
  const received = [...copy.received].map(([, { sequence }]) => sequence);
  const current = Math.max(copy.issued, ...received, ...eventsOf(copy.calendar).map(sequenceOf));
  const alive = withoutCancelled(copy.calendar, rules);
  const change = { organizer, keepsFormer, current, now };
  const events = eventsOf(alive).map((event) => withNewOrganizer(event, change, rules));
  const calendar = withEvents(alive, events);
  const issued = Math.max(...events.map(sequenceOf));
  return {
    entry: { ...entryOf(calendar), issued },
    outgoing: requestMessages(events, calendar, rules),
  };
}

function withoutCancelled(calendar: JCalComponent, rules: Rules): JCalComponent {
  const cancelled = overridesOf(calendar).filter((event) => statusOf(event) === 'CANCELLED');
  const scopes = cancelled.map((event) => scopeOf(event, calendar, rules));
  const left = scopes.length === 0 ? calendar : withoutInstances(calendar, scopes, rules);
  const events = left === undefined ? [] : eventsOf(left);
  if (left === undefined || events.every((event) => statusOf(event) === 'CANCELLED'))
    throw new RangeError('the event is cancelled');
  return left;
}

/** What the former Organizer has of an event that another has taken over: a copy, as if it had been received. */
export function formerOrganizersCopy(organized: Entry, rules: Rules): Entry {
  return newCopy(organized.calendar, incomingIn(organized.calendar, rules), rules);
}
