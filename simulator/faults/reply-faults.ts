import { addressList } from '../icalendar/address-list.js';
import { withoutProperty, withParameter, withProperty } from '../icalendar/edit.js';
import { property } from '../icalendar/jcal.js';
import { addressOf, delegatorsOf } from '../itip/delegation.js';
import { SERIES } from '../itip/instances.js';
import { revisionOf } from '../itip/revision.js';
import { fault } from './fault.js';
import { namedByStart } from './named-by-start.js';

/** RFC 2446 section 3.2.3: what goes wrong with REPLYs, on both sides. */
export const REPLY_FAULTS = [
  fault({
    id: 'one-answer-per-revision',
    summary: 'Sends the first answer to a revision and keeps it to itself when that changes.',
    rule: 'sendsAnswer',
    requirement: '2446/3.2.3/changed-answer-is-sent',
    replacement: (before) => before === 'NEEDS-ACTION',
  }),
  fault({
    id: 'any-reply-accepts',
    summary: 'Counts a REPLY without PARTSTAT as ACCEPTED.',
    rule: 'answerTaken',
    requirement: '2446/3.2.3/failure-is-no-answer',
    replacement: (partstat) => (partstat === 'NEEDS-ACTION' ? 'ACCEPTED' : partstat),
  }),
  fault({
    id: 'delegate-is-a-stranger',
    summary: 'Takes answers of those only who were invited by the Organizer.',
    rule: 'takesAnswerOf',
    requirement: '2446/3.2.3/delegates-reply-is-taken',
    replacement: (listed) => delegatorsOf(listed).length === 0,
  }),
  fault({
    id: 'member-answers-for-the-group',
    summary: 'Writes the answer of a member to the ATTENDEE of the group.',
    rule: 'repliesFor',
    requirement: '2446/3.2.3/members-reply-is-taken',
    replacement: (attendee) => addressList(attendee[1], 'member')[0] ?? addressOf(attendee),
  }),
  fault({
    id: 'substitute-unnamed',
    summary: 'Does not say that somebody else answers for the Attendee.',
    rule: 'attendeeSentBy',
    requirement: '2446/3.2.3/substitute-is-in-sent-by',
    replacement: (attendee) => attendee,
  }),
  fault({
    id: 'reply-replaces-the-event',
    summary: 'Removes from the event what the REPLY leaves out.',
    rule: 'eventAfterAnswer',
    requirement: '2446/3.2.3/left-out-properties-stay',
    source: 'W-054',
    replacement: (event, reply) =>
      ['summary', 'location', 'description', 'dtstart', 'dtend'].reduce(
        (left, name) => (property(reply, name) === undefined ? withoutProperty(left, name) : left),
        event,
      ),
  }),
  fault({
    id: 'first-answer-only',
    summary: 'Takes the first VEVENT of a REPLY and drops the others.',
    rule: 'replyTakes',
    requirement: '2446/3.2.3/several-answers-in-one-reply',
    replacement: (components) => components.slice(0, 1),
  }),
  fault({
    id: 'reply-always-names-an-instance',
    summary: 'Puts RECURRENCE-ID into each REPLY, also where the event does not recur.',
    rule: 'replyContent',
    requirement: '2446/3.2.3/single-reply-without-recurrence-id',
    replacement: (event) => namedByStart(event),
  }),
  fault({
    id: 'reply-names-the-new-start',
    summary: 'Names an instance that was moved by its new start.',
    rule: 'replyContent',
    requirement: '2446/3.2.3/instance-reply-names-instance',
    source: 'W-090',
    replacement: (event) => (property(event, 'recurrence-id') === undefined ? event : namedByStart(event)),
  }),
  fault({
    id: 'reply-loses-the-zone-of-the-instance',
    summary: 'Writes RECURRENCE-ID of a REPLY as a floating time.',
    rule: 'replyContent',
    requirement: '2446/3.2.3/instance-reply-names-instance',
    source: 'W-059',
    replacement: (event) => {
      const id = property(event, 'recurrence-id');
      return id === undefined ? event : withProperty(event, withParameter(id, 'tzid', undefined));
    },
  }),
  fault({
    id: 'only-the-first-instance-is-known',
    summary: 'Compares the instance that is answered with the first one of the series only.',
    rule: 'replyReaches',
    requirement: '2446/3.2.3/instance-reply-sets-its-instance',
    source: 'W-051',
    replacement: (instance, first) => (instance === SERIES || instance === first() ? instance : undefined),
  }),
  fault({
    id: 'first-instance-is-the-series',
    summary:
      'Takes the answer to the first instance for one to the series, since both begin at the same time.',
    rule: 'replyReaches',
    requirement: '2446/3.2.3/instance-reply-sets-its-instance',
    replacement: (instance, first) => (instance === first() ? SERIES : instance),
  }),
  fault({
    id: 'series-reply-sets-the-first-instance',
    summary: 'Shows the answer to a series at its first instance only.',
    rule: 'replyReaches',
    requirement: '2446/3.2.3/series-reply-sets-the-series',
    replacement: (instance, first) => (instance === SERIES ? first() : instance),
  }),
  fault({
    id: 'absent-reply-sequence-is-current',
    summary: 'Takes a REPLY without SEQUENCE for an answer to the present revision.',
    rule: 'revisionOfReply',
    requirement: '2446/3.2.3/absent-reply-sequence-is-zero',
    opposite: 'reply-needs-a-sequence',
    replacement: (reply, current) =>
      property(reply, 'sequence') === undefined
        ? { ...revisionOf(reply), sequence: current }
        : revisionOf(reply),
  }),
  fault({
    id: 'reply-needs-a-sequence',
    summary: 'Counts a REPLY without SEQUENCE as older than every revision.',
    rule: 'revisionOfReply',
    requirement: '2446/3.2.3/absent-reply-sequence-is-zero',
    opposite: 'absent-reply-sequence-is-current',
    replacement: (reply) =>
      property(reply, 'sequence') === undefined ? { ...revisionOf(reply), sequence: -1 } : revisionOf(reply),
  }),
];
