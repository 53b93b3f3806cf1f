import type { BoxItem, ItemState, RecipientRecord } from './box-item.js';
import { type MailIdentity, mailNameOf } from './scheduling-mail.js';

/** What became of one mail: taken over, refused with a code of SMTP, or 0 when nobody answered. */
export type MailResult = { readonly accepted: true } | { readonly accepted: false; readonly code: number };

/** How a mail stands after an attempt: it has left, it will be tried again, or it is given up. */
export type MailOutcome = 'sent' | 'waiting' | 'failed';

/** The mailer: how the messages of the Outboxes leave by mail. */
export interface MailerRules {
  /** State of a sending: unprocessed while it has to go to somebody, failed when it reached nobody. */
  sendingState(recipients: readonly RecipientRecord[]): ItemState;
  /** Which Recipients of a sending get a mail: those to whom none went yet. */
  mailsDue(recipients: readonly RecipientRecord[]): readonly RecipientRecord[];
  /** The sendings in the order in which they leave: as they were made. */
  mailOrder(waiting: readonly BoxItem[]): readonly BoxItem[];
  /** Whether later mails to an address wait for one that stands so: for one that will be tried again. */
  holdsUp(outcome: MailOutcome): boolean;
  /** Whether other addresses get their mail while one cannot be reached. */
  mailsOthers(): boolean;
  /** Whether a refusal is final: codes from 500 (RFC 5321 section 4.2.1). */
  isFinal(code: number): boolean;
  /** Seconds until the next attempt, by the number of those made; undefined when it is given up. */
  retryAfter(attempts: number): number | undefined;
  /** Whether the mailer keeps to the time of the next attempt. */
  waitsForRetry(): boolean;
  /** What an Outbox entry says of a Recipient after an attempt (RFC 6638 section 3.2.9). */
  mailStatus(outcome: MailOutcome): Pick<RecipientRecord, 'state' | 'status'>;
  /** Recipients after one of them was dealt with: only that one has changed. */
  afterMail(recipients: readonly RecipientRecord[], done: RecipientRecord): readonly RecipientRecord[];
  /** Whether what has not left yet stays when its Outbox entry is deleted: no, it is withdrawn. */
  mailsDeleted(): boolean;
  /** Calendar addresses of those who get nothing when the Outbox entry is deleted now: to whom no mail went yet. */
  unsentTo(recipients: readonly RecipientRecord[]): readonly string[];
  /** Calendar address that the mail comes from: the Originator's. */
  mailFrom(originator: string, organizer: string): string;
  /** Calendar address that the mail for one of the Recipients goes to: that one's. */
  mailTo(recipient: string, all: readonly RecipientRecord[]): string;
  /** Whether a message is taken in that comes from no Calendar User here or on the network: as mail does. */
  takesFromOutside(): boolean;
  /** Parameter `method` of the mail: METHOD of the message (RFC 6047 section 2.4). */
  mailMethod(method: string): string;
  /** What stands left in the Message-ID: another thing for each sending and Recipient, the same for each attempt. */
  mailName(identity: MailIdentity): string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** After five days it is given up (RFC 5321 section 4.5.4.1). */
const RETRIES: readonly number[] = [
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  4 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
  24 * HOUR,
  24 * HOUR,
];

const STATUS: Readonly<Record<MailOutcome, Pick<RecipientRecord, 'state' | 'status'>>> = {
  sent: { state: 'processed', status: '1.2' },
  waiting: { state: 'unprocessed', status: '1.1' },
  failed: { state: 'failed', status: '5.1' },
};

export const mailerRules: MailerRules = {
  sendingState: (recipients) => {
    if (recipients.some(({ state }) => state === 'unprocessed')) return 'unprocessed';
    return recipients.every(({ state }) => state === 'failed') ? 'failed' : 'processed';
  },
  mailsDue: (recipients) => recipients.filter(({ state }) => state === 'unprocessed'),
  mailOrder: (waiting) => [...waiting].sort((one, other) => one.number - other.number),
  holdsUp: (outcome) => outcome === 'waiting',
  mailsOthers: () => true,
  isFinal: (code) => code >= 500,
  retryAfter: (attempts) => RETRIES[attempts - 1],
  waitsForRetry: () => true,
  mailStatus: (outcome) => STATUS[outcome],
  afterMail: (recipients, done) =>
    recipients.map((record) => (record.address === done.address ? done : record)),
  mailsDeleted: () => false,
  unsentTo: (recipients) =>
    recipients.filter(({ state }) => state === 'unprocessed').map(({ address }) => address),
  mailFrom: (originator) => originator,
  mailTo: (recipient) => recipient,
  takesFromOutside: () => true,
  mailMethod: (method) => method,
  mailName: mailNameOf,
};
