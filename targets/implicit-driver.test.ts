import { describe, expect, it, test } from 'vitest';
import { components, type JCalComponent, textValue } from '../simulator/icalendar/jcal.js';
import { attendeesOf, eventsOf } from '../simulator/icalendar/read.js';
import { BERLIN, type Sample, sampleCalendar } from '../simulator/testing/sample-event.js';
import { castAtExample } from './example-cast.js';
import { type Edit, editFor } from './implicit-driver.js';
import { NotExpressible } from './outcome-errors.js';
import type { CalendarUser, Intent } from './target.js';

const NAMES = ['Anna', 'Bert', 'Carla', 'Dora'];
const CAST = castAtExample({ scenario: 'of the test', names: NAMES, external: [] });
const NOW = '2030-02-01T08:00:00Z';
const UID = 'review@example.com';
const ABOUT = { actor: 'anna', uid: UID } as const;
const TUESDAY = {
  start: { local: '2030-03-05T15:00:00', zone: 'UTC' },
  end: { local: '2030-03-05T16:30:00', zone: 'UTC' },
};
const PEOPLE: Sample = { sequence: 3, attendees: { bert: 'ACCEPTED', carla: 'NEEDS-ACTION' } };
const WEEKLY: Sample = { ...PEOPLE, lines: ['RRULE:FREQ=WEEKLY;COUNT=4'] };
const SECOND = { local: '2030-03-11T10:00:00', zone: 'UTC' };

function edit(
  intent: Intent,
  current: JCalComponent | undefined = sampleCalendar(PEOPLE),
  cast: ReadonlyMap<string, CalendarUser> = CAST,
): Edit {
  return editFor(intent, { cast, current, now: NOW });
}

/** The VEVENTs of the object as the edit leaves it. */
function edited(intent: Intent, current?: JCalComponent, cast?: typeof CAST): JCalComponent[] {
  const done = edit(intent, current, cast);
  if (done.kind !== 'change') throw new Error(`expected a change, got ${JSON.stringify(done)}`);
  return eventsOf(done.calendar);
}

/** The only VEVENT as the edit leaves it: what each property of interest says. */
function shown(intent: Intent, ...names: readonly string[]): (string | undefined)[] {
  const [event, ...more] = edited(intent);
  expect(more).toEqual([]);
  return names.map((name) => event && textValue(event, name));
}

const answersIn = (event: JCalComponent | undefined) =>
  event && attendeesOf(event).map(({ address, partstat }) => `${address.slice(7).split('@')[0]} ${partstat}`);

