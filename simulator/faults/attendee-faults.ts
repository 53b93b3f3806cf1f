import { makeProperty, withProperty } from '../icalendar/edit.js';
import { statusOf } from '../icalendar/read.js';
import { fault } from './fault.js';
import { withOldTimes } from './with-old-times.js';

/** RFC 2446 sections 2.1.5, 3.2.2 and 3.2.5: what an Attendee's side makes of the Organizer's messages. */
export const ATTENDEE_FAULTS = [
  fault({
    id: 'uid-never-matches',
    summary: 'Does not find the stored event of a UID and stores each REQUEST as another event.',
    rule: 'sameEvent',
    requirement: '2446/2.1.5/uid-is-the-key',
    replacement: () => false,
  }),
  fault({
    id: 'copy-gets-a-local-uid',
    summary: 'Gives the stored copy a UID of its own.',
    rule: 'uidOfCopy',
    requirement: '2446/2.1.5/uid-is-the-key',
    source: 'W-035',
    replacement: (incoming) => `local-${incoming}`,
  }),
  fault({
    id: 'unknown-update-dropped',
    summary: 'Drops a REQUEST for an unknown UID when its SEQUENCE is above 0.',
    rule: 'takesUnknown',
    requirement: '2446/3.2.2/unknown-uid-is-a-new-event',
    replacement: ({ sequence }) => sequence === 0,
  }),
  fault({
    id: 'reschedule-keeps-old-time',
    summary: 'Takes the details of a rescheduling REQUEST, but not its new time.',
    rule: 'copyAfterReschedule',
    requirement: '2446/3.2.2.1/reschedule-moves-the-copy',
    opposite: 'reschedule-takes-time-only',
    replacement: withOldTimes,
  }),
  fault({
    id: 'cancelled-for-good',
    summary: 'Takes a newer REQUEST over into a cancelled copy, and leaves it cancelled.',
    rule: 'copyAfterReschedule',
    requirement: '2446/2.1.5/request-newer-than-cancel',
    replacement: (stored, incoming) =>
      statusOf(stored) === 'CANCELLED'
        ? withProperty(incoming, makeProperty('status', 'CANCELLED'))
        : incoming,
  }),
  fault({
    id: 'update-keeps-old-details',
    summary: 'Notes that an update arrived, but shows the old details.',
    rule: 'copyAfterUpdate',
    requirement: '2446/3.2.2.2/update-changes-details-only',
    replacement: (stored) => stored,
  }),
  fault({
    id: 'update-overwrites-own-answer',
    summary: 'An update that was composed before the answer arrived sets the own PARTSTAT back.',
    rule: 'ownAnswerAfterUpdate',
    requirement: '2446/3.2.2.2/update-keeps-the-answer',
    source: 'W-009',
    replacement: (_answered, incoming) => incoming,
  }),
  fault({
    id: 'cancelled-copy-stays-alive',
    summary: 'Takes a CANCEL, but leaves the copy as it was.',
    rule: 'copyAfterCancel',
    requirement: '2446/3.2.5/cancelled-copy',
    replacement: (stored) => stored,
  }),
  fault({
    id: 'cancelled-copy-only-renamed',
    summary: 'Marks a cancelled copy in its title instead of its STATUS.',
    rule: 'copyAfterCancel',
    requirement: '2446/3.2.5/cancelled-copy',
    replacement: (stored) => withProperty(stored, makeProperty('summary', 'Cancelled')),
  }),
  fault({
    id: 'uninvite-of-another-cancels-mine',
    summary: 'Applies a CANCEL that uninvites somebody else.',
    rule: 'cancelConcerns',
    requirement: '2446/3.2.5/uninvite-of-another',
    source: 'W-032',
    replacement: () => true,
  }),
];
