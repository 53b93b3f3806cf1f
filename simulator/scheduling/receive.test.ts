import { describe, expect, it } from 'vitest';
import { methodOf, statusOf } from '../icalendar/read.js';
import { Office } from './testing/office.js';

function invited(): Office {
  const office = new Office();
  office.invite();
  office.deliverAll();
  return office;
}

describe('a message that arrives', () => {
  it('lies in the Inbox, also when it has no effect', () => {
    const office = invited();
    office.hand(office.messages('REQUEST', 'bert')[0]);
    const { inbox } = office.scheduler.account('bert');
    expect(inbox.map(({ calendar, state }) => [methodOf(calendar), state])).toEqual([
      ['REQUEST', 'processed'],
      ['REQUEST', 'processed'],
    ]);
    expect(new Set(inbox.map(({ name }) => name)).size).toBe(2);
    expect(office.copies('bert')).toHaveLength(1);
  });

  it('again has no effect', () => {
    const office = invited();
    expect(office.hand(office.messages('REQUEST', 'bert')[0])?.outcome).toBe('ignored');
    office.answer('bert', 'ACCEPTED');
    office.deliverAll();
    expect(office.hand(office.messages('REPLY', 'anna')[0])?.outcome).toBe('ignored');
    expect(office.answers('anna')).toBe('bert ACCEPTED, carla NEEDS-ACTION');
  });

  it.each([
    ['of a method that is not supported', { method: 'PUBLISH-AND-PERISH' }, 'rejected'],
    ['without method', {}, 'rejected'],
    ['that answers an unknown event', { method: 'REPLY', uid: 'other@example.com' }, 'ignored'],
  ])('%s changes nothing', (_what, sample, outcome) => {
    const office = invited();
    const before = office.copies('bert');
    expect(office.deliver('bert', sample)?.outcome).toBe(outcome);
    expect(office.copies('bert')).toEqual(before);
  });
});

describe('a CANCEL that overtakes its REQUEST', () => {
  it('is held, and takes effect once the REQUEST is there', () => {
    const office = new Office();
    office.invite();
    office.cancel();
    expect(office.hand(office.messages('CANCEL', 'bert')[0])?.outcome).toBe('held');
    expect(office.copies('bert')).toEqual([]);
    expect(office.hand(office.messages('REQUEST', 'bert')[0])?.outcome).toBe('applied');
    expect(statusOf(office.copy('bert'))).toBe('CANCELLED');
  });

  it('of one event does not touch another', () => {
    const office = new Office();
    office.invite();
    office.cancel();
    office.hand(office.messages('CANCEL', 'bert')[0]);
    expect(office.deliver('bert', { method: 'REQUEST', uid: 'lunch@example.com' })?.outcome).toBe('applied');
    expect(statusOf(office.copy('bert'))).toBeUndefined();
  });
});
