import { describe, expect, it } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { dtstampOf, sequenceOf } from '../icalendar/read.js';
import { attendeesIn, Company } from './testing/company.js';
import { addressOf, UID } from './testing/office.js';

/** Bert has accepted, Carla has not answered. */
function answered(policies: ConstructorParameters<typeof Company>[0] = {}): Company {
  const company = Company.invited(policies, { sequence: 2 });
  company.act((scheduler) => scheduler.answer('bert', UID, 'ACCEPTED'));
  return company;
}

describe('the Organizer asks for the status', () => {
  it('of one Attendee: nothing changes but RSVP and DTSTAMP', () => {
    const company = answered();
    const before = dtstampOf(company.copy('anna'));
    company.do((scheduler) => scheduler.statusPoll('anna', UID, { attendees: [addressOf('bert')] }));
    expect(company.since(3)).toEqual(['REQUEST anna>bert']);
    const request = company.event('REQUEST', 'bert');
    expect(attendeesIn(request)).toBe('bert ACCEPTED rsvp, carla NEEDS-ACTION rsvp');
    expect(sequenceOf(request)).toBe(2);
    expect([before, dtstampOf(request)]).toEqual(['2030-01-07T09:01:00Z', '2030-01-07T09:06:00Z']);
    company.deliver();
    expect(attendeesIn(company.copy('bert'))).toBe('bert ACCEPTED rsvp, carla NEEDS-ACTION rsvp');
    expect(company.flow).toHaveLength(4);
  });

  it('and gets it: what the user answers counts as newer', () => {
    const company = answered();
    company.act((scheduler) => scheduler.statusPoll('anna', UID));
    expect(company.since(3)).toEqual(['REQUEST anna>bert', 'REQUEST anna>carla']);
    company.act((scheduler) => scheduler.answer('bert', UID, 'TENTATIVE'));
    expect(attendeesIn(company.copy('anna'))).toBe('bert TENTATIVE, carla NEEDS-ACTION rsvp');
  });

  it('and gets it from the CUA by policy, from one who has answered', () => {
    const company = answered({ statusPoll: 'automatic' });
    company.act((scheduler) => scheduler.statusPoll('anna', UID));
    expect(company.since(3)).toEqual(['REQUEST anna>bert', 'REQUEST anna>carla', 'REPLY bert>anna']);
    expect(attendeesIn(company.event('REPLY', 'anna'))).toBe('bert ACCEPTED');
    expect(attendeesIn(company.copy('anna'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
  });

  it('but the CUA answers nothing when the event has changed as well', () => {
    const company = answered({ statusPoll: 'automatic' });
    company.do((scheduler) =>
      scheduler.change('anna', UID, (event) => [
        event[0],
        [...event[1], ['location', {}, 'text', 'Room 1']],
        event[2],
      ]),
    );
    company.lose();
    company.act((scheduler) => scheduler.statusPoll('anna', UID));
    expect(textValue(company.copy('bert'), 'location')).toBe('Room 1');
    expect(company.flow.filter((message) => message.startsWith('REPLY'))).toHaveLength(1);
  });

  it.each([
    ['of what somebody else organizes', 'bert', undefined, /does not organize/],
    ['of one who is not invited', 'anna', [addressOf('otto')], /not an Attendee/],
  ])('but not %s', (_case, user, attendees, reason) => {
    const company = answered();
    const options = attendees === undefined ? {} : { attendees };
    expect(() => company.do((scheduler) => scheduler.statusPoll(user, UID, options))).toThrow(reason);
    expect(company.flow).toHaveLength(3);
  });
});

describe('the Organizer reconfirms', () => {
  it('the unchanged event: all get it and are asked, and keep their answers', () => {
    const company = answered();
    company.act((scheduler) => scheduler.renotify('anna', UID));
    expect(company.since(3)).toEqual(['REQUEST anna>bert', 'REQUEST anna>carla']);
    expect(sequenceOf(company.event('REQUEST', 'carla'))).toBe(2);
    const all = 'bert ACCEPTED rsvp, carla NEEDS-ACTION rsvp';
    expect(['anna', 'bert', 'carla'].map((id) => attendeesIn(company.copy(id)))).toEqual([all, all, all]);
  });

  it('and asks only some of those who get it', () => {
    const company = answered();
    company.act((scheduler) => scheduler.answer('carla', UID, 'DECLINED'));
    company.do((scheduler) => scheduler.renotify('anna', UID, { attendees: [addressOf('carla')] }));
    expect(company.since(4)).toEqual(['REQUEST anna>bert', 'REQUEST anna>carla']);
    expect(attendeesIn(company.event('REQUEST', 'bert'))).toBe('bert ACCEPTED, carla DECLINED rsvp');
  });

  it('without asking a Delegator', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.delegate('bert', UID, addressOf('dora')));
    company.do((scheduler) => scheduler.renotify('anna', UID));
    expect(company.since(4)).toEqual(['REQUEST anna>carla', 'REQUEST anna>dora']);
    expect(attendeesIn(company.event('REQUEST', 'dora'))).toBe(
      'bert DELEGATED to dora, carla NEEDS-ACTION rsvp, dora NEEDS-ACTION rsvp from bert',
    );
  });
});

describe('the answers go round', () => {
  it('when the Organizer says so: everybody sees them, nobody is asked', () => {
    const company = answered();
    company.act((scheduler) => scheduler.redistribute('anna', UID));
    expect(company.since(3)).toEqual(['REQUEST anna>bert', 'REQUEST anna>carla']);
    expect(attendeesIn(company.copy('carla'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
    expect(attendeesIn(company.copy('bert'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
  });

  it('and do not disturb an answer that crosses them', () => {
    const company = answered();
    company.do((scheduler) => scheduler.redistribute('anna', UID));
    company.do((scheduler) => scheduler.answer('carla', UID, 'DECLINED'));
    company.deliver('REQUEST', 'carla');
    expect(attendeesIn(company.copy('carla'))).toBe('bert ACCEPTED, carla DECLINED rsvp');
    company.deliver();
    expect(attendeesIn(company.copy('anna'))).toBe('bert ACCEPTED, carla DECLINED');
  });

  it('after each REPLY by policy', () => {
    const company = answered({ redistribution: 'after-each-reply' });
    expect(company.since(2)).toEqual(['REPLY bert>anna', 'REQUEST anna>bert', 'REQUEST anna>carla']);
    expect(sequenceOf(company.event('REQUEST', 'carla'))).toBe(2);
    expect(attendeesIn(company.copy('carla'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
  });
});

describe('a room', () => {
  const ROOM = 'ATTENDEE;CUTYPE=ROOM;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:rita@example.com';

  it('is an Attendee like others: it answers when somebody answers for it', () => {
    const company = Company.invited({}, { lines: [ROOM] });
    expect(company.flow).toEqual(['REQUEST anna>bert', 'REQUEST anna>carla', 'REQUEST anna>rita']);
    company.act((scheduler) => scheduler.answer('rita', UID, 'ACCEPTED'));
    const [line] = company.event('REPLY', 'anna')[1].filter(([name]) => name === 'attendee');
    expect(line?.[1]).toEqual({ cutype: 'ROOM', partstat: 'ACCEPTED' });
    expect(attendeesIn(company.copy('anna'))).toBe(
      'bert NEEDS-ACTION rsvp, carla NEEDS-ACTION rsvp, rita ACCEPTED',
    );
  });
});
