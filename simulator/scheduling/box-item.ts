import type { JCalComponent } from '../icalendar/jcal.js';

/** How far a message has got with one Recipient, or in a box as a whole. */
export type ItemState = 'unprocessed' | 'processed' | 'failed';

/** One Recipient of a sending, and what became of the message there. */
export interface RecipientRecord {
  readonly address: string;
  readonly state: ItemState;
  /** Delivery status of RFC 6638 section 3.2.9: 1.1 on its way, 1.2 delivered, 3.7, 3.8 and 5.1 not delivered. */
  readonly status: string;
  /** How often the mailer has tried. */
  readonly attempts: number;
  /** When the mailer tries again at the earliest, UTC; at once when absent. */
  readonly dueAt?: string;
}

/** One entry of an Inbox or Outbox: a scheduling message and how far it got. */
export interface BoxItem {
  readonly name: string;
  /** Counts all entries of the service in the order in which they were made. */
  readonly number: number;
  /** When it was put there, UTC. */
  readonly at: string;
  /** Calendar address of who sent it; empty when a message arrived without saying so. */
  readonly originator: string;
  /** ORGANIZER of the message, who may be somebody else. */
  readonly organizer: string;
  readonly calendar: JCalComponent;
  readonly recipients: readonly RecipientRecord[];
  readonly state: ItemState;
}

/** A Calendar User is told of something that a message has changed. */
export interface Notice {
  /** Method of the message. */
  readonly kind: string;
  readonly uid: string;
  /** The instance that it is about, as RECURRENCE-ID writes it; absent for the whole event. */
  readonly recurrenceId?: string;
  /** UTC. */
  readonly at: string;
}
