import { describe, expect, it } from 'vitest';
import { deleteObject } from './implicit-operations.js';
import { Company } from './testing/company.js';
import { UID } from './testing/office.js';

describe('an Attendee who removes the own copy', () => {
  it('declines', () => {
    const company = Company.invited();
    company.do((scheduler) => deleteObject(scheduler, 'bert', UID));
    expect(company.since(2)).toEqual(['REPLY bert>anna']);
    expect(company.scheduler.account('bert').find(UID)).toBeUndefined();
  });

  it('says nothing when asked not to', () => {
    const company = Company.invited();
    company.do((scheduler) => deleteObject(scheduler, 'bert', UID, false));
    expect(company.since(2)).toEqual([]);
    expect(company.scheduler.account('bert').find(UID)).toBeUndefined();
  });

  it('says nothing when the event is cancelled', () => {
    const company = Company.invited();
    company.do((scheduler) => scheduler.cancel('anna', UID));
    company.deliver();
    company.do((scheduler) => deleteObject(scheduler, 'bert', UID));
    expect(company.since(4)).toEqual([]);
    expect(company.scheduler.account('bert').find(UID)).toBeUndefined();
  });
});
