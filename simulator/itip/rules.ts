import type { JCalComponent, JCalProperty } from '../icalendar/jcal.js';
import type { Order, Revision } from './revision.js';

/** Everything iTIP lets go wrong, one named rule each. The simulator gets them as an argument. */
export interface Rules extends OrderingRules, OrganizerRules, AttendeeRules, MessageRules {}

/** Which of two states is the newer: RFC 2446 section 2.1.5. */
export interface OrderingRules {
  /** Negative, zero or positive, as numbers compare (rule 2). */
  compareSequence(one: number, other: number): number;
  /** Order of a REQUEST against the Organizer's revision received last (rules 2 and 4). */
  orderRequest(incoming: Revision, last: Revision): Order;
  /** Order of a CANCEL against the Organizer's revision received last (rules 2 and 4). */
  orderCancel(incoming: Revision, last: Revision): Order;
  /** Order of a REPLY against the last one applied for the same Attendee (rules 3 and 4). */
  orderReply(incoming: Revision, last: Revision): Order;
  /** Under which key the last REPLY is remembered: each Attendee has its own (last paragraph). */
  replyKey(attendee: string): string;
  /** Revision that an Attendee's side remembers after a CANCEL, so that older REQUESTs stay obsolete (rule 2). */
  revisionAfterCancel(cancel: Revision, last: Revision): Revision;
}

/** What the Organizer decides, and what it takes from a REPLY. */
export interface OrganizerRules {
  /** Whether a change moves the event in time: RFC 2446 section 3.2.2.1, list in RFC 5546 section 2.1.4. */
  isRescheduling(before: JCalComponent, after: JCalComponent): boolean;
  /** SEQUENCE of a changed event: RFC 2446 section 2.1.4. */
  sequenceOfChange(current: number, rescheduling: boolean): number;
  /** SEQUENCE of a CANCEL, of the whole event or of some Attendees: RFC 2446 section 2.1.4. */
  sequenceOfCancel(current: number, whole: boolean): number;
  /** PARTSTATs in the Organizer's object after a change: reset when rescheduled (RFC 6638 section 3.2.8). */
  answersAfterChange(event: JCalComponent, rescheduling: boolean): JCalComponent;
  /** The event without the ATTENDEEs that were removed: RFC 2446 section 4.2.10. */
  withoutRemoved(event: JCalComponent, removed: readonly string[]): JCalComponent;
  /** Who gets a REQUEST: all Attendees but the Organizer (RFC 2446 section 3.2.2). */
  requestRecipients(attendees: readonly string[]): readonly string[];
  /** Who gets a CANCEL: the affected Attendees (RFC 5546 section 3.2.5). */
  cancelRecipients(event: JCalComponent, affected: readonly string[], whole: boolean): readonly string[];
  /** PARTSTAT to show after a REPLY: the one that the Attendee sent (RFC 2446 section 3.2.3). */
  answerTaken(partstat: string): string;
  /** Which ATTENDEEs of the Organizer's object a REPLY of one of them changes: that one. */
  answersFor(listed: string, replying: string): boolean;
  /** Whether an answer to an older revision counts for the present one; left open by RFC 2446 section 2.1.4. */
  takesOutdatedAnswer(answered: number, current: number): boolean;
  /** The Organizer's event after an answer to an older revision: its own properties stay. */
  eventAfterOutdatedAnswer(event: JCalComponent, reply: JCalComponent): JCalComponent;
}

/** What an Attendee's side makes of the Organizer's messages. */
export interface AttendeeRules {
  /** Whether two UIDs name the same event (RFC 2446 section 2.1.5, rule 1). */
  sameEvent(incoming: string, stored: string): boolean;
  /** UID of the stored copy of a new event: the one of the message. */
  uidOfCopy(incoming: string): string;
  /** Whether a REQUEST with an unknown UID makes a new event, whatever its SEQUENCE (RFC 2446 section 3.2.2). */
  takesUnknown(incoming: Revision): boolean;
  /** The copy after a REQUEST with a greater SEQUENCE (RFC 2446 section 3.2.2.1). */
  copyAfterReschedule(stored: JCalComponent, incoming: JCalComponent): JCalComponent;
  /** The copy after a REQUEST with the same SEQUENCE (RFC 2446 section 3.2.2.2). */
  copyAfterUpdate(stored: JCalComponent, incoming: JCalComponent): JCalComponent;
  /** The Attendee's own PARTSTAT after a REQUEST with the same SEQUENCE: what it answered stays. */
  ownAnswerAfterUpdate(answered: string, incoming: string): string;
  /** Whether a CANCEL without STATUS concerns this Attendee: when it is listed (RFC 2446 section 3.2.5). */
  cancelConcerns(listed: boolean): boolean;
  /** The copy after a CANCEL (RFC 2446 section 3.2.5). */
  copyAfterCancel(stored: JCalComponent): JCalComponent;
  /** Whether a CANCEL of an unknown UID is kept for the REQUEST that it overtook (RFC 2446 section 5.2.1). */
  holdsEarlyCancel(sequence: number): boolean;
}

/** How messages are composed: RFC 2446 sections 3.1, 3.2.2, 3.2.3 and 3.2.5. */
export interface MessageRules {
  /** DTSTAMP of a message: the moment of composing, in UTC. */
  dtstampOfMessage(now: string): string;
  /** DTSTAMP of a CANCEL, given that of the event as last sent. */
  dtstampOfCancel(now: string, previous: string): string;
  /** ORGANIZER of an updated REQUEST: the same as before. */
  organizerOfUpdate(organizer: JCalProperty): JCalProperty;
  /** Properties of the Organizer's event that go into a REQUEST. */
  requestContent(event: JCalComponent): JCalComponent;
  /** Properties of the Attendee's copy that go into a REPLY, unchanged (RFC 2446 section 3.2.3). */
  replyContent(event: JCalComponent): JCalComponent;
  /** ATTENDEEs of a REPLY: the replying one (RFC 2446 section 3.2.3). */
  replyAttendees(all: readonly JCalProperty[], own: JCalProperty): readonly JCalProperty[];
  /** SEQUENCE of a REPLY: that of the REQUEST answered (RFC 2446 sections 2.1.4 and 3.2.3). */
  replySequence(requested: number): number;
  /** UID of a REPLY: that of the REQUEST. */
  replyUid(uid: string): string;
  /** Who gets a REPLY: the Organizer. */
  replyRecipient(organizer: string, attendees: readonly string[]): string;
  /** ATTENDEEs of a CANCEL: those who are affected (RFC 2446 section 3.2.5). */
  cancelAttendees(affected: readonly JCalProperty[]): readonly JCalProperty[];
  /** STATUS of a CANCEL: only when the whole event is cancelled (RFC 2446 section 3.2.5). */
  cancelStatus(whole: boolean): string | undefined;
  /** Properties of the Organizer's event that go into a CANCEL. */
  cancelContent(event: JCalComponent): JCalComponent;
  /** VTIMEZONEs of a message: those that its date-times refer to (RFC 2446 section 3.1). */
  timezones(referred: readonly JCalComponent[]): readonly JCalComponent[];
  /** The finished message; CalDAV's own parameters never leave the server (RFC 6638 section 7). */
  envelope(calendar: JCalComponent): JCalComponent;
}
