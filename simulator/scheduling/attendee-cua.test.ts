import { describe, expect, it } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { dtstampOf, eventsOf, sequenceOf } from '../icalendar/read.js';
import { attendeesIn, Company } from './testing/company.js';
import { addressOf, UID } from './testing/office.js';

const DORA = addressOf('dora');

/** Bert has delegated to Dora, and nothing of it has arrived. */
function delegating(policies: ConstructorParameters<typeof Company>[0] = {}): Company {
  const company = Company.invited(policies);
  company.do((scheduler) => scheduler.delegate('bert', UID, DORA));
  return company;
}

/** Bert has delegated to Dora, and everybody knows. */
function delegated(policies: ConstructorParameters<typeof Company>[0] = {}): Company {
  const company = delegating(policies);
  company.deliver();
  return company;
}

const WITH_DORA = 'bert DELEGATED to dora, carla NEEDS-ACTION rsvp, dora NEEDS-ACTION rsvp from bert';

describe('an Attendee delegates', () => {
  it('by a REQUEST to the Delegate and a REPLY to the Organizer', () => {
    const company = delegating();
    expect(company.since(2)).toEqual(['REQUEST bert>dora', 'REPLY bert>anna']);
    const request = company.event('REQUEST', 'dora');
    expect(attendeesIn(request)).toBe(WITH_DORA);
    expect([sequenceOf(request), dtstampOf(request)]).toEqual([0, '2030-01-07T09:04:00Z']);
    expect(textValue(request, 'organizer')).toBe(addressOf('anna'));
    expect(attendeesIn(company.event('REPLY', 'anna'))).toBe(
      'bert DELEGATED to dora, dora NEEDS-ACTION rsvp from bert',
    );
    expect(attendeesIn(company.copy('bert'))).toBe(WITH_DORA);
  });

  it('and the Organizer and the Delegate know of it', () => {
    const company = delegated();
    expect(attendeesIn(company.copy('anna'))).toBe(WITH_DORA);
    expect(attendeesIn(company.copy('dora'))).toBe(WITH_DORA);
    expect(attendeesIn(company.copy('carla'))).toBe('bert NEEDS-ACTION rsvp, carla NEEDS-ACTION rsvp');
    expect(company.flow).toHaveLength(4);
  });

  it('with a REPLY that names the Delegator alone, by policy', () => {
    const company = delegating({ delegatorReply: 'delegator' });
    expect(attendeesIn(company.event('REPLY', 'anna'))).toBe('bert DELEGATED to dora');
    company.deliver();
    expect(attendeesIn(company.copy('anna'))).toBe(WITH_DORA);
  });

  it('with the SEQUENCE of the event as it was rescheduled', () => {
    const company = Company.invited({}, { sequence: 3 });
    company.act((scheduler) => scheduler.delegate('bert', UID, DORA));
    expect(sequenceOf(company.event('REQUEST', 'dora'))).toBe(3);
    expect(sequenceOf(company.event('REPLY', 'anna'))).toBe(3);
    expect(sequenceOf(company.copy('anna'))).toBe(3);
  });

  it.each([
    ['what was not received', 'anna', DORA, /was not received/],
    ['back to the Delegator', 'dora', addressOf('bert'), /delegated this participation/],
    ['to the Organizer', 'carla', addressOf('anna'), /Organizer/],
  ])('but not %s', (_case, user, to, reason) => {
    const company = delegated();
    const before = attendeesIn(company.copy(user));
    expect(() => company.do((scheduler) => scheduler.delegate(user, UID, to))).toThrow(reason);
    expect(attendeesIn(company.copy(user))).toBe(before);
    expect(company.flow).toHaveLength(4);
  });

  it('to the Organizer by policy, whose own event stays the master', () => {
    const company = Company.invited({ delegateToOrganizer: 'allow' });
    company.do((scheduler) => scheduler.delegate('bert', UID, addressOf('anna')));
    expect(company.hand(company.last('REQUEST', 'anna'))).toMatchObject({
      outcome: 'ignored',
      rule: 'takesRequestForOwnEvent',
    });
    company.deliver();
    expect(attendeesIn(company.copy('anna'))).toBe(
      'bert DELEGATED to anna, carla NEEDS-ACTION rsvp, anna NEEDS-ACTION rsvp from bert',
    );
  });

  it('to one who is invited already, whose own answer stays', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.answer('carla', UID, 'ACCEPTED'));
    company.act((scheduler) => scheduler.delegate('bert', UID, addressOf('carla')));
    expect(attendeesIn(company.copy('anna'))).toBe('bert DELEGATED to carla, carla ACCEPTED from bert');
    expect(attendeesIn(company.copy('carla'))).toBe('bert DELEGATED to carla, carla ACCEPTED rsvp from bert');
  });

  it('one instance of a series', () => {
    const company = Company.invited({}, { lines: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    company.act((scheduler) =>
      scheduler.delegate('bert', UID, DORA, { recurrenceId: '2030-03-11T10:00:00Z' }),
    );
    const request = company.event('REQUEST', 'dora');
    expect(textValue(request, 'recurrence-id')).toBe('2030-03-11T10:00:00Z');
    const entry = [...company.scheduler.account('anna').entries().values()][0];
    expect(eventsOf(entry?.calendar ?? ['vcalendar', [], []]).map(attendeesIn)).toEqual([
      'bert NEEDS-ACTION rsvp, carla NEEDS-ACTION rsvp',
      WITH_DORA,
    ]);
  });
});

