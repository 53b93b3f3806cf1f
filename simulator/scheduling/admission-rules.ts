import { sameAddress } from '../icalendar/read.js';
import { isFromAttendee } from './recipient-rules.js';

/** What is known of a message that somebody wants to have sent. */
export interface Sender {
  readonly method: string;
  /** Whether the Originator organizes the event, or has the right to schedule for the one who does. */
  readonly actsForOrganizer: boolean;
  /** Whether the Originator is listed as Attendee, has the right to act for one, or has the event in the calendar. */
  readonly takesPart: boolean;
}

/** What the schedule operation lets through. */
export interface AdmissionRules {
  /** Whether a METHOD is one of iTIP, in any case of letters. */
  knowsMethod(method: string): boolean;
  /**
   * Whether the Originator may send such a message: PUBLISH, ADD, CANCEL and DECLINECOUNTER are the Organizer's; a
   * REQUEST also comes from an Attendee who delegates or forwards; an Attendee's methods from everybody but the
   * Organizer's side alone.
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
  knowsMethod: (method) => METHODS.includes(method.toUpperCase()),
  maySend: ({ method, actsForOrganizer, takesPart }) => {
    if (isFromAttendee(method)) return takesPart;
    return actsForOrganizer || (method === 'REQUEST' && takesPart);
  },
  reachesWithAnswer: (recipient, organizer, delegators) =>
    [organizer, ...delegators].some((address) => sameAddress(address, recipient)),
};
