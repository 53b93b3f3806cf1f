import { SERIES } from '../itip/instances.js';
import { fault } from './fault.js';

/** RFC 2446 and RFC 5546 section 2.1.5: which messages about a series and its instances count. */
export const RECURRENCE_FAULTS = [
  fault({
    id: 'instance-request-replaces-the-series',
    summary: 'Finds the copy of a series by UID alone and puts the changed instance in its place.',
    rule: 'requestReaches',
    requirement: '2446/2.1.5/instance-of-a-request',
    replacement: () => SERIES,
  }),
  fault({
    id: 'instance-reply-answers-the-series',
    summary: 'Takes the answer to one instance for an answer to all of them.',
    rule: 'replyReaches',
    requirement: '2446/2.1.5/instance-of-a-reply',
    replacement: () => SERIES,
  }),
  fault({
    id: 'instance-cancel-forgets-revision',
    summary: 'Remembers the revision of a cancelled event, but not that of a cancelled instance.',
    rule: 'revisionAfterCancel',
    requirement: '2446/2.1.5/instance-stays-cancelled',
    replacement: (cancel, _last, instance) => (instance === SERIES ? cancel : { sequence: -1, dtstamp: '' }),
  }),
  fault({
    id: 'instance-compared-with-instance-only',
    summary: 'Applies a change of an instance that was composed before the series was revised.',
    rule: 'overtakenBySeries',
    requirement: '2446/2.1.5/series-obsoletes-older-instance',
    replacement: () => false,
  }),
  fault({
    id: 'reply-sequence-from-the-series',
    summary: 'Answers an instance with the SEQUENCE of the series.',
    rule: 'replySequence',
    requirement: '2446/2.1.5/reply-counts-for-its-instance',
    source: 'W-011',
    replacement: (_requested, series) => series,
  }),
  fault({
    id: 'revision-per-uid',
    summary: 'Keeps one revision for the UID, so news of one instance make those of another obsolete.',
    rule: 'revisionKey',
    requirement: '5546/2.1.5/instances-are-ordered-apart',
    replacement: () => SERIES,
  }),
  fault({
    id: 'last-reply-per-event-not-instance',
    summary: 'Remembers one last REPLY of an Attendee for all instances.',
    rule: 'replyInstanceKey',
    requirement: '5546/2.1.5/replies-are-ordered-per-instance',
    replacement: () => SERIES,
  }),
  fault({
    id: 'equal-stamps-are-one-message',
    summary: 'Takes a message for a repeated one when UID, SEQUENCE and DTSTAMP were seen before.',
    rule: 'isTakenAlready',
    requirement: '5546/2.1.5/equal-stamps-of-two-instances',
    source: 'W-020',
    replacement: ({ sequence, dtstamp }, received) =>
      [...received].some(([, seen]) => seen.sequence === sequence && seen.dtstamp === dtstamp),
  }),
];
