import { describe, expect, it } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { sequenceOf, statusOf } from '../icalendar/read.js';
import type { Policies } from '../itip/policies.js';
import { createClock } from '../runtime/clock.js';
import { MemoryStore } from '../runtime/memory-store.js';
import type { Store } from '../runtime/store.js';
import { sampleCalendar } from '../testing/sample-event.js';
import { createScheduler } from './scheduler.js';
import { attendeesIn, Company } from './testing/company.js';
import { addressOf, Office, UID } from './testing/office.js';

/** What would be found after a crash is what was there at the last commit. */
class CrashingStore extends MemoryStore {
  afterCrash = this.reopened();

  override commit(): void {
    this.afterCrash = this.reopened();
  }
}

/** An Office in which the first REQUEST has arrived. */
function invited(): Office {
  const office = new Office();
  office.invite();
  office.deliverAll();
  return office;
}

describe('the Organizer', () => {
  it('sends a REQUEST to each Attendee, and it makes a copy there when it is delivered', () => {
    const office = new Office();
    office.invite();
    expect(office.sent.map(({ originator, recipient }) => [originator, recipient])).toEqual([
      [addressOf('anna'), addressOf('bert')],
      [addressOf('anna'), addressOf('carla')],
    ]);
    expect(office.copies('bert')).toEqual([]);
    office.deliverAll();
    expect(textValue(office.copy('bert'), 'uid')).toBe(UID);
    expect(textValue(office.copy('bert'), 'dtstart')).toBe('2030-03-04T10:00:00Z');
    expect(textValue(office.event('REQUEST', 'bert'), 'dtstamp')).toBe('2030-01-07T09:01:00Z');
  });

  it('reschedules: SEQUENCE rises, copies move, and answers are asked for anew', () => {
    const office = invited();
    office.answer('bert', 'ACCEPTED');
    office.deliverAll();
    expect(office.answers('anna')).toBe('bert ACCEPTED, carla NEEDS-ACTION');
    office.reschedule();
    office.deliverAll();
    expect(sequenceOf(office.event('REQUEST', 'bert'))).toBe(1);
    expect(textValue(office.copy('carla'), 'dtstart')).toBe('2030-03-05T15:00:00Z');
    expect(office.answers('anna')).toBe('bert NEEDS-ACTION, carla NEEDS-ACTION');
  });

  it('changes a detail: SEQUENCE and answers stay', () => {
    const office = invited();
    office.answer('bert', 'ACCEPTED');
    office.deliverAll();
    office.change({ location: 'Room 3' });
    office.deliverAll();
    expect(sequenceOf(office.event('REQUEST', 'bert'))).toBe(0);
    expect(textValue(office.copy('bert'), 'location')).toBe('Room 3');
    expect(office.answers('bert')).toBe('bert ACCEPTED, carla NEEDS-ACTION');
  });

  it('uninvites: a CANCEL to the one, a REQUEST without that one to the other', () => {
    const office = invited();
    office.uninvite('carla');
    expect(office.messages('CANCEL', 'bert')).toEqual([]);
    expect(sequenceOf(office.event('CANCEL', 'carla'))).toBe(1);
    office.deliverAll();
    expect(office.answers('bert')).toBe('bert NEEDS-ACTION');
    expect(statusOf(office.copy('carla'))).toBe('CANCELLED');
    expect(statusOf(office.copy('bert'))).toBeUndefined();
  });

  it('cancels: a CANCEL to all, and the event leaves the own calendar', () => {
    const office = invited();
    office.cancel();
    office.deliverAll();
    expect(office.copies('anna')).toEqual([]);
    expect([statusOf(office.copy('bert')), statusOf(office.copy('carla'))]).toEqual([
      'CANCELLED',
      'CANCELLED',
    ]);
  });
});

