import { withParameter } from '../icalendar/edit.js';
import { attendeeOf } from '../icalendar/read.js';
import { withAnswersReset } from '../itip/organizer-rules.js';
import { addressesIn } from '../itip/views.js';
import { fault } from './fault.js';

/** RFC 2446 sections 2.1.4, 3.2.2 and 3.2.5: what the Organizer's side decides and stores. */
export const ORGANIZER_FAULTS = [
  fault({
    id: 'reschedule-keeps-sequence',
    summary: 'Does not raise SEQUENCE when the time changes.',
    rule: 'sequenceOfChange',
    requirement: '2446/2.1.4/reschedule-raises-sequence',
    source: 'W-016',
    opposite: 'every-change-raises-sequence',
    replacement: (current) => current,
  }),
  fault({
    id: 'every-change-raises-sequence',
    summary: 'Raises SEQUENCE on every change, also of the description alone.',
    rule: 'sequenceOfChange',
    requirement: '2446/3.2.2.2/update-keeps-sequence',
    source: 'W-015',
    opposite: 'reschedule-keeps-sequence',
    replacement: (current) => current + 1,
  }),
  fault({
    id: 'update-starts-sequence-again',
    summary: 'Composes an update from a template with SEQUENCE 0.',
    rule: 'sequenceOfChange',
    requirement: '2446/2.1.4/sequence-never-falls',
    replacement: (current, rescheduling) => (rescheduling ? current + 1 : 0),
  }),
  fault({
    id: 'end-alone-is-no-rescheduling',
    summary: 'Sees a rescheduling only when DTSTART changes.',
    rule: 'isRescheduling',
    requirement: '2446/2.1.4/reschedule-raises-sequence',
    replacement: (before, after) => startText(before) !== startText(after),
  }),
  fault({
    id: 'cancel-keeps-sequence',
    summary: 'Sends a CANCEL with the SEQUENCE of the last REQUEST.',
    rule: 'sequenceOfCancel',
    requirement: '2446/2.1.4/cancel-raises-sequence',
    replacement: (current) => current,
  }),
  fault({
    id: 'uninvite-keeps-sequence',
    summary:
      'Raises SEQUENCE for the CANCEL of the whole event, but not for the one that uninvites somebody.',
    rule: 'sequenceOfCancel',
    requirement: '2446/2.1.4/cancel-raises-sequence',
    replacement: (current, whole) => (whole ? current + 1 : current),
  }),
  fault({
    id: 'every-change-resets-answers',
    summary: 'Sets all PARTSTATs back to NEEDS-ACTION on every change.',
    rule: 'answersAfterChange',
    requirement: '2446/3.2.2.2/update-keeps-answers-of-all',
    source: 'W-015',
    opposite: 'reschedule-keeps-answers',
    replacement: (event) => withAnswersReset(event),
  }),
  fault({
    id: 'removed-attendee-still-listed',
    summary: 'The REQUEST to the remaining Attendees still lists the one who was removed.',
    rule: 'withoutRemoved',
    requirement: '2446/4.2.10/uninvited-is-not-listed',
    source: 'W-038',
    replacement: (event) => event,
  }),
  fault({
    id: 'request-to-the-first-only',
    summary: 'Sends the REQUEST to the first Attendee only.',
    rule: 'requestRecipients',
    requirement: '2446/3.2.2/request-reaches-attendees',
    replacement: (attendees) => attendees.slice(0, 1),
  }),
  fault({
    id: 'no-cancel-to-the-uninvited',
    summary: 'Removing an Attendee sends nothing to that Attendee.',
    rule: 'cancelRecipients',
    requirement: '2446/3.2.5/cancel-reaches-attendees',
    source: 'W-039',
    opposite: 'uninvite-cancels-everybody',
    replacement: (_event, affected, whole) => (whole ? affected : []),
  }),
  fault({
    id: 'uninvite-cancels-everybody',
    summary: 'Removing one Attendee sends the CANCEL to all of them.',
    rule: 'cancelRecipients',
    requirement: '2446/3.2.5/uninvite-cancels-one',
    opposite: 'no-cancel-to-the-uninvited',
    replacement: (event, affected, whole) => (whole ? affected : addressesIn(event)),
  }),
  fault({
    id: 'cancel-to-the-first-only',
    summary: 'Sends the CANCEL of the whole event to the first Attendee only.',
    rule: 'cancelRecipients',
    requirement: '2446/3.2.5/cancel-reaches-attendees',
    replacement: (_event, affected, whole) => (whole ? affected.slice(0, 1) : affected),
  }),
  fault({
    id: 'cancel-spares-those-who-declined',
    summary: 'Sends the CANCEL of the whole event only to those who have not declined.',
    rule: 'cancelRecipients',
    requirement: '2446/3.2.5/cancel-reaches-attendees',
    replacement: (event, affected, whole) =>
      whole ? affected.filter((address) => attendeeOf(event, [address])?.partstat !== 'DECLINED') : affected,
  }),
  fault({
    id: 'reply-partstat-coarsened',
    summary: 'Knows only yes and no: takes TENTATIVE for ACCEPTED.',
    rule: 'answerTaken',
    requirement: '2446/3.2.3/reply-sets-partstat',
    replacement: (partstat) => (partstat === 'TENTATIVE' ? 'ACCEPTED' : partstat),
  }),
  fault({
    id: 'reply-answers-for-all',
    summary: 'One REPLY sets the PARTSTAT of every Attendee.',
    rule: 'answersFor',
    requirement: '2446/3.2.3/reply-touches-one-attendee',
    replacement: (_replying, listed) => listed(),
  }),
  fault({
    id: 'outdated-answer-rolls-back',
    summary: 'An answer to an older revision takes the event back to the time that it answered.',
    rule: 'eventAfterOutdatedAnswer',
    requirement: '2446/2.1.4/outdated-reply-keeps-the-event',
    replacement: (event, reply) => {
      const times = reply[1].filter(([name]) => name === 'dtstart' || name === 'dtend');
      const others = event[1].filter(([name]) => name !== 'dtstart' && name !== 'dtend');
      return [event[0], [...others, ...times], event[2]];
    },
  }),
  fault({
    id: 'organizer-replaced-on-update',
    summary: 'Puts a technical sender address into ORGANIZER when an event changes.',
    rule: 'organizerOfUpdate',
    requirement: '2446/3.2.2/organizer-stays',
    source: 'W-189',
    replacement: ([name, parameters, type]) => [name, parameters, type, 'mailto:scheduling@service.invalid'],
  }),
  fault({
    id: 'schedule-status-leaks',
    summary: 'Sends the CalDAV delivery status of the Attendees along in the message.',
    rule: 'envelope',
    requirement: '6638/7/no-schedule-parameters',
    replacement: ([name, properties, components]) => [
      name,
      properties,
      components.map(([inner, lines, rest]) => [
        inner,
        lines.map((line) => (line[0] === 'attendee' ? withParameter(line, 'schedule-status', '1.1') : line)),
        rest,
      ]),
    ],
  }),
];

function startText(event: Parameters<typeof withAnswersReset>[0]): string {
  return JSON.stringify(event[1].find(([name]) => name === 'dtstart'));
}
