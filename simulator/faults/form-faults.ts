import { makeProperty, withComponents, withProperties, withProperty } from '../icalendar/edit.js';
import { instantOf } from '../icalendar/instant.js';
import { type JCalComponent, type JCalProperty, parameter, property } from '../icalendar/jcal.js';
import { sequenceOf } from '../icalendar/read.js';
import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';

/** RFC 2446 sections 2.1.4, 3.1 and 3.2.2: METHOD, SEQUENCE, days and zones written or read in the wrong form. */
export const FORM_FAULTS = [
  fault({
    id: 'first-request-counts-as-change',
    summary: 'Sends a new event with SEQUENCE 1 and goes on counting from 0.',
    rule: 'requestContent',
    requirement: '2446/2.1.4/reschedule-raises-sequence',
    source: 'W-003',
    replacement: (event) => {
      const content = standardRules.requestContent(event);
      return sequenceOf(event) > 0 ? content : withProperty(content, makeProperty('sequence', 1));
    },
  }),
  fault({
    id: 'sequence-without-a-value',
    summary: 'Writes SEQUENCE without a number where the event has none yet.',
    rule: 'requestContent',
    requirement: '2446/3.1/calendar-table',
    source: 'W-012',
    replacement: (event) => {
      const content = standardRules.requestContent(event);
      return sequenceOf(event) > 0 ? content : withProperty(content, ['sequence', {}, 'unknown', '']);
    },
  }),
  fault({
    id: 'invited-by-publish',
    summary: 'Sends invitations by PUBLISH.',
    rule: 'envelope',
    requirement: '2446/3.2.2/request-reaches-attendees',
    source: 'W-188',
    replacement: (calendar) => {
      const finished = standardRules.envelope(calendar);
      return property(finished, 'method')?.[3] === 'REQUEST'
        ? withProperty(finished, makeProperty('method', 'PUBLISH'))
        : finished;
    },
  }),
  fault({
    id: 'other-zone-is-no-other-time',
    summary: 'Compares the digits of times and not their zone.',
    rule: 'isRescheduling',
    requirement: '2446/2.1.4/reschedule-raises-sequence',
    source: 'W-120',
    replacement: (before, after, calendar) =>
      standardRules.isRescheduling(withoutZones(before), withoutZones(after), calendar),
  }),
  fault({
    id: 'times-in-utc',
    summary: 'Converts the times of a message to UTC and keeps RRULE as it is.',
    rule: 'envelope',
    requirement: '2446/3.2.2/series-keeps-its-hour',
    source: 'W-193',
    replacement: (calendar) =>
      standardRules.envelope(
        withComponents(
          calendar,
          calendar[2].map((part) => (part[0] === 'vevent' ? inUtc(part, calendar) : part)),
        ),
      ),
  }),
  fault({
    id: 'first-zone-for-all-times',
    summary: 'Reads all times of a message in the first zone that it defines.',
    rule: 'zonesOfCopy',
    requirement: '2446/3.1/timezone-is-read',
    source: 'W-194',
    replacement: (defined) => {
      const [first] = defined;
      return defined.map((zone) => {
        const name = property(zone, 'tzid');
        return first === undefined || name === undefined ? zone : withProperty(first, name);
      });
    },
  }),
  fault({
    id: 'days-become-midnights',
    summary: 'Stores an event of whole days as one that begins and ends at midnight in UTC.',
    rule: 'contentOfCopy',
    requirement: '2446/3.2.2/whole-days-stay-days',
    source: 'W-192',
    replacement: (event) =>
      withProperties(
        event,
        event[1].map((line) => (line[2] === 'date' ? atMidnight(line) : line)),
      ),
  }),
];

function withoutZones(event: JCalComponent): JCalComponent {
  return withProperties(
    event,
    event[1].map(([name, { tzid: _zone, ...others }, type, ...values]) => [
      name,
      others,
      type,
      ...values.map((value) => (type === 'date-time' ? String(value).replace(/Z$/, '') : value)),
    ]),
  );
}

function inUtc(event: JCalComponent, calendar: JCalComponent): JCalComponent {
  const lines = event[1].map((line): JCalProperty => {
    if (parameter(line, 'tzid') === undefined) return line;
    const { tzid: _zone, ...others } = line[1];
    return [line[0], others, line[2], instantOf(line, calendar)];
  });
  return withProperties(event, lines);
}

function atMidnight([name, parameters, , ...values]: JCalProperty): JCalProperty {
  return [name, parameters, 'date-time', ...values.map((day) => `${String(day)}T00:00:00Z`)];
}
