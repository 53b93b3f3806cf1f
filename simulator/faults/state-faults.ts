import {
  makeProperty,
  mapAttendees,
  withComponents,
  withoutProperty,
  withParameter,
  withProperties,
  withProperty,
} from '../icalendar/edit.js';
import { type JCalComponent, parameter, properties, property } from '../icalendar/jcal.js';
import { methodOf, organizerOf, statusOf } from '../icalendar/read.js';
import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';

/** RFC 2446 sections 1.3, 2.1, 2.1.1 and 2.1.3: roles, and to whom the state of an event belongs. */
export const STATE_FAULTS = [
  fault({
    id: 'organizer-is-the-first-attendee',
    summary: 'Writes the first Attendee of the list into ORGANIZER.',
    rule: 'requestContent',
    requirement: '2446/1.3/organizer-is-who-invites',
    replacement: (event) => {
      const [first] = properties(event, 'attendee');
      return first === undefined ? event : withProperty(event, makeProperty('organizer', String(first[3])));
    },
  }),
  fault({
    id: 'non-participants-are-skipped',
    summary: 'Sends nothing to those who are only to be informed.',
    rule: 'updateReaches',
    requirement: '2446/1.3/every-role-gets-the-request',
    replacement: (line) => parameter(line, 'role') !== 'NON-PARTICIPANT' && standardRules.updateReaches(line),
  }),
  fault({
    id: 'attendee-edit-goes-to-all',
    summary: 'Sends what an Attendee writes into the own copy to everybody.',
    rule: 'ownEditIsRevision',
    requirement: '2446/2.1/attendee-leaves-the-master',
    replacement: () => true,
  }),
  fault({
    id: 'cancel-goes-out-as-reply',
    summary: 'Declines an own event instead of cancelling it.',
    rule: 'envelope',
    requirement: '2446/1.3/organizer-methods',
    replacement: (calendar) => withMethodFor('CANCEL', 'REPLY', standardRules.envelope(calendar)),
  }),
  fault({
    id: 'answer-goes-out-as-request',
    summary: 'Tells of an answer by a REQUEST of its own.',
    rule: 'envelope',
    requirement: '2446/1.3/attendee-methods',
    source: 'W-202',
    replacement: (calendar) => withMethodFor('REPLY', 'REQUEST', standardRules.envelope(calendar)),
  }),
  fault({
    id: 'busy-time-rides-along',
    summary: 'Adds the busy time of the Organizer to a message about an event.',
    rule: 'envelope',
    requirement: '5546/1.4/one-component-type',
    replacement: (calendar) => ridingAlong(standardRules.envelope(calendar)),
  }),
  fault({
    id: 'reply-content-is-merged',
    summary: 'Copies title, times and STATUS of a REPLY into the event of the Organizer.',
    rule: 'eventAfterAnswer',
    requirement: '2446/2.1/reply-changes-answers-only',
    source: 'W-054',
    replacement: (event, reply) =>
      ['summary', 'dtstart', 'dtend', 'status'].reduce((merged, name) => {
        const told = property(reply, name);
        return told === undefined ? merged : withProperty(merged, told);
      }, event),
  }),
  fault({
    id: 'reply-title-is-merged',
    summary: 'Shows the title that the Attendee gave to the event.',
    rule: 'eventAfterAnswer',
    requirement: '2446/2.1/reply-changes-answers-only',
    source: 'W-054',
    replacement: (event, reply) =>
      withProperty(event, property(reply, 'summary') ?? makeProperty('summary', '')),
  }),
  fault({
    id: 'status-dropped-from-request',
    summary: 'Leaves STATUS out of a REQUEST.',
    rule: 'requestContent',
    requirement: '2446/2.1.1/status-travels',
    opposite: 'status-confirmed-by-default',
    replacement: (event) => withoutProperty(event, 'status'),
  }),
  fault({
    id: 'status-confirmed-by-default',
    summary: 'Sends an event without STATUS as a confirmed one.',
    rule: 'requestContent',
    requirement: '2446/2.1.1/status-has-no-default',
    opposite: 'status-dropped-from-request',
    replacement: (event) =>
      statusOf(event) === undefined ? withProperty(event, makeProperty('status', 'CONFIRMED')) : event,
  }),
  fault({
    id: 'copy-keeps-first-status',
    summary: 'Takes everything from a new revision but its STATUS.',
    rule: 'copyAfterReschedule',
    requirement: '2446/2.1.1/copy-shows-the-status',
    replacement: (stored, incoming) => {
      const status = property(stored, 'status');
      return status === undefined ? incoming : withProperty(incoming, status);
    },
  }),
  fault({
    id: 'new-attendee-counts-as-accepted',
    summary: 'Shows Attendees who have not answered as ACCEPTED.',
    rule: 'requestContent',
    requirement: '2446/2.1.1/new-attendee-needs-action',
    source: 'W-143',
    replacement: (event) => mapAttendees(event, (line) => withParameter(line, 'partstat', 'ACCEPTED')),
  }),
  fault({
    id: 'tentative-sent-as-accepted',
    summary: 'Knows two answers only and sends TENTATIVE as ACCEPTED.',
    rule: 'replyAttendees',
    requirement: '2446/2.1.1/reply-carries-the-answer',
    replacement: (_all, own) => [
      parameter(own, 'partstat') === 'TENTATIVE' ? withParameter(own, 'partstat', 'ACCEPTED') : own,
    ],
  }),
  fault({
    id: 'answer-not-stored-in-copy',
    summary: 'Sends the answer and leaves the own copy as it was.',
    rule: 'copyAfterAnswer',
    requirement: '2446/2.1.1/copy-shows-own-answer',
    replacement: (stored) => stored,
  }),
  fault({
    id: 'reply-goes-to-the-chair',
    summary: 'Sends the REPLY to whoever chairs the meeting.',
    rule: 'replyRecipient',
    requirement: '2446/2.1.3/replies-flow-to-the-organizer',
    replacement: (organizer, _attendees, others) => others?.chair ?? organizer,
  }),
  fault({
    id: 'organizer-added-as-attendee',
    summary: 'Lists the Organizer as an Attendee of every event.',
    rule: 'requestContent',
    requirement: '2446/2.1.3/organizer-need-not-attend',
    replacement: withOrganizerAttending,
  }),
];

function withMethodFor(method: string, wrong: string, calendar: JCalComponent): JCalComponent {
  return methodOf(calendar) === method ? withProperty(calendar, makeProperty('method', wrong)) : calendar;
}

function withOrganizerAttending(event: JCalComponent): JCalComponent {
  const organizer = organizerOf(event);
  if (organizer === undefined) return event;
  const line = makeProperty('attendee', organizer, { partstat: 'ACCEPTED' });
  return withProperties(event, [...event[1], line]);
}

function ridingAlong(calendar: JCalComponent): JCalComponent {
  return withComponents(calendar, [...calendar[2], ['vfreebusy', [], []]]);
}
