import { RevisionLog } from '../itip/revision-log.js';
import { fault } from './fault.js';

/** The scheduling service: what goes when the entry of a box is deleted. */
export const DELETION_FAULTS = [
  fault({
    id: 'event-goes-with-the-entry',
    summary: 'Removes the event from the calendar when an entry about it is deleted.',
    rule: 'entryAfterDeletion',
    requirement: 'service/retention/calendar-outlives-deletion',
    replacement: () => undefined,
  }),
  fault({
    id: 'revisions-go-with-the-entry',
    summary: 'Remembers the last revision of the Organizer in the Inbox entry.',
    rule: 'entryAfterDeletion',
    requirement: 'service/retention/inbox-deleted-then-old-request',
    replacement: (entry) => ({ ...entry, received: RevisionLog.EMPTY }),
  }),
  fault({
    id: 'answers-go-with-the-entry',
    summary: 'Remembers the last REPLY of each Attendee in the Outbox entry.',
    rule: 'entryAfterDeletion',
    requirement: 'service/retention/outbox-deleted-then-reply',
    replacement: (entry) => ({ ...entry, replies: RevisionLog.EMPTY }),
  }),
];
