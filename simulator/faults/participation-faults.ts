import {
  makeProperty,
  mapAttendees,
  withComponents,
  withParameter,
  withProperties,
  withProperty,
} from '../icalendar/edit.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import { partstatOf } from '../itip/delegation.js';
import { fault } from './fault.js';

/** RFC 2446 sections 3.2.2.4 to 3.2.2.6, 4.2.8 and 4.2.11: other Organizers, secretaries, and uninvited people. */
export const PARTICIPATION_FAULTS = [
  fault({
    id: 'takeover-reaches-nobody',
    summary:
      'Lists nobody but the new Organizer when somebody takes an event over, so that nobody hears of it.',
    rule: 'answersAfterOrganizerChange',
    requirement: '2446/3.2.2.4/new-organizer-sends-request',
    replacement: (event, organizer) =>
      mapAttendees(event, (line) => (String(line[3]) === organizer ? line : undefined)),
  }),
  fault({
    id: 'old-organizer-stays',
    summary: 'Sends the REQUEST of the new Organizer in the name of the former one.',
    rule: 'newOrganizer',
    requirement: '2446/3.2.2.4/request-names-new-organizer',
    replacement: (_address, _listed, former) => makeProperty('organizer', former),
  }),
  fault({
    id: 'takeover-gets-a-new-uid',
    summary: 'Makes a new event of the one that is taken over.',
    rule: 'uidOfOrganizerChange',
    requirement: '2446/3.2.2.4/organizer-change-keeps-uid',
    replacement: (uid) => `taken-over-${uid}`,
  }),
  fault({
    id: 'takeover-keeps-sequence',
    summary: 'Sends the event with a new Organizer and the SEQUENCE that it had.',
    rule: 'sequenceOfOrganizerChange',
    requirement: '2446/4.2.11/replacement-raises-sequence',
    replacement: (current) => current,
  }),
  fault({
    id: 'organizer-never-changes',
    summary: 'Drops a REQUEST of another Organizer, whatever the user agrees to.',
    rule: 'organizerChange',
    requirement: '2446/3.2.2.4/copy-takes-new-organizer',
    opposite: 'any-later-stamp-takes-over',
    replacement: () => 'refuse' as const,
  }),
  fault({
    id: 'any-later-stamp-takes-over',
    summary: 'Takes another Organizer also without a greater SEQUENCE.',
    rule: 'organizerChange',
    requirement: '2446/3.2.2.4/organizer-change-needs-a-revision',
    opposite: 'organizer-never-changes',
    replacement: () => 'accept' as const,
  }),
  fault({
    id: 'answers-to-the-first-organizer',
    summary: 'Keeps the ORGANIZER of the first REQUEST and sends all answers there.',
    rule: 'copyAfterReschedule',
    requirement: '2446/3.2.2.4/copy-takes-new-organizer',
    source: 'W-072',
    replacement: (stored, incoming) => {
      const first = property(stored, 'organizer');
      return first === undefined ? incoming : withProperty(incoming, first);
    },
  }),
  fault({
    id: 'secretary-unnamed',
    summary: 'Does not say who acts for the Organizer.',
    rule: 'organizerSentBy',
    requirement: '2446/3.2.2.5/secretary-is-in-sent-by',
    opposite: 'sent-by-sticks',
    replacement: (organizer) => organizer,
  }),
  fault({
    id: 'sent-by-sticks',
    summary: 'Writes the address of its own service into SENT-BY of every update.',
    rule: 'organizerOfUpdate',
    requirement: '2446/3.2.2.5/organizer-acts-without-sent-by',
    opposite: 'secretary-unnamed',
    replacement: (organizer) => withParameter(organizer, 'sent-by', 'mailto:scheduling@service.invalid'),
  }),
  fault({
    id: 'answers-to-the-secretary',
    summary: 'Answers the one in SENT-BY instead of the Organizer.',
    rule: 'replyRecipient',
    requirement: '2446/3.2.2.5/answers-go-to-organizer',
    replacement: (organizer, _attendees, others) => others?.sentBy ?? organizer,
  }),
  fault({
    id: 'forward-is-lost',
    summary: 'Sends a forwarded REQUEST to nobody, since nobody is invited.',
    rule: 'forwardRecipients',
    requirement: '2446/3.2.2.6/forwarded-request-reaches-new-cu',
    replacement: () => [],
  }),
  fault({
    id: 'forwarder-becomes-organizer',
    summary: 'Names the one who forwards as ORGANIZER.',
    rule: 'forwardedMessage',
    requirement: '2446/3.2.2.6/forwarder-changes-nothing',
    replacement: (original, from) =>
      withEvents(original, (event) => withProperty(event, makeProperty('organizer', from))),
  }),
  fault({
    id: 'forward-gets-a-new-dtstamp',
    summary: 'Stamps a forwarded REQUEST anew.',
    rule: 'forwardedMessage',
    requirement: '2446/3.2.2.6/forwarder-changes-nothing',
    replacement: (original) =>
      withEvents(original, (event) => withProperty(event, makeProperty('dtstamp', '2030-02-01T09:00:00Z'))),
  }),
  fault({
    id: 'forward-hides-the-attendees',
    summary: 'Leaves the ATTENDEEs out of a forwarded REQUEST.',
    rule: 'forwardedMessage',
    requirement: '2446/3.2.2.6/forwarder-changes-nothing',
    replacement: (original, from) =>
      withEvents(original, (event) =>
        mapAttendees(event, (line) => (String(line[3]) === from ? line : undefined)),
      ),
  }),
  fault({
    id: 'forwarder-adds-the-crasher',
    summary: 'Adds the one who gets a forwarded REQUEST to the ATTENDEEs.',
    rule: 'forwardedMessage',
    requirement: '2446/4.2.8/forwarder-adds-nobody',
    replacement: (original, _from, to) =>
      withEvents(original, (event) => withProperties(event, [...event[1], makeProperty('attendee', to)])),
  }),
  fault({
    id: 'forwarding-is-delegating',
    summary: 'Takes one who forwards for one who delegates.',
    rule: 'copyAfterForwarding',
    requirement: '2446/4.2.8/forwarder-keeps-the-own-answer',
    replacement: (calendar) =>
      withEvents(calendar, (event) =>
        mapAttendees(event, (line) =>
          partstatOf(line) === 'ACCEPTED' ? withParameter(line, 'partstat', 'DELEGATED') : line,
        ),
      ),
  }),
  fault({
    id: 'crasher-always-added',
    summary: 'Adds everybody who answers, without asking the Organizer.',
    rule: 'uninvitedReply',
    requirement: '2446/3.2.2.6/refused-uninvited-stays-out',
    source: 'W-049',
    opposite: 'crasher-never-added',
    replacement: () => 'add' as const,
  }),
  fault({
    id: 'crasher-never-added',
    summary: 'Drops the answers of all who are not invited.',
    rule: 'uninvitedReply',
    requirement: '2446/3.2.2.6/accepted-uninvited-is-listed',
    opposite: 'crasher-always-added',
    replacement: () => 'ignore' as const,
  }),
  fault({
    id: 'uninvited-answers-as-the-first-attendee',
    summary: 'Answers with the first ATTENDEE of the event, whoever that is.',
    rule: 'replyAttendees',
    requirement: '5546/3.2.2.6/uninvited-reply-names-its-sender',
    replacement: (all) => all.slice(0, 1),
  }),
  fault({
    id: 'added-in-silence',
    summary: 'Adds somebody uninvited without telling it so.',
    rule: 'toldOfAdding',
    requirement: '5546/3.2.2.6/added-uninvited-gets-request',
    replacement: () => [],
  }),
];

function withEvents(calendar: JCalComponent, change: (event: JCalComponent) => JCalComponent): JCalComponent {
  const events = eventsOf(calendar);
  return withComponents(
    calendar,
    calendar[2].map((part) => (events.includes(part) ? change(part) : part)),
  );
}
