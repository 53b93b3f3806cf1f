import { describe, it } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { sequenceOf, statusOf } from '../icalendar/read.js';
import type { Office } from '../scheduling/testing/office.js';
import { expectSymptom, type Symptom } from './testing/broken.js';

/** Anna reschedules twice; the third REQUEST reaches Bert before the second. */
function olderRequestArrivesLast(office: Office): unknown {
  office.invite();
  office.deliverAll();
  office.change({ dtstart: '2030-03-05T15:00:00Z' });
  office.change({ dtstart: '2030-03-06T09:00:00Z' });
  const [, second, third] = office.messages('REQUEST', 'bert');
  office.hand(third);
  office.hand(second);
  return textValue(office.copy('bert'), 'dtstart');
}

/** Two updates with the same SEQUENCE reach Bert in the wrong order. */
function olderUpdateArrivesLast(office: Office): unknown {
  office.invite();
  office.deliverAll();
  office.change({ location: 'Room 2' });
  office.change({ location: 'Room 3' });
  const [, second, third] = office.messages('REQUEST', 'bert');
  office.hand(third);
  office.hand(second);
  return textValue(office.copy('bert'), 'location');
}

function updateArrives(office: Office): unknown {
  office.invite();
  office.deliverAll();
  office.change({ location: 'Room 3' });
  office.deliverAll();
  return textValue(office.copy('bert'), 'location') ?? '(none)';
}

/** A REQUEST with SEQUENCE 1 is stamped later than the one with SEQUENCE 2 that came before. */
function lowerSequenceStampedLater(office: Office): unknown {
  office.deliver('bert', { method: 'REQUEST', sequence: 2, dtstamp: '20300107T090000Z' });
  const late = { method: 'REQUEST', sequence: 1, dtstamp: '20300107T100000Z' };
  office.deliver('bert', late);
  return sequenceOf(office.copy('bert'));
}

function repeatedRequest(office: Office): unknown {
  office.invite();
  office.deliverAll();
  return office.hand(office.messages('REQUEST', 'bert')[0])?.outcome;
}

function tenthRevision(office: Office): unknown {
  office.deliver('bert', { method: 'REQUEST', sequence: 9 });
  office.deliver('bert', { method: 'REQUEST', sequence: 10, dtstamp: '20300107T100000Z' });
  return sequenceOf(office.copy('bert'));
}

/** Bert accepts, then declines; Anna gets the two REPLYs in the order of their numbers here. */
function repliesInOrder(...order: readonly number[]): (office: Office) => unknown {
  return (office) => {
    office.invite();
    office.deliverAll();
    office.answer('bert', 'ACCEPTED');
    office.answer('bert', 'DECLINED');
    for (const number of order) office.hand(office.messages('REPLY', 'anna')[number - 1]);
    return office.answers('anna');
  };
}

/** Bert answers before Carla, but his REPLY arrives after hers. */
function earlierReplyOfAnother(office: Office): unknown {
  office.invite();
  office.deliverAll();
  office.answer('bert', 'ACCEPTED');
  office.answer('carla', 'DECLINED');
  const [first, second] = office.messages('REPLY', 'anna');
  office.hand(second);
  office.hand(first);
  return office.answers('anna');
}

function requestAfterCancel(office: Office): unknown {
  office.invite();
  office.deliverAll();
  office.reschedule();
  office.cancel();
  for (const cancel of office.messages('CANCEL', 'bert')) office.hand(cancel);
  office.hand(office.messages('REQUEST', 'bert')[1]);
  return statusOf(office.copy('bert')) ?? 'alive';
}

/** A CANCEL with SEQUENCE 2 comes after the REQUEST with SEQUENCE 3; `dtstamp` is the CANCEL's. */
function lowerCancel(dtstamp: string): (office: Office) => unknown {
  return (office) => {
    office.deliver('bert', { method: 'REQUEST', sequence: 3, dtstamp: '20300107T090000Z' });
    office.deliver('bert', { method: 'CANCEL', sequence: 2, dtstamp, lines: ['STATUS:CANCELLED'] });
    return statusOf(office.copy('bert')) ?? 'alive';
  };
}

function cancelOvertakes(office: Office): unknown {
  office.invite();
  office.cancel();
  office.hand(office.messages('CANCEL', 'bert')[0]);
  office.hand(office.messages('REQUEST', 'bert')[0]);
  return statusOf(office.copy('bert')) ?? 'alive';
}

const [MOVED, MOVED_AGAIN] = ['2030-03-05T15:00:00Z', '2030-03-06T09:00:00Z'];
const [ACCEPTED, DECLINED] = ['ACCEPTED', 'DECLINED'].map((answer) => `bert ${answer}, carla NEEDS-ACTION`);

const SYMPTOMS: readonly Symptom[] = [
  { fault: 'any-request-is-newer', look: olderRequestArrivesLast, right: MOVED_AGAIN, wrong: MOVED },
  { fault: 'equal-sequence-request-is-old', look: updateArrives, right: 'Room 3', wrong: '(none)' },
  { fault: 'request-dtstamp-not-compared', look: olderUpdateArrivesLast, right: 'Room 3', wrong: 'Room 2' },
  { fault: 'request-ordered-by-dtstamp-alone', look: lowerSequenceStampedLater, right: 2, wrong: 1 },
  { fault: 'repeated-request-is-new', look: repeatedRequest, right: 'ignored', wrong: 'applied' },
  { fault: 'sequence-compared-as-text', look: tenthRevision, right: 10, wrong: 9 },
  { fault: 'any-reply-is-newer', look: repliesInOrder(2, 1), right: DECLINED, wrong: ACCEPTED },
  { fault: 'reply-dtstamp-not-compared', look: repliesInOrder(2, 1), right: DECLINED, wrong: ACCEPTED },
  { fault: 'first-reply-stays', look: repliesInOrder(1, 2), right: DECLINED, wrong: ACCEPTED },
  {
    fault: 'last-reply-per-event',
    look: earlierReplyOfAnother,
    right: 'bert ACCEPTED, carla DECLINED',
    wrong: 'bert NEEDS-ACTION, carla DECLINED',
  },
  { fault: 'cancel-forgets-revision', look: requestAfterCancel, right: 'CANCELLED', wrong: 'alive' },
  {
    fault: 'any-cancel-is-newer',
    look: lowerCancel('20300107T080000Z'),
    right: 'alive',
    wrong: 'CANCELLED',
  },
  {
    fault: 'cancel-needs-newer-dtstamp-only',
    look: lowerCancel('20300107T100000Z'),
    right: 'alive',
    wrong: 'CANCELLED',
  },
  { fault: 'early-cancel-dropped', look: cancelOvertakes, right: 'CANCELLED', wrong: 'alive' },
];

describe('a fault in the order of messages', () => {
  it.each(SYMPTOMS)('$fault', expectSymptom);
});
