import { makeProperty, withoutProperty, withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter, properties, property } from '../icalendar/jcal.js';
import { millisecondsOf } from '../icalendar/moment.js';
import { SERIES } from '../itip/instances.js';
import { fault } from './fault.js';

/** RFC 2446 and RFC 5546 section 3.2.5: what a CANCEL takes back, above all of a series. */
export const CANCEL_FAULTS = [
  fault({
    id: 'cancel-spares-overrides',
    summary: 'Cancels a series, but leaves the instances alive that were changed before.',
    rule: 'cancelCoversOverride',
    requirement: '2446/3.2.5/cancelled-series',
    source: 'W-037',
    replacement: () => false,
  }),
  fault({
    id: 'instance-cancel-deletes-the-object',
    summary: 'Takes the CANCEL of an instance that has no override for one of the whole series.',
    rule: 'cancelReaches',
    requirement: '2446/3.2.5/cancelled-instance',
    source: 'W-028',
    opposite: 'instance-cancel-without-override-ignored',
    replacement: (instance, range) => (range === undefined ? SERIES : instance),
  }),
  fault({
    id: 'instance-cancel-without-override-ignored',
    summary: 'Looks for the override that a CANCEL names and gives up when there is none.',
    rule: 'takesCancelOfPlainInstance',
    requirement: '2446/3.2.5/cancelled-instance',
    source: 'W-029',
    opposite: 'instance-cancel-deletes-the-object',
    replacement: () => false,
  }),
  fault({
    id: 'only-first-component-of-a-cancel',
    summary: 'Reads the first VEVENT of a CANCEL and no further.',
    rule: 'cancelTakes',
    requirement: '2446/3.2.5/cancelled-instances',
    replacement: (components) => components.slice(0, 1),
  }),
  fault({
    id: 'range-is-not-understood',
    summary: 'Leaves a CANCEL with RANGE aside.',
    rule: 'takesRange',
    requirement: '2446/3.2.5/cancelled-rest-of-a-series',
    opposite: 'range-cancels-everything',
    replacement: () => false,
  }),
  fault({
    id: 'range-of-earlier-ones-is-not-understood',
    summary: 'Leaves a CANCEL aside that reaches to all earlier instances.',
    rule: 'takesRange',
    profile: 'rfc2446',
    requirement: '2446/3.2.5/cancelled-start-of-a-series',
    replacement: (range) => range === 'THISANDFUTURE',
  }),
  fault({
    id: 'range-cancels-everything',
    summary: 'Takes a CANCEL with RANGE for one of the whole series.',
    rule: 'cancelReaches',
    requirement: '2446/3.2.5/cancelled-rest-of-a-series',
    opposite: 'range-is-not-understood',
    replacement: (instance, range) => (range === undefined ? instance : SERIES),
  }),
  fault({
    id: 'instance-cancel-goes-to-the-series',
    summary: 'Collects the Recipients of every CANCEL from the series alone.',
    rule: 'instanceCancelConcerns',
    requirement: '2446/3.2.5/instance-cancel-reaches-attendees',
    source: 'W-102',
    replacement: (_invited, series) => series(),
  }),
  fault({
    id: 'cancelled-instance-comes-back',
    summary: 'Tells that an instance is cancelled, and sends the series with it again at the next change.',
    rule: 'seriesAfterInstanceCancel',
    requirement: '2446/3.2.5/cancelled-instance-stays-cancelled',
    replacement: (_left, before) => before,
  }),
  fault({
    id: 'instance-cancel-keeps-sequence',
    summary: 'Raises SEQUENCE when the event is cancelled, but not for a cancelled instance.',
    rule: 'sequenceOfInstanceCancel',
    requirement: '2446/3.2.5/instance-cancel-raises-sequence',
    replacement: (current) => current,
  }),
  fault({
    id: 'series-cancel-names-first-instance',
    summary: 'Names the first instance in the CANCEL of a series.',
    rule: 'cancelContent',
    requirement: '2446/3.2.5/series-cancel-without-recurrence-id',
    opposite: 'instance-cancel-from-the-master',
    replacement: (event, kind) =>
      kind === 'event' && property(event, 'rrule') !== undefined ? withIdOfStart(event) : event,
  }),
  fault({
    id: 'instance-cancel-from-the-master',
    summary: 'Makes the CANCEL of an instance from the series, without RECURRENCE-ID.',
    rule: 'cancelContent',
    requirement: '2446/3.2.5/instance-cancel-has-recurrence-id',
    source: ['W-025', 'W-026'],
    opposite: 'series-cancel-names-first-instance',
    replacement: (event, kind) => (kind === 'instance' ? withoutProperty(event, 'recurrence-id') : event),
  }),
  fault({
    id: 'uninvite-from-instance-uninvites-from-all',
    summary: 'Uninvites an Attendee of one instance by a CANCEL without RECURRENCE-ID.',
    rule: 'cancelContent',
    requirement: '2446/3.2.5/uninvite-from-an-instance',
    replacement: (event, kind) => (kind === 'attendees' ? withoutProperty(event, 'recurrence-id') : event),
  }),
  fault({
    id: 'range-names-last-kept-instance',
    summary: 'Names the last instance that takes place in a CANCEL with RANGE.',
    rule: 'cancelContent',
    requirement: '2446/3.2.5/range-cancel-names-its-first-instance',
    replacement: withIdOfWeekBefore,
  }),
  fault({
    id: 'writes-this-and-prior',
    summary: 'Cancels the beginning of a series by the RANGE that RFC 5546 took away.',
    rule: 'writesRange',
    requirement: '5546/3.2.5/range-is-this-and-future',
    replacement: () => true,
  }),
  fault({
    id: 'several-recurrence-ids-in-one-component',
    summary: 'Cancels several instances by one VEVENT with a RECURRENCE-ID for each.',
    rule: 'cancelComponents',
    requirement: '2446/3.2.5/one-component-per-instance',
    replacement: ([first, ...others]) => {
      if (first === undefined) return [];
      const ids = others.flatMap((other) => properties(other, 'recurrence-id'));
      return [withProperties(first, [...first[1], ...ids])];
    },
  }),
  fault({
    id: 'cancel-gets-a-new-uid',
    summary: 'Gives the CANCEL a UID of its own.',
    rule: 'cancelContent',
    requirement: '2446/3.2.5/cancel-uid',
    replacement: (event) => withProperty(event, makeProperty('uid', 'cancelled')),
  }),
  fault({
    id: 'delete-cancels-for-all',
    summary: 'Cancels the event for everybody when an Attendee deletes the own copy.',
    rule: 'ownDeletionCancels',
    requirement: '2446/3.2.5/attendee-sends-no-cancel',
    source: 'W-033',
    replacement: () => true,
  }),
  fault({
    id: 'cancel-goes-by-uid-alone',
    summary: 'Takes the CANCEL of anybody who knows the UID.',
    rule: 'takesCancel',
    requirement: '2446/3.2.5/cancel-comes-from-the-organizer',
    opposite: 'cancel-is-never-trusted',
    replacement: () => true,
  }),
  fault({
    id: 'cancel-is-never-trusted',
    summary: 'Takes no CANCEL, whoever sends it.',
    rule: 'takesCancel',
    requirement: '2446/3.2.5/cancelled-copy',
    opposite: 'cancel-goes-by-uid-alone',
    replacement: () => false,
  }),
];

function withIdOfStart(event: JCalComponent): JCalComponent {
  const start = property(event, 'dtstart');
  if (start === undefined) return event;
  const [, parameters, type, ...values] = start;
  return withProperties(event, [...event[1], ['recurrence-id', parameters, type, ...values]]);
}

/** A weekly series has its instance before that one a week earlier. */
function withIdOfWeekBefore(event: JCalComponent): JCalComponent {
  const id = property(event, 'recurrence-id');
  if (id === undefined || parameter(id, 'range') === undefined) return event;
  const [name, parameters, type, value] = id;
  const before = new Date(millisecondsOf(String(value)) - WEEK).toISOString().replace(/\.\d+/, '');
  const line: JCalProperty = [name, parameters, type, before];
  return withProperty(event, line);
}

const WEEK = 7 * 24 * 3_600_000;
