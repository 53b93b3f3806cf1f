import { describe, it } from 'vitest';
import { parameter, properties, textValue } from '../icalendar/jcal.js';
import { attendeesOf, organizerOf, sequenceOf } from '../icalendar/read.js';
import type { Office } from '../scheduling/testing/office.js';
import { expectSymptom, type Symptom } from './testing/broken.js';

function invited(office: Office): Office {
  office.invite();
  office.deliverAll();
  return office;
}

/** SEQUENCE of the newest REQUEST to Bert after some changes. */
function sequenceAfter(...changes: readonly Readonly<Record<string, string>>[]): (office: Office) => unknown {
  return (office) => {
    invited(office);
    for (const change of changes) office.change(change);
    return sequenceOf(office.event('REQUEST', 'bert'));
  };
}

function sequenceOfCancel(act: (office: Office) => void): (office: Office) => unknown {
  return (office) => {
    act(invited(office));
    return sequenceOf(office.event('CANCEL', 'carla'));
  };
}

function answered(office: Office, partstat: string): Office {
  invited(office).answer('bert', partstat);
  office.deliverAll();
  return office;
}

function answersAfterUpdate(office: Office): unknown {
  answered(office, 'ACCEPTED').change({ location: 'Room 3' });
  return office.answers('anna');
}

function cancelsAfterUninviting(office: Office): unknown {
  invited(office).uninvite('carla');
  return ['bert', 'carla'].filter((id) => office.messages('CANCEL', id).length > 0);
}

function cancelsAfterADecline(office: Office): unknown {
  answered(office, 'DECLINED').cancel();
  return ['bert', 'carla'].filter((id) => office.messages('CANCEL', id).length > 0);
}

/** Bert accepts the first time after Anna has moved the event. */
function outdatedAnswer(office: Office): unknown {
  invited(office).answer('bert', 'ACCEPTED');
  office.reschedule();
  office.hand(office.messages('REPLY', 'anna')[0]);
  return textValue(office.copy('anna'), 'dtstart');
}

function leaks(office: Office): unknown {
  office.invite({ lines: ['ATTENDEE;SCHEDULE-STATUS=1.2:mailto:dora@example.com'] });
  return properties(office.event('REQUEST', 'bert'), 'attendee').some(
    (line) => parameter(line, 'schedule-status') !== undefined,
  );
}

const RESCHEDULING = { dtstart: '2030-03-05T15:00:00Z' };
const UPDATE = { location: 'Room 3' };

const SYMPTOMS: readonly Symptom[] = [
  { fault: 'reschedule-keeps-sequence', look: sequenceAfter(RESCHEDULING), right: 1, wrong: 0 },
  { fault: 'every-change-raises-sequence', look: sequenceAfter(UPDATE), right: 0, wrong: 1 },
  { fault: 'update-starts-sequence-again', look: sequenceAfter(RESCHEDULING, UPDATE), right: 1, wrong: 0 },
  {
    fault: 'end-alone-is-no-rescheduling',
    look: sequenceAfter({ dtend: '2030-03-04T12:30:00Z' }),
    right: 1,
    wrong: 0,
  },
  { fault: 'cancel-keeps-sequence', look: sequenceOfCancel((office) => office.cancel()), right: 1, wrong: 0 },
  {
    fault: 'uninvite-keeps-sequence',
    look: sequenceOfCancel((office) => office.uninvite('carla')),
    right: 1,
    wrong: 0,
  },
  {
    fault: 'every-change-resets-answers',
    look: answersAfterUpdate,
    right: 'bert ACCEPTED, carla NEEDS-ACTION',
    wrong: 'bert NEEDS-ACTION, carla NEEDS-ACTION',
  },
  {
    fault: 'removed-attendee-still-listed',
    look: (office) => {
      invited(office).uninvite('carla');
      return attendeesOf(office.event('REQUEST', 'bert')).length;
    },
    right: 1,
    wrong: 2,
  },
  {
    fault: 'request-to-the-first-only',
    look: (office) => {
      office.invite();
      return office.sent.length;
    },
    right: 2,
    wrong: 1,
  },
  { fault: 'no-cancel-to-the-uninvited', look: cancelsAfterUninviting, right: ['carla'], wrong: [] },
  {
    fault: 'uninvite-cancels-everybody',
    look: cancelsAfterUninviting,
    right: ['carla'],
    wrong: ['bert', 'carla'],
  },
  {
    fault: 'cancel-spares-those-who-declined',
    look: cancelsAfterADecline,
    right: ['bert', 'carla'],
    wrong: ['carla'],
  },
  {
    fault: 'reply-partstat-coarsened',
    look: (office) => answered(office, 'TENTATIVE').answers('anna'),
    right: 'bert TENTATIVE, carla NEEDS-ACTION',
    wrong: 'bert ACCEPTED, carla NEEDS-ACTION',
  },
  {
    fault: 'reply-answers-for-all',
    look: (office) => answered(office, 'ACCEPTED').answers('anna'),
    right: 'bert ACCEPTED, carla NEEDS-ACTION',
    wrong: 'bert ACCEPTED, carla ACCEPTED',
  },
  {
    fault: 'outdated-answer-rolls-back',
    look: outdatedAnswer,
    right: '2030-03-05T15:00:00Z',
    wrong: '2030-03-04T10:00:00Z',
  },
  {
    fault: 'organizer-replaced-on-update',
    look: (office) => {
      invited(office).change(UPDATE);
      return organizerOf(office.event('REQUEST', 'bert'));
    },
    right: 'mailto:anna@example.com',
    wrong: 'mailto:scheduling@service.invalid',
  },
  { fault: 'schedule-status-leaks', look: leaks, right: false, wrong: true },
];

describe("a fault on the Organizer's side", () => {
  it.each(SYMPTOMS)('$fault', expectSymptom);
});
