import type { JCalComponent } from '../icalendar/jcal.js';
import { canonicalAddress } from '../icalendar/read.js';

/** Who is concerned by a scheduling message. */
export interface Parties {
  readonly method: string;
  readonly organizer: string;
  /** All calendar addresses of the Organizer, as far as they are known here. */
  readonly own: readonly string[];
  /** Calendar addresses of the ATTENDEEs of all its components. */
  readonly attendees: readonly string[];
}

/** Recipients are not Attendees: who gets a message is not who is listed in it. */
export interface RecipientRules {
  /** Who gets a message: those who are named, whoever they are; else the usual ones. */
  recipientsOf(named: readonly string[] | undefined, usual: readonly string[]): readonly string[];
  /**
   * Who gets a message for which nobody is named: an Organizer's the Attendees without the Organizer, who may be one of
   * them under any address; an Attendee's the Organizer; a PUBLISH nobody.
   */
  usualRecipients(parties: Parties): readonly string[];
  /** What tells Recipients apart: the Calendar User where it is known, else the address in any spelling. */
  recipientKey(address: string, user: string | undefined): string;
  /** Whether a message to a group also goes to its Organizer who is a member: no, it is the Organizer's own. */
  groupReachesOrganizer(): boolean;
  /** Whether the others get a message that one Recipient cannot get. */
  goesOnAfterRefusal(): boolean;
  /** Whether an address can be reached by mail, when it belongs to nobody here. */
  isMailed(address: string): boolean;
  /** Whom an Inbox entry names as its Recipients: its own user. */
  recipientsShown(own: string, all: () => readonly string[]): readonly string[];
  /** The message as it lies in the Inbox of a Recipient: as it was sent. */
  depositedMessage(message: JCalComponent, recipient: string): JCalComponent;
  /** Whether an answer that the Organizer writes down by hand is kept. */
  keepsAnswerByHand(): boolean;
  /** Whether the Attendees hear of such an answer: not before the event is sent for another reason. */
  sendsAnswerByHand(): boolean;
  /** The message as it is sent: who is listed as ATTENDEE stays, whoever gets it. */
  sentMessage(message: JCalComponent, recipients: readonly string[]): JCalComponent;
  /** Whether each address given is answered for, also one that is the same Calendar User again. */
  answersEachAddress(): boolean;
}

const FROM_ATTENDEES: readonly string[] = ['REPLY', 'COUNTER', 'REFRESH'];

/** Whether a method goes from an Attendee to the Organizer (RFC 5546 section 1.4). */
export function isFromAttendee(method: string): boolean {
  return FROM_ATTENDEES.includes(method);
}

export const recipientRules: RecipientRules = {
  recipientsOf: (named, usual) => named ?? usual,
  usualRecipients: ({ method, organizer, own, attendees }) => {
    if (isFromAttendee(method)) return [organizer];
    if (method === 'PUBLISH') return [];
    const mine = new Set([organizer, ...own].map(canonicalAddress));
    return attendees.filter((address) => !mine.has(canonicalAddress(address)));
  },
  recipientKey: (address, user) => user ?? canonicalAddress(address),
  groupReachesOrganizer: () => false,
  goesOnAfterRefusal: () => true,
  isMailed: (address) => canonicalAddress(address).startsWith('mailto:'),
  recipientsShown: (own) => [own],
  depositedMessage: (message) => message,
  keepsAnswerByHand: () => true,
  sendsAnswerByHand: () => false,
  sentMessage: (message) => message,
  answersEachAddress: () => true,
};