describe('an Attendee', () => {
  it('answers: a REPLY to the Organizer alone, who records it', () => {
    const office = invited();
    office.answer('carla', 'TENTATIVE');
    expect(office.answers('carla')).toBe('bert NEEDS-ACTION, carla TENTATIVE');
    expect(office.messages('REPLY', 'bert')).toEqual([]);
    office.deliverAll();
    expect(office.answers('anna')).toBe('bert NEEDS-ACTION, carla TENTATIVE');
    expect(office.answers('bert')).toBe('bert NEEDS-ACTION, carla NEEDS-ACTION');
  });

  it('can be reached at a second address', () => {
    const office = new Office();
    office.invite();
    const decision = office.scheduler.deliver(
      'MAILTO:Bert@Old.Example.COM',
      sampleCalendar({ method: 'REQUEST', uid: 'other@example.com' }),
    );
    expect(decision?.outcome).toBe('applied');
    expect(office.copies('bert')).toHaveLength(1);
  });
});

describe('the scheduler refuses', () => {
  const office = invited();

  it.each([
    ['what an unknown Calendar User does', () => office.answer('otto', 'ACCEPTED'), /no Calendar User otto/],
    [
      'an unknown event',
      () => office.scheduler.answer('bert', 'other', 'ACCEPTED'),
      /bert has no event other/,
    ],
    [
      'a change by an Attendee',
      () => office.scheduler.change('bert', UID, (event) => event),
      /bert does not organize/,
    ],
    ['a cancellation by an Attendee', () => office.scheduler.cancel('bert', UID), /bert does not organize/],
  ])('%s', (_what, act, reason) => {
    const before = office.sent.length;
    expect(act).toThrow(RangeError);
    expect(act).toThrow(reason);
    expect(office.scheduler.drain()).toEqual([]);
    expect(office.sent).toHaveLength(before);
  });

  it('to know of an address that is not here', () => {
    expect(office.scheduler.deliver('mailto:bert@elsewhere.example', sampleCalendar())).toBeUndefined();
  });
});

