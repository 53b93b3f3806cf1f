import { describe, expect, it } from 'vitest';
import { BERLIN, type Sample, sampleCalendar } from '../testing/sample-event.js';
import { withProperty } from './edit.js';
import { type JCalComponent, property, textValue } from './jcal.js';
import { eventsOf } from './read.js';
import { recurrenceSetOf } from './recurrence-set.js';
import { instanceOfRange, instanceOfSeries } from './series-instance.js';

function series(sample: Sample): { master: JCalComponent; calendar: JCalComponent } {
  const calendar = sampleCalendar({ before: BERLIN, ...sample });
  const [master] = eventsOf(calendar);
  if (master === undefined) throw new Error('no VEVENT');
  return { master, calendar };
}

function instance(sample: Sample, key: string): JCalComponent | undefined {
  const { master, calendar } = series(sample);
  return instanceOfSeries(master, key, calendar);
}

const DAILY_IN_BERLIN: Sample = {
  dtstart: ';TZID=Europe/Berlin:20300330T100000',
  dtend: ';TZID=Europe/Berlin:20300330T113000',
  lines: ['RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;TZID=Europe/Berlin:20300401T100000', 'LOCATION:Room 1'],
};

describe('an instance of a series', () => {
  it('has its own start, end and RECURRENCE-ID in the form of the series, and nothing of the rule', () => {
    const found = instance(DAILY_IN_BERLIN, '2030-03-31T08:00:00Z');
    const berlin = { tzid: 'Europe/Berlin' };
    expect(found && property(found, 'dtstart')).toEqual([
      'dtstart',
      berlin,
      'date-time',
      '2030-03-31T10:00:00',
    ]);
    expect(found && property(found, 'dtend')).toEqual(['dtend', berlin, 'date-time', '2030-03-31T11:30:00']);
    expect(found && property(found, 'recurrence-id')).toEqual([
      'recurrence-id',
      berlin,
      'date-time',
      '2030-03-31T10:00:00',
    ]);
    expect(found && textValue(found, 'location')).toBe('Room 1');
    expect(found?.[1].filter(([name]) => ['rrule', 'exdate'].includes(name))).toEqual([]);
  });

  it('is not there where the series has none', () => {
    expect(instance(DAILY_IN_BERLIN, '2030-04-01T08:00:00Z')).toBeUndefined();
    expect(instance(DAILY_IN_BERLIN, '2030-03-31T10:00:00Z')).toBeUndefined();
  });

  it('is a date in an all-day series', () => {
    const found = instance(
      { dtstart: ';VALUE=DATE:20300304', dtend: ';VALUE=DATE:20300306', lines: ['RRULE:FREQ=WEEKLY'] },
      '2030-03-11',
    );
    expect(found && property(found, 'recurrence-id')).toEqual(['recurrence-id', {}, 'date', '2030-03-11']);
    expect(found && textValue(found, 'dtend')).toBe('2030-03-13');
  });

  it('keeps the exact length given by DTEND over a change of the clock', () => {
    const found = instance(
      {
        dtstart: ';TZID=Europe/Berlin:20300329T230000',
        dtend: ';TZID=Europe/Berlin:20300330T040000',
        lines: ['RRULE:FREQ=DAILY'],
      },
      '2030-03-30T22:00:00Z',
    );
    expect(found && textValue(found, 'dtend')).toBe('2030-03-31T05:00:00');
  });

  it('of a period has the length of that period', () => {
    const rdate = 'RDATE;VALUE=PERIOD:20300305T100000Z/PT15M,20300306T100000Z/20300306T140000Z';
    const short = instance({ lines: [rdate] }, '2030-03-05T10:00:00Z');
    expect(short && [textValue(short, 'duration'), textValue(short, 'dtend')]).toEqual(['PT15M', undefined]);
    const long = instance({ lines: [rdate] }, '2030-03-06T10:00:00Z');
    expect(long && textValue(long, 'dtend')).toBe('2030-03-06T14:00:00Z');
  });
});

describe('an instance that a range covers', () => {
  it('is moved like the first one of the range, by the clock of the zone', () => {
    const { master, calendar } = series({
      dtstart: ';TZID=Europe/Berlin:20300304T100000',
      dtend: ';TZID=Europe/Berlin:20300304T110000',
      lines: ['RRULE:FREQ=WEEKLY'],
    });
    const first = instanceOfSeries(master, '2030-03-11T09:00:00Z', calendar) ?? master;
    const berlin = { tzid: 'Europe/Berlin' };
    const range = [
      ['recurrence-id', { ...berlin, range: 'THISANDFUTURE' }, 'date-time', '2030-03-11T10:00:00'],
      ['dtstart', berlin, 'date-time', '2030-03-12T12:00:00'],
      ['dtend', berlin, 'date-time', '2030-03-12T14:00:00'],
    ].reduce((event, line) => withProperty(event, line as never), first);
    const occurrence = recurrenceSetOf(master, calendar).at('2030-04-01T08:00:00Z');
    const found = occurrence && instanceOfRange(range, occurrence, calendar);
    expect(found && textValue(found, 'dtstart')).toBe('2030-04-02T12:00:00');
    expect(found && textValue(found, 'dtend')).toBe('2030-04-02T14:00:00');
    expect(found && property(found, 'recurrence-id')).toEqual([
      'recurrence-id',
      berlin,
      'date-time',
      '2030-04-01T10:00:00',
    ]);
  });
});
