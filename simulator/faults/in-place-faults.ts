import { makeProperty } from '../icalendar/edit.js';
import { type JCalProperty, parameter } from '../icalendar/jcal.js';
import { addressOf, delegatorsOf } from '../itip/delegation.js';
import { fault } from './fault.js';

/** RFC 2446 sections 2.1.2, 2.1.3 and 2.1.4: who acts or attends in the place of another. */
export const IN_PLACE_FAULTS = [
  fault({
    id: 'delegated-taken-as-declined',
    summary: 'Takes DELEGATED for a refusal.',
    rule: 'answerTaken',
    requirement: '2446/2.1.2/organizer-learns-of-the-delegation',
    replacement: (partstat) => (partstat === 'DELEGATED' ? 'DECLINED' : partstat),
  }),
  fault({
    id: 'delegates-answer-goes-to-the-delegator',
    summary: 'Notes the answer of a Delegate for the Delegator.',
    rule: 'repliesFor',
    requirement: '2446/2.1.2/delegate-answers-in-the-place',
    replacement: (attendee) => delegatorsOf(attendee)[0] ?? addressOf(attendee),
  }),
  fault({
    id: 'only-first-delegate-is-kept',
    summary: 'Reads the first address of DELEGATED-TO and no further.',
    rule: 'delegatesTaken',
    requirement: '2446/2.1.2/several-delegates',
    replacement: (named) => named.slice(0, 1),
  }),
  fault({
    id: 'secretary-becomes-organizer',
    summary: 'Writes whoever sends the message into ORGANIZER.',
    rule: 'organizerSentBy',
    requirement: '2446/2.1.3/sent-by-leaves-the-organizer',
    replacement: (_organizer, actor) => makeProperty('organizer', actor),
  }),
  fault({
    id: 'sender-must-be-the-organizer',
    summary: 'Takes whoever sends a REQUEST for its Organizer, and refuses a stranger.',
    rule: 'requestsFor',
    requirement: '2446/2.1.3/sent-by-request-counts',
    source: 'W-189',
    replacement: sentBy,
  }),
  fault({
    id: 'secretary-answers-as-attendee',
    summary: 'Answers with the address of whoever sends the REPLY.',
    rule: 'attendeeSentBy',
    requirement: '2446/2.1.3/sent-by-leaves-the-attendee',
    source: 'W-088',
    replacement: ([name, parameters, type], actor) => [name, parameters, type, actor],
  }),
  fault({
    id: 'sent-by-is-the-attendee',
    summary: 'Takes whoever sends a REPLY for the one who answers.',
    rule: 'repliesFor',
    requirement: '2446/2.1.3/sent-by-reply-counts',
    replacement: sentBy,
  }),
  fault({
    id: 'delegation-counts-as-revision',
    summary: 'Raises SEQUENCE when an Attendee delegates.',
    rule: 'sequenceOfDelegation',
    requirement: '2446/2.1.4/delegation-keeps-sequence',
    replacement: (current) => current + 1,
  }),
];

function sentBy(line: JCalProperty): string {
  return parameter(line, 'sent-by') ?? addressOf(line);
}
