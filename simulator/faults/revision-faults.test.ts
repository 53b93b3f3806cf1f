import { describe, it } from 'vitest';
import { components, property, textValue } from '../icalendar/jcal.js';
import { dtstampOf, sequenceOf } from '../icalendar/read.js';
import type { Office } from '../scheduling/testing/office.js';
import { expectSymptom, type Symptom } from './testing/broken.js';

/** SEQUENCE of the REQUEST to Bert after one change. */
function sequenceAfter(change: Readonly<Record<string, string>>): (office: Office) => unknown {
  return (office) => {
    office.invite({ lines: ['RDATE:20300311T100000Z', 'EXDATE:20300318T100000Z'] });
    office.change(change);
    return sequenceOf(office.event('REQUEST', 'bert'));
  };
}

const ALARM = [
  ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Soon', 'TRIGGER:-PT15M', 'DURATION:PT5M', 'REPEAT:2'],
  'END:VALARM',
];

const ANOTHER_DATE = { rdate: '2030-03-12T10:00:00Z' };
const ANOTHER_GAP = { exdate: '2030-03-11T10:00:00Z' };

const SYMPTOMS: readonly Symptom[] = [
  { fault: 'recurrence-is-no-time', look: sequenceAfter(ANOTHER_DATE), right: 1, wrong: 0 },
  { fault: 'rdate-is-no-time', look: sequenceAfter(ANOTHER_DATE), right: 1, wrong: 0 },
  { fault: 'exdate-is-no-time', look: sequenceAfter(ANOTHER_GAP), right: 1, wrong: 0 },
  {
    fault: 'time-changes-only-with-sequence',
    look: (office) => {
      office.deliver('bert', { method: 'REQUEST' });
      office.deliver('bert', {
        ...{ method: 'REQUEST', dtstamp: '20300107T100000Z' },
        ...{ dtstart: ':20300304T110000Z', dtend: ':20300304T120000Z' },
      });
      return textValue(office.copy('bert'), 'dtstart');
    },
    right: '2030-03-04T11:00:00Z',
    wrong: '2030-03-04T10:00:00Z',
  },
  {
    fault: 'dtstamp-of-creation-is-kept',
    look: (office) => {
      office.invite();
      office.change({ location: 'Room 3' });
      return dtstampOf(office.event('REQUEST', 'bert'));
    },
    right: '2030-01-07T09:02:00Z',
    wrong: '2030-01-07T09:01:00Z',
  },
  {
    fault: 'reply-takes-dtstamp-of-the-request',
    look: (office) => {
      office.invite();
      office.deliverAll();
      office.answer('bert', 'ACCEPTED');
      return dtstampOf(office.event('REPLY', 'anna'));
    },
    right: '2030-01-07T09:02:00Z',
    wrong: '2030-01-07T09:01:00Z',
  },
  {
    fault: 'alarm-loses-its-repeat',
    look: (office) => {
      office.invite({ lines: ALARM });
      return components(office.event('REQUEST', 'bert'), 'valarm').map(
        (alarm) => property(alarm, 'repeat') !== undefined,
      );
    },
    right: [],
    wrong: [false],
  },
];

describe('a fault of revisions', () => {
  it.each(SYMPTOMS)('$fault', expectSymptom);
});
