import { describe, expect, it } from 'vitest';
import { makeProperty, withParameter, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, properties, property, textValue } from '../icalendar/jcal.js';
import { eventsOf, sequenceOf } from '../icalendar/read.js';
import type { Sample } from '../testing/sample-event.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import { masterOf, overridesOf } from './instances.js';
import { inviteWith } from './request.js';
import { rulesFor, standardRules } from './standard-rules.js';
import { add, answersIn, OrganizerSide, remove, set } from './testing/sides.js';

const BOTH = { bert: 'ACCEPTED', carla: 'ACCEPTED' };
const SERIES: Sample = { ...MONDAYS, attendees: BOTH };
const LATER = set({ dtstart: '2030-03-04T12:00:00Z', dtend: '2030-03-04T13:00:00Z' });

function rule(value: Readonly<Record<string, string | number>>): (event: JCalComponent) => JCalComponent {
  return (event) => withProperty(event, ['rrule', {}, 'recur', value]);
}

/** What the message to one Recipient says of the series. */
function seriesSentTo(side: OrganizerSide, id: string): JCalComponent | undefined {
  const message = side.sent.find(({ recipients }) => recipients.includes(`mailto:${id}@example.com`));
  return message && masterOf(message.calendar);
}

describe('an event that is sent for the first time', () => {
  it('goes to all Attendees in one message, with its exceptions', () => {
    const side = new OrganizerSide();
    expect(side.invite(SERIES, monday(11, { attendees: BOTH, sequence: 1 }))).toEqual([
      'REQUEST 0 series, 1 11. to bert, carla',
    ]);
    expect(side.entry?.issued).toBe(1);
    const events = eventsOf(side.entry?.calendar ?? ['', [], []]);
    expect(events.map((event) => textValue(event, 'dtstamp'))).toEqual([
      '2030-01-07T09:01:00Z',
      '2030-01-07T09:01:00Z',
    ]);
  });

  it('shows everybody the instances of the own invitation', () => {
    const side = new OrganizerSide();
    expect(
      side.invite(
        { ...MONDAYS, attendees: { bert: 'NEEDS-ACTION' } },
        monday(11, { attendees: { bert: 'NEEDS-ACTION', dora: 'NEEDS-ACTION' } }),
        monday(18, { attendees: { carla: 'NEEDS-ACTION' } }),
      ),
    ).toEqual(['REQUEST 0 series, 0 11. to bert', 'REQUEST 0 11. to dora', 'REQUEST 0 18. to carla']);
    const series = seriesSentTo(side, 'bert');
    expect(series && properties(series, 'exdate')).toEqual([
      ['exdate', {}, 'date-time', '2030-03-18T10:00:00Z'],
    ]);
  });

  it.each([
    ['as-given', 0, 0],
    ['at-least-1', 0, 1],
    ['at-least-1', 4, 4],
  ] as const)(
    'under the policy initialSequence %s: SEQUENCE %i becomes %i, stored and sent',
    (initialSequence, given, sent) => {
      const side = new OrganizerSide(rulesFor({ initialSequence }));
      expect(side.invite({ sequence: given })).toEqual([`REQUEST ${sent} series to bert`]);
      expect(sequenceOf(masterOf(side.entry?.calendar ?? ['', [], []]) ?? ['', [], []])).toBe(sent);
    },
  );

  it.each([
    ['without VEVENT', ['vcalendar', [], []] as const, /no VEVENT/],
    ['with two UIDs', sampleObject({ uid: 'one' }, { uid: 'two' }), /same UID/],
    ['with the same instance twice', sampleObject(MONDAYS, monday(11), monday(11)), /same instance/],
    ['with two series', sampleObject(MONDAYS, MONDAYS), /same instance/],
  ])('%s: is refused', (_what, calendar, reason) => {
    const invite = () => inviteWith(calendar, '2030-01-07T09:00:00Z', standardRules);
    expect(invite).toThrow(RangeError);
    expect(invite).toThrow(reason);
  });
});

