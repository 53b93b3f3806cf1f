import { describe, expect, it } from 'vitest';
import { textValue } from '../icalendar/jcal.js';
import { eventsOf, sequenceOf } from '../icalendar/read.js';
import { attendeesIn, Company } from './testing/company.js';
import { addressOf, UID } from './testing/office.js';

const BERT = addressOf('bert');

/** Bert and Carla have accepted; then Bert becomes the Organizer. Nothing of that has arrived. */
function taking(policies: ConstructorParameters<typeof Company>[0] = {}): Company {
  const company = Company.invited(policies);
  company.act((scheduler) => scheduler.answer('bert', UID, 'ACCEPTED'));
  company.act((scheduler) => scheduler.answer('carla', UID, 'ACCEPTED'));
  company.do((scheduler) => scheduler.changeOrganizer('bert', UID, BERT));
  return company;
}

describe('an Attendee becomes the Organizer', () => {
  it('by a REQUEST with another ORGANIZER and a greater SEQUENCE to the others', () => {
    const company = taking();
    expect(company.since(4)).toEqual(['REQUEST bert>carla']);
    const request = company.event('REQUEST', 'carla');
    expect([textValue(request, 'organizer'), sequenceOf(request)]).toEqual([BERT, 1]);
    expect(attendeesIn(request)).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
    company.deliver();
    expect(textValue(company.copy('carla'), 'organizer')).toBe(BERT);
    expect(attendeesIn(company.copy('carla'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
  });

  it('and gets the answers from then on', () => {
    const company = taking();
    company.deliver();
    company.act((scheduler) => scheduler.answer('carla', UID, 'TENTATIVE'));
    expect(company.since(5)).toEqual(['REPLY carla>bert']);
    expect(attendeesIn(company.copy('bert'))).toBe('bert ACCEPTED, carla TENTATIVE');
    company.do((scheduler) => scheduler.cancel('bert', UID));
    expect(company.since(6)).toEqual(['CANCEL bert>carla']);
    expect(sequenceOf(company.event('CANCEL', 'carla'))).toBe(2);
  });

  it('keeping the answers by policy', () => {
    const company = taking({ answersAfterOrganizerChange: 'keep' });
    expect(attendeesIn(company.event('REQUEST', 'carla'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
    company.act((scheduler) => scheduler.redistribute('bert', UID));
    expect(attendeesIn(company.copy('carla'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
  });

  it('by policy only when the Attendee agrees', () => {
    const company = taking({ organizerChange: 'ask' });
    company.deliver();
    expect(textValue(company.copy('carla'), 'organizer')).toBe(addressOf('anna'));
    const [question] = company.scheduler.pending('carla');
    expect(question).toMatchObject({ kind: 'organizer-change', from: BERT });
    company.act((scheduler) => scheduler.decide('carla', question?.id ?? '', 'accept'));
    expect(textValue(company.copy('carla'), 'organizer')).toBe(BERT);
    expect(company.scheduler.pending('carla')).toEqual([]);
  });

  it.each(['decline', 'ignore'] as const)('not when the Attendee says: %s', (decision) => {
    const company = taking({ organizerChange: 'ask' });
    company.deliver();
    const count = company.flow.length;
    const [question] = company.scheduler.pending('carla');
    company.act((scheduler) => scheduler.decide('carla', question?.id ?? '', decision));
    expect(textValue(company.copy('carla'), 'organizer')).toBe(addressOf('anna'));
    expect([company.scheduler.pending('carla'), company.since(count)]).toEqual([[], []]);
  });

  it('never by policy', () => {
    const company = taking({ organizerChange: 'refuse' });
    expect(company.hand(company.last('REQUEST', 'carla'))).toMatchObject({
      outcome: 'ignored',
      rule: 'organizerChange',
    });
    expect(textValue(company.copy('carla'), 'organizer')).toBe(addressOf('anna'));
  });

  it('so that what the former one sent before is obsolete', () => {
    const company = Company.invited();
    company.do((scheduler) => scheduler.renotify('anna', UID));
    const late = company.last('REQUEST', 'carla');
    company.do((scheduler) => scheduler.changeOrganizer('bert', UID, BERT));
    company.hand(company.last('REQUEST', 'carla'));
    expect(company.hand(late)?.outcome).toBe('ignored');
    expect(textValue(company.copy('carla'), 'organizer')).toBe(BERT);
  });

  it('of a series, without the instances that were cancelled', () => {
    const company = Company.invited({}, { lines: ['RRULE:FREQ=WEEKLY;COUNT=3'] });
    company.act((scheduler) => scheduler.cancel('anna', UID, { recurrenceIds: ['2030-03-11T10:00:00Z'] }));
    company.act((scheduler) => scheduler.changeOrganizer('bert', UID, BERT));
    const request = company.last('REQUEST', 'carla')?.calendar ?? ['vcalendar', [], []];
    expect(eventsOf(request).map((event) => textValue(event, 'recurrence-id'))).toEqual([undefined]);
    expect(textValue(company.event('REQUEST', 'carla'), 'exdate')).toBe('2030-03-11T10:00:00Z');
    expect(sequenceOf(company.event('REQUEST', 'carla'))).toBe(2);
  });
});

describe('the former Organizer', () => {
  const ANNA = { lines: ['ATTENDEE;PARTSTAT=ACCEPTED:mailto:anna@example.com'] };

  it('hears of it as an Attendee who stays, and has a copy', () => {
    const company = Company.invited({}, ANNA);
    company.act((scheduler) => scheduler.changeOrganizer('bert', UID, BERT, { keepFormer: true }));
    expect(company.since(2)).toEqual(['REQUEST bert>carla', 'REQUEST bert>anna']);
    expect(textValue(company.copy('anna'), 'organizer')).toBe(BERT);
    expect(() => company.do((scheduler) => scheduler.cancel('anna', UID))).toThrow(/does not organize/);
    company.act((scheduler) => scheduler.answer('anna', UID, 'DECLINED'));
    expect(attendeesIn(company.copy('bert'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp, anna DECLINED');
  });

  it('is removed else', () => {
    const company = Company.invited({}, ANNA);
    company.act((scheduler) => scheduler.changeOrganizer('bert', UID, BERT));
    expect(company.since(2)).toEqual(['REQUEST bert>carla']);
    expect(attendeesIn(company.copy('carla'))).toBe('bert ACCEPTED, carla NEEDS-ACTION rsvp');
  });
});

describe('the Organizer hands over', () => {
  it('only to one for whom it may schedule', () => {
    const company = Company.invited();
    expect(() => company.do((scheduler) => scheduler.changeOrganizer('anna', UID, BERT))).toThrow(
      /anna has no right to schedule for bert/,
    );
    expect(textValue(company.copy('anna'), 'organizer')).toBe(addressOf('anna'));
    expect(company.flow).toHaveLength(2);
  });

  it('what it has itself, and keeps a copy', () => {
    const company = new Company();
    company.do((scheduler) =>
      scheduler.invite('sven', [
        'vcalendar',
        [],
        [
          [
            'vevent',
            [
              ['uid', {}, 'text', UID],
              ['dtstart', {}, 'date-time', '2030-03-04T10:00:00Z'],
              ['organizer', {}, 'cal-address', addressOf('sven')],
              ['attendee', {}, 'cal-address', addressOf('carla')],
            ],
            [],
          ],
        ],
      ]),
    );
    company.deliver();
    company.act((scheduler) => scheduler.answer('carla', UID, 'ACCEPTED'));
    company.act((scheduler) => scheduler.changeOrganizer('sven', UID, BERT));
    expect(company.since(2)).toEqual(['REQUEST sven>carla']);
    expect(company.event('REQUEST', 'carla')[1]).toContainEqual([
      'organizer',
      { 'sent-by': addressOf('sven') },
      'cal-address',
      BERT,
    ]);
    expect(() => company.do((scheduler) => scheduler.cancel('sven', UID))).toThrow(/does not organize/);
    company.act((scheduler) => scheduler.answer('carla', UID, 'DECLINED'));
    expect(attendeesIn(company.copy('bert'))).toBe('carla DECLINED');
  });
});

describe('nobody becomes the Organizer', () => {
  it.each([
    ['who is not served here', 'bert', 'mailto:erik@elsewhere.example', /not served here/],
    ['who organizes already', 'anna', addressOf('anna'), /organizes the event already/],
    ['for whom another Attendee decides', 'carla', BERT, /does not organize/],
    ['who does not know the event', 'dora', addressOf('dora'), /has no event/],
  ])('%s', (_case, user, to, reason) => {
    const company = Company.invited();
    expect(() => company.do((scheduler) => scheduler.changeOrganizer(user, UID, to))).toThrow(reason);
    expect(company.flow).toHaveLength(2);
  });

  it('of an event that is cancelled', () => {
    const company = Company.invited();
    company.act((scheduler) => scheduler.cancel('anna', UID));
    expect(() => company.do((scheduler) => scheduler.changeOrganizer('bert', UID, BERT))).toThrow(
      /cancelled/,
    );
  });
});
