import { sameAddress } from '../icalendar/read.js';
import { isFromAttendee } from './recipient-rules.js';
import type { RefusalReason } from './schedule-refused.js';

/** What is known of a message that somebody wants to have sent. */
export interface Sender {
  readonly method: string;
  /** Whether the Originator organizes the event, or has the right to schedule for the one who does. */
  readonly actsForOrganizer: boolean;
  /** Whether the Originator is listed as Attendee, or has the right to act for one who is. */
  readonly actsForAttendee: boolean;
  /** Whether the Originator has the event in the calendar. */
  readonly hasEvent: boolean;
  /** Whether the message is no newer than the event that the Originator has, or an Attendee for whom it is sent. */
  readonly isKnown: boolean;
}

/** What the schedule operation lets through. */
export interface AdmissionRules {
  /** Whether a call is refused for that reason: for each of them. */
  refuses(reason: RefusalReason): boolean;
  /** Whether a METHOD is one of iTIP, in any case of letters. */
  knowsMethod(method: string): boolean;
  /**
   * Whether the Originator may send such a message: PUBLISH, ADD, CANCEL and DECLINECOUNTER are the Organizer's; a
   * REQUEST also comes from one who has the event and passes it on to a Delegate or to somebody uninvited, and then it
   * is no newer revision; an Attendee's methods come from one who is listed, or has the right to act for one who is.
   */
  maySend(sender: Sender): boolean;
  /**
   * Whether a Recipient may get an Attendee's message: the Organizer, and of a Delegate's answer the Delegator
   * (RFC 5546 section 3.2.2.3).
   */
  reachesWithAnswer(recipient: string, organizer: string, delegators: readonly string[]): boolean;
}

const METHODS: readonly string[] = [
  'PUBLISH',
  'REQUEST',
  'REPLY',
  'ADD',
  'CANCEL',
  'REFRESH',
  'COUNTER',
  'DECLINECOUNTER',
];

export const admissionRules: AdmissionRules = {
  refuses: () => true,
  knowsMethod: (method) => METHODS.includes(method.toUpperCase()),
  maySend: ({ method, actsForOrganizer, actsForAttendee, isKnown }) => {
    if (isFromAttendee(method)) return actsForAttendee;
    return actsForOrganizer || (method === 'REQUEST' && isKnown);
  },
  reachesWithAnswer: (recipient, organizer, delegators) =>
    [organizer, ...delegators].some((address) => sameAddress(address, recipient)),
};