describe('a series with an exception', () => {
  const second = '2030-03-11T10:00:00Z';
  const parts = (company: Company, method: string, to: string) =>
    eventsOf(company.last(method, to)?.calendar ?? ['vcalendar', [], []]).map((event) => [
      textValue(event, 'recurrence-id'),
      attendeesIn(event),
    ]);

  function delegatedSeries(): Company {
    const company = Company.invited({}, { lines: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    company.act((scheduler) =>
      scheduler.change(
        'anna',
        UID,
        (event) => [event[0], [...event[1], ['location', {}, 'text', 'Room 1']], event[2]],
        { recurrenceId: second },
      ),
    );
    company.act((scheduler) => scheduler.delegate('bert', UID, DORA));
    return company;
  }

  it('is delegated as a whole, in one message each', () => {
    const company = delegatedSeries();
    expect(company.since(4)).toEqual(['REQUEST bert>dora', 'REPLY bert>anna']);
    expect(parts(company, 'REQUEST', 'dora')).toEqual([
      [undefined, WITH_DORA],
      [second, WITH_DORA],
    ]);
    const both = 'bert DELEGATED to dora, dora NEEDS-ACTION rsvp from bert';
    expect(parts(company, 'REPLY', 'anna')).toEqual([
      [undefined, both],
      [second, both],
    ]);
  });

  it('is refused for one instance, and the Delegator is told once, with all that it is on', () => {
    const company = delegatedSeries();
    company.act((scheduler) => scheduler.answer('dora', UID, 'DECLINED', { recurrenceId: second }));
    expect(company.since(6)).toEqual(['REPLY dora>anna', 'REPLY dora>bert', 'REQUEST anna>bert']);
    expect(parts(company, 'REQUEST', 'bert')).toEqual([
      [undefined, WITH_DORA],
      [second, 'bert NEEDS-ACTION rsvp, carla NEEDS-ACTION rsvp, dora DECLINED from bert'],
    ]);
  });
});

describe('a Delegate', () => {
  const ACCEPTED = 'bert DELEGATED to dora, carla NEEDS-ACTION rsvp, dora ACCEPTED from bert';

  it('answers to the Organizer and to the Delegator', () => {
    const company = delegated();
    company.do((scheduler) => scheduler.answer('dora', UID, 'ACCEPTED'));
    expect(company.since(4)).toEqual(['REPLY dora>anna', 'REPLY dora>bert']);
    expect(attendeesIn(company.event('REPLY', 'anna'))).toBe('dora ACCEPTED from bert');
    company.deliver();
    expect(attendeesIn(company.copy('anna'))).toBe(ACCEPTED);
    expect(attendeesIn(company.copy('bert'))).toBe(ACCEPTED);
    expect(company.flow).toHaveLength(6);
  });

  it('answers to the Organizer alone, and with both ATTENDEEs, by policy', () => {
    const company = delegated({ delegateReplyTo: 'organizer', delegateReply: 'both' });
    company.do((scheduler) => scheduler.answer('dora', UID, 'ACCEPTED'));
    expect(company.since(4)).toEqual(['REPLY dora>anna']);
    expect(attendeesIn(company.event('REPLY', 'anna'))).toBe(
      'dora ACCEPTED from bert, bert DELEGATED to dora',
    );
    company.deliver();
    expect(attendeesIn(company.copy('anna'))).toBe(ACCEPTED);
  });

  it.each(['hold', 'accept'] as const)('may be faster than the Delegator (policy %s)', (unknownDelegate) => {
    const company = delegating({ unknownDelegate });
    company.deliver('REQUEST', 'dora');
    company.do((scheduler) => scheduler.answer('dora', UID, 'ACCEPTED'));
    const early = company.hand(company.last('REPLY', 'anna'));
    expect(early?.outcome).toBe(unknownDelegate === 'hold' ? 'held' : 'applied');
    company.deliver();
    expect(attendeesIn(company.copy('anna'))).toBe(ACCEPTED);
  });

  it.each(['hold', 'accept'] as const)(
    'may decline before the Delegator is heard (policy %s)',
    (unknownDelegate) => {
      const company = delegating({ unknownDelegate });
      company.deliver('REQUEST', 'dora');
      company.do((scheduler) => scheduler.answer('dora', UID, 'DECLINED'));
      company.hand(company.last('REPLY', 'anna'));
      company.deliver();
      const after = 'bert NEEDS-ACTION rsvp, carla NEEDS-ACTION rsvp, dora DECLINED from bert';
      expect(attendeesIn(company.copy('anna'))).toBe(after);
      expect(attendeesIn(company.copy('bert'))).toBe(after);
    },
  );

  it('is held through the answers of others', () => {
    const company = delegating();
    company.deliver('REQUEST', 'dora');
    company.do((scheduler) => scheduler.answer('dora', UID, 'ACCEPTED'));
    company.hand(company.last('REPLY', 'anna'));
    company.do((scheduler) => scheduler.answer('carla', UID, 'TENTATIVE'));
    company.hand(company.last('REPLY', 'anna'));
    expect(attendeesIn(company.copy('anna'))).toBe('bert NEEDS-ACTION rsvp, carla TENTATIVE');
    company.deliver();
    expect(attendeesIn(company.copy('anna'))).toBe(
      'bert DELEGATED to dora, carla TENTATIVE, dora ACCEPTED from bert',
    );
  });

  it('declines: the Organizer tells the Delegator, who may delegate once more', () => {
    const company = delegated();
    company.do((scheduler) => scheduler.answer('dora', UID, 'DECLINED'));
    company.deliver('REPLY');
    expect(company.since(4)).toEqual(['REPLY dora>anna', 'REPLY dora>bert', 'REQUEST anna>bert']);
    const told = 'bert NEEDS-ACTION rsvp, carla NEEDS-ACTION rsvp, dora DECLINED from bert';
    expect(attendeesIn(company.event('REQUEST', 'bert'))).toBe(told);
    expect(sequenceOf(company.event('REQUEST', 'bert'))).toBe(0);
    company.deliver();
    expect(attendeesIn(company.copy('bert'))).toBe(told);
    company.act((scheduler) => scheduler.delegate('bert', UID, addressOf('otto')));
    expect(attendeesIn(company.copy('anna'))).toBe(
      'bert DELEGATED to otto, carla NEEDS-ACTION rsvp, dora DECLINED from bert, otto NEEDS-ACTION rsvp from bert',
    );
  });

  it('declines: the Delegator stays DELEGATED by policy, and is told', () => {
    const company = delegated({ delegatorAfterDecline: 'keep' });
    company.act((scheduler) => scheduler.answer('dora', UID, 'DECLINED'));
    expect(company.since(6)).toEqual(['REQUEST anna>bert']);
    expect(attendeesIn(company.copy('bert'))).toBe(
      'bert DELEGATED to dora, carla NEEDS-ACTION rsvp, dora DECLINED from bert',
    );
  });

  it('delegates in turn: Bert to Dora to Otto', () => {
    const company = delegated();
    company.act((scheduler) => scheduler.delegate('dora', UID, addressOf('otto')));
    expect(company.since(4)).toEqual(['REQUEST dora>otto', 'REPLY dora>anna', 'REPLY dora>bert']);
    const chain = [
      'bert DELEGATED to dora, carla NEEDS-ACTION rsvp',
      'dora DELEGATED from bert to otto, otto NEEDS-ACTION rsvp from dora',
    ].join(', ');
    expect(['anna', 'bert', 'dora', 'otto'].map((id) => attendeesIn(company.copy(id)))).toEqual([
      chain,
      chain,
      chain,
      chain,
    ]);
    company.do((scheduler) => scheduler.answer('otto', UID, 'DECLINED'));
    company.deliver();
    expect(company.since(7)).toEqual(['REPLY otto>anna', 'REPLY otto>dora', 'REQUEST anna>dora']);
    expect(attendeesIn(company.copy('dora'))).toBe(
      'bert DELEGATED to dora, carla NEEDS-ACTION rsvp, dora NEEDS-ACTION rsvp from bert, otto DECLINED from dora',
    );
  });

  it('answers an old revision: gets the present one, and the answer does not count', () => {
    const company = delegated();
    company.do((scheduler) =>
      scheduler.change('anna', UID, (event) => [
        event[0],
        event[1].map((line) =>
          line[0] === 'dtend' ? [line[0], line[1], line[2], '2030-03-04T12:00:00Z'] : line,
        ),
        event[2],
      ]),
    );
    company.lose();
    company.do((scheduler) => scheduler.answer('dora', UID, 'ACCEPTED'));
    const count = company.flow.length;
    company.hand(company.last('REPLY', 'anna'));
    expect(company.since(count)).toEqual(['REQUEST anna>dora']);
    expect(sequenceOf(company.event('REQUEST', 'dora'))).toBe(1);
    expect(attendeesIn(company.copy('anna'))).toBe(WITH_DORA);
    company.deliver();
    expect(textValue(company.copy('dora'), 'dtend')).toBe('2030-03-04T12:00:00Z');
  });
});

describe('after delegating', () => {
  const move = (company: Company) =>
    company.do((scheduler) =>
      scheduler.change('anna', UID, (event) => [
        event[0],
        event[1].map((line) =>
          line[0] === 'dtend' ? [line[0], line[1], line[2], '2030-03-04T12:00:00Z'] : line,
        ),
        event[2],
      ]),
    );
  const rename = (company: Company) =>
    company.do((scheduler) =>
      scheduler.change('anna', UID, (event) => [
        event[0],
        [...event[1], ['location', {}, 'text', 'Room 1']],
        event[2],
      ]),
    );

  it.each([
    [false, ['REQUEST anna>carla', 'REQUEST anna>dora']],
    [true, ['REQUEST anna>bert', 'REQUEST anna>carla', 'REQUEST anna>dora']],
  ])('updates go on to the Delegator who wants them: %s', (updates, expected) => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.delegate('bert', UID, DORA, { updates }));
    rename(company);
    expect(company.since(4)).toEqual(expected);
  });

  it('a CANCEL goes to the Delegator too', () => {
    const company = delegated();
    company.do((scheduler) => scheduler.cancel('anna', UID));
    expect(company.since(4)).toEqual(['CANCEL anna>bert', 'CANCEL anna>carla', 'CANCEL anna>dora']);
  });

  it('a rescheduling asks the Delegate anew, not the Delegator', () => {
    const company = delegated();
    company.act((scheduler) => scheduler.answer('dora', UID, 'ACCEPTED'));
    move(company);
    expect(attendeesIn(company.event('REQUEST', 'dora'))).toBe(WITH_DORA);
    expect(sequenceOf(company.event('REQUEST', 'dora'))).toBe(1);
  });

  it('an update that crosses the REPLY does not undo the delegation', () => {
    const company = delegating();
    rename(company);
    company.deliver('REQUEST', 'bert');
    expect(textValue(company.copy('bert'), 'location')).toBe('Room 1');
    expect(attendeesIn(company.copy('bert'))).toBe(WITH_DORA);
    company.deliver();
    expect(attendeesIn(company.copy('anna'))).toBe(WITH_DORA);
  });

  it('the Delegator may answer after all, and stands for itself again', () => {
    const company = delegated();
    company.act((scheduler) => scheduler.answer('bert', UID, 'ACCEPTED'));
    expect(attendeesIn(company.copy('anna'))).toBe(
      'bert ACCEPTED, carla NEEDS-ACTION rsvp, dora NEEDS-ACTION rsvp from bert',
    );
  });
});

