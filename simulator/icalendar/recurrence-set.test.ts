import { describe, expect, it } from 'vitest';
import { BERLIN, sampleCalendar } from '../testing/sample-event.js';
import { withParameter, withProperty } from './edit.js';
import { IcalendarError } from './icalendar-error.js';
import { type JCalComponent, property } from './jcal.js';
import { millisecondsOf } from './moment.js';
import { eventsOf } from './read.js';
import { type RecurrenceSet, recurrenceSetOf } from './recurrence-set.js';

/** The recurrence set of a sample with these lines; it begins on Monday 4 March 2030, 10:00 UTC. */
function setOf(lines: readonly string[], dtstart?: string, dtend?: string): RecurrenceSet {
  const calendar = sampleCalendar({
    before: BERLIN,
    lines,
    ...(dtstart === undefined ? {} : { dtstart }),
    ...(dtend === undefined ? {} : { dtend }),
  });
  return recurrenceSetOf(eventIn(calendar), calendar);
}

function eventIn(calendar: JCalComponent): JCalComponent {
  const [event] = eventsOf(calendar);
  if (event === undefined) throw new Error('no VEVENT');
  return event;
}

function keys(set: RecurrenceSet, from: string, to: string): string[] {
  return set.between(millisecondsOf(from), millisecondsOf(to)).map(({ key }) => key);
}

describe('a recurrence set', () => {
  it('of an event that does not recur has one instance', () => {
    const set = setOf([]);
    expect(set.first(5).map(({ key }) => key)).toEqual(['2030-03-04T10:00:00Z']);
    expect(set.has('2030-03-04T10:00:00Z')).toBe(true);
    expect(set.has('2030-03-05T10:00:00Z')).toBe(false);
  });

  it('has what RRULE and RDATE add and not what EXDATE takes away, each once', () => {
    const set = setOf([
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'RDATE:20300305T100000Z,20300311T100000Z',
      'EXDATE:20300318T100000Z',
      'EXDATE:20300101T100000Z',
    ]);
    expect(keys(set, '2030-01-01', '2031-01-01')).toEqual([
      '2030-03-04T10:00:00Z',
      '2030-03-05T10:00:00Z',
      '2030-03-11T10:00:00Z',
      '2030-03-25T10:00:00Z',
    ]);
  });

  it('can lose its first instance', () => {
    const set = setOf(['RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20300304T100000Z']);
    expect(set.first(9).map(({ key }) => key)).toEqual(['2030-03-05T10:00:00Z']);
  });

  it('loses what EXRULE yields (RFC 2445)', () => {
    const set = setOf(['RRULE:FREQ=DAILY;COUNT=5', 'EXRULE:FREQ=DAILY;INTERVAL=2']);
    expect(set.first(9).map(({ key }) => key)).toEqual(['2030-03-05T10:00:00Z', '2030-03-07T10:00:00Z']);
  });

  it('has the instances of all its rules (RFC 2446 permits several)', () => {
    const set = setOf(['RRULE:FREQ=WEEKLY;COUNT=2', 'RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2']);
    expect(keys(set, '2030-03-04', '2030-04-01')).toEqual([
      '2030-03-04T10:00:00Z',
      '2030-03-06T10:00:00Z',
      '2030-03-11T10:00:00Z',
      '2030-03-13T10:00:00Z',
    ]);
  });

  it('tells the period that RDATE gives', () => {
    const set = setOf(['RDATE;VALUE=PERIOD:20300305T100000Z/PT30M']);
    expect(set.at('2030-03-05T10:00:00Z')?.period).toEqual(['2030-03-05T10:00:00Z', 'PT30M']);
    expect(set.at('2030-03-04T10:00:00Z')?.period).toBeUndefined();
  });

  it.each([
    ['before', ['RDATE:20300305T100000Z', 'RDATE;VALUE=PERIOD:20300305T100000Z/PT30M']],
    ['after', ['RDATE;VALUE=PERIOD:20300305T100000Z/PT30M', 'RDATE:20300305T100000Z']],
  ])('prefers the period where the same start stands %s it without one', (_what, lines) => {
    expect(setOf(lines).at('2030-03-05T10:00:00Z')?.period).toEqual(['2030-03-05T10:00:00Z', 'PT30M']);
  });
});