describe('one who is not invited answers', () => {
  /** Bert forwards to Otto, who accepts. */
  function crashing(policies: Partial<Policies> = {}): Company {
    const company = Company.invited(policies);
    company.act((scheduler) => scheduler.forward('bert', UID, addressOf('otto')));
    company.act((scheduler) => scheduler.answer('otto', UID, 'ACCEPTED'));
    return company;
  }

  const WITHOUT = 'bert NEEDS-ACTION rsvp, carla NEEDS-ACTION rsvp';
  const WITH = `${WITHOUT}, otto ACCEPTED`;

  it('and waits until the Organizer has decided', () => {
    const company = crashing();
    expect(company.since(2)).toEqual(['REQUEST bert>otto', 'REPLY otto>anna']);
    expect(attendeesIn(company.copy('anna'))).toBe(WITHOUT);
    expect(company.scheduler.pending('anna')).toMatchObject([
      { kind: 'party-crasher', from: addressOf('otto'), calendar: company.last('REPLY', 'anna')?.calendar },
    ]);
  });

  it('and is added: gets a REQUEST with the same SEQUENCE', () => {
    const company = crashing();
    const [question] = company.scheduler.pending('anna');
    company.act((scheduler) => scheduler.decide('anna', question?.id ?? '', 'accept'));
    expect(company.since(4)).toEqual(['REQUEST anna>otto']);
    expect(sequenceOf(company.event('REQUEST', 'otto'))).toBe(0);
    expect(attendeesIn(company.copy('anna'))).toBe(WITH);
    expect(attendeesIn(company.copy('otto'))).toBe(WITH);
    expect(company.scheduler.pending('anna')).toEqual([]);
    expect(() => company.do((scheduler) => scheduler.decide('anna', question?.id ?? '', 'accept'))).toThrow(
      RangeError,
    );
  });

  it('and is added at once by policy', () => {
    const company = crashing({ uninvitedReply: 'add' });
    expect(company.since(4)).toEqual(['REQUEST anna>otto']);
    expect(attendeesIn(company.copy('anna'))).toBe(WITH);
  });

  it('and is ignored by policy', () => {
    const company = crashing({ uninvitedReply: 'ignore' });
    expect(attendeesIn(company.copy('anna'))).toBe(WITHOUT);
    expect([company.scheduler.pending('anna'), company.since(4)]).toEqual([[], []]);
  });

  it.each(['decline', 'ignore'] as const)('and hears nothing when the Organizer says: %s', (decision) => {
    const company = crashing();
    const [question] = company.scheduler.pending('anna');
    company.act((scheduler) => scheduler.decide('anna', question?.id ?? '', decision));
    expect(company.since(4)).toEqual([]);
    expect(attendeesIn(company.copy('anna'))).toBe(WITHOUT);
  });

  it.each(['accept', 'decline', 'ignore'] as const)('and the decision outlives a crash: %s', (decision) => {
    const store = new CrashingStore();
    const users = ['anna', 'otto'].map((id) => ({ id, name: id, addresses: [addressOf(id)] }));
    const started = (from: Store) =>
      createScheduler({ clock: createClock('2030-01-07T09:00:00Z'), users, store: from });
    const scheduler = started(store);
    scheduler.invite('anna', sampleCalendar());
    const answer = sampleCalendar({ method: 'REPLY', attendees: { otto: 'ACCEPTED' } });
    scheduler.deliver(addressOf('anna'), answer, addressOf('otto'));
    const [question] = started(store.afterCrash).pending('anna');
    scheduler.decide('anna', question?.id ?? '', decision);
    expect(started(store.afterCrash).pending('anna')).toEqual([]);
  });

  it('and gets a CANCEL by policy, for which SEQUENCE rises', () => {
    const company = crashing({ uninvitedRefused: 'cancel' });
    const [question] = company.scheduler.pending('anna');
    company.act((scheduler) => scheduler.decide('anna', question?.id ?? '', 'decline'));
    expect(company.since(4)).toEqual(['CANCEL anna>otto', 'REQUEST anna>bert', 'REQUEST anna>carla']);
    const [cancel, request] = [company.event('CANCEL', 'otto'), company.event('REQUEST', 'bert')];
    expect([attendeesIn(cancel), sequenceOf(cancel), statusOf(cancel)]).toEqual(['otto -', 1, undefined]);
    expect([attendeesIn(request), sequenceOf(request)]).toEqual([WITHOUT, 1]);
    expect(statusOf(company.copy('otto'))).toBe('CANCELLED');
  });

  it.each([true, false])(
    'and gets a CANCEL if the Organizer wants that, whatever the policy: %s',
    (tells) => {
      const company = crashing({ uninvitedRefused: tells ? 'silent' : 'cancel' });
      const [question] = company.scheduler.pending('anna');
      company.act((scheduler) => scheduler.decide('anna', question?.id ?? '', 'decline', { tells }));
      expect(company.since(4).includes('CANCEL anna>otto')).toBe(tells);
    },
  );

  it('twice, and the Organizer is asked about the newer answer', () => {
    const company = crashing();
    company.act((scheduler) => scheduler.answer('otto', UID, 'TENTATIVE'));
    const [question, ...others] = company.scheduler.pending('anna');
    expect(others).toEqual([]);
    company.act((scheduler) => scheduler.decide('anna', question?.id ?? '', 'accept'));
    expect(attendeesIn(company.copy('anna'))).toBe(`${WITHOUT}, otto TENTATIVE`);
  });

  it('with a refusal, and nobody is asked', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.forward('bert', UID, addressOf('otto')));
    company.act((scheduler) => scheduler.answer('otto', UID, 'DECLINED'));
    expect(company.scheduler.pending('anna')).toEqual([]);
    expect(attendeesIn(company.copy('anna'))).toBe(WITHOUT);
  });
});
