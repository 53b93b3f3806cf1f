import { makeProperty, withAttendeeParameter, withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';
import { attendeeOf, attendeesOf, organizerOf, sameAddress, sequenceOf } from '../icalendar/read.js';
import { cancelOf } from './cancel.js';
import { type Entry, eventOf, onlyEvent } from './entry.js';
import { calendarAround, type Outgoing, timezonesFor } from './message.js';
import { applied, type Decision, without } from './outcome.js';
import { revisionOf, revisionText } from './revision.js';
import type { Rules } from './rules.js';

/** What the Organizer's side becomes and what leaves it. */
export interface Change {
  readonly entry: Entry;
  readonly outgoing: readonly Outgoing[];
}

/**
 * The Organizer sends an event for the first time (RFC 2446 section 3.2.2).
 *
 * @param calendar the Organizer's object: one VEVENT with ORGANIZER and ATTENDEEs, without METHOD
 * @param now DTSTAMP of the message, UTC
 */
export function inviteWith(calendar: JCalComponent, now: string, rules: Rules): Change {
  const event = withProperty(onlyEvent(calendar), makeProperty('dtstamp', rules.dtstampOfMessage(now)));
  const entry: Entry = { calendar: calendarAround(event, timezonesFor(event, calendar)), replies: new Map() };
  return { entry, outgoing: requestTo(entry, rules) };
}

/**
 * The Organizer changes an event that was sent before: a rescheduling (3.2.2.1), an update (3.2.2.2), Attendees
 * removed (4.2.10), or several of these at once. Removed Attendees get a CANCEL, the others a REQUEST.
 *
 * @param changed the VEVENT as the Organizer wants it; its SEQUENCE and DTSTAMP do not matter
 * @param now DTSTAMP of the messages, UTC
 */
export function changeTo(entry: Entry, changed: JCalComponent, now: string, rules: Rules): Change {
  const before = eventOf(entry);
  const removed = attendeesOf(before).filter((old) => attendeeOf(changed, [old.address]) === undefined);
  const farewell = removed.length === 0 ? [] : [cancelOf(entry, removed, false, now, rules)];
  const afterCancel = sequenceAfterFarewell(before, removed.length > 0, rules);
  const event = nextRevision(before, changed, afterCancel, now, rules);
  const calendar = calendarAround(event, timezonesFor(event, entry.calendar));
  const next: Entry = { ...entry, calendar };
  return { entry: next, outgoing: [...farewell, ...requestTo(next, rules)] };
}

function sequenceAfterFarewell(before: JCalComponent, farewell: boolean, rules: Rules): number {
  return farewell ? rules.sequenceOfCancel(sequenceOf(before), false) : sequenceOf(before);
}

function nextRevision(
  before: JCalComponent,
  changed: JCalComponent,
  sequence: number,
  now: string,
  rules: Rules,
): JCalComponent {
  const rescheduling = rules.isRescheduling(before, changed);
  const removed = attendeesOf(before).filter((old) => attendeeOf(changed, [old.address]) === undefined);
  const kept = rules.withoutRemoved(
    withProperties(changed, [
      ...changed[1].filter(([name]) => name !== 'attendee'),
      ...attendeesInBoth(before, changed),
    ]),
    removed.map(({ address }) => address),
  );
  const answered = rules.answersAfterChange(kept, rescheduling);
  const organizer = property(answered, 'organizer');
  const named =
    organizer === undefined ? answered : withProperty(answered, rules.organizerOfUpdate(organizer));
  const numbered = withProperty(
    named,
    makeProperty('sequence', rules.sequenceOfChange(sequence, rescheduling)),
  );
  return withProperty(numbered, makeProperty('dtstamp', rules.dtstampOfMessage(now)));
}

/** ATTENDEE lines of the changed event, and of those removed, so that a rule decides whether these really go. */
function attendeesInBoth(before: JCalComponent, changed: JCalComponent): JCalComponent[1] {
  const gone = before[1].filter(
    (line) => line[0] === 'attendee' && attendeeOf(changed, [String(line[3])]) === undefined,
  );
  return [...changed[1].filter(([name]) => name === 'attendee'), ...gone];
}

function requestTo(entry: Entry, rules: Rules): Outgoing[] {
  const event = rules.requestContent(eventOf(entry));
  const organizer = organizerOf(event) ?? '';
  const attendees = attendeesOf(event).map(({ address }) => address);
  const recipients = rules.requestRecipients(attendees.filter((address) => !sameAddress(address, organizer)));
  const timezones = rules.timezones(timezonesFor(event, entry.calendar));
  const calendar = rules.envelope(calendarAround(event, timezones, 'REQUEST'));
  return [{ method: 'REQUEST', originator: organizer, recipients, calendar }];
}

/**
 * An Attendee's side receives a REQUEST (RFC 2446 sections 3.2.2, 3.2.2.1, 3.2.2.2, ordered by 2.1.5).
 *
 * @param stored the Attendee's entry of that event, if there is one
 * @param own the Attendee's calendar addresses
 */
export function receiveRequest(
  stored: Entry | undefined,
  message: JCalComponent,
  own: readonly string[],
  rules: Rules,
): Decision<Entry> {
  const incoming = onlyEvent(message);
  const revision = revisionOf(incoming);
  if (stored?.received === undefined) {
    if (!rules.takesUnknown(revision))
      return without('ignored', 'takesUnknown', 'an update of an unknown event');
    return applied('takesUnknown', 'a new event', newCopy(message, rules));
  }
  const order = rules.orderRequest(revision, stored.received);
  if (order !== 'newer') {
    return without('ignored', 'orderRequest', `${order} than ${revisionText(stored.received)}`);
  }
  const rescheduled = rules.compareSequence(revision.sequence, stored.received.sequence) > 0;
  const event = rescheduled
    ? rules.copyAfterReschedule(eventOf(stored), incoming)
    : updatedCopy(eventOf(stored), incoming, own, rules);
  const calendar = calendarAround(event, timezonesFor(event, message));
  const reason = rescheduled ? 'a rescheduling' : 'an update';
  return applied('orderRequest', reason, { ...stored, calendar, received: revision });
}

function newCopy(message: JCalComponent, rules: Rules): Entry {
  const incoming = onlyEvent(message);
  const uid = makeProperty('uid', rules.uidOfCopy(String(property(incoming, 'uid')?.[3] ?? '')));
  const event = withProperty(incoming, uid);
  const calendar = calendarAround(event, timezonesFor(event, message));
  return { calendar, received: revisionOf(incoming), replies: new Map() };
}

function updatedCopy(
  stored: JCalComponent,
  incoming: JCalComponent,
  own: readonly string[],
  rules: Rules,
): JCalComponent {
  const copy = rules.copyAfterUpdate(stored, incoming);
  const answered = attendeeOf(stored, own);
  const asked = attendeeOf(copy, own);
  if (answered === undefined || asked === undefined) return copy;
  const partstat = rules.ownAnswerAfterUpdate(answered.partstat, asked.partstat);
  return withAttendeeParameter(copy, asked.address, 'partstat', partstat);
}
