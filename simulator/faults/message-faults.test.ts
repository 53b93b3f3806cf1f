import { describe, it } from 'vitest';
import { components, type JCalComponent, textValue } from '../icalendar/jcal.js';
import { attendeesOf, dtstampOf, sequenceOf, statusOf } from '../icalendar/read.js';
import type { Office } from '../scheduling/testing/office.js';
import { BERLIN } from '../testing/sample-event.js';
import { expectSymptom, type Symptom } from './testing/broken.js';

function invited(office: Office): Office {
  office.invite();
  office.deliverAll();
  return office;
}

/** Bert's REPLY to a REQUEST with SEQUENCE 1. */
function reply(office: Office): JCalComponent {
  invited(office).reschedule();
  office.deliverAll();
  office.answer('bert', 'ACCEPTED');
  return office.event('REPLY', office.messages('REPLY', 'anna').length > 0 ? 'anna' : 'carla');
}

function replyTo(office: Office): unknown {
  invited(office).answer('bert', 'ACCEPTED');
  return ['anna', 'carla'].filter((id) => office.messages('REPLY', id).length > 0);
}

function cancel(office: Office): JCalComponent {
  invited(office).cancel();
  return office.event('CANCEL', 'bert');
}

function uninviting(office: Office): JCalComponent {
  invited(office).uninvite('carla');
  return office.event('CANCEL', 'carla');
}

/** An event in the time of Berlin; its first REQUEST to Bert as a whole. */
function requestWithZone(office: Office): JCalComponent {
  const zone = ';TZID=Europe/Berlin:20300304T';
  office.invite({ before: BERLIN, dtstart: `${zone}100000`, dtend: `${zone}110000` });
  return office.messages('REQUEST', 'bert')[0]?.calendar ?? ['vcalendar', [], []];
}

const SYMPTOMS: readonly Symptom[] = [
  { fault: 'reply-raises-sequence', look: (office) => sequenceOf(reply(office)), right: 1, wrong: 2 },
  { fault: 'reply-always-sequence-zero', look: (office) => sequenceOf(reply(office)), right: 1, wrong: 0 },
  {
    fault: 'reply-gets-a-new-uid',
    look: (office) => textValue(reply(office), 'uid'),
    right: 'review@example.com',
    wrong: 're-review@example.com',
  },
  { fault: 'reply-lists-everybody', look: (office) => attendeesOf(reply(office)).length, right: 1, wrong: 2 },
  { fault: 'reply-lists-nobody', look: (office) => attendeesOf(reply(office)).length, right: 1, wrong: 0 },
  {
    fault: 'reply-renames-the-event',
    look: (office) => textValue(reply(office), 'summary'),
    right: 'Design review',
    wrong: 'Accepted: meeting',
  },
  { fault: 'reply-goes-to-an-attendee', look: replyTo, right: ['anna'], wrong: ['carla'] },
  {
    fault: 'request-without-summary',
    look: (office) => textValue(invited(office).event('REQUEST', 'bert'), 'summary'),
    right: 'Design review',
    wrong: undefined,
  },
  {
    fault: 'cancel-names-an-instance',
    look: (office) => textValue(cancel(office), 'recurrence-id'),
    right: undefined,
    wrong: '2030-03-04T10:00:00Z',
  },
  {
    fault: 'cancel-with-status-confirmed',
    look: (office) => statusOf(cancel(office)),
    right: 'CANCELLED',
    wrong: 'CONFIRMED',
  },
  {
    fault: 'cancel-without-status',
    look: (office) => statusOf(cancel(office)),
    right: 'CANCELLED',
    wrong: undefined,
  },
  {
    fault: 'uninvite-with-status',
    look: (office) => statusOf(uninviting(office)),
    right: undefined,
    wrong: 'CANCELLED',
  },
  {
    fault: 'cancel-lists-nobody',
    look: (office) => attendeesOf(uninviting(office)).length,
    right: 1,
    wrong: 0,
  },
  {
    fault: 'cancel-without-organizer',
    look: (office) => textValue(cancel(office), 'organizer'),
    right: 'mailto:anna@example.com',
    wrong: undefined,
  },
  {
    fault: 'cancel-with-old-dtstamp',
    look: (office) => dtstampOf(cancel(office)),
    right: '2030-01-07T09:02:00Z',
    wrong: '2020-01-01T00:00:00Z',
  },
  {
    fault: 'dtstamp-in-local-time',
    look: (office) => dtstampOf(invited(office).event('REQUEST', 'bert')),
    right: '2030-01-07T09:01:00Z',
    wrong: '2030-01-07T09:01:00',
  },
  {
    fault: 'timezones-left-out',
    look: (office) => components(requestWithZone(office), 'vtimezone').length,
    right: 1,
    wrong: 0,
  },
  {
    fault: 'timezones-hollow',
    look: (office) => components(requestWithZone(office), 'vtimezone').map((zone) => zone[2].length),
    right: [2],
    wrong: [0],
  },
  {
    fault: 'message-without-prodid',
    look: (office) => textValue(requestWithZone(office), 'prodid') !== undefined,
    right: true,
    wrong: false,
  },
];

describe('a fault in how messages are composed', () => {
  it.each(SYMPTOMS)('$fault', expectSymptom);
});
