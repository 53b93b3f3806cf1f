import { describe, expect, it } from 'vitest';
import { type JCalProperty, properties, property } from '../icalendar/jcal.js';
import type { Scheduler } from './scheduler.js';
import { attendeesIn, Company } from './testing/company.js';
import { addressOf, UID } from './testing/office.js';

const SVEN = { by: 'sven' };

function organizerIn(company: Company, method: string, to: string): JCalProperty | undefined {
  return property(company.event(method, to), 'organizer');
}

const BY_SVEN = ['organizer', { 'sent-by': addressOf('sven') }, 'cal-address', addressOf('anna')];
const BY_ANNA = ['organizer', {}, 'cal-address', addressOf('anna')];

describe('a secretary acts for the Organizer', () => {
  it.each<[string, string, (scheduler: Scheduler) => void]>([
    [
      'changes',
      'REQUEST',
      (scheduler) =>
        scheduler.change(
          'anna',
          UID,
          (event) => [event[0], [...event[1], ['location', {}, 'text', 'Room 1']], event[2]],
          SVEN,
        ),
    ],
    ['reconfirms', 'REQUEST', (scheduler) => scheduler.renotify('anna', UID, SVEN)],
    ['asks for status', 'REQUEST', (scheduler) => scheduler.statusPoll('anna', UID, SVEN)],
    ['sends the answers round', 'REQUEST', (scheduler) => scheduler.redistribute('anna', UID, SVEN)],
    ['cancels', 'CANCEL', (scheduler) => scheduler.cancel('anna', UID, SVEN)],
  ])('%s: SENT-BY at ORGANIZER, and the Originator is the secretary', (_what, method, action) => {
    const company = Company.invited();
    company.do(action);
    expect(company.since(2)).toEqual([`${method} sven>bert`, `${method} sven>carla`]);
    expect(organizerIn(company, method, 'carla')).toEqual(BY_SVEN);
    expect(company.scheduler.account('sven').outbox).toHaveLength(1);
    expect(company.scheduler.account('anna').outbox).toHaveLength(1);
  });

  it('while the answers go to the Organizer', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.renotify('anna', UID, SVEN));
    company.act((scheduler) => scheduler.answer('bert', UID, 'ACCEPTED'));
    expect(company.since(4)).toEqual(['REPLY bert>anna']);
    expect(attendeesIn(company.copy('anna'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
    expect(company.scheduler.account('sven').inbox).toEqual([]);
  });

  it('and the Organizer alone afterwards, without SENT-BY', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.renotify('anna', UID, SVEN));
    expect(property(company.copy('anna'), 'organizer')).toEqual(BY_ANNA);
    company.act((scheduler) => scheduler.renotify('anna', UID));
    expect(organizerIn(company, 'REQUEST', 'bert')).toEqual(BY_ANNA);
    expect(property(company.copy('bert'), 'organizer')).toEqual(BY_ANNA);
  });

  it('invites', () => {
    const company = new Company();
    const invited = Company.invited();
    company.do((scheduler) => scheduler.invite('anna', ['vcalendar', [], [invited.copy('anna')]], SVEN));
    expect(company.flow).toEqual(['REQUEST sven>bert', 'REQUEST sven>carla']);
    expect(organizerIn(company, 'REQUEST', 'bert')).toEqual(BY_SVEN);
    expect(() => company.copy('sven')).toThrow();
    expect(property(company.copy('anna'), 'organizer')).toEqual(BY_ANNA);
  });
});

describe('a secretary acts for an Attendee', () => {
  it('answers: SENT-BY at the ATTENDEE, and the answer is the Attendee’s', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.answer('bert', UID, 'ACCEPTED', SVEN));
    expect(company.since(2)).toEqual(['REPLY sven>anna']);
    expect(attendeesIn(company.event('REPLY', 'anna'))).toBe('bert ACCEPTED by sven');
    expect(organizerIn(company, 'REPLY', 'anna')).toEqual(BY_ANNA);
    const both = 'bert ACCEPTED, carla NEEDS-ACTION rsvp';
    expect(attendeesIn(company.copy('anna'))).toBe(both);
    expect(attendeesIn(company.copy('bert'))).toBe(both);
  });

  it('delegates', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.delegate('bert', UID, addressOf('dora'), SVEN));
    expect(company.since(2)).toEqual(['REQUEST sven>dora', 'REPLY sven>anna']);
    expect(attendeesIn(company.event('REQUEST', 'dora'))).toBe(
      'bert DELEGATED to dora by sven, carla NEEDS-ACTION rsvp, dora NEEDS-ACTION rsvp from bert',
    );
    expect(organizerIn(company, 'REQUEST', 'dora')).toEqual(BY_ANNA);
    company.act((scheduler) => scheduler.answer('dora', UID, 'ACCEPTED'));
    expect(company.since(4)).toEqual(['REPLY dora>anna', 'REPLY dora>bert']);
  });
});

describe('without the right', () => {
  it.each<[string, (scheduler: Scheduler) => void]>([
    [
      'to invite',
      (scheduler) => scheduler.invite('anna', ['vcalendar', [], [['vevent', [], []]]], { by: 'bert' }),
    ],
    ['to cancel', (scheduler) => scheduler.cancel('anna', UID, { by: 'bert' })],
    ['to answer', (scheduler) => scheduler.answer('carla', UID, 'ACCEPTED', SVEN)],
    ['to delegate', (scheduler) => scheduler.delegate('carla', UID, addressOf('dora'), SVEN)],
    ['to organize', (scheduler) => scheduler.changeOrganizer('carla', UID, addressOf('carla'), SVEN)],
  ])('%s nothing is stored and nothing sent', (_what, action) => {
    const company = Company.invited();
    const before = ['anna', 'carla'].map((id) => company.copy(id));
    expect(() => company.do(action)).toThrow(/has no right to schedule for/);
    expect(['anna', 'carla'].map((id) => company.copy(id))).toEqual(before);
    expect(company.flow).toHaveLength(2);
  });

  it('an unknown one does nothing either', () => {
    const company = Company.invited();
    expect(() => company.do((scheduler) => scheduler.cancel('anna', UID, { by: 'nobody' }))).toThrow(
      RangeError,
    );
    expect(properties(company.copy('anna'), 'attendee')).toHaveLength(2);
  });
});
