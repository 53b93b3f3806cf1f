import {
  makeProperty,
  mapAttendees,
  withAttendeeParameter,
  withComponents,
  withProperty,
} from '../simulator/icalendar/edit.js';
import type { JCalComponent } from '../simulator/icalendar/jcal.js';
import { attendeeOf, eventsOf, sameAddress } from '../simulator/icalendar/read.js';
import { draftEvent, timeProperty } from './event-draft.js';
import type { CalendarUser, Intent } from './target.js';

/**
 * How an intent becomes an edit of the actor's own calendar object, so that the server does the scheduling
 * (RFC 6638 section 3.2). SEQUENCE is left alone: section 3.2.5 makes the server answer for it.
 */
export type Edit =
  | { readonly kind: 'create' | 'change'; readonly calendar: JCalComponent }
  | { readonly kind: 'remove' }
  | { readonly kind: 'impossible'; readonly reason: string };

export interface Situation {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  /** The actor's object as it is now; undefined when there is none. */
  readonly current: JCalComponent | undefined;
  /** UTC, for DTSTAMP. */
  readonly now: string;
}

const PRODID = '-//itip-conformance//implicit driver//EN';
const PARTSTATS = { accept: 'ACCEPTED', tentative: 'TENTATIVE', decline: 'DECLINED' } as const;

/** The edit that says an intent. */
export function editFor(intent: Intent, { cast, current, now }: Situation): Edit {
  if (intent.kind === 'invite') {
    return { kind: 'create', calendar: draftEvent(intent, cast, PRODID, now) };
  }
  if (current === undefined) return { kind: 'impossible', reason: 'the event is not in the calendar' };
  if (intent.kind === 'cancel') return { kind: 'remove' };
  const [event] = eventsOf(current);
  if (event === undefined) return { kind: 'impossible', reason: 'the object has no event' };
  const changed = changedEvent(event, intent, cast);
  if (changed === undefined) return { kind: 'impossible', reason: 'the event does not list the Attendee' };
  const stamped = withProperty(changed, makeProperty('dtstamp', now));
  const parts = current[2].map((part) => (part === event ? stamped : part));
  return { kind: 'change', calendar: withComponents(current, parts) };
}

type Change = Exclude<Intent, { kind: 'invite' | 'cancel' }>;

function changedEvent(
  event: JCalComponent,
  intent: Change,
  cast: ReadonlyMap<string, CalendarUser>,
): JCalComponent | undefined {
  switch (intent.kind) {
    case 'reschedule':
      return [timeProperty('dtstart', intent.start), timeProperty('dtend', intent.end)].reduce(
        withProperty,
        event,
      );
    case 'update':
      return Object.entries(intent.changes).reduce(
        (changed, [name, value]) => withProperty(changed, makeProperty(name, String(value))),
        event,
      );
    case 'uninvite':
      return withoutAttendee(event, cast.get(intent.attendee)?.addresses ?? []);
    default:
      return answered(event, cast.get(intent.actor)?.addresses ?? [], PARTSTATS[intent.kind]);
  }
}

function withoutAttendee(event: JCalComponent, addresses: readonly string[]): JCalComponent | undefined {
  if (attendeeOf(event, addresses) === undefined) return undefined;
  return mapAttendees(event, (attendee) =>
    addresses.some((address) => sameAddress(address, String(attendee[3]))) ? undefined : attendee,
  );
}

function answered(
  event: JCalComponent,
  addresses: readonly string[],
  partstat: string,
): JCalComponent | undefined {
  const own = attendeeOf(event, addresses);
  return own && withAttendeeParameter(event, own.address, 'partstat', partstat);
}
