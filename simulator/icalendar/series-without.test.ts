import { describe, expect, it } from 'vitest';
import { BERLIN, type Sample, sampleCalendar } from '../testing/sample-event.js';
import { type JCalComponent, type JCalProperty, properties } from './jcal.js';
import { eventsOf } from './read.js';
import { recurrenceSetOf } from './recurrence-set.js';
import { seriesWithout } from './series-without.js';

function id(moment: string, range?: string): JCalProperty {
  const type = moment.includes('T') ? 'date-time' : 'date';
  return ['recurrence-id', range === undefined ? {} : { range }, type, moment];
}

function shortened(sample: Sample, ...removed: readonly JCalProperty[]) {
  const calendar = sampleCalendar({ before: BERLIN, ...sample });
  const [master] = eventsOf(calendar);
  const left = master && seriesWithout(master, removed, calendar);
  return {
    left,
    keys:
      left &&
      recurrenceSetOf(left, calendar)
        .first(9)
        .map(({ key }) => key),
  };
}

function lines(event: JCalComponent | undefined, name: string): JCalProperty[] {
  return event === undefined ? [] : properties(event, name);
}

describe('a series without some instances', () => {
  it('excludes each, in the form of DTSTART', () => {
    const { left, keys } = shortened(
      { dtstart: ';TZID=Europe/Berlin:20300330T100000', lines: ['RRULE:FREQ=DAILY;COUNT=4'] },
      id('2030-03-30T09:00:00Z'),
      id('2030-04-01T08:00:00Z'),
    );
    expect(keys).toEqual(['2030-03-31T08:00:00Z', '2030-04-02T08:00:00Z']);
    expect(lines(left, 'exdate')).toEqual([
      ['exdate', { tzid: 'Europe/Berlin' }, 'date-time', '2030-03-30T10:00:00'],
      ['exdate', { tzid: 'Europe/Berlin' }, 'date-time', '2030-04-01T10:00:00'],
    ]);
  });

  it('excludes none twice', () => {
    const sample = { lines: ['RRULE:FREQ=DAILY', 'EXDATE:20300305T100000Z'] };
    expect(lines(shortened(sample, id('2030-03-05T10:00:00Z')).left, 'exdate')).toHaveLength(1);
  });

  it('excludes dates from an all-day series', () => {
    const sample = {
      dtstart: ';VALUE=DATE:20300304',
      dtend: ';VALUE=DATE:20300305',
      lines: ['RRULE:FREQ=DAILY;COUNT=3'],
    };
    const { left, keys } = shortened(sample, id('2030-03-05'));
    expect(keys).toEqual(['2030-03-04', '2030-03-06']);
    expect(lines(left, 'exdate')).toEqual([['exdate', {}, 'date', '2030-03-05']]);
  });
});

describe('a series without an instance and all that follow', () => {
  it('ends its rules before it, and drops the dates after it', () => {
    const { left, keys } = shortened(
      {
        dtstart: ';TZID=Europe/Berlin:20300304T100000',
        lines: [
          'RRULE:FREQ=DAILY;COUNT=10',
          'RDATE;TZID=Europe/Berlin:20300305T150000,20300308T150000',
          'EXDATE;TZID=Europe/Berlin:20300305T100000',
          'EXDATE;TZID=Europe/Berlin:20300309T100000',
        ],
      },
      id('2030-03-07T09:00:00Z', 'THISANDFUTURE'),
    );
    expect(keys).toEqual(['2030-03-04T09:00:00Z', '2030-03-05T14:00:00Z', '2030-03-06T09:00:00Z']);
    expect(lines(left, 'rrule').map(([, , , rule]) => rule)).toEqual([
      { freq: 'DAILY', until: '2030-03-07T08:59:59Z' },
    ]);
    expect(lines(left, 'exdate')).toHaveLength(1);
  });

  it.each([
    ['an all-day series', ';VALUE=DATE:20300304', '2030-03-06', '2030-03-05'],
    ['a floating series', ':20300304T100000', '2030-03-06T10:00:00', '2030-03-06T09:59:59'],
    ['a series in UTC', ':20300304T100000Z', '2030-03-06T10:00:00Z', '2030-03-06T09:59:59Z'],
  ])('%s has UNTIL in its own form', (_what, dtstart, moment, until) => {
    const { left, keys } = shortened({ dtstart, lines: ['RRULE:FREQ=DAILY'] }, id(moment, 'THISANDFUTURE'));
    expect(lines(left, 'rrule').map(([, , , rule]) => rule)).toEqual([{ freq: 'DAILY', until }]);
    expect(keys).toHaveLength(2);
  });

  it('keeps a sooner end', () => {
    const sample = { lines: ['RRULE:FREQ=DAILY;UNTIL=20300305T100000Z'] };
    const { left } = shortened(sample, id('2030-03-10T10:00:00Z', 'THISANDFUTURE'));
    expect(lines(left, 'rrule').map(([, , , rule]) => rule)).toEqual([
      { freq: 'DAILY', until: '2030-03-05T10:00:00Z' },
    ]);
  });
});

describe('a series without an instance and all before', () => {
  it('excludes them one by one', () => {
    const sample = { lines: ['RRULE:FREQ=DAILY;COUNT=4', 'EXDATE:20300305T100000Z'] };
    const { keys } = shortened(sample, id('2030-03-06T10:00:00Z', 'THISANDPRIOR'));
    expect(keys).toEqual(['2030-03-07T10:00:00Z']);
  });
});

describe('nothing is left', () => {
  it.each([
    [
      'of a series when all follow its first',
      ['RRULE:FREQ=DAILY'],
      [id('2030-03-04T10:00:00Z', 'THISANDFUTURE')],
    ],
    [
      'when the last ones are excluded',
      ['RRULE:FREQ=DAILY;COUNT=2'],
      [id('2030-03-04T10:00:00Z'), id('2030-03-05T10:00:00Z')],
    ],
    ['of what does not recur', [], [id('2030-03-04T10:00:00Z')]],
  ])('%s', (_what, rules, removed) => {
    expect(shortened({ lines: rules }, ...removed).left).toBeUndefined();
  });
});
