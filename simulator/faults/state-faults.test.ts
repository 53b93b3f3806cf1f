import { describe, it } from 'vitest';
import { makeProperty, withProperty } from '../icalendar/edit.js';
import { textValue } from '../icalendar/jcal.js';
import { attendeeOf, attendeesOf, methodOf, organizerOf, statusOf } from '../icalendar/read.js';
import { addressOf, type Office, UID } from '../scheduling/testing/office.js';
import { expectSymptom, type Symptom } from './testing/broken.js';

function invited(office: Office, ...lines: readonly string[]): Office {
  office.invite({ lines });
  office.deliverAll();
  return office;
}

/** Bert accepts with another title and STATUS. */
function merged(name: string): (office: Office) => unknown {
  return (office) => {
    invited(office, 'STATUS:CONFIRMED').deliver('anna', {
      ...{ method: 'REPLY', dtstamp: '20300107T100000Z', attendees: { bert: 'ACCEPTED' } },
      lines: ['STATUS:TENTATIVE', 'SUMMARY:Lunch'],
    });
    return textValue(office.copy('anna'), name);
  };
}

function methodsAfter(act: (office: Office) => void, to: string): (office: Office) => unknown {
  return (office) => {
    invited(office);
    act(office);
    return office.sent
      .filter(({ recipient }) => recipient === addressOf(to))
      .map(({ calendar }) => methodOf(calendar));
  };
}

const accept = (office: Office) => office.answer('bert', 'ACCEPTED');

const SYMPTOMS: readonly Symptom[] = [
  {
    fault: 'organizer-is-the-first-attendee',
    look: (office) => organizerOf(invited(office).event('REQUEST', 'bert')),
    right: 'mailto:anna@example.com',
    wrong: 'mailto:bert@example.com',
  },
  {
    fault: 'non-participants-are-skipped',
    look: (office) => {
      invited(office, `ATTENDEE;ROLE=NON-PARTICIPANT:${addressOf('dora')}`);
      return office.messages('REQUEST', 'dora').length;
    },
    right: 1,
    wrong: 0,
  },
  {
    fault: 'attendee-edit-goes-to-all',
    look: (office) => {
      const elsewhere = makeProperty('location', 'Room 3');
      invited(office).scheduler.editCopy('bert', UID, (event) => withProperty(event, elsewhere));
      return office.scheduler.drain().length;
    },
    right: 0,
    wrong: 2,
  },
  {
    fault: 'cancel-goes-out-as-reply',
    look: methodsAfter((office) => office.cancel(), 'bert'),
    right: ['REQUEST', 'CANCEL'],
    wrong: ['REQUEST', 'REPLY'],
  },
  {
    fault: 'answer-goes-out-as-request',
    look: methodsAfter(accept, 'anna'),
    right: ['REPLY'],
    wrong: ['REQUEST'],
  },
  { fault: 'reply-content-is-merged', look: merged('status'), right: 'CONFIRMED', wrong: 'TENTATIVE' },
  {
    fault: 'status-dropped-from-request',
    look: (office) => statusOf(invited(office, 'STATUS:TENTATIVE').event('REQUEST', 'bert')),
    right: 'TENTATIVE',
    wrong: undefined,
  },
  {
    fault: 'status-confirmed-by-default',
    look: (office) => statusOf(invited(office).event('REQUEST', 'bert')),
    right: undefined,
    wrong: 'CONFIRMED',
  },
  {
    fault: 'new-attendee-counts-as-accepted',
    look: (office) => attendeeOf(invited(office).event('REQUEST', 'bert'), [addressOf('carla')])?.partstat,
    right: 'NEEDS-ACTION',
    wrong: 'ACCEPTED',
  },
  {
    fault: 'tentative-sent-as-accepted',
    look: (office) => {
      invited(office).answer('bert', 'TENTATIVE');
      return attendeeOf(office.event('REPLY', 'anna'), [addressOf('bert')])?.partstat;
    },
    right: 'TENTATIVE',
    wrong: 'ACCEPTED',
  },
  {
    fault: 'answer-not-stored-in-copy',
    look: (office) => {
      accept(invited(office));
      return office.answers('bert');
    },
    right: 'bert ACCEPTED, carla NEEDS-ACTION',
    wrong: 'bert NEEDS-ACTION, carla NEEDS-ACTION',
  },
  {
    fault: 'reply-goes-to-the-chair',
    look: (office) => {
      accept(invited(office, `ATTENDEE;ROLE=CHAIR:${addressOf('dora')}`));
      return office.sent.at(-1)?.recipient;
    },
    right: 'mailto:anna@example.com',
    wrong: 'mailto:dora@example.com',
  },
  {
    fault: 'organizer-added-as-attendee',
    look: (office) => attendeesOf(invited(office).event('REQUEST', 'bert')).length,
    right: 2,
    wrong: 3,
  },
];

describe('a fault of roles and states', () => {
  it.each(SYMPTOMS)('$fault', expectSymptom);
});