describe('UNTIL', () => {
  it.each([
    ['a moment in UTC', '20300306T100000Z', 3],
    ['the second before an instance', '20300306T095959Z', 2],
    ['a date', '20300306', 3],
    ['a time in the zone of DTSTART', '20300306T100000', 3],
  ])('is %s', (_what, until, count) => {
    expect(setOf([`RRULE:FREQ=DAILY;UNTIL=${until}`]).first(9)).toHaveLength(count);
  });

  it('in UTC counts as a moment, not as a time of the zone', () => {
    const set = setOf(['RRULE:FREQ=DAILY;UNTIL=20300306T090000Z'], ';TZID=Europe/Berlin:20300304T100000');
    expect(set.first(9)).toHaveLength(3);
  });
});

describe('the clock changes, and the local time stays', () => {
  it('in spring', () => {
    const set = setOf(['RRULE:FREQ=DAILY;COUNT=3'], ';TZID=Europe/Berlin:20300330T100000');
    expect(set.first(9).map(({ key }) => key)).toEqual([
      '2030-03-30T09:00:00Z',
      '2030-03-31T08:00:00Z',
      '2030-04-01T08:00:00Z',
    ]);
  });

  it('a time that does not exist is one hour later by the clock', () => {
    const set = setOf(['RRULE:FREQ=DAILY;COUNT=3'], ';TZID=Europe/Berlin:20300330T023000');
    expect(set.first(9).map(({ key }) => key)).toEqual([
      '2030-03-30T01:30:00Z',
      '2030-03-31T01:30:00Z',
      '2030-04-01T00:30:00Z',
    ]);
  });

  it('of a time that exists twice the first counts', () => {
    const set = setOf(['RRULE:FREQ=DAILY;COUNT=3'], ';TZID=Europe/Berlin:20301026T023000');
    expect(set.first(9).map(({ key }) => key)).toEqual([
      '2030-10-26T00:30:00Z',
      '2030-10-27T00:30:00Z',
      '2030-10-28T01:30:00Z',
    ]);
  });
});

describe('an instance is named', () => {
  it('by date in an all-day series', () => {
    const set = setOf(['RRULE:FREQ=DAILY;COUNT=2'], ';VALUE=DATE:20300304', ';VALUE=DATE:20300305');
    expect(set.first(9).map(({ key }) => key)).toEqual(['2030-03-04', '2030-03-05']);
    expect(set.has('2030-03-04T00:00:00Z')).toBe(false);
  });

  it('by time without zone in a floating series', () => {
    const set = setOf(['RRULE:FREQ=DAILY;COUNT=2'], ':20300304T100000', ':20300304T110000');
    expect(set.has('2030-03-05T10:00:00')).toBe(true);
    expect(set.has('2030-03-05T10:00:00Z')).toBe(false);
  });

  it('by nothing that is no time', () => {
    expect(setOf(['RRULE:FREQ=DAILY']).has('tomorrow')).toBe(false);
  });
});

describe('a recurrence bomb', () => {
  it.each([
    ['each second', 'RRULE:FREQ=SECONDLY'],
    ['30 February, each second', 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30'],
    ['an exception for each second', 'EXRULE:FREQ=SECONDLY'],
  ])('%s: is an error each time that somebody asks', (_what, line) => {
    const set = setOf([line]);
    expect(() => set.has('2031-03-04T10:00:00Z')).toThrow(IcalendarError);
    expect(() => set.has('2030-03-05T10:00:00Z')).toThrow(IcalendarError);
  });

  it('is no error where nobody has to go that far', () => {
    expect(setOf(['RRULE:FREQ=MINUTELY']).has('2030-03-04T10:07:00Z')).toBe(true);
  });

  it('a DTSTART in a zone that is not defined', () => {
    expect(() => setOf(['RRULE:FREQ=DAILY'], ';TZID=Mars/Base:20300304T100000')).toThrow(IcalendarError);
  });
});

describe('what was looked up', () => {
  const calendar = sampleCalendar({ lines: ['RRULE:FREQ=DAILY'] });
  const event = eventIn(calendar);
  const attendee = property(event, 'attendee') ?? ['attendee', {}, 'cal-address', ''];

  it('is shared by copies of the event that take place at the same times', () => {
    const answered = withProperty(event, withParameter(attendee, 'partstat', 'ACCEPTED'));
    expect(recurrenceSetOf(answered, calendar)).toBe(recurrenceSetOf(event, calendar));
  });

  it('is not shared where another instance is excluded', () => {
    const before = recurrenceSetOf(event, calendar);
    const excluded = withProperty(event, ['exdate', {}, 'date-time', '2030-03-05T10:00:00Z']);
    expect(before.has('2030-03-05T10:00:00Z')).toBe(true);
    expect(recurrenceSetOf(excluded, calendar).has('2030-03-05T10:00:00Z')).toBe(false);
    expect(recurrenceSetOf(event, calendar).has('2030-03-05T10:00:00Z')).toBe(true);
  });
});