describe('an Attendee forwards', () => {
  it('the REQUEST as it came', () => {
    const company = Company.invited();
    company.do((scheduler) => scheduler.answer('bert', UID, 'ACCEPTED'));
    company.do((scheduler) => scheduler.forward('bert', UID, addressOf('otto')));
    expect(company.flow.at(-1)).toBe('REQUEST bert>otto');
    expect(company.last('REQUEST', 'otto')?.calendar).toBe(company.last('REQUEST', 'bert')?.calendar);
    company.deliver();
    expect(attendeesIn(company.copy('otto'))).toBe('bert NEEDS-ACTION rsvp, carla NEEDS-ACTION rsvp');
    expect(attendeesIn(company.copy('anna'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
  });

  it('the newest of several', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.renotify('anna', UID));
    const second = company.last('REQUEST', 'bert')?.calendar;
    company.hand(company.sent[0]);
    company.do((scheduler) => scheduler.forward('bert', UID, addressOf('otto')));
    expect(company.last('REQUEST', 'otto')?.calendar).toBe(second);
  });

  it.each([
    ['who organizes', 'anna', 'otto', /no REQUEST/],
    ['to one who is invited', 'bert', 'carla', /invited already/],
    ['who knows nothing of it', 'dora', 'otto', /has no event/],
  ])('but not one %s', (_case, user, to, reason) => {
    const company = Company.invited();
    expect(() => company.do((scheduler) => scheduler.forward(user, UID, addressOf(to)))).toThrow(reason);
    expect(company.flow).toHaveLength(2);
  });
});
