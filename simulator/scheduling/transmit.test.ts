import { describe, expect, it } from 'vitest';
import { createClock } from '../runtime/clock.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { createScheduler, type Scheduler } from './scheduler.js';
import { addressOf } from './testing/office.js';

const CREW = addressOf('crew');

/** Anna and Bert are members of Crew; so is Mona, whom only mail reaches. */
function scheduler(): Scheduler {
  return createScheduler({
    clock: createClock('2030-01-07T09:00:00Z'),
    users: [
      { id: 'anna', name: 'Anna', addresses: [addressOf('anna'), 'mailto:anna@old.example.com'] },
      { id: 'bert', name: 'Bert', addresses: [addressOf('bert'), 'mailto:bert@old.example.com'] },
      {
        id: 'crew',
        name: 'Crew',
        addresses: [CREW],
        members: ['mailto:anna@old.example.com', addressOf('bert'), addressOf('mona')],
      },
    ],
  });
}

function sentTo(recipients: readonly string[]) {
  const office = scheduler();
  const calendar = sampleCalendar({ method: 'REQUEST' });
  const responses = office.schedule({ originator: addressOf('anna'), recipients, calendar });
  const [sending] = office.account('anna').outbox;
  return {
    responses: responses.map(({ recipient, status }) => `${recipient} ${status}`),
    reached: office.drain().map(({ recipient }) => recipient),
    recorded: sending?.recipients.map(({ address, status }) => `${address} ${status}`),
  };
}

describe('a sending', () => {
  it('reaches the members of a group without the Organizer, and answers once for the group', () => {
    expect(sentTo([CREW])).toEqual({
      responses: [`${CREW} 1.1`],
      reached: [addressOf('bert')],
      recorded: [`${addressOf('bert')} 1.2`, `${addressOf('mona')} 1.1`],
    });
  });

  it('reaches the Organizer who is named', () => {
    expect(sentTo([addressOf('anna')]).reached).toEqual([addressOf('anna')]);
  });

  it('is one for a member who is named besides, by an alias, in capitals and twice', () => {
    const named = ['mailto:bert@old.example.com', 'MAILTO:BERT@EXAMPLE.COM', addressOf('bert')];
    const { responses, reached } = sentTo([CREW, ...named]);
    expect(responses).toEqual([`${CREW} 1.1`, ...named.map((address) => `${address} 1.2`)]);
    expect(reached).toEqual([addressOf('bert')]);
  });

  it('goes on after an address that leads nowhere', () => {
    expect(sentTo(['urn:uuid:1', addressOf('bert')])).toEqual({
      responses: ['urn:uuid:1 3.7', `${addressOf('bert')} 1.2`],
      reached: [addressOf('bert')],
      recorded: ['urn:uuid:1 3.7', `${addressOf('bert')} 1.2`],
    });
  });
});
