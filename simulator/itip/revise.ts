import { makeProperty, withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, property } from '../icalendar/jcal.js';
import { dtstampOf, sequenceOf } from '../icalendar/read.js';
import { attendeePlaces } from './attendee-index.js';
import { addressOf } from './delegation.js';
import type { Rules } from './rules.js';

/** The Organizer's next revision of one component. */

/** What the Organizer wants a component to be, and what is known of it. */
export interface Wish {
  readonly before: JCalComponent;
  /** As the Organizer wants it; its SEQUENCE and DTSTAMP do not matter. */
  readonly wanted: JCalComponent;
  /** SEQUENCE that the component has now. */
  readonly own: number;
  /** The highest SEQUENCE that was sent for the UID. */
  readonly issued: number;
  /** DTSTAMP, UTC. */
  readonly now: string;
  /** The object with the VTIMEZONEs. */
  readonly calendar: JCalComponent;
}

/**
 * The component as it is sent next: numbered (RFC 2446 section 2.1.4), stamped, without the Attendees who were
 * removed, with the answers reset where they are void.
 */
export function revised(wish: Wish, rules: Rules): JCalComponent {
  const { before, wanted, own, issued, now, calendar } = wish;
  const removed = removedFrom(before, wanted);
  const kept = rules.withoutRemoved(withLinesOf(wanted, removed), removed.map(addressOf));
  const answered = rules.answersAfterChange(kept, rules.resetsAnswers(before, wanted, calendar));
  const organizer = property(answered, 'organizer');
  const named =
    organizer === undefined ? answered : withProperty(answered, rules.organizerOfUpdate(organizer));
  const raised = rules.raisesSequence(before, wanted, calendar);
  const current = rules.sequenceCountedFrom(own, issued, raised);
  return stamped(named, rules.sequenceOfChange(current, raised), now, rules);
}

/** A component that is sent again without being changed: stamped, and numbered where the running number counts. */
export function sentAgain(event: JCalComponent, issued: number, now: string, rules: Rules): JCalComponent {
  return stamped(event, rules.sequenceCountedFrom(sequenceOf(event), issued, false), now, rules);
}

function stamped(event: JCalComponent, sequence: number, now: string, rules: Rules): JCalComponent {
  const numbered = withProperty(event, makeProperty('sequence', sequence));
  return withProperty(numbered, makeProperty('dtstamp', rules.dtstampOfUpdate(now, dtstampOf(event))));
}

/** The ATTENDEEs that the wanted component does not list any more. */
export function removedFrom(before: JCalComponent, wanted: JCalComponent): JCalProperty[] {
  const stays = attendeePlaces(wanted);
  return [...attendeePlaces(before)].flatMap(([address, place]) => {
    const line = before[1][place];
    return line === undefined || stays.has(address) ? [] : [line];
  });
}

/** With those removed at the end of its ATTENDEEs, so that a rule decides whether they really go. */
function withLinesOf(wanted: JCalComponent, removed: readonly JCalProperty[]): JCalComponent {
  if (removed.length === 0) return wanted;
  const isAttendee = ([name]: JCalProperty) => name === 'attendee';
  return withProperties(wanted, [
    ...wanted[1].filter((line) => !isAttendee(line)),
    ...wanted[1].filter(isAttendee),
    ...removed,
  ]);
}
