import { type JCalComponent, textValue } from '../icalendar/jcal.js';
import { methodOf, uidOf } from '../icalendar/read.js';
import type { Policies } from '../itip/policies.js';
import type { BoxItem, RecipientRecord } from './box-item.js';

/**
 * How a message gets to somebody: within the service, over the network to another one, by mail, not at all, or not
 * because the message is for the Organizer alone.
 */
export type Way = 'here' | 'network' | 'mail' | 'none' | 'barred';

/** What the Originator's Outbox says of a sending. */
export interface OutboxRules {
  /** Whether a message that is sent is listed: each one is. */
  isListed(message: JCalComponent): boolean;
  /** Whether an event that is stored without being sent to anybody is listed as a sending, too. */
  listsUnsent(): boolean;
  /** The entries of one sending, by the Recipients of each: one for all of them. */
  entriesOf(recipients: readonly RecipientRecord[]): readonly (readonly RecipientRecord[])[];
  /** What an entry says of a Recipient at first: done, where the message has gone, or waiting for the mailer. */
  outcomeOf(way: Way): Pick<RecipientRecord, 'state' | 'status'>;
  /** Whom an entry names for a Recipient: of a group each Calendar User whom it reaches. */
  namedFor(recipient: string, reached: string): string;
  /** Whether an earlier sending of the same kind gives way to a later one: not while it has to go to somebody. */
  givesWay(earlier: BoxItem): boolean;
  /** Whether a sending stays although its meeting is over: while it has to go to somebody, as no mail may be lost. */
  outlivesMeeting(item: BoxItem): boolean;
  /** Whether a later sending is the same thing again: the same method, event and instances. */
  isSameSending(earlier: JCalComponent, later: JCalComponent): boolean;
}

const OUTCOMES: Readonly<Record<Way, Pick<RecipientRecord, 'state' | 'status'>>> = {
  here: { state: 'processed', status: '1.2' },
  network: { state: 'processed', status: '1.1' },
  mail: { state: 'unprocessed', status: '1.1' },
  none: { state: 'failed', status: '3.7' },
  barred: { state: 'failed', status: '3.8' },
};

export function outboxRules({ outboxHistory }: Policies): OutboxRules {
  return {
    isListed: () => true,
    listsUnsent: () => false,
    entriesOf: (recipients) => [recipients],
    outcomeOf: (way) => OUTCOMES[way],
    namedFor: (_recipient, reached) => reached,
    givesWay: ({ state }) => outboxHistory === 'latest' && state !== 'unprocessed',
    outlivesMeeting: ({ state }) => state === 'unprocessed',
    isSameSending: (earlier, later) => sendingKey(earlier) === sendingKey(later),
  };
}

function sendingKey(message: JCalComponent): string {
  const instances = message[2].map((part) => textValue(part, 'recurrence-id') ?? '');
  return JSON.stringify([methodOf(message), uidOf(message), ...new Set(instances.sort())]);
}
