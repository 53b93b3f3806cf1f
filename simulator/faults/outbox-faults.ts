import { methodOf, sequenceOf } from '../icalendar/read.js';
import { fault } from './fault.js';

/** The scheduling service: what the Outbox says of a sending. */
export const OUTBOX_FAULTS = [
  fault({
    id: 'outbox-entry-for-each-recipient',
    summary: 'Lists a sending once for each Recipient.',
    rule: 'entriesOf',
    requirement: 'service/outbox/one-entry-for-a-sending',
    replacement: (recipients) => recipients.map((record) => [record]),
  }),
  fault({
    id: 'outbox-lists-requests-only',
    summary: 'Lists REQUESTs alone as sent.',
    rule: 'isListed',
    requirement: 'service/outbox/every-method-is-listed',
    replacement: (message) => methodOf(message) === 'REQUEST',
  }),
  fault({
    id: 'outbox-lists-first-revision-only',
    summary: 'Lists an event when it is sent for the first time, and no later revision of it.',
    rule: 'isListed',
    requirement: 'service/outbox/newest-revision-is-listed',
    replacement: (message) => message[2].every((part) => sequenceOf(part) === 0),
  }),
  fault({
    id: 'unsent-entry-gives-way',
    summary: 'Replaces an entry of which mail has still to leave by the next one about the event.',
    rule: 'givesWay',
    requirement: 'service/outbox/unsent-entry-stays',
    replacement: () => true,
  }),
  fault({
    id: 'clean-up-takes-unsent-mail',
    summary: 'Removes an entry when its meeting is over although mail has still to leave.',
    rule: 'outlivesMeeting',
    requirement: 'service/outbox/unsent-outlives-meeting',
    replacement: () => false,
  }),
  fault({
    id: 'drafts-are-listed-as-sent',
    summary: 'Lists an event that was stored and sent to nobody.',
    rule: 'listsUnsent',
    requirement: 'service/outbox/nothing-sent-nothing-listed',
    replacement: () => true,
  }),
  fault({
    id: 'outbox-names-the-group',
    summary: 'Names a group as Recipient in the place of its members.',
    rule: 'namedFor',
    requirement: 'service/outbox/members-are-named',
    replacement: (recipient) => recipient,
  }),
  fault({
    id: 'outbox-waits-for-everybody',
    summary: 'Leaves users of the service itself to the mailer.',
    rule: 'outcomeOf',
    requirement: 'service/outbox/processed-without-mail',
    opposite: 'unsent-mail-counts-as-sent',
    replacement: () => ({ state: 'unprocessed', status: '1.1' }) as const,
  }),
  fault({
    id: 'unsent-mail-counts-as-sent',
    summary: 'Takes a sending for done as soon as its mail is to be written.',
    rule: 'outcomeOf',
    requirement: 'service/outbox/unprocessed-while-mail-waits',
    opposite: 'outbox-waits-for-everybody',
    replacement: () => ({ state: 'processed', status: '1.2' }) as const,
  }),
  fault({
    id: 'outbox-done-after-the-first',
    summary: 'Takes a sending for done as soon as one Recipient has it.',
    rule: 'sendingState',
    requirement: 'service/outbox/unprocessed-while-mail-waits',
    opposite: 'outbox-never-done',
    replacement: (recipients) =>
      recipients.some(({ state }) => state === 'processed') ? 'processed' : 'unprocessed',
  }),
  fault({
    id: 'outbox-never-done',
    summary: 'Leaves an entry unprocessed that has ever waited for the mailer.',
    rule: 'sendingState',
    requirement: 'service/outbox/processed-when-all-mail-has-left',
    opposite: 'outbox-done-after-the-first',
    replacement: (recipients) =>
      recipients.some(({ state, attempts }) => state === 'unprocessed' || attempts > 0)
        ? 'unprocessed'
        : 'processed',
  }),
  fault({
    id: 'failure-counts-as-processed',
    summary: 'Knows no entry that has failed.',
    rule: 'sendingState',
    requirement: 'service/outbox/failed-when-nobody-is-reached',
    opposite: 'one-failure-fails-the-sending',
    replacement: (recipients) =>
      recipients.some(({ state }) => state === 'unprocessed') ? 'unprocessed' : 'processed',
  }),
  fault({
    id: 'one-failure-fails-the-sending',
    summary: 'Takes a sending for failed when one of its Recipients cannot be reached.',
    rule: 'sendingState',
    requirement: 'service/outbox/processed-when-somebody-is-reached',
    opposite: 'failure-counts-as-processed',
    replacement: (recipients) => {
      if (recipients.some(({ state }) => state === 'failed')) return 'failed';
      return recipients.some(({ state }) => state === 'unprocessed') ? 'unprocessed' : 'processed';
    },
  }),
  fault({
    id: 'unreachable-is-given-up',
    summary: 'Says of an address that leads nowhere what is said of mail that failed.',
    rule: 'outcomeOf',
    requirement: 'service/outbox/status-of-the-unreachable',
    replacement: (way) => {
      if (way === 'none' || way === 'barred') return { state: 'failed', status: '5.1' };
      return way === 'mail'
        ? { state: 'unprocessed', status: '1.1' }
        : { state: 'processed', status: way === 'here' ? '1.2' : '1.1' };
    },
  }),
  fault({
    id: 'delivered-is-on-its-way',
    summary: 'Says of a message in an Inbox of the service that it is on its way.',
    rule: 'outcomeOf',
    requirement: 'service/outbox/status-of-the-delivered',
    opposite: 'waiting-is-delivered',
    replacement: (way) => {
      if (way === 'none' || way === 'barred') return { state: 'failed', status: '3.7' };
      return { state: way === 'mail' ? 'unprocessed' : 'processed', status: '1.1' };
    },
  }),
  fault({
    id: 'waiting-is-delivered',
    summary: 'Says of a mail that has still to leave that it is delivered.',
    rule: 'outcomeOf',
    requirement: 'service/outbox/status-on-the-way',
    opposite: 'delivered-is-on-its-way',
    replacement: (way) => {
      if (way === 'none' || way === 'barred') return { state: 'failed', status: '3.7' };
      return { state: way === 'mail' ? 'unprocessed' : 'processed', status: '1.2' };
    },
  }),
  fault({
    id: 'mailed-is-on-its-way',
    summary: 'Leaves the status as it was when a mail has left.',
    rule: 'mailStatus',
    requirement: 'service/outbox/status-of-the-mailed',
    replacement: (outcome) => {
      if (outcome === 'failed') return { state: 'failed', status: '5.1' };
      return { state: outcome === 'sent' ? 'processed' : 'unprocessed', status: '1.1' };
    },
  }),
  fault({
    id: 'given-up-is-unreachable',
    summary: 'Says of a mail that was given up that nobody has such an address.',
    rule: 'mailStatus',
    requirement: 'service/outbox/status-of-the-given-up',
    replacement: (outcome) => {
      if (outcome === 'failed') return { state: 'failed', status: '3.7' };
      return outcome === 'sent'
        ? { state: 'processed', status: '1.2' }
        : { state: 'unprocessed', status: '1.1' };
    },
  }),
];
