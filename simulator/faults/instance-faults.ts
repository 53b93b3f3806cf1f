import { makeProperty, withoutProperty, withParameter, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, parameter, property } from '../icalendar/jcal.js';
import { SERIES } from '../itip/instances.js';
import { fault } from './fault.js';
import { namedByStart } from './named-by-start.js';

/** RFC 2446 and RFC 5546 section 3.7.1: what goes wrong with the instances of a series. */
export const INSTANCE_FAULTS = [
  fault({
    id: 'exdate-of-an-update-ignored',
    summary: 'Takes a new revision of a series, but not the dates that it leaves out.',
    rule: 'copyAfterReschedule',
    requirement: '2446/3.7.1/exdate-takes-an-instance-out',
    replacement: (_stored, incoming) => withoutProperty(incoming, 'exdate'),
  }),
  fault({
    id: 'range-is-not-read',
    summary: 'Stores the change of an instance and all later ones as one of that instance alone.',
    rule: 'copyAfterReschedule',
    requirement: '2446/3.7.1/changed-rest-of-a-series',
    replacement: (_stored, incoming) => withoutRange(incoming),
  }),
  fault({
    id: 'only-the-named-instance-is-sent',
    summary: 'Changes the rest of a series and tells the Attendees of the first instance of it.',
    rule: 'componentsOfInstance',
    requirement: '2446/3.7.1/change-of-the-rest-arrives',
    replacement: (changed) => [withoutRange(changed)],
  }),
  fault({
    id: 'only-the-last-of-the-start-is-changed',
    summary: 'Changes the named instance alone where all up to it were meant.',
    rule: 'changeReaches',
    requirement: '2446/3.7.1/change-of-the-start-arrives',
    replacement: (_reached, named) => [named],
  }),
  fault({
    id: 'cancel-removes-the-override-only',
    summary: 'Takes the changed form of a cancelled instance away and shows the one of the series again.',
    rule: 'cancelOfChangedReachesSeries',
    requirement: '2446/3.7.1/changed-instance-is-cancelled',
    replacement: () => false,
  }),
  fault({
    id: 'instance-answer-for-all-components',
    summary: 'Sets the answer to one instance in every component of the REPLY.',
    rule: 'answerReaches',
    requirement: '2446/3.7.1/instance-answer-answers-no-other',
    source: 'W-070',
    replacement: (instance) => [SERIES, instance],
  }),
  fault({
    id: 'instances-compared-as-written',
    summary: 'Takes an instance that is named in another zone for another instance.',
    rule: 'instanceKey',
    requirement: '2446/3.7.1/instance-named-in-another-zone',
    replacement: ([, , , moment]) => String(moment),
  }),
  fault({
    id: 'recurrence-id-is-the-new-start',
    summary: 'Names an instance that moves by the start that it moves to.',
    rule: 'componentsOfInstance',
    requirement: '2446/3.7.1/recurrence-id-is-the-original-start',
    replacement: (changed) => [namedByStart(changed)],
  }),
  fault({
    id: 'moved-again-is-named-by-its-next-start',
    summary: 'Names an instance that moves once more by the start that it moves to.',
    rule: 'componentsOfInstance',
    profile: 'rfc2446',
    requirement: '2446/3.7.1/moved-instance-takes-its-new-start',
    replacement: (changed) => [namedByStart(changed)],
  }),
  fault({
    id: 'recurrence-id-as-floating-time',
    summary: 'Writes RECURRENCE-ID of a changed instance without the zone of the series.',
    rule: 'componentsOfInstance',
    requirement: '2446/3.7.1/recurrence-id-has-the-form-of-dtstart',
    source: 'W-058',
    replacement: (changed) => {
      const id = property(changed, 'recurrence-id');
      return [id === undefined ? changed : withProperty(changed, withParameter(id, 'tzid', undefined))];
    },
  }),
  fault({
    id: 'dates-become-midnight-utc',
    summary: 'Names a day of a series of whole days by its midnight in UTC.',
    rule: 'replyContent',
    requirement: '2446/3.7.1/recurrence-id-has-the-form-of-dtstart',
    source: 'W-064',
    replacement: (event) => {
      const id = property(event, 'recurrence-id');
      if (id?.[2] !== 'date') return event;
      return withProperty(event, makeProperty('recurrence-id', `${String(id[3])}T00:00:00Z`));
    },
  }),
  fault({
    id: 'recurrence-id-compared-as-text',
    summary: 'Finds an instance only where RECURRENCE-ID is written in the zone of the series.',
    rule: 'findsInstance',
    requirement: '2446/3.7.1/instance-named-in-another-zone',
    source: 'W-050',
    replacement: (recurrenceId, start) => parameter(recurrenceId, 'tzid') === parameter(start, 'tzid'),
  }),
  fault({
    id: 'moved-instance-named-by-last-start',
    summary: 'Names an instance that moves again by the start that it had last.',
    rule: 'componentsOfInstance',
    requirement: '5546/3.7.1/moved-instance-keeps-its-recurrence-id',
    replacement: (changed, _all, before) => [namedByStart(changed, before)],
  }),
  fault({
    id: 'cancel-names-the-present-start',
    summary: 'Cancels a moved instance by the start to which it was moved.',
    rule: 'cancelContent',
    requirement: '5546/3.7.1/moved-instance-keeps-its-recurrence-id',
    replacement: (event, kind) => (kind === 'instance' ? namedByStart(event) : event),
  }),
  fault({
    id: 'moved-instance-found-by-present-start',
    summary: 'Looks for a moved instance under the start to which it was moved.',
    rule: 'recurrenceIdOfMoved',
    requirement: '5546/3.7.1/moved-instance-is-found-again',
    replacement: ([name], [, parameters, type, ...values]) => [name, parameters, type, ...values],
  }),
];

function withoutRange(event: JCalComponent): JCalComponent {
  const id = property(event, 'recurrence-id');
  return id === undefined ? event : withProperty(event, withParameter(id, 'range', undefined));
}
