import { describe, expect, it } from 'vitest';
import { BERLIN } from '../testing/sample-event.js';
import { sampleObject } from '../testing/sample-series.js';
import { IcalendarError } from './icalendar-error.js';
import type { JCalComponent } from './jcal.js';
import { statusOf } from './read.js';
import { instancesBetween } from './series-instances.js';

function told(calendar: JCalComponent, from: string, to: string): string[] {
  return instancesBetween(calendar, from, to).map(({ key, start, end, event }) =>
    [key, start, end, statusOf(event) ?? ''].join(' ').trim(),
  );
}

const SERIES = { lines: ['RRULE:FREQ=DAILY;COUNT=4'] };

describe('the instances of a series', () => {
  it('take place when it says, within the span that is asked for', () => {
    expect(told(sampleObject(SERIES), '2030-03-05T00:00:00Z', '2030-03-07T00:00:00Z')).toEqual([
      '2030-03-05T10:00:00Z 2030-03-05T10:00:00Z 2030-03-05T11:00:00Z',
      '2030-03-06T10:00:00Z 2030-03-06T10:00:00Z 2030-03-06T11:00:00Z',
    ]);
  });

  it('count when they are still going on, and not when they are just over', () => {
    const calendar = sampleObject(SERIES);
    expect(told(calendar, '2030-03-04T10:59:59Z', '2030-03-05T00:00:00Z')).toHaveLength(1);
    expect(told(calendar, '2030-03-04T11:00:00Z', '2030-03-05T00:00:00Z')).toHaveLength(0);
    expect(told(calendar, '2030-03-04T00:00:00Z', '2030-03-04T10:00:00Z')).toHaveLength(0);
  });

  it('count when they take no time and begin with the span', () => {
    const calendar = sampleObject({ dtend: ':20300304T100000Z' });
    expect(told(calendar, '2030-03-04T10:00:00Z', '2030-03-04T11:00:00Z')).toHaveLength(1);
    expect(told(calendar, '2030-03-04T09:00:00Z', '2030-03-04T10:00:00Z')).toHaveLength(0);
  });

  it('count when a range brings them into the span from behind it', () => {
    const calendar = sampleObject(SERIES, {
      dtstart: ':20300304T100000Z',
      dtend: ':20300304T110000Z',
      lines: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300305T100000Z'],
    });
    expect(told(calendar, '2030-03-05T00:00:00Z', '2030-03-06T00:00:00Z')).toEqual([
      '2030-03-06T10:00:00Z 2030-03-05T10:00:00Z 2030-03-05T11:00:00Z',
    ]);
  });

  it('take place where an override puts them, in order of their starts', () => {
    const calendar = sampleObject(
      SERIES,
      {
        dtstart: ':20300306T150000Z',
        dtend: ':20300306T163000Z',
        lines: ['RECURRENCE-ID:20300305T100000Z'],
      },
      {
        dtstart: ':20300307T100000Z',
        dtend: ':20300307T110000Z',
        lines: ['RECURRENCE-ID:20300307T100000Z', 'STATUS:CANCELLED'],
      },
    );
    expect(told(calendar, '2030-03-05T00:00:00Z', '2030-03-08T00:00:00Z')).toEqual([
      '2030-03-06T10:00:00Z 2030-03-06T10:00:00Z 2030-03-06T11:00:00Z',
      '2030-03-05T10:00:00Z 2030-03-06T15:00:00Z 2030-03-06T16:30:00Z',
      '2030-03-07T10:00:00Z 2030-03-07T10:00:00Z 2030-03-07T11:00:00Z CANCELLED',
    ]);
  });

  it('follow a range, except where one has its own override', () => {
    const calendar = sampleObject(
      SERIES,
      {
        dtstart: ':20300305T120000Z',
        dtend: ':20300305T123000Z',
        lines: ['RECURRENCE-ID;RANGE=THISANDFUTURE:20300305T100000Z'],
      },
      {
        dtstart: ':20300306T080000Z',
        dtend: ':20300306T090000Z',
        lines: ['RECURRENCE-ID:20300306T100000Z'],
      },
    );
    expect(told(calendar, '2030-03-01T00:00:00Z', '2030-04-01T00:00:00Z')).toEqual([
      '2030-03-04T10:00:00Z 2030-03-04T10:00:00Z 2030-03-04T11:00:00Z',
      '2030-03-05T10:00:00Z 2030-03-05T12:00:00Z 2030-03-05T12:30:00Z',
      '2030-03-06T10:00:00Z 2030-03-06T08:00:00Z 2030-03-06T09:00:00Z',
      '2030-03-07T10:00:00Z 2030-03-07T12:00:00Z 2030-03-07T12:30:00Z',
    ]);
  });

  it('are those that are written down where there is no series', () => {
    const single = {
      dtstart: ':20300305T120000Z',
      dtend: ':20300305T130000Z',
      lines: ['RECURRENCE-ID:20300305T100000Z'],
    };
    expect(told(sampleObject(single), '2030-03-01T00:00:00Z', '2030-04-01T00:00:00Z')).toEqual([
      '2030-03-05T10:00:00Z 2030-03-05T12:00:00Z 2030-03-05T13:00:00Z',
    ]);
  });

  it('keep the local time of their zone', () => {
    const calendar = sampleObject({
      before: BERLIN,
      dtstart: ';TZID=Europe/Berlin:20300330T100000',
      dtend: ';TZID=Europe/Berlin:20300330T110000',
      lines: ['RRULE:FREQ=DAILY;COUNT=2'],
    });
    expect(told(calendar, '2030-03-30T00:00:00Z', '2030-04-01T00:00:00Z')).toEqual([
      '2030-03-30T09:00:00Z 2030-03-30T09:00:00Z 2030-03-30T10:00:00Z',
      '2030-03-31T08:00:00Z 2030-03-31T08:00:00Z 2030-03-31T09:00:00Z',
    ]);
  });

  it('of an all-day series are days', () => {
    const calendar = sampleObject({
      dtstart: ';VALUE=DATE:20300304',
      dtend: ';VALUE=DATE:20300305',
      lines: ['RRULE:FREQ=DAILY;COUNT=2'],
    });
    expect(told(calendar, '2030-03-05T00:00:00Z', '2030-03-06T00:00:00Z')).toEqual([
      '2030-03-05 2030-03-05 2030-03-06',
    ]);
  });

  it('are not told when there are too many of them', () => {
    const calendar = sampleObject({ lines: ['RRULE:FREQ=MINUTELY'] });
    const ask = () => instancesBetween(calendar, '2030-03-04T00:00:00Z', '2030-03-14T00:00:00Z');
    expect(ask).toThrow(IcalendarError);
    expect(ask).toThrow(/more than 10000 instances/);
  });
});
