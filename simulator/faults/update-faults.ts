import {
  makeProperty,
  mapAttendees,
  withoutProperty,
  withParameter,
  withProperties,
  withProperty,
} from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, properties } from '../icalendar/jcal.js';
import { attendeeOf, sameAddress, sequenceOf } from '../icalendar/read.js';
import { addressOf } from '../itip/delegation.js';
import { withAnswersReset } from '../itip/organizer-rules.js';
import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';

/** RFC 2446 sections 3.2.2.1, 3.2.2.2 and 3.2.2.7: rescheduling, updating, asking for status. */
export const UPDATE_FAULTS = [
  fault({
    id: 'reschedule-gets-a-new-uid',
    summary: 'Sends an event that has moved as another event.',
    rule: 'requestContent',
    requirement: '2446/3.2.2.1/reschedule-keeps-uid',
    replacement: (event) => {
      const [content, sequence] = [standardRules.requestContent(event), sequenceOf(event)];
      return sequence === 0 ? content : withProperty(content, makeProperty('uid', `revision-${sequence}`));
    },
  }),
  fault({
    id: 'reschedule-spares-decliners',
    summary: 'Does not tell those who have declined that the event has changed.',
    rule: 'requestRecipients',
    requirement: '2446/3.2.2.1/reschedule-reaches-all',
    replacement: (attendees, before) =>
      attendees.filter((address) => before === undefined || partstatIn(before, address) !== 'DECLINED'),
  }),
  fault({
    id: 'reschedule-keeps-answers',
    summary: 'Takes the answers to the old time for answers to the new one.',
    rule: 'answersAfterChange',
    requirement: '2446/3.2.2.1/reschedule-asks-again',
    source: 'W-114',
    opposite: 'every-change-resets-answers',
    replacement: (event) => event,
  }),
  fault({
    id: 'reschedule-takes-time-only',
    summary: 'Takes nothing but the new time from a rescheduling.',
    rule: 'copyAfterReschedule',
    requirement: '2446/3.2.2.1/reschedule-brings-details',
    opposite: 'reschedule-keeps-old-time',
    replacement: (stored, incoming) => withLinesOf(stored, incoming, TIMES),
  }),
  fault({
    id: 'own-answer-survives-a-reschedule',
    summary: 'Keeps the answers in the copy, whatever a rescheduling says of them.',
    rule: 'copyAfterReschedule',
    requirement: '2446/3.2.2.1/reschedule-reopens-the-answer',
    replacement: (stored, incoming) => withLinesOf(incoming, stored, ['attendee']),
  }),
  fault({
    id: 'rules-are-added-up',
    summary: 'Adds the new recurrence rule of a series to the old one.',
    rule: 'copyAfterReschedule',
    requirement: '2446/3.2.2.1/new-rule-replaces-the-old',
    replacement: (stored, incoming) =>
      withProperties(incoming, [...incoming[1], ...properties(stored, 'rrule')]),
  }),
  fault({
    id: 'every-request-is-answered',
    summary: 'Sends the answer of its user again whenever a REQUEST comes.',
    rule: 'answersPoll',
    requirement: '2446/3.2.2.2/update-needs-no-answer',
    opposite: 'known-answer-not-repeated',
    replacement: () => true,
  }),
  fault({
    id: 'redistribution-raises-sequence',
    summary: 'Raises SEQUENCE when it sends the answers round.',
    rule: 'sequenceOfPoll',
    requirement: '2446/3.2.2.2/unsolicited-request-keeps-sequence',
    replacement: (current, asking) => (asking ? current : current + 1),
  }),
  fault({
    id: 'redistribution-asks-from-scratch',
    summary: 'Shows everybody as NEEDS-ACTION in every REQUEST.',
    rule: 'requestContent',
    requirement: '2446/3.2.2.2/redistribution-shows-answers',
    replacement: (event) => withAnswersReset(standardRules.requestContent(event)),
  }),
  fault({
    id: 'answers-of-others-not-taken',
    summary: 'Keeps the ATTENDEEs of the copy when an update comes.',
    rule: 'copyAfterUpdate',
    requirement: '2446/3.2.2.2/copy-learns-other-answers',
    replacement: (stored, incoming) => withLinesOf(incoming, stored, ['attendee']),
  }),
  fault({
    id: 'unchanged-is-not-sent',
    summary: 'Sends no REQUEST when the event is as it was.',
    rule: 'reconfirmationRecipients',
    requirement: '2446/3.2.2.2/reconfirmation-reaches-attendees',
    replacement: () => [],
  }),
  fault({
    id: 'reconfirmation-is-a-reschedule',
    summary: 'Opens the own answer again whenever a later REQUEST comes.',
    rule: 'ownAnswerAfterUpdate',
    requirement: '2446/3.2.2.2/reconfirmation-changes-nothing',
    replacement: () => 'NEEDS-ACTION',
  }),
  fault({
    id: 'poll-suppressed-as-unchanged',
    summary: 'Sends no REQUEST when an Attendee is only asked for the status.',
    rule: 'pollRecipients',
    requirement: '2446/3.2.2.7/poll-reaches-the-asked',
    replacement: () => [],
  }),
  fault({
    id: 'poll-without-rsvp',
    summary: 'Asks for the status without RSVP=TRUE.',
    rule: 'polledLine',
    requirement: '2446/3.2.2.7/poll-sets-rsvp',
    replacement: (attendee) => attendee,
  }),
  fault({
    id: 'poll-raises-sequence',
    summary: 'Raises SEQUENCE when it asks for an answer.',
    rule: 'sequenceOfPoll',
    requirement: '2446/3.2.2.7/poll-keeps-sequence',
    replacement: (current, asking) => (asking ? current + 1 : current),
  }),
  fault({
    id: 'poll-lists-the-asked-only',
    summary: 'Lists nobody in a question for the status but those who are asked.',
    rule: 'pollContent',
    requirement: '2446/3.2.2.7/poll-changes-only-rsvp',
    replacement: (event, asked) =>
      mapAttendees(event, (line) =>
        asked.some((address) => sameAddress(address, addressOf(line))) ? line : undefined,
      ),
  }),
  fault({
    id: 'poll-without-details',
    summary: 'Leaves LOCATION and DESCRIPTION out when it asks for the status.',
    rule: 'pollContent',
    requirement: '2446/3.2.2.7/poll-changes-only-rsvp',
    replacement: (event) => withoutProperty(event, 'location', 'description'),
  }),
  fault({
    id: 'poll-resets-own-answer',
    summary: 'Opens the own answer again when a REQUEST asks for one.',
    rule: 'ownAnswerAfterUpdate',
    requirement: '2446/3.2.2.7/poll-keeps-the-answer',
    replacement: (answered, incoming, asked) =>
      asked ? 'NEEDS-ACTION' : standardRules.ownAnswerAfterUpdate(answered, incoming, asked),
  }),
  fault({
    id: 'known-answer-not-repeated',
    summary: 'Sends an answer only when it differs from the one before.',
    rule: 'sendsAnswer',
    requirement: '2446/3.2.2.7/poll-is-answered',
    opposite: 'every-request-is-answered',
    replacement: (before, answer) => before !== answer,
  }),
  fault({
    id: 'poll-answered-as-asked',
    summary: 'Copies its own ATTENDEE from the REQUEST into the REPLY.',
    rule: 'replyAttendees',
    requirement: '2446/3.2.2.7/poll-answer-is-the-current-status',
    replacement: (_all, own) => [withParameter(own, 'partstat', 'NEEDS-ACTION')],
  }),
];

const TIMES = ['dtstart', 'dtend', 'duration', 'rrule', 'rdate', 'exdate', 'sequence', 'dtstamp'];

/** The event with these properties as another has them. */
function withLinesOf(event: JCalComponent, other: JCalComponent, names: readonly string[]): JCalComponent {
  const isTaken = ([name]: JCalProperty) => names.includes(name);
  return withProperties(event, [
    ...event[1].filter((line) => !isTaken(line)),
    ...other[1].filter((line) => isTaken(line)),
  ]);
}

function partstatIn(event: JCalComponent, address: string): string | undefined {
  return attendeeOf(event, [address])?.partstat;
}
