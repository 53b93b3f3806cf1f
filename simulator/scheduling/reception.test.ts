import { describe, expect, it } from 'vitest';
import { sampleCalendar } from '../testing/sample-event.js';
import type { Scheduler } from './scheduler.js';
import { standardRules } from './scheduling-rules.js';
import { Company } from './testing/company.js';
import { addressOf, Office, UID } from './testing/office.js';

function states(scheduler: Scheduler, id: string): string[] {
  return scheduler.account(id).inbox.map(({ state }) => state);
}

describe('what the client processes', () => {
  const waiting = () => {
    const company = new Company();
    company.scheduler.setProcessing('bert', 'client');
    company.act((scheduler) => scheduler.invite('anna', sampleCalendar()));
    return company;
  };

  it('waits without effect', () => {
    const { scheduler } = waiting();
    expect(states(scheduler, 'bert')).toEqual(['unprocessed']);
    expect(scheduler.account('bert').entries().size).toBe(0);
    expect(scheduler.account('bert').notices).toEqual([]);
  });

  it('takes effect when it looks, and once', () => {
    const { scheduler } = waiting();
    expect(scheduler.processInbox('bert').map(({ outcome }) => outcome)).toEqual(['applied']);
    expect(states(scheduler, 'bert')).toEqual(['processed']);
    expect(scheduler.processInbox('bert')).toEqual([]);
  });

  it('may be one entry of several', () => {
    const company = waiting();
    company.act((scheduler) => scheduler.renotify('anna', UID));
    const [, second] = company.scheduler.account('bert').inbox;
    company.scheduler.processInbox('bert', second?.name);
    expect(states(company.scheduler, 'bert')).toEqual(['unprocessed', 'processed']);
    expect(() => company.scheduler.processInbox('bert', 'none.ics')).toThrow(RangeError);
  });
});

describe('what waits for the user', () => {
  it.each(['COUNTER', 'DECLINECOUNTER', 'ADD'])('is a %s, however often the client looks', (method) => {
    const { scheduler } = Company.invited();
    const message = sampleCalendar({ method, sequence: 1 });
    const before = scheduler.account('anna').find(UID);
    expect(scheduler.deliver(addressOf('anna'), message, addressOf('bert'))).toMatchObject({
      outcome: 'held',
      rule: 'isLeftToUser',
    });
    scheduler.processInbox('anna');
    expect(states(scheduler, 'anna')).toEqual(['unprocessed']);
    expect(scheduler.account('anna').find(UID)).toEqual(before);
    expect(scheduler.account('anna').pending()).toEqual([]);
  });

  it('is not processed any more when its entry is deleted', () => {
    const { scheduler } = Company.invited();
    scheduler.deliver(addressOf('anna'), sampleCalendar({ method: 'COUNTER' }), addressOf('bert'));
    const [entry] = scheduler.account('anna').inbox;
    expect(scheduler.deleteItem('anna', 'inbox', entry?.name ?? '')).toEqual({ kind: 'not-processed' });
  });

  it('is nothing of another method', () => {
    const { scheduler } = Company.invited();
    scheduler.deliver(addressOf('anna'), sampleCalendar({ method: 'PUBLISH-AND-PERISH' }));
    expect(states(scheduler, 'anna')).toEqual(['failed']);
  });
});

describe('a message that an error keeps from being processed', () => {
  it('waits in the Inbox until the client looks', () => {
    const errors = [new TypeError('broken')];
    const stateAfter = (outcome: Parameters<typeof standardRules.stateAfter>[0]) => {
      const error = errors.pop();
      if (error !== undefined) throw error;
      return standardRules.stateAfter(outcome);
    };
    const rules = { ...standardRules, stateAfter };
    const { scheduler } = new Office(rules);
    const message = sampleCalendar({ method: 'REQUEST' });
    expect(() => scheduler.deliver(addressOf('bert'), message, addressOf('anna'))).toThrow('broken');
    expect(states(scheduler, 'bert')).toEqual(['unprocessed']);
    scheduler.processInbox('bert');
    expect(states(scheduler, 'bert')).toEqual(['processed']);
  });
});
