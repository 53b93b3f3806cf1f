import { changesStatus, isTimeChanged, reinstates } from '../icalendar/compare.js';
import { mapAttendees, withParameter } from '../icalendar/edit.js';
import type { JCalComponent, JCalProperty } from '../icalendar/jcal.js';
import { canonicalAddress, organizerOf, sameAddress } from '../icalendar/read.js';
import { hasDelegated } from './delegation.js';
import type { Policies } from './policies.js';

/** What the Organizer decides, and what it takes from a REPLY. */
export interface OrganizerRules {
  /**
   * Whether a change moves the event in time: RFC 2446 section 3.2.2.1, list in RFC 5546 section 2.1.4 without STATUS.
   *
   * @param calendar the object with the VTIMEZONEs of both
   */
  isRescheduling(before: JCalComponent, after: JCalComponent, calendar: JCalComponent): boolean;
  /** Whether a change raises SEQUENCE: at least a rescheduling or another STATUS (RFC 5546 section 2.1.4). */
  raisesSequence(before: JCalComponent, after: JCalComponent, calendar: JCalComponent): boolean;
  /** SEQUENCE of an event that is sent for the first time; left open. */
  sequenceOfNew(given: number): number;
  /**
   * The SEQUENCE that a changed component is counted from. One number runs through all instances of a UID, as in the
   * examples of section 4.4; a component that is not raised keeps its own, in RFC 2446 the running one.
   *
   * @param own SEQUENCE of the component
   * @param issued the highest that was sent for the UID
   */
  sequenceCountedFrom(own: number, issued: number, raised: boolean): number;
  /** SEQUENCE of a changed event: RFC 2446 section 2.1.4. */
  sequenceOfChange(current: number, raised: boolean): number;
  /** SEQUENCE of a CANCEL, of the whole event or of some Attendees: RFC 2446 section 2.1.4. */
  sequenceOfCancel(current: number, whole: boolean): number;
  /** SEQUENCE of the CANCEL of an instance: RFC 2446 section 3.2.5. */
  sequenceOfInstanceCancel(current: number): number;
  /** Whether a change makes the answers void: one that does more than take instances away (RFC 6638 section 3.2.8). */
  resetsAnswers(before: JCalComponent, after: JCalComponent, calendar: JCalComponent): boolean;
  /** PARTSTATs in the Organizer's object after a change: reset when they are void (RFC 6638 section 3.2.8). */
  answersAfterChange(event: JCalComponent, reset: boolean): JCalComponent;
  /** The event without the ATTENDEEs that were removed: RFC 2446 section 4.2.10. */
  withoutRemoved(event: JCalComponent, removed: readonly string[]): JCalComponent;
  /**
   * Who gets a REQUEST: all Attendees but the Organizer (RFC 2446 section 3.2.2).
   *
   * @param before the event as it was before a change
   */
  requestRecipients(attendees: readonly string[], before: JCalComponent | undefined): readonly string[];
  /**
   * Whom the REQUEST for an instance concerns: those who are invited to it (RFC 2446 section 3.2.2).
   *
   * @param invited addresses of those Attendees of the instance who get updates
   * @param all the VEVENTs of the UID
   */
  instanceRequestConcerns(invited: readonly string[], all: readonly JCalComponent[]): readonly string[];
  /** Who gets a CANCEL: the affected Attendees (RFC 5546 section 3.2.5). */
  cancelRecipients(event: JCalComponent, affected: readonly string[], whole: boolean): readonly string[];
  /** Whether the answer of a listed Attendee counts: also of one who came by a delegation (RFC 2446 section 3.2.3). */
  takesAnswerOf(listed: JCalProperty): boolean;
  /** PARTSTAT to show after a REPLY: the one that the Attendee sent (RFC 2446 section 3.2.3). */
  answerTaken(partstat: string): string;
  /**
   * Which ATTENDEEs of the Organizer's object a REPLY changes: the one who replies.
   *
   * @param listed gives the addresses of all
   */
  answersFor(replying: string, listed: () => readonly string[]): readonly string[];
  /** The Organizer's event after an answer: its own properties stay (RFC 2446 section 2.1). */
  eventAfterAnswer(event: JCalComponent, reply: JCalComponent): JCalComponent;
  /** Whether an answer to an older revision counts for the present one; left open by RFC 2446 section 2.1.4. */
  takesOutdatedAnswer(answered: number, current: number): boolean;
  /** The Organizer's event after an answer to an older revision: its own properties stay. */
  eventAfterOutdatedAnswer(event: JCalComponent, reply: JCalComponent): JCalComponent;
}

/** The Organizer's rules as RFC 5546 has them, with the choices that it leaves. */
export function organizerRules(policies: Policies): OrganizerRules {
  return {
    isRescheduling: isTimeChanged,
    raisesSequence(before, after, calendar) {
      if (policies.sequenceOfUpdate === 'raise') return true;
      return this.isRescheduling(before, after, calendar) || changesStatus(before, after);
    },
    sequenceOfNew:
      policies.initialSequence === 'at-least-1' ? (given) => Math.max(1, given) : (given) => given,
    sequenceCountedFrom: (own, issued, raised) => (raised ? Math.max(own, issued) : own),
    sequenceOfChange: (current, raised) => (raised ? current + 1 : current),
    sequenceOfCancel: (current) => current + 1,
    sequenceOfInstanceCancel: (current) => current + 1,
    resetsAnswers(before, after, calendar) {
      if (policies.partstatReset === 'never') return false;
      return this.isRescheduling(before, after, calendar) && reinstates(before, after, calendar);
    },
    answersAfterChange: (event, reset) => (reset ? withAnswersReset(event) : event),
    withoutRemoved,
    requestRecipients: (attendees) => attendees,
    instanceRequestConcerns: (invited) => invited,
    cancelRecipients: (_event, affected) => affected,
    takesAnswerOf: () => true,
    answerTaken: (partstat) => partstat,
    answersFor: (replying) => [replying],
    eventAfterAnswer: (event) => event,
    takesOutdatedAnswer: () => false,
    eventAfterOutdatedAnswer: (event) => event,
  };
}

function withoutRemoved(event: JCalComponent, removed: readonly string[]): JCalComponent {
  if (removed.length === 0) return event;
  const gone = new Set(removed.map(canonicalAddress));
  return mapAttendees(event, (attendee) =>
    gone.has(canonicalAddress(String(attendee[3]))) ? undefined : attendee,
  );
}

/**
 * The event with every answer but the Organizer's own set back to NEEDS-ACTION. Who delegated does not come whenever it
 * is, so that stays and the Delegate is asked (RFC 5546 section 3.2.2.3).
 */
export function withAnswersReset(event: JCalComponent): JCalComponent {
  const own = organizerOf(event) ?? '';
  return mapAttendees(event, (attendee) =>
    sameAddress(String(attendee[3]), own) || hasDelegated(attendee)
      ? attendee
      : withParameter(withParameter(attendee, 'partstat', 'NEEDS-ACTION'), 'rsvp', 'TRUE'),
  );
}
