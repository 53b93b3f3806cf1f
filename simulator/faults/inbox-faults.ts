import { sequenceOf } from '../icalendar/read.js';
import type { BoxItem, ItemState } from '../scheduling/box-item.js';
import { fault } from './fault.js';

/** The scheduling service: deposit, processing and entries of the Inbox. */
export const INBOX_FAULTS = [
  fault({
    id: 'deposit-processes',
    summary: 'Lets a message take effect when it arrives, also where the client processes the Inbox.',
    rule: 'processesOnArrival',
    requirement: 'service/inbox/deposit-is-not-processing',
    opposite: 'nothing-processed-on-arrival',
    replacement: () => true,
  }),
  fault({
    id: 'nothing-processed-on-arrival',
    summary: 'Leaves every Inbox to the client, also where the service is to process it.',
    rule: 'processesOnArrival',
    requirement: 'service/inbox/processed-state',
    opposite: 'deposit-processes',
    replacement: () => false,
  }),
  fault({
    id: 'newest-entry-first',
    summary: 'Processes what waits in the Inbox beginning with the newest.',
    rule: 'processingOrder',
    requirement: 'service/inbox/processed-in-order',
    replacement: (waiting) => [...waiting].reverse(),
  }),
  fault({
    id: 'one-entry-for-each-look',
    summary: 'Processes the first entry that waits and leaves the others for the next look.',
    rule: 'processingOrder',
    requirement: 'service/inbox/same-result-by-client',
    replacement: (waiting) => waiting.slice(0, 1),
  }),
  fault({
    id: 'client-processes-everything-again',
    summary: 'Processes the whole Inbox each time the client looks.',
    rule: 'processesAgain',
    requirement: 'service/inbox/processed-once',
    replacement: () => true,
  }),
  fault({
    id: 'no-effect-is-a-failure',
    summary: 'Shows a message as failed that came too late to have an effect.',
    rule: 'stateAfter',
    requirement: 'service/inbox/processed-state',
    opposite: 'whatever-came-is-processed',
    replacement: (outcome): ItemState => (outcome === 'applied' ? 'processed' : 'failed'),
  }),
  fault({
    id: 'whatever-came-is-processed',
    summary: 'Shows every message as processed, also one that it could not process.',
    rule: 'stateAfter',
    requirement: 'service/inbox/failed-state',
    opposite: 'no-effect-is-a-failure',
    replacement: (): ItemState => 'processed',
  }),
  fault({
    id: 'one-entry-per-meeting',
    summary: 'Keeps one entry for each meeting in the Inbox, whoever a message comes from.',
    rule: 'displaced',
    requirement: 'service/inbox/entry-per-message',
    replacement: (_arriving, earlier) => earlier(),
  }),
  fault({
    id: 'old-revisions-leave-the-inbox',
    summary: 'Removes an entry from the Inbox when a message with a greater SEQUENCE comes.',
    rule: 'displaced',
    requirement: 'service/inbox/old-revision-stays-listed',
    replacement: (arriving, earlier) => earlier().filter((each) => revision(each) < revision(arriving)),
  }),
  fault({
    id: 'every-arrival-is-told',
    summary: 'Tells the user of each message that arrives, also of one that arrives twice.',
    rule: 'notifies',
    requirement: 'service/inbox/repeated-message',
    opposite: 'only-news-is-told',
    replacement: () => true,
  }),
  fault({
    id: 'counter-is-refused',
    summary: 'Refuses a COUNTER as a message that it cannot process.',
    rule: 'isLeftToUser',
    requirement: 'service/inbox/counter-waits-for-the-user',
    opposite: 'every-answer-waits-for-the-user',
    replacement: () => false,
  }),
  fault({
    id: 'every-answer-waits-for-the-user',
    summary: 'Lets a REPLY wait in the Inbox like a COUNTER.',
    rule: 'isLeftToUser',
    requirement: 'service/inbox/counter-waits-for-the-user',
    opposite: 'counter-is-refused',
    replacement: (method) => ['REPLY', 'COUNTER'].includes(method),
  }),
];

function revision({ calendar }: BoxItem): number {
  return Math.max(...calendar[2].map(sequenceOf));
}
