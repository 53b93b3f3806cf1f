import {
  makeProperty,
  mapAttendees,
  withAttendeeParameter,
  withComponents,
  withParameter,
  withProperty,
} from '../simulator/icalendar/edit.js';
import type { JCalComponent } from '../simulator/icalendar/jcal.js';
import { attendeeOf, eventsOf, sameAddress } from '../simulator/icalendar/read.js';
import { draftEvent, withTimezones } from './event-draft.js';
import { editedEvent } from './event-edit.js';
import { instanceIn, seriesIn, withInstance, withoutInstance, withoutStrays } from './instance-edit.js';
import { NotExpressible } from './outcome-errors.js';
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

/** The edit that says an intent. Throws NotExpressible where no edit says it. */
export function editFor(intent: Intent, situation: Situation): Edit {
  checkExpressible(intent);
  const { cast, current, now } = situation;
  if (intent.kind === 'invite') {
    return { kind: 'create', calendar: draftEvent(intent, cast, PRODID, now) };
  }
  if (current === undefined) return { kind: 'impossible', reason: 'the event is not in the calendar' };
  if (intent.kind === 'cancel') return removalOf(intent.instances, current, now);
  if (intent.kind === 'delete-copy') return { kind: 'remove' };
  const timezone = intent.kind === 'reschedule' ? intent.timezone : undefined;
  return changeOf(intent, withTimezones(current, timezone), situation);
}

function changeOf(intent: Changing, current: JCalComponent, { cast, now }: Situation): Edit {
  const instance = 'instance' in intent ? intent.instance : undefined;
  const event =
    instance === undefined ? (seriesIn(current) ?? eventsOf(current)[0]) : instanceIn(current, instance);
  if (event === undefined) return { kind: 'impossible', reason: 'the object has no such event' };
  const changed = changedEvent(event, intent, cast);
  if (changed === undefined) return { kind: 'impossible', reason: 'the event does not list the Attendee' };
  const stamped = stampedAt(changed, now);
  if (instance !== undefined) return { kind: 'change', calendar: withInstance(current, instance, stamped) };
  const parts = current[2].map((part) => (part === event ? stamped : part));
  const edited = withComponents(current, parts);
  return { kind: 'change', calendar: intent.kind === 'reschedule' ? withoutStrays(edited) : edited };
}

/**
 * Throws NotExpressible where no edit says an intent: section 3.2.2.1 promises Attendees few edits, and nothing says on
 * whose behalf or in which role one is made.
 */
export function checkExpressible(intent: Intent): void {
  if (intent.onBehalfOf !== undefined) {
    throw new NotExpressible('the implicit driver acts for the owner of a calendar only');
  }
  if (isUnspeakable(intent.kind)) {
    throw new NotExpressible(`no edit of the own calendar object says ${intent.kind}`);
  }
  if (intent.recipients !== undefined) {
    throw new NotExpressible('an edit of a calendar object names no Recipients but the Attendees');
  }
  if (intent.kind !== 'uninvite' && 'attendee' in intent && intent.attendee !== undefined) {
    throw new NotExpressible('an edit of the own calendar object answers for its owner only');
  }
  if ('range' in intent && intent.range !== undefined) {
    throw new NotExpressible(`no edit of a calendar object says RANGE=${intent.range}`);
  }
}

const UNSPEAKABLE = [
  'delegate',
  'forward',
  'change-organizer',
  'decide',
  'publish',
  'refresh',
  'note-answer',
] as const;
type Unspeakable = (typeof UNSPEAKABLE)[number];

function isUnspeakable(kind: Intent['kind']): kind is Unspeakable {
  return UNSPEAKABLE.some((each) => each === kind);
}

function removalOf(
  instances: Extract<Intent, { kind: 'cancel' }>['instances'],
  current: JCalComponent,
  now: string,
): Edit {
  if (instances === undefined) return { kind: 'remove' };
  const shortened = instances.reduce(withoutInstance, current);
  const parts = shortened[2].map((part) => (part[0] === 'vevent' ? stampedAt(part, now) : part));
  return { kind: 'change', calendar: withComponents(shortened, parts) };
}

function stampedAt(event: JCalComponent, now: string): JCalComponent {
  return withProperty(event, makeProperty('dtstamp', now));
}

type Changing = Exclude<Intent, { kind: 'invite' | 'cancel' | 'delete-copy' }>;
type Change = Exclude<Changing, { kind: Unspeakable }>;

function changedEvent(
  event: JCalComponent,
  intent: Changing,
  cast: ReadonlyMap<string, CalendarUser>,
): JCalComponent | undefined {
  const wish = intent as Change;
  switch (wish.kind) {
    case 'reschedule':
    case 'update':
    case 'uninvite':
      return editedEvent(event, wish, cast);
    case 'edit-copy':
      return editedEvent(event, { ...wish, kind: 'reschedule' }, cast);
    case 'renotify':
      return sentAgain(event, wish.asking);
    case 'status-poll':
      return sentAgain(event, true, addressesOf(wish.attendees, cast));
    default:
      return answered(event, cast.get(wish.actor)?.addresses ?? [], PARTSTATS[wish.kind]);
  }
}

function addressesOf(ids: readonly string[], cast: ReadonlyMap<string, CalendarUser>): readonly string[] {
  return ids.flatMap((id) => cast.get(id)?.addresses ?? []);
}

/**
 * RFC 6638 section 7.2: the server sends a REQUEST to these Attendees though nothing has changed.
 *
 * @param to all Attendees when missing
 */
function sentAgain(event: JCalComponent, asking: boolean, to?: readonly string[]): JCalComponent {
  return mapAttendees(event, (attendee) => {
    if (to?.some((address) => sameAddress(address, String(attendee[3]))) === false) return attendee;
    const asked = asking ? withParameter(attendee, 'rsvp', 'TRUE') : attendee;
    return withParameter(asked, 'schedule-force-send', 'REQUEST');
  });
}

function answered(
  event: JCalComponent,
  addresses: readonly string[],
  partstat: string,
): JCalComponent | undefined {
  const own = attendeeOf(event, addresses);
  return own && withAttendeeParameter(event, own.address, 'partstat', partstat);
}
