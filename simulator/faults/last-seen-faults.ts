import { RevisionLog } from '../itip/revision-log.js';
import { fault } from './fault.js';

/** The scheduling service: what is remembered of the last messages. */
export const LAST_SEEN_FAULTS = [
  fault({
    id: 'restart-forgets-replies',
    summary: 'Keeps the last seen REPLYs in memory alone.',
    rule: 'entryRemembered',
    requirement: 'service/last-seen/replies-survive-restart',
    replacement: (entry) => ({ ...entry, replies: RevisionLog.EMPTY }),
  }),
  fault({
    id: 'restart-forgets-requests',
    summary: 'Keeps the last seen revision of the Organizer in memory alone.',
    rule: 'entryRemembered',
    requirement: 'service/last-seen/requests-survive-restart',
    replacement: (entry) => ({ ...entry, received: RevisionLog.EMPTY }),
  }),
];
