import { describe, expect, it } from 'vitest';
import { property, textValue } from '../icalendar/jcal.js';
import { BERLIN, sampleCalendar } from '../testing/sample-event.js';
import { MONDAYS, monday, sampleObject } from '../testing/sample-series.js';
import {
  eventAt,
  eventsByScope,
  instanceIn,
  keepEvents,
  masterOf,
  overridesOf,
  SERIES,
  scopeFrom,
  scopeOf,
  scopeText,
  withEvent,
} from './instances.js';
import { standardRules as rules } from './standard-rules.js';

const SECOND = '2030-03-11T10:00:00Z';
const RANGE = { lines: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300318T100000Z', 'LOCATION:Room 2'] };
const object = sampleObject(MONDAYS, monday(11, { lines: ['LOCATION:Room 1'] }), {
  dtstart: ':20300318T120000Z',
  dtend: ':20300318T130000Z',
  ...RANGE,
});

describe('the VEVENTs of an object', () => {
  it('are a series and its overrides', () => {
    expect(masterOf(object)?.[1].some(([name]) => name === 'rrule')).toBe(true);
    expect(overridesOf(object)).toHaveLength(2);
    expect(masterOf(sampleObject(monday(11)))).toBeUndefined();
  });

  it('are found by what they are about', () => {
    expect(eventsByScope(object, rules).map(([scope]) => scope)).toEqual([
      SERIES,
      SECOND,
      '2030-03-18T10:00:00Z THISANDFUTURE',
    ]);
    expect(eventAt(object, SERIES, rules)).toBe(masterOf(object));
    expect(eventAt(object, '2030-03-18T10:00:00Z', rules)).toBeUndefined();
  });
});

describe('a scope', () => {
  it.each([
    { instance: SERIES, range: undefined },
    { instance: SECOND, range: undefined },
    { instance: SECOND, range: 'THISANDFUTURE' as const },
    { instance: '2030-03-11T10:00:00 Mars/Base', range: 'THISANDPRIOR' as const },
  ])('%o is the same from its text', (scope) => {
    expect(scopeFrom(scopeText(scope))).toEqual(scope);
  });

  it('is a moment, whatever the form of RECURRENCE-ID', () => {
    const calendar = sampleCalendar({
      before: BERLIN,
      lines: ['RECURRENCE-ID;TZID=Europe/Berlin:20300311T110000'],
    });
    const [event] = overridesOf(calendar);
    expect(event && scopeOf(event, calendar, rules)).toEqual({ instance: SECOND, range: undefined });
  });

  it('in a zone that is not defined is the text', () => {
    const calendar = sampleCalendar({ lines: ['RECURRENCE-ID;TZID=Mars/Base:20300311T110000'] });
    const [event] = overridesOf(calendar);
    expect(event && scopeOf(event, calendar, rules).instance).toBe('2030-03-11T11:00:00 Mars/Base');
  });
});

describe('an object with another VEVENT', () => {
  const override = overridesOf(sampleObject(monday(11, { lines: ['LOCATION:Room 9'] })))[0] ?? object;

  it('has it in the place of the one before', () => {
    const changed = withEvent(object, SECOND, override, rules);
    expect(eventAt(changed, SECOND, rules)).toBe(override);
    expect(overridesOf(changed)).toHaveLength(2);
    expect(eventAt(object, SECOND, rules)).not.toBe(override);
  });

  it('has it besides the others', () => {
    const changed = withEvent(sampleObject(MONDAYS), SECOND, override, rules);
    expect(eventAt(changed, SECOND, rules)).toBe(override);
    expect(masterOf(changed)).toBeDefined();
  });

  it('can lose some', () => {
    const kept = keepEvents(object, (scope) => scope !== SECOND, rules);
    expect(eventsByScope(kept, rules).map(([scope]) => scope)).toEqual([
      SERIES,
      '2030-03-18T10:00:00Z THISANDFUTURE',
    ]);
    expect(keepEvents(object, () => true, rules)).toBe(object);
  });
});

describe('an instance as it is now', () => {
  it.each([
    ['what was written for it', SECOND, SECOND, 'Room 1'],
    ['what the range before it says', '2030-03-25T10:00:00Z', '2030-03-25T12:00:00Z', 'Room 2'],
    ['what the series says', '2030-03-04T10:00:00Z', '2030-03-04T10:00:00Z', undefined],
    ['what the range says that begins with it', '2030-03-18T10:00:00Z', '2030-03-18T12:00:00Z', 'Room 2'],
  ])('is %s', (_what, key, start, location) => {
    const found = instanceIn(object, key, rules);
    expect(found && [textValue(found, 'dtstart'), textValue(found, 'location')]).toEqual([start, location]);
    expect(found && property(found, 'recurrence-id')).toEqual(['recurrence-id', {}, 'date-time', key]);
  });

  it('is what the last of several ranges says', () => {
    const later = { lines: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300325T100000Z', 'LOCATION:Room 3'] };
    const both = sampleObject(MONDAYS, RANGE, {
      dtstart: ':20300325T140000Z',
      dtend: ':20300325T150000Z',
      ...later,
    });
    const locations = ['2030-03-18T10:00:00Z', '2030-03-25T10:00:00Z'].map((key) => {
      const found = instanceIn(both, key, rules);
      return found && textValue(found, 'location');
    });
    expect(locations).toEqual(['Room 2', 'Room 3']);
  });

  it('is none where the series has none, or there is no series', () => {
    expect(instanceIn(object, '2030-04-01T10:00:00Z', rules)).toBeUndefined();
    expect(instanceIn(sampleObject(monday(11)), '2030-03-18T10:00:00Z', rules)).toBeUndefined();
  });
});
