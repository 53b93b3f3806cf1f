import { makeProperty, withoutProperty, withProperties, withProperty } from '../icalendar/edit.js';
import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';

/** RFC 2446 sections 3.1, 3.2.2, 3.2.3 and 3.2.5: how messages are composed. */
export const MESSAGE_FAULTS = [
  fault({
    id: 'reply-raises-sequence',
    summary: 'Counts a REPLY as a revision and raises SEQUENCE.',
    rule: 'replySequence',
    requirement: '2446/2.1.4/reply-keeps-sequence',
    replacement: (requested) => requested + 1,
  }),
  fault({
    id: 'reply-always-sequence-zero',
    summary: 'Sends every REPLY with SEQUENCE 0, also to a raised REQUEST.',
    rule: 'replySequence',
    requirement: '2446/3.2.3/reply-sequence',
    replacement: () => 0,
  }),
  fault({
    id: 'reply-gets-a-new-uid',
    summary: 'Gives the REPLY a UID of its own.',
    rule: 'replyUid',
    requirement: '2446/3.2.3/reply-uid',
    replacement: (uid) => `re-${uid}`,
  }),
  fault({
    id: 'reply-lists-everybody',
    summary: 'Copies all ATTENDEEs of the REQUEST into the REPLY.',
    rule: 'replyAttendees',
    requirement: '2446/3.2.3/reply-names-its-attendee',
    opposite: 'reply-lists-nobody',
    replacement: (all) => all,
  }),
  fault({
    id: 'reply-lists-nobody',
    summary: 'Sends a REPLY without ATTENDEE and hopes that the sender address says it all.',
    rule: 'replyAttendees',
    requirement: '2446/3.2.3/reply-table',
    opposite: 'reply-lists-everybody',
    replacement: () => [],
  }),
  fault({
    id: 'reply-renames-the-event',
    summary: 'Puts the answer into the SUMMARY of the REPLY.',
    rule: 'replyContent',
    requirement: '2446/3.2.3/reply-leaves-properties',
    replacement: (event) => withProperty(event, makeProperty('summary', 'Accepted: meeting')),
  }),
  fault({
    id: 'reply-goes-to-an-attendee',
    summary: 'Sends the REPLY to the last Attendee of the list instead of the Organizer.',
    rule: 'replyRecipient',
    requirement: '2446/3.2.3/reply-reaches-organizer',
    replacement: (organizer, attendees) => attendees.at(-1) ?? organizer,
  }),
  fault({
    id: 'request-without-summary',
    summary: 'Leaves SUMMARY out of a REQUEST.',
    rule: 'requestContent',
    requirement: '2446/3.2.2/request-table',
    replacement: (event) => withoutProperty(event, 'summary'),
  }),
  fault({
    id: 'cancel-names-an-instance',
    summary: 'Puts a RECURRENCE-ID into the CANCEL of an event that does not recur.',
    rule: 'cancelContent',
    requirement: '2446/3.2.5/cancel-whole-without-recurrence-id',
    replacement: (event) => {
      const start = event[1].find(([name]) => name === 'dtstart');
      const value = start?.[3] ?? '';
      return withProperties(event, [...event[1], makeProperty('recurrence-id', value, start?.[1] ?? {})]);
    },
  }),
  fault({
    id: 'cancel-with-status-confirmed',
    summary: 'Copies STATUS:CONFIRMED of the event into its CANCEL.',
    rule: 'cancelStatus',
    requirement: '2446/3.2.5/cancel-status',
    replacement: (whole) => (whole ? 'CONFIRMED' : undefined),
  }),
  fault({
    id: 'cancel-without-status',
    summary: 'Leaves STATUS out of the CANCEL of the whole event.',
    rule: 'cancelStatus',
    requirement: '2446/3.2.5/cancel-status',
    source: 'W-021',
    opposite: 'uninvite-with-status',
    replacement: () => undefined,
  }),
  fault({
    id: 'uninvite-with-status',
    summary: 'Sets STATUS:CANCELLED also when it only uninvites somebody.',
    rule: 'cancelStatus',
    requirement: '2446/3.2.5/uninvite-without-status',
    source: 'W-021',
    opposite: 'cancel-without-status',
    replacement: () => 'CANCELLED',
  }),
  fault({
    id: 'cancel-lists-nobody',
    summary: 'Sends a CANCEL without the ATTENDEEs that it concerns.',
    rule: 'cancelAttendees',
    requirement: '2446/3.2.5/cancel-lists-attendees',
    replacement: () => [],
  }),
  fault({
    id: 'cancel-without-organizer',
    summary: 'Strips the CANCEL down and loses ORGANIZER.',
    rule: 'cancelContent',
    requirement: '2446/3.2.5/cancel-table',
    replacement: (event) => withoutProperty(event, 'organizer', 'location', 'description'),
  }),
  fault({
    id: 'cancel-with-old-dtstamp',
    summary: 'Stamps a CANCEL with the time at which the first REQUEST could have been written.',
    rule: 'dtstampOfCancel',
    requirement: '2446/2.1.5/dtstamp-never-falls',
    replacement: () => '2020-01-01T00:00:00Z',
  }),
  fault({
    id: 'dtstamp-in-local-time',
    summary: 'Writes DTSTAMP without the Z of UTC.',
    rule: 'dtstampOfMessage',
    requirement: '2446/2.1.5/dtstamp-in-utc',
    replacement: (now) => now.replace('Z', ''),
  }),
  fault({
    id: 'timezones-left-out',
    summary: 'Sends date-times with TZID, but no VTIMEZONE.',
    rule: 'timezones',
    requirement: '2446/3.1/timezone-for-every-tzid',
    replacement: () => [],
  }),
  fault({
    id: 'timezones-hollow',
    summary: 'Sends a VTIMEZONE with a TZID and no STANDARD or DAYLIGHT.',
    rule: 'timezones',
    requirement: '2446/3.1/timezone-table',
    replacement: (referred) => referred.map(([name, properties]) => [name, properties, []]),
  }),
  fault({
    id: 'message-without-prodid',
    summary: 'Leaves PRODID out of its messages.',
    rule: 'envelope',
    requirement: '2446/3.1/calendar-table',
    replacement: (calendar) => withoutProperty(standardRules.envelope(calendar), 'prodid'),
  }),
];