describe('an Organizer', () => {
  it('invites by a new object', () => {
    const invite = { ...ABOUT, ...TUESDAY, kind: 'invite', summary: 'S', attendees: ['bert'] } as const;
    const done = editFor(invite, { cast: CAST, current: undefined, now: NOW });
    expect(done.kind).toBe('create');
    const [event] = done.kind === 'create' ? eventsOf(done.calendar) : [];
    expect([event && textValue(event, 'uid'), event && textValue(event, 'dtstamp')]).toEqual([UID, NOW]);
  });

  it('reschedules: new times, everything else as it was, SEQUENCE too', () => {
    const intent = { ...ABOUT, ...TUESDAY, kind: 'reschedule' } as const;
    expect(shown(intent, 'dtstart', 'dtend', 'dtstamp', 'sequence', 'summary', 'uid')).toEqual([
      ...['2030-03-05T15:00:00Z', '2030-03-05T16:30:00Z', NOW, '3', 'Design review', UID],
    ]);
    expect(answersIn(edited(intent)[0])).toEqual(['bert ACCEPTED', 'carla NEEDS-ACTION']);
  });

  it.each([
    ['brings the definition of another zone along', [], 1],
    ['has a definition that is there already only once', BERLIN, 1],
  ])('reschedules and %s', (_what, before, count) => {
    const zone = 'Europe/Berlin';
    const [start, end] = ['15', '16'].map((hour) => ({ local: `2030-03-05T${hour}:00:00`, zone }));
    const timezone = ['BEGIN:VCALENDAR', ...BERLIN, 'END:VCALENDAR', ''].join('\r\n');
    const intent = { ...ABOUT, kind: 'reschedule', start, end, timezone } as Intent;
    const done = edit(intent, sampleCalendar({ ...PEOPLE, before }));
    const zones = done.kind === 'change' ? components(done.calendar, 'vtimezone') : [];
    expect(zones.map((found) => textValue(found, 'tzid'))).toEqual(Array(count).fill(zone));
    const [event] = done.kind === 'change' ? eventsOf(done.calendar) : [];
    expect(event && textValue(event, 'dtstart')).toBe('2030-03-05T15:00:00');
  });

  it('changes details, and nothing else', () => {
    const intent = { ...ABOUT, kind: 'update', changes: { location: 'Room 3', summary: 'T' } } as const;
    expect(shown(intent, 'location', 'summary', 'dtstart', 'sequence')).toEqual([
      ...['Room 3', 'T', '2030-03-04T10:00:00Z', '3'],
    ]);
  });

  it('uninvites by any address of the one who goes', () => {
    const intent = { ...ABOUT, kind: 'uninvite', attendee: 'carla' } as const;
    const addresses = ['urn:carla', 'MAILTO:Carla@Example.COM'];
    const cast = new Map([...CAST, ['carla', { ...CAST.get('carla'), addresses } as CalendarUser]]);
    expect(answersIn(edited(intent, sampleCalendar(PEOPLE), cast)[0])).toEqual(['bert ACCEPTED']);
  });

  it('cancels the whole event by removing it', () => {
    expect(edit({ ...ABOUT, kind: 'cancel' })).toEqual({ kind: 'remove' });
  });

  it('cancels an instance by an EXDATE', () => {
    const [series, ...more] = edited(
      { ...ABOUT, kind: 'cancel', instances: [SECOND] },
      sampleCalendar(WEEKLY),
    );
    expect(more).toEqual([]);
    expect(series?.[1]).toContainEqual(['exdate', {}, 'date-time', '2030-03-11T10:00:00Z']);
    expect(series && textValue(series, 'dtstamp')).toBe(NOW);
  });

  it('moves an instance by an override beside the series, which stays as it was', () => {
    const before = sampleCalendar(WEEKLY);
    const intent = { ...ABOUT, ...TUESDAY, kind: 'reschedule', instance: SECOND } as const;
    const [series, override, ...more] = edited(intent, before);
    expect([series, more]).toEqual([eventsOf(before)[0], []]);
    const told = ['recurrence-id', 'dtstart', 'dtend', 'rrule', 'sequence', 'dtstamp'].map(
      (name) => override && textValue(override, name),
    );
    expect(told).toEqual([
      ...['2030-03-11T10:00:00Z', '2030-03-05T15:00:00Z', '2030-03-05T16:30:00Z', undefined, '3', NOW],
    ]);
  });

  it.each([
    ['keeps an override', 'FREQ=WEEKLY;COUNT=6', 1],
    ['drops an override for what is no instance any more', 'FREQ=DAILY;COUNT=2', 0],
  ])('gives the series another rule and %s', (_what, rule, count) => {
    const moved = { ...ABOUT, ...TUESDAY, kind: 'reschedule', instance: SECOND } as const;
    const before = edit(moved, sampleCalendar(WEEKLY));
    const start = { local: '2030-03-04T10:00:00', zone: 'UTC' };
    const end = { local: '2030-03-04T11:00:00', zone: 'UTC' };
    const intent = { ...ABOUT, kind: 'reschedule', start, end, recurrence: { rule } } as const;
    const events = edited(intent, before.kind === 'change' ? before.calendar : undefined);
    expect(events.map((event) => textValue(event, 'recurrence-id') !== undefined)).toEqual(
      [false, true].slice(0, 1 + count),
    );
  });

  test.each([
    ['all', undefined, ['bert', 'carla']],
    ['those named', ['carla'], ['carla']],
  ])(
    'sends the event again to %s by SCHEDULE-FORCE-SEND (RFC 6638 section 7.2)',
    (_what, attendees, asked) => {
      const intent: Intent =
        attendees === undefined
          ? { ...ABOUT, kind: 'renotify', asking: true }
          : { ...ABOUT, kind: 'status-poll', attendees };
      const [event] = edited(intent);
      const forced = event === undefined ? [] : attendeesOf(event).filter(isForced);
      expect(forced.map(({ address, rsvp }) => [address, rsvp])).toEqual(
        asked.map((id) => [`mailto:${id}@example.com`, true]),
      );
      expect(answersIn(event)).toEqual(['bert ACCEPTED', 'carla NEEDS-ACTION']);
    },
  );

  const isForced = ({ parameters }: ReturnType<typeof attendeesOf>[number]) =>
    parameters['schedule-force-send'] === 'REQUEST';
});

