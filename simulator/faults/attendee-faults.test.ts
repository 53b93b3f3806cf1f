import { describe, it } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { statusOf } from '../icalendar/read.js';
import type { Office } from '../scheduling/testing/office.js';
import { expectSymptom, type Symptom } from './testing/broken.js';

function invited(office: Office): Office {
  office.invite();
  office.deliverAll();
  return office;
}

function rescheduled(office: Office): Office {
  invited(office).reschedule();
  office.deliverAll();
  return office;
}

/** Bert accepts, and an update that was sent before his REPLY arrived reaches him. */
function updateCrossesTheAnswer(office: Office): unknown {
  invited(office).answer('bert', 'ACCEPTED');
  office.change({ location: 'Room 3' });
  for (const request of office.messages('REQUEST', 'bert')) office.hand(request);
  return office.answers('bert');
}

/** Two REQUESTs about one event; the Organizer lives elsewhere. */
function copiesAfterTwoRequests(office: Office): unknown {
  office.deliver('bert', { method: 'REQUEST' });
  office.deliver('bert', { method: 'REQUEST', sequence: 1, dtstamp: '20300107T100000Z' });
  return office.copies('bert').length;
}

function updated(office: Office): unknown {
  invited(office).change({ location: 'Room 3' });
  office.deliverAll();
  return textValue(office.copy('bert'), 'location') ?? '(none)';
}

function cancelled(office: Office): Office {
  invited(office).cancel();
  office.deliverAll();
  return office;
}

/** Bert gets the CANCEL that uninvites Carla. */
function uninviteOfAnother(office: Office): unknown {
  invited(office);
  office.deliver('bert', {
    ...{ method: 'CANCEL', sequence: 1, dtstamp: '20300107T100000Z' },
    attendees: { carla: 'NEEDS-ACTION' },
  });
  return statusOf(office.copy('bert')) ?? 'alive';
}

const SYMPTOMS: readonly Symptom[] = [
  { fault: 'uid-never-matches', look: copiesAfterTwoRequests, right: 1, wrong: 2 },
  {
    fault: 'copy-gets-a-local-uid',
    look: (office) => textValue(invited(office).copy('bert'), 'uid'),
    right: 'review@example.com',
    wrong: 'local-review@example.com',
  },
  {
    fault: 'unknown-update-dropped',
    look: (office) => office.deliver('bert', { method: 'REQUEST', sequence: 1 })?.outcome,
    right: 'applied',
    wrong: 'ignored',
  },
  {
    fault: 'reschedule-keeps-old-time',
    look: (office) => textValue(rescheduled(office).copy('bert'), 'dtstart'),
    right: '2030-03-05T15:00:00Z',
    wrong: '2030-03-04T10:00:00Z',
  },
  { fault: 'update-keeps-old-details', look: updated, right: 'Room 3', wrong: '(none)' },
  {
    fault: 'update-overwrites-own-answer',
    look: updateCrossesTheAnswer,
    right: 'bert ACCEPTED, carla NEEDS-ACTION',
    wrong: 'bert NEEDS-ACTION, carla NEEDS-ACTION',
  },
  {
    fault: 'cancelled-copy-stays-alive',
    look: (office) => statusOf(cancelled(office).copy('bert')) ?? 'alive',
    right: 'CANCELLED',
    wrong: 'alive',
  },
  {
    fault: 'cancelled-copy-only-renamed',
    look: (office) => [statusOf(cancelled(office).copy('bert')), textValue(office.copy('bert'), 'summary')],
    right: ['CANCELLED', 'Design review'],
    wrong: [undefined, 'Cancelled'],
  },
  { fault: 'uninvite-of-another-cancels-mine', look: uninviteOfAnother, right: 'alive', wrong: 'CANCELLED' },
];

describe("a fault on an Attendee's side", () => {
  it.each(SYMPTOMS)('$fault', expectSymptom);
});
