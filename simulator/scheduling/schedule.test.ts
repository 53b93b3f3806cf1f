import { describe, expect, it } from 'vitest';
import { sampleCalendar } from '../testing/sample-event.js';
import { addressOf, Office } from './testing/office.js';

const REQUEST = sampleCalendar({ method: 'REQUEST' });
const FAR_AWAY = 'mailto:erik@elsewhere.example';

function post(office: Office, recipients: readonly string[], calendar = REQUEST) {
  return office.scheduler.schedule({ originator: addressOf('anna'), recipients, calendar });
}

describe('the schedule operation', () => {
  it('answers for each Recipient whether the message is handed over here or on its way elsewhere', () => {
    const office = new Office();
    expect(post(office, [addressOf('bert'), FAR_AWAY])).toEqual([
      { recipient: addressOf('bert'), status: '1.2' },
      { recipient: FAR_AWAY, status: '1.1' },
    ]);
    expect(office.scheduler.drain().map(({ recipient }) => recipient)).toEqual([addressOf('bert')]);
  });

  it('sends to each Calendar User once, and answers for each address given', () => {
    const office = new Office();
    expect(post(office, [addressOf('bert'), 'MAILTO:BERT@example.com', addressOf('bert')])).toHaveLength(3);
    expect(office.scheduler.drain()).toHaveLength(1);
  });

  it('sends also to somebody whom the event does not list', () => {
    const office = new Office();
    post(office, [addressOf('carla')]);
    expect(office.scheduler.drain()[0]).toMatchObject({ recipient: addressOf('carla'), calendar: REQUEST });
  });

  it('files one entry in the Outbox: unprocessed while a Recipient is elsewhere', () => {
    const office = new Office();
    post(office, [addressOf('bert'), addressOf('carla')]);
    post(office, [addressOf('bert'), FAR_AWAY]);
    const { outbox } = office.scheduler.account('anna');
    expect(outbox.map(({ state, recipients }) => [state, recipients.map(({ address }) => address)])).toEqual([
      ['processed', [addressOf('bert'), addressOf('carla')]],
      ['unprocessed', [addressOf('bert'), FAR_AWAY]],
    ]);
    expect(new Set(outbox.map(({ name }) => name)).size).toBe(2);
    expect(office.scheduler.account('bert').outbox).toEqual([]);
  });

  it('refuses an object without METHOD, and one without Recipient', () => {
    const office = new Office();
    expect(() => post(office, [addressOf('bert')], sampleCalendar())).toThrow(RangeError);
    expect(() => post(office, [])).toThrow(RangeError);
    expect(office.scheduler.drain()).toEqual([]);
    expect(office.scheduler.account('anna').outbox).toEqual([]);
  });
});