describe('a changed series', () => {
  function invited(rules = standardRules): OrganizerSide {
    const side = new OrganizerSide(rules);
    side.invite(SERIES, monday(11, { attendees: BOTH, lines: ['LOCATION:Room 1'] }));
    return side;
  }

  it('in a detail keeps SEQUENCE, answers and overrides, and brings them along', () => {
    const side = invited();
    expect(side.change(set({ location: 'Room 9' }))).toEqual(['REQUEST 0 series, 0 11. to bert, carla']);
    expect(side.instances).toEqual([
      '4. 10:00 Room 9',
      '11. 10:00 Room 1',
      '18. 10:00 Room 9',
      '25. 10:00 Room 9',
    ]);
    expect(answersIn(seriesSentTo(side, 'bert'))).toBe('bert ACCEPTED, carla ACCEPTED');
    expect(
      eventsOf(side.entry?.calendar ?? ['', [], []]).map((event) => textValue(event, 'dtstamp')),
    ).toEqual(['2030-01-07T09:02:00Z', '2030-01-07T09:02:00Z']);
  });

  it('in time raises SEQUENCE, asks anew and loses its overrides', () => {
    const side = invited();
    expect(side.change(LATER)).toEqual(['REQUEST 1 series to bert, carla']);
    expect(side.instances).toEqual(['4. 12:00', '11. 12:00', '18. 12:00', '25. 12:00']);
    expect(answersIn(seriesSentTo(side, 'bert'))).toBe('bert NEEDS-ACTION, carla NEEDS-ACTION');
  });

  it('in its rule keeps, by policy, the overrides that still are instances', () => {
    const side = new OrganizerSide(rulesFor({ overridesOnReschedule: 'keep' }));
    side.invite(
      SERIES,
      monday(11, { attendees: BOTH, lines: ['LOCATION:Room 1'] }),
      monday(18, { attendees: BOTH }),
    );
    expect(side.change(rule({ freq: 'WEEKLY', interval: 2, count: 9 }))).toEqual([
      'REQUEST 1 series, 0 18. to bert, carla',
    ]);
  });

  it('by excluding an instance raises SEQUENCE, but leaves answers and other overrides', () => {
    const side = invited();
    expect(side.change(set({ exdate: '2030-03-18T10:00:00Z' }))).toEqual([
      'REQUEST 1 series, 0 11. to bert, carla',
    ]);
    expect(answersIn(seriesSentTo(side, 'bert'))).toBe('bert ACCEPTED, carla ACCEPTED');
    expect(side.instances).toEqual(['4. 10:00', '11. 10:00 Room 1', '25. 10:00']);
  });

  it('in STATUS raises SEQUENCE and leaves the answers (RFC 5546 section 2.1.4)', () => {
    const side = invited();
    expect(side.change(set({ status: 'CONFIRMED' }))).toEqual(['REQUEST 1 series, 0 11. to bert, carla']);
    expect(answersIn(seriesSentTo(side, 'bert'))).toBe('bert ACCEPTED, carla ACCEPTED');
  });

  it('by policy keeps the answers when it is rescheduled', () => {
    const side = invited(rulesFor({ partstatReset: 'never' }));
    side.change(LATER);
    expect(answersIn(seriesSentTo(side, 'bert'))).toBe('bert ACCEPTED, carla ACCEPTED');
  });

  it('gets a number above all that were sent for its UID', () => {
    const side = new OrganizerSide();
    side.invite(SERIES, monday(11, { attendees: BOTH, sequence: 5 }));
    expect(side.change(LATER)).toEqual(['REQUEST 6 series to bert, carla']);
  });

  it('leaves its number behind for instances that change later', () => {
    const side = invited();
    side.change(set({ exdate: '2030-03-18T10:00:00Z' }));
    expect(side.changeOne('2030-03-11T10:00:00Z', set({ dtend: '2030-03-11T12:00:00Z' }))).toEqual([
      'REQUEST 2 11. to bert, carla',
    ]);
  });

  it('does not bother those who are on an instance alone that stays as it is', () => {
    const side = new OrganizerSide();
    const single = { bert: 'NEEDS-ACTION', dora: 'NEEDS-ACTION' };
    side.invite(SERIES, monday(11, { attendees: single, lines: ['LOCATION:Room 1'] }));
    expect(side.change(set({ location: 'Room 9' }))).toEqual([
      'REQUEST 0 series, 0 11. to bert',
      'REQUEST 0 series to carla',
    ]);
    expect(side.change(set({ description: 'Bring the plans' }))).toEqual([
      'REQUEST 0 series, 0 11. to bert',
      'REQUEST 0 series to carla',
      'REQUEST 0 11. to dora',
    ]);
  });

  it('tells those who were on a lost override alone that it is off', () => {
    const side = new OrganizerSide();
    side.invite(SERIES, monday(11, { attendees: { ...BOTH, dora: 'ACCEPTED' } }));
    expect(side.change(LATER)).toEqual(['CANCEL 1 11. to dora', 'REQUEST 2 series to bert, carla']);
  });

  it('cannot be changed where there is none', () => {
    const side = new OrganizerSide();
    side.invite(monday(11));
    const { entry } = side;
    expect(entry && overridesOf(entry.calendar)).toHaveLength(1);
    expect(() => side.change((event) => event)).toThrow(/no series/);
  });
});

