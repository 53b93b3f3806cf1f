import { withParameter, withProperties } from '../icalendar/edit.js';
import { type JCalComponent, properties, property } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { masterOf, overridesOf, SERIES } from '../itip/instances.js';
import { standardRules } from '../itip/standard-rules.js';
import { addressesIn } from '../itip/views.js';
import { fault } from './fault.js';

/** RFC 2446 sections 3.2.2, 3.2.5 and 3.7.1: series of which people see different parts. */
export const SERIES_FAULTS = [
  fault({
    id: 'instances-of-others-not-left-out',
    summary: 'Sends a series to one who is not on all its instances as if it were.',
    rule: 'seriesWithout',
    requirement: '2446/3.2.2/series-without-instances-of-others',
    source: 'W-107',
    replacement: (master) => master,
  }),
  fault({
    id: 'exdate-as-floating-time',
    summary: 'Leaves an instance out by an EXDATE without the zone of the series.',
    rule: 'seriesWithout',
    requirement: '2446/3.2.2/series-without-instances-of-others',
    source: 'W-108',
    replacement: (master, excluded, calendar) => {
      const left = standardRules.seriesWithout(master, excluded, calendar);
      return left && withFloatingExdates(left);
    },
  }),
  fault({
    id: 'newcomers-to-an-instance-not-asked',
    summary: 'Sees no change of an instance in somebody more who is invited to it.',
    rule: 'requestRecipients',
    requirement: '2446/3.2.2/instance-attendee-is-reached',
    source: 'W-101',
    replacement: (attendees, before) => {
      if (before === undefined || property(before, 'recurrence-id') === undefined) return attendees;
      const former = addressesIn(before);
      return attendees.filter((address) => former.some((other) => sameAddress(address, other)));
    },
  }),
  fault({
    id: 'request-to-the-last-only',
    summary: 'Takes the address of every copy of a REQUEST from the last ATTENDEE.',
    rule: 'requestRecipients',
    requirement: '2446/3.2.2/request-reaches-attendees',
    source: 'W-097',
    replacement: (attendees) => attendees.slice(-1),
  }),
  fault({
    id: 'series-after-instances-refused',
    summary: 'Takes no series where it has single instances of it.',
    rule: 'takesSeriesAfterInstances',
    requirement: '2446/3.2.2/series-copy-has-its-instances',
    source: 'W-111',
    replacement: () => false,
  }),
  fault({
    id: 'changed-instances-outlive-the-rule',
    summary: 'Keeps each instance that was changed, whatever series comes in the place of the old one.',
    rule: 'keepsOverride',
    requirement: '2446/3.2.2.1/new-rule-replaces-the-old',
    source: 'W-104',
    replacement: () => true,
  }),
  fault({
    id: 'last-goodbye-forgotten',
    summary: 'Tells nobody when the last Attendee is removed, since the event is a private one then.',
    rule: 'cancelRecipients',
    requirement: '2446/3.2.5/cancel-reaches-attendees',
    source: 'W-040',
    replacement: (event, affected, whole) =>
      !whole && affected.length === addressesIn(event).length ? [] : affected,
  }),
  fault({
    id: 'one-lone-instance-cancelled-for-all',
    summary: 'Deletes all instances that came without their series when one of them is cancelled.',
    rule: 'cancelReaches',
    requirement: '2446/3.2.5/cancelled-instance',
    source: 'W-030',
    replacement: (instance, _range, copy) => (masterOf(copy) === undefined ? SERIES : instance),
  }),
  fault({
    id: 'last-changed-instance-cancelled-for-all',
    summary: 'Deletes the series when as many instances are cancelled as were changed.',
    rule: 'cancelReaches',
    requirement: '2446/3.7.1/changed-instance-is-cancelled',
    source: 'W-031',
    replacement: (instance, _range, copy) => (overridesOf(copy).length === 1 ? SERIES : instance),
  }),
  fault({
    id: 'cancelled-instance-ends-with-the-first',
    summary: 'Gives the CANCEL of an instance the end of the series.',
    rule: 'cancelContent',
    requirement: '2446/3.2.5/instance-cancel-has-times-of-the-instance',
    source: 'W-046',
    replacement: (event, kind, object) => {
      const content = standardRules.cancelContent(event, kind, object);
      const master = masterOf(object);
      const [start, end] = ['dtstart', 'dtend'].map((name) => master && property(master, name));
      if (kind !== 'instance' || start === undefined || end === undefined) return content;
      return withProperties(content, [...content[1].filter(([name]) => name !== 'dtend'), end]);
    },
  }),
];

function withFloatingExdates(series: JCalComponent): JCalComponent {
  const [kept, excluded] = [
    series[1].filter(([name]) => name !== 'exdate'),
    properties(series, 'exdate').map((line) => withParameter(line, 'tzid', undefined)),
  ];
  return withProperties(series, [...kept, ...excluded]);
}
