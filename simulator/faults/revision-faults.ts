import { withComponents, withoutProperty } from '../icalendar/edit.js';
import { components, type JCalComponent, property } from '../icalendar/jcal.js';
import type { Rules } from '../itip/rules.js';
import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';
import { withOldTimes } from './with-old-times.js';

/** RFC 2446 sections 2.1.4, 2.1.5 and 3.1, RFC 5546 section 2.1.4: revisions, stamps, zones and alarms. */
export const REVISION_FAULTS = [
  fault({
    id: 'recurrence-is-no-time',
    summary: 'Sees a rescheduling only when DTSTART or DTEND changes.',
    rule: 'isRescheduling',
    requirement: '2446/2.1.4/recurrence-raises-sequence',
    source: 'W-113',
    replacement: without('rrule', 'rdate', 'exdate'),
  }),
  fault({
    id: 'rdate-is-no-time',
    summary: 'Does not count another date of a series as a rescheduling.',
    rule: 'isRescheduling',
    requirement: '2446/2.1.4/recurrence-raises-sequence',
    replacement: without('rdate'),
  }),
  fault({
    id: 'exdate-is-no-time',
    summary: 'Does not count a date that is left out of a series as a rescheduling.',
    rule: 'isRescheduling',
    requirement: '2446/2.1.4/recurrence-raises-sequence',
    replacement: without('exdate'),
  }),
  fault({
    id: 'duration-is-no-time',
    summary: 'Compares DTSTART and DTEND, but not DURATION.',
    rule: 'isRescheduling',
    requirement: '5546/2.1.4/duration-raises-sequence',
    replacement: without('duration'),
  }),
  fault({
    id: 'status-is-no-revision',
    summary: 'Keeps SEQUENCE when nothing but STATUS changes.',
    rule: 'raisesSequence',
    requirement: '2446/2.1.4/status-raises-sequence',
    replacement: standardRules.isRescheduling,
  }),
  fault({
    id: 'time-changes-only-with-sequence',
    summary: 'Takes details from a REQUEST with the same SEQUENCE, but no other time.',
    rule: 'copyAfterUpdate',
    requirement: '5546/2.1.4/unnumbered-change-is-taken',
    replacement: withOldTimes,
  }),
  fault({
    id: 'dtstamp-of-creation-is-kept',
    summary: 'Sends an update with the DTSTAMP of the first REQUEST.',
    rule: 'dtstampOfUpdate',
    requirement: '2446/2.1.5/update-is-stamped-anew',
    replacement: (_now, previous) => previous,
  }),
  fault({
    id: 'reply-takes-dtstamp-of-the-request',
    summary: 'Copies DTSTAMP of the REQUEST into every answer to it.',
    rule: 'dtstampOfReply',
    requirement: '2446/2.1.5/answer-is-stamped-anew',
    replacement: (_now, requested) => requested,
  }),
  fault({
    id: 'unknown-tzid-is-utc',
    summary: 'Reads a time in UTC when no list of zones has its TZID.',
    rule: 'zonesOfCopy',
    requirement: '2446/3.1/timezone-is-read',
    replacement: (defined) => defined.map(inUtc),
  }),
  fault({
    id: 'alarm-loses-its-repeat',
    summary: 'Sends the alarm of the Organizer along and knows nothing of REPEAT.',
    rule: 'requestContent',
    requirement: '2446/3.1/alarm-table',
    replacement: (event) =>
      withComponents(
        event,
        components(event, 'valarm').map((alarm) => withoutProperty(alarm, 'repeat')),
      ),
  }),
];

/** Compares as if events never had these properties. */
function without(...names: readonly string[]): Rules['isRescheduling'] {
  return (before, after, calendar) =>
    standardRules.isRescheduling(
      withoutProperty(before, ...names),
      withoutProperty(after, ...names),
      calendar,
    );
}

const KNOWN: readonly string[] = ['Europe/Vienna', 'Europe/Berlin'];

function inUtc(zone: JCalComponent): JCalComponent {
  if (KNOWN.includes(String(property(zone, 'tzid')?.[3]))) return zone;
  return withComponents(
    zone,
    zone[2].map(([name, lines, parts]) => [
      name,
      lines.map(([key, parameters, type, ...values]) =>
        key.startsWith('tzoffset') ? [key, parameters, type, '+00:00'] : [key, parameters, type, ...values],
      ),
      parts,
    ]),
  );
}
