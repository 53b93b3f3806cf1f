import type { JCalComponent } from '../icalendar/jcal.js';
import { canonicalAddress, sameAddress } from '../icalendar/read.js';

/** Who is concerned by a scheduling message. */
export interface Parties {
  readonly method: string;
  readonly organizer: string;
  /** Calendar addresses of the ATTENDEEs of all its components. */
  readonly attendees: readonly string[];
}

/** Recipients are not Attendees: who gets a message is not who is listed in it. */
export interface RecipientRules {
  /** Who gets a message: those who are named, whoever they are; else the usual ones. */
  recipientsOf(named: readonly string[] | undefined, usual: readonly string[]): readonly string[];
  /**
   * Who gets a message for which nobody is named: an Organizer's the Attendees without the Organizer, who may be one of
   * them; an Attendee's the Organizer; a PUBLISH nobody.
   */
  usualRecipients(parties: Parties): readonly string[];
  /** What tells Recipients apart: the Calendar User where it is known, else the address in any spelling. */
  recipientKey(address: string, user: string | undefined): string;
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
  /** Whether somebody who got a message without being listed has the event in the calendar, too. */
  informsByCopy(): boolean;
}

const FROM_ATTENDEES: readonly string[] = ['REPLY', 'COUNTER', 'REFRESH'];

/** Whether a method goes from an Attendee to the Organizer (RFC 5546 section 1.4). */
export function isFromAttendee(method: string): boolean {
  return FROM_ATTENDEES.includes(method);
}

export const recipientRules: RecipientRules = {
  recipientsOf: (named, usual) => named ?? usual,
  usualRecipients: ({ method, organizer, attendees }) => {
    if (isFromAttendee(method)) return [organizer];
    if (method === 'PUBLISH') return [];
    return attendees.filter((address) => !sameAddress(address, organizer));
  },
  recipientKey: (address, user) => user ?? canonicalAddress(address),
  goesOnAfterRefusal: () => true,
  isMailed: (address) => canonicalAddress(address).startsWith('mailto:'),
  recipientsShown: (own) => [own],
  depositedMessage: (message) => message,
  keepsAnswerByHand: () => true,
  sendsAnswerByHand: () => false,
  informsByCopy: () => true,
};
