import { describe, expect, test } from 'vitest';
import { components, textValue } from '../icalendar/jcal.js';
import { dtstampOf, eventsOf, sequenceOf } from '../icalendar/read.js';
import { BERLIN, type Sample, sampleCalendar } from '../testing/sample-event.js';
import { sampleObject } from '../testing/sample-series.js';
import { type Delegating, delegateWith } from './delegation-request.js';
import { type Entry, entryOf } from './entry.js';
import { receiveRequest } from './receive-request.js';
import { standardRules } from './standard-rules.js';

const BERT = 'mailto:bert@example.com';
const DORA = 'mailto:dora@example.com';
const NOW = '2030-01-08T09:00:00Z';
const delegating: Delegating = { own: [BERT], to: DORA, updates: false, instance: undefined, now: NOW };

/** What Bert has after a REQUEST with a VEVENT of each sample. */
function received(...samples: readonly Sample[]): Entry {
  const [name, properties, parts] = sampleObject(...samples);
  const message = [name, [...properties, ['method', {}, 'text', 'REQUEST']], parts] as const;
  const decision = receiveRequest(undefined, message, { own: [BERT], now: NOW }, standardRules);
  if (decision.outcome !== 'applied') throw new Error(decision.reason);
  return decision.effect;
}

describe('the delegation REQUEST', () => {
  const { outgoing } = delegateWith(
    received({
      sequence: 3,
      before: BERLIN,
      dtstart: ';TZID=Europe/Berlin:20300304T110000',
      dtend: ';TZID=Europe/Berlin:20300304T120000',
      lines: ['X-ROOM-CODE:77', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT5M', 'END:VALARM'],
    }),
    delegating,
    standardRules,
  );
  const [request, reply] = outgoing;

  test('goes to the Delegate with the SEQUENCE of the event and its own DTSTAMP', () => {
    expect(request).toMatchObject({ method: 'REQUEST', originator: BERT, recipients: [DORA] });
    const [event] = eventsOf(request?.calendar ?? ['', [], []]);
    expect(event && [sequenceOf(event), dtstampOf(event)]).toEqual([3, NOW]);
  });

  test('has what the original had: times with their zone, and properties that nobody knows', () => {
    const calendar = request?.calendar ?? ['', [], []];
    expect(components(calendar, 'vtimezone').map((zone) => textValue(zone, 'tzid'))).toEqual([
      'Europe/Berlin',
    ]);
    const [event] = eventsOf(calendar);
    expect(event && textValue(event, 'x-room-code')).toBe('77');
    expect(event && textValue(event, 'dtstart')).toBe('2030-03-04T11:00:00');
    expect(event?.[2]).toEqual([]);
  });

  test('goes along with a REPLY to the Organizer', () => {
    expect(reply).toMatchObject({
      method: 'REPLY',
      originator: BERT,
      recipients: ['mailto:anna@example.com'],
    });
    const [event] = eventsOf(reply?.calendar ?? ['', [], []]);
    expect(event && [sequenceOf(event), dtstampOf(event)]).toEqual([3, NOW]);
  });
});

test('what is cancelled or delegated already is left alone', () => {
  const carla = 'mailto:carla@example.com';
  const instance = (day: string, ...lines: readonly string[]): Sample => ({
    lines: [`RECURRENCE-ID:203003${day}T100000Z`, ...lines],
  });
  const entry = received(
    { lines: ['RRULE:FREQ=WEEKLY;COUNT=4'] },
    instance('11'),
    instance('18', 'STATUS:CANCELLED'),
    { ...instance('25'), attendees: { carla: 'NEEDS-ACTION' } },
  );
  const one = delegateWith(
    entry,
    { ...delegating, to: carla, instance: '2030-03-11T10:00:00Z' },
    standardRules,
  );
  if (one.entry === undefined) throw new Error('the entry is gone');
  const { outgoing } = delegateWith(one.entry, delegating, standardRules);
  const scopes = eventsOf(outgoing[0]?.calendar ?? ['', [], []]).map((event) =>
    textValue(event, 'recurrence-id'),
  );
  expect(scopes).toEqual([undefined]);
});

describe('nothing is delegated', () => {
  test.each<[string, Entry, Partial<Delegating>, RegExp]>([
    ['of an own event', entryOf(sampleCalendar()), {}, /was not received/],
    ['by one who is not listed', received({}), { own: ['mailto:otto@example.com'] }, /nothing/],
    ['of an instance that is none', received({}), { instance: '2030-03-05T10:00:00Z' }, /no instance/],
    [
      'of an instance by one who is not on it',
      received({ lines: ['RRULE:FREQ=WEEKLY;COUNT=2'] }),
      { own: ['mailto:otto@example.com'], instance: '2030-03-11T10:00:00Z' },
      /does not list/,
    ],
  ])('%s', (_case, entry, wish, reason) => {
    expect(() => delegateWith(entry, { ...delegating, ...wish }, standardRules)).toThrow(reason);
    expect(() => delegateWith(entry, { ...delegating, ...wish }, standardRules)).toThrow(RangeError);
  });
});