describe('an Attendee', () => {
  test.each([
    ['accept', 'ACCEPTED'],
    ['tentative', 'TENTATIVE'],
    ['decline', 'DECLINED'],
  ] as const)('%s: only the own PARTSTAT changes', (kind, partstat) => {
    const intent = { kind, actor: 'carla', uid: UID } as const;
    expect(answersIn(edited(intent)[0])).toEqual(['bert ACCEPTED', `carla ${partstat}`]);
    expect(shown(intent, 'sequence', 'dtstart', 'dtstamp')).toEqual(['3', '2030-03-04T10:00:00Z', NOW]);
  });

  it('is found by a second address, which stays as it stands', () => {
    const cast = new Map([
      [
        'carla',
        { ...CAST.get('carla'), addresses: ['urn:carla', 'mailto:CARLA@example.com'] } as CalendarUser,
      ],
    ]);
    const [event] = edited({ kind: 'accept', actor: 'carla', uid: UID }, sampleCalendar(PEOPLE), cast);
    expect(answersIn(event)).toEqual(['bert ACCEPTED', 'carla ACCEPTED']);
  });

  it('answers for one instance in an override', () => {
    const [series, override] = edited(
      { kind: 'decline', actor: 'carla', uid: UID, instance: SECOND },
      sampleCalendar(WEEKLY),
    );
    expect(answersIn(series)).toEqual(['bert ACCEPTED', 'carla NEEDS-ACTION']);
    expect(answersIn(override)).toEqual(['bert ACCEPTED', 'carla DECLINED']);
    expect(override && textValue(override, 'recurrence-id')).toBe('2030-03-11T10:00:00Z');
  });
});

describe('components beside the event', () => {
  it('stay where they are', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:X', 'END:VTIMEZONE'];
    const before = sampleCalendar({ ...PEOPLE, before: zone });
    const done = edit({ ...ABOUT, kind: 'update', changes: { location: 'R' } }, before);
    expect(done.kind === 'change' && done.calendar[2].map(([name]) => name)).toEqual(['vtimezone', 'vevent']);
    expect(done.kind === 'change' && done.calendar[1]).toEqual(before[1]);
  });
});

describe('is impossible', () => {
  test.each<[string, Intent, JCalComponent | undefined, string]>([
    ['without the event', { ...ABOUT, kind: 'cancel' }, undefined, 'the event is not in the calendar'],
    [
      'in an object without event',
      { ...ABOUT, kind: 'update', changes: {} },
      ['vcalendar', [], []],
      'the object has no such event',
    ],
    [
      'for an instance that the series does not have',
      { ...ABOUT, ...TUESDAY, kind: 'reschedule', instance: TUESDAY.start },
      sampleCalendar(WEEKLY),
      'the object has no such event',
    ],
    [
      'an answer of somebody who is not listed',
      { kind: 'accept', actor: 'dora', uid: UID },
      sampleCalendar(PEOPLE),
      'the event does not list the Attendee',
    ],
    [
      'the removal of somebody who is not listed',
      { ...ABOUT, kind: 'uninvite', attendee: 'dora' },
      sampleCalendar(PEOPLE),
      'the event does not list the Attendee',
    ],
  ])('%s', (_what, intent, current, reason) => {
    expect(editFor(intent, { cast: CAST, current, now: NOW })).toEqual({ kind: 'impossible', reason });
  });
});

describe('is not expressible', () => {
  test.each<[string, Intent, RegExp]>([
    ['a delegation', { kind: 'delegate', actor: 'bert', uid: UID, to: 'dora' }, /says delegate/],
    ['a forward', { kind: 'forward', actor: 'bert', uid: UID, to: 'dora' }, /says forward/],
    ['a decision', { ...ABOUT, kind: 'decide', about: 'dora', decision: 'accept' }, /says decide/],
    ['a change of Organizer', { ...ABOUT, kind: 'change-organizer' }, /says change-organizer/],
    [
      'what a secretary does',
      { ...ABOUT, kind: 'cancel', actor: 'dora', onBehalfOf: 'anna' },
      /acts for the owner of a calendar only/,
    ],
    [
      'a change of this and all future instances',
      { ...ABOUT, ...TUESDAY, kind: 'reschedule', instance: SECOND, range: 'THISANDFUTURE' },
      /RANGE=THISANDFUTURE/,
    ],
    [
      'a cancellation of this and all instances before',
      { ...ABOUT, kind: 'cancel', instances: [SECOND], range: 'THISANDPRIOR' },
      /RANGE=THISANDPRIOR/,
    ],
  ])('%s', (_what, intent, words) => {
    const attempt = () => edit(intent, sampleCalendar(WEEKLY));
    expect(attempt).toThrow(NotExpressible);
    expect(attempt).toThrow(words);
  });
});
