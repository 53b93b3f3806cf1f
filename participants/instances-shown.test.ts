import { describe, expect, it } from 'vitest';
import { BERLIN } from '../simulator/testing/sample-event.js';
import { sampleObject } from '../simulator/testing/sample-series.js';
import { instancesShown } from './instances-shown.js';

const SERIES = { lines: ['RRULE:FREQ=DAILY;COUNT=4'] };

/** An override that begins at noon of 5 March 2030, where the series begins at ten. */
function atNoon(recurrenceId: string, ...lines: readonly string[]) {
  const times = { dtstart: ':20300305T120000Z', dtend: ':20300305T130000Z' };
  return { ...times, lines: [recurrenceId, ...lines] };
}

function starts(...overrides: readonly ReturnType<typeof atNoon>[]): string[] {
  return instancesShown(sampleObject(SERIES, ...overrides)).map(({ start }) => start.slice(8, 16));
}

describe('a calendar shows', () => {
  it('all instances of a series', () => {
    expect(starts()).toEqual(['04T10:00', '05T10:00', '06T10:00', '07T10:00']);
  });

  it.each([
    ['RECURRENCE-ID:20300305T100000Z', ['04T10:00', '05T12:00', '06T10:00', '07T10:00']],
    ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300305T100000Z', ['04T10:00', '05T12:00', '06T12:00', '07T12:00']],
    ['RECURRENCE-ID;RANGE=THISANDPRIOR:20300305T100000Z', ['04T12:00', '05T12:00', '06T10:00', '07T10:00']],
    ['RECURRENCE-ID;RANGE=ALL:20300305T100000Z', ['04T10:00', '05T12:00', '06T10:00', '07T10:00']],
  ])('what %s changes', (recurrenceId, shown) => {
    expect(starts(atNoon(recurrenceId))).toEqual(shown);
  });

  it('twice what is written down twice, though in another zone', () => {
    const twice = ['RECURRENCE-ID:20300305T100000Z', 'RECURRENCE-ID;TZID=Europe/Berlin:20300305T110000'];
    const calendar = sampleObject({ ...SERIES, before: BERLIN }, ...twice.map((id) => atNoon(id)));
    expect(instancesShown(calendar).map(({ start }) => start.slice(8, 16))).toEqual([
      ...['04T10:00', '05T12:00', '05T12:00', '06T10:00', '07T10:00'],
    ]);
  });

  it('no instance that is cancelled, of a range none', () => {
    expect(starts(atNoon('RECURRENCE-ID:20300305T100000Z', 'STATUS:CANCELLED'))).toEqual([
      ...['04T10:00', '06T10:00', '07T10:00'],
    ]);
    const range = 'RECURRENCE-ID;RANGE=THISANDFUTURE:20300305T100000Z';
    expect(starts(atNoon(range, 'STATUS:CANCELLED'))).toEqual(['04T10:00']);
  });

  it('an instance of its own within a range', () => {
    const range = 'RECURRENCE-ID;RANGE=THISANDFUTURE:20300304T100000Z';
    const moved = { ...atNoon('RECURRENCE-ID:20300306T100000Z'), dtstart: ':20300306T080000Z' };
    const shifted = { ...atNoon(range), dtstart: ':20300304T120000Z', dtend: ':20300304T130000Z' };
    expect(starts(shifted, { ...moved, dtend: ':20300306T090000Z' })).toEqual([
      ...['04T12:00', '05T12:00', '06T08:00', '07T12:00'],
    ]);
  });
});
