import {
  makeProperty,
  mapAttendees,
  withoutProperty,
  withProperties,
  withProperty,
} from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter, property, textValue } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { SERIES } from '../itip/instances.js';
import type { Outgoing } from '../itip/message.js';
import { revisionOf } from '../itip/revision.js';
import { standardRules } from '../itip/standard-rules.js';
import { addressesIn } from '../itip/views.js';
import { fault } from './fault.js';

/** RFC 2446 section 3.2.2: whom a REQUEST reaches, what stands in it, and what is made of the first one. */
export const REQUEST_FAULTS = [
  fault({
    id: 'request-to-the-former-attendees',
    summary: 'Sends the REQUEST of a change to those whom the event listed before it.',
    rule: 'requestRecipients',
    requirement: '2446/3.2.2/request-reaches-attendees',
    source: 'W-125',
    opposite: 'request-to-the-removed-too',
    replacement: (attendees, before) => {
      const former = before === undefined ? attendees : addressesIn(before);
      return attendees.filter((address) => former.some((other) => sameAddress(address, other)));
    },
  }),
  fault({
    id: 'request-to-the-removed-too',
    summary: 'Sends the REQUEST also to those who are no longer invited.',
    rule: 'requestRecipients',
    requirement: '2446/3.2.2/request-stays-with-attendees',
    opposite: 'request-to-the-former-attendees',
    replacement: (attendees, before) => [
      ...attendees,
      ...(before === undefined ? [] : addressesIn(before)).filter(
        (former) => !attendees.some((address) => sameAddress(address, former)),
      ),
    ],
  }),
  fault({
    id: 'instance-request-to-everybody',
    summary: 'Sends the REQUEST for an instance to all who are invited to any of them.',
    rule: 'instanceRequestConcerns',
    requirement: '2446/3.2.2/request-stays-with-attendees',
    source: 'W-100',
    opposite: 'attendees-of-overrides-forgotten',
    replacement: (_invited, all) => [...new Set(all.flatMap(addressesIn))],
  }),
  fault({
    id: 'attendees-of-overrides-forgotten',
    summary: 'Collects the Recipients of every REQUEST from the series alone.',
    rule: 'instanceRequestConcerns',
    requirement: '2446/3.2.2/instance-attendee-is-reached',
    source: 'W-102',
    opposite: 'instance-request-to-everybody',
    replacement: (_invited, all) =>
      all.filter((event) => property(event, 'recurrence-id') === undefined).flatMap(addressesIn),
  }),
  fault({
    id: 'rooms-are-not-asked',
    summary: 'Books rooms by itself and sends them no REQUEST.',
    rule: 'updateReaches',
    requirement: '2446/3.2.2/room-is-reached',
    replacement: (line) =>
      !['ROOM', 'RESOURCE'].includes(parameter(line, 'cutype') ?? '') && standardRules.updateReaches(line),
  }),
  fault({
    id: 'request-lists-only-the-others',
    summary: 'Leaves the Recipient out of the ATTENDEEs of its own REQUEST.',
    rule: 'requestCopies',
    requirement: '2446/3.2.2/request-lists-its-recipient',
    opposite: 'request-hides-the-others',
    replacement: (message) => copyForEach(message, (address, own) => !sameAddress(address, own)),
  }),
  fault({
    id: 'request-hides-the-others',
    summary: 'Sends each Attendee a REQUEST that lists nobody else.',
    rule: 'requestCopies',
    requirement: '2446/3.2.2/request-lists-all-attendees',
    opposite: 'request-lists-only-the-others',
    replacement: (message) => copyForEach(message, sameAddress),
  }),
  fault({
    id: 'lone-instance-dropped',
    summary: 'Ignores an instance of a series that it does not have.',
    rule: 'takesUnknown',
    requirement: '2446/3.2.2/lone-instance-is-an-event',
    replacement: (_incoming, instance) => instance === SERIES,
  }),
  fault({
    id: 'update-leaves-changed-instances-out',
    summary: 'Sends a series that changes without the instances that differ from it.',
    rule: 'componentsOfSeries',
    requirement: '2446/3.2.2/series-travels-with-its-instances',
    source: 'W-103',
    replacement: (series) => [series],
  }),
  fault({
    id: 'only-the-first-component',
    summary: 'Reads the VEVENT of the series and drops the others of the message.',
    rule: 'requestTakes',
    requirement: '2446/3.2.2/series-copy-has-its-instances',
    replacement: (components) => components.slice(0, 1),
  }),
  fault({
    id: 'sequence-left-out',
    summary: 'Writes no SEQUENCE into REQUESTs.',
    rule: 'requestContent',
    requirement: '2446/3.2.2/request-writes-sequence',
    replacement: (event) => withoutProperty(standardRules.requestContent(event), 'sequence'),
  }),
  fault({
    id: 'absent-sequence-is-newest',
    summary: 'Takes a REQUEST without SEQUENCE for newer than any number.',
    rule: 'revisionReceived',
    requirement: '2446/3.2.2/absent-sequence-is-zero',
    replacement: (event) =>
      property(event, 'sequence') === undefined
        ? { ...revisionOf(event), sequence: Number.POSITIVE_INFINITY }
        : revisionOf(event),
  }),
  fault({
    id: 'empty-summary-refused',
    summary: 'Refuses a REQUEST whose SUMMARY is empty.',
    rule: 'takesContent',
    requirement: '2446/3.2.2/empty-texts-are-taken',
    replacement: (event) => textValue(event, 'summary') !== '',
  }),
  fault({
    id: 'empty-text-is-no-change',
    summary: 'Keeps the old DESCRIPTION when the new one is empty.',
    rule: 'copyAfterUpdate',
    requirement: '2446/3.2.2/empty-texts-are-taken',
    replacement: (stored, incoming) => {
      const old = property(stored, 'description');
      return old === undefined || textValue(incoming, 'description') !== ''
        ? incoming
        : withProperty(incoming, old);
    },
  }),
  fault({
    id: 'every-request-names-an-instance',
    summary: 'Puts a RECURRENCE-ID also into the REQUEST for an event that does not recur.',
    rule: 'requestContent',
    requirement: '2446/3.2.2/single-event-without-recurrence-id',
    opposite: 'instance-change-without-recurrence-id',
    replacement: (event) => {
      const [id, start] = [property(event, 'recurrence-id'), property(event, 'dtstart')];
      if (id !== undefined || start === undefined) return standardRules.requestContent(event);
      const [, parameters, type, ...values] = start;
      const named: JCalProperty = ['recurrence-id', parameters, type, ...values];
      return standardRules.requestContent(withProperties(event, [...event[1], named]));
    },
  }),
  fault({
    id: 'instance-change-without-recurrence-id',
    summary: 'Sends a changed instance as if it were the whole event.',
    rule: 'requestContent',
    requirement: '2446/3.2.2/instance-request-names-instance',
    opposite: 'every-request-names-an-instance',
    replacement: (event) => withoutProperty(standardRules.requestContent(event), 'recurrence-id'),
  }),
  fault({
    id: 'recurrence-id-without-summer-time',
    summary: 'Writes RECURRENCE-ID in UTC with the offset that the zone has in winter.',
    rule: 'requestContent',
    requirement: '2446/3.2.2/instance-request-names-instance',
    replacement: (event) => {
      const id = property(event, 'recurrence-id');
      if (id === undefined || parameter(id, 'tzid') === undefined) return standardRules.requestContent(event);
      const winter = new Date(Date.parse(`${String(id[3])}+01:00`)).toISOString().replace(/\.\d+/, '');
      return withProperty(standardRules.requestContent(event), makeProperty('recurrence-id', winter));
    },
  }),
];

/** A message for each Recipient, with those ATTENDEEs that it is to see. */
function copyForEach(
  message: Outgoing,
  isSeen: (address: string, recipient: string) => boolean,
): readonly Outgoing[] {
  return message.recipients.map((recipient) => ({
    ...message,
    recipients: [recipient],
    calendar: withAttendees(message.calendar, (address) => isSeen(address, recipient)),
  }));
}

function withAttendees(calendar: JCalComponent, isSeen: (address: string) => boolean): JCalComponent {
  const [name, properties, components] = calendar;
  const seen = components.map((component) =>
    mapAttendees(component, (line) => (isSeen(String(line[3])) ? line : undefined)),
  );
  return [name, properties, seen];
}