describe('Attendees of a series', () => {
  function invited(): OrganizerSide {
    const side = new OrganizerSide();
    side.invite(SERIES, monday(11, { attendees: BOTH }));
    return side;
  }

  it('who are removed get a CANCEL of the whole, the others a REQUEST without them', () => {
    const side = invited();
    expect(side.change(remove('carla'))).toEqual([
      'CANCEL 1 series to carla',
      'REQUEST 1 series, 0 11. to bert',
    ]);
    const [cancel, request] = side.sent;
    const listed = [cancel, request].map((message) =>
      eventsOf(message?.calendar ?? ['', [], []]).map((event) => answersIn(event)),
    );
    expect(listed).toEqual([['carla ACCEPTED'], ['bert ACCEPTED', 'bert ACCEPTED']]);
  });

  it('who are added are on all instances', () => {
    const side = invited();
    expect(side.change(add('dora'))).toEqual(['REQUEST 0 series, 0 11. to bert, carla, dora']);
  });

  it('who were taken from an instance stay away from it', () => {
    const side = invited();
    side.changeOne('2030-03-11T10:00:00Z', remove('carla'));
    side.change(set({ location: 'Room 9' }));
    const series = seriesSentTo(side, 'carla');
    expect(series && property(series, 'exdate')).toEqual(['exdate', {}, 'date-time', '2030-03-11T10:00:00Z']);
    expect(side.sent.map(({ recipients }) => recipients.length)).toEqual([1, 1]);
  });
});

describe('in RFC 2446', () => {
  it('all components of a UID carry the running number', () => {
    const side = new OrganizerSide(rulesFor({}, 'rfc2446'));
    side.invite(SERIES);
    side.changeOne(
      '2030-03-11T10:00:00Z',
      set({ dtstart: '2030-03-11T12:00:00Z', dtend: '2030-03-11T13:00:00Z' }),
    );
    expect(side.change(set({ location: 'Room 9' }))).toEqual(['REQUEST 1 series, 1 11. to bert, carla']);
  });
});

describe('the same event, changed only in form', () => {
  it('is no rescheduling', () => {
    const side = new OrganizerSide();
    side.invite(SERIES);
    const shortened = (event: JCalComponent): JCalComponent => [
      event[0],
      [...event[1].filter(([name]) => name !== 'dtend'), makeProperty('duration', 'PT1H')],
      event[2],
    ];
    expect(side.change(shortened)).toEqual(['REQUEST 0 series to bert, carla']);
    expect(
      side.change((event) =>
        withProperty(event, withParameter(makeProperty('location', 'Room 1'), 'language', 'en')),
      ),
    ).toEqual(['REQUEST 0 series to bert, carla']);
  });
});

describe('who gets a REQUEST', () => {
  it('is decided knowing whom the event listed before the change', () => {
    const former: string[] = [];
    const side = new OrganizerSide({
      ...standardRules,
      requestRecipients: (attendees, before) => {
        former.push(answersIn(before));
        return attendees;
      },
    });
    side.invite({ attendees: { bert: 'DECLINED' } });
    expect(side.change(add('carla'))).toEqual(['REQUEST 0 series to bert, carla']);
    expect(former).toEqual(['', 'bert DECLINED']);
  });

  it('may be told in several messages', () => {
    const side = new OrganizerSide({
      ...standardRules,
      requestCopies: (message) => message.recipients.map((one) => ({ ...message, recipients: [one] })),
    });
    expect(side.invite({ attendees: BOTH })).toEqual([
      'REQUEST 0 series to bert',
      'REQUEST 0 series to carla',
    ]);
  });
});
