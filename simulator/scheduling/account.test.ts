import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../runtime/memory-store.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { Account } from './account.js';
import { standardRules } from './scheduling-rules.js';
import { Office, UID } from './testing/office.js';

describe('an account', () => {
  it('finds an event by its UID', () => {
    const office = new Office();
    office.invite();
    const account = office.scheduler.account('anna');
    const found = account.find(UID);
    expect(found && account.entries().get(found.name)).toBe(found?.entry);
    expect(found).toBeDefined();
    expect(account.find('other@example.com')).toBeUndefined();
  });

  it('names entries so that any UID fits into a path, and different ones do not meet', () => {
    const office = new Office();
    for (const uid of ['a/b?c', 'a%2Fb?c', '..', 'a b']) office.deliver('bert', { method: 'REQUEST', uid });
    const names = [...office.scheduler.account('bert').entries().keys()];
    expect(new Set(names).size).toBe(4);
    expect(names.filter((name) => /[/?\s]/.test(name) || !name.endsWith('.ics'))).toEqual([]);
  });

  it('gives back what was held for a UID once, in order', () => {
    const account = new Account(
      { id: 'bert', name: 'Bert', addresses: [] },
      new MemoryStore(),
      standardRules,
    );
    const [one, two, other] = [1, 2, 3].map((sequence) => sampleCalendar({ method: 'CANCEL', sequence }));
    if (one === undefined || two === undefined || other === undefined) throw new Error('no samples');
    account.hold('u1', one);
    account.hold('u2', other);
    account.hold('u1', two);
    expect(account.releaseHeld('u1')).toEqual([one, two]);
    expect(account.releaseHeld('u1')).toEqual([]);
    expect(account.releaseHeld('u2')).toEqual([other]);
  });
});
