import { describe, expect, test } from 'vitest';
import { BERLIN, sampleCalendar } from '../testing/sample-event.js';
import { makeProperty, withoutProperty, withProperty } from './edit.js';
import { IcalendarError } from './icalendar-error.js';
import { instantOf, spanOf } from './instant.js';
import { type JCalComponent, property } from './jcal.js';
import { eventsOf } from './read.js';

const berlin = { tzid: 'Europe/Berlin' };
const calendar = sampleCalendar({ before: BERLIN });

function eventIn(object: JCalComponent): JCalComponent {
  const [event] = eventsOf(object);
  if (event === undefined) throw new Error('no VEVENT');
  return event;
}

describe('the moment of a date-time', () => {
  test('UTC stands for itself', () => {
    expect(instantOf(makeProperty('dtstart', '2030-03-04T10:00:00Z'), calendar)).toBe('2030-03-04T10:00:00Z');
  });

  test.each([
    ['winter, one hour ahead of UTC', '2030-03-04T10:00:00', '2030-03-04T09:00:00Z'],
    ['summer, two hours ahead', '2030-07-01T10:00:00', '2030-07-01T08:00:00Z'],
    ['the last second before summer time', '2030-03-31T01:59:59', '2030-03-31T00:59:59Z'],
    ['the first moment of summer time', '2030-03-31T03:00:00', '2030-03-31T01:00:00Z'],
    ['across midnight into the year before', '2030-01-01T00:30:00', '2029-12-31T23:30:00Z'],
    ['a time in the gap, with the offset before it', '2030-03-31T02:30:00', '2030-03-31T01:30:00Z'],
    ['the first of the two times', '2030-10-27T02:30:00', '2030-10-27T00:30:00Z'],
    ['the first moment of winter time', '2030-10-27T03:00:00', '2030-10-27T02:00:00Z'],
    ['the second 60 as 59', '2016-12-31T23:59:60', '2016-12-31T22:59:59Z'],
  ])('TZID, %s', (_what, local, instant) => {
    expect(instantOf(makeProperty('dtstart', local, berlin), calendar)).toBe(instant);
  });

  test('floating time and dates stand for themselves', () => {
    expect(instantOf(makeProperty('dtstart', '2030-03-04T10:00:00'), calendar)).toBe('2030-03-04T10:00:00');
    expect(instantOf(['dtstart', {}, 'date', '2030-03-04'], calendar)).toBe('2030-03-04');
  });

  test('a leap second is the second before it', () => {
    expect(instantOf(makeProperty('dtstart', '2016-12-31T23:59:60Z'), calendar)).toBe('2016-12-31T23:59:59Z');
    expect(instantOf(makeProperty('dtstart', '2016-12-31T23:59:60'), calendar)).toBe('2016-12-31T23:59:59');
  });

  test('a TZID means nothing beside UTC or a date', () => {
    const mars = { tzid: 'Mars/Base' };
    expect(instantOf(makeProperty('dtstart', '2030-03-04T10:00:00Z', mars), calendar)).toBe(
      '2030-03-04T10:00:00Z',
    );
    expect(instantOf(['dtstart', mars, 'date', '2030-03-04'], calendar)).toBe('2030-03-04');
  });

  test.each(['', 'tomorrow', '20300304T100000Z', '2030-03-04T10:00', '2030-03-04T10:00:00+01:00'])(
    '%j is an error that shows it',
    (value) => {
      const found = makeProperty('recurrence-id', value, berlin);
      expect(() => instantOf(found, calendar)).toThrow(RangeError);
      expect(() => instantOf(found, calendar)).toThrow(
        `RECURRENCE-ID is neither date nor date-time: "${value}"`,
      );
    },
  );

  test('a moment before the year 0 is an error', () => {
    const found = makeProperty('dtstart', '0000-01-01T00:30:00', berlin);
    expect(() => instantOf(found, calendar)).toThrow(RangeError);
    expect(() => instantOf(found, calendar)).toThrow('0000-01-01T00:30:00Z leads out of the years 0 to 9999');
  });

  test('the years before 100 are not those after 1900', () => {
    expect(instantOf(makeProperty('dtstart', '0050-01-01T01:00:00', berlin), calendar)).toBe(
      '0049-12-31T23:00:00Z',
    );
  });

  test('a VTIMEZONE that says nothing is an error that names it', () => {
    const empty = sampleCalendar({ before: ['BEGIN:VTIMEZONE', 'TZID:Mars/Base', 'END:VTIMEZONE'] });
    const found = makeProperty('dtstart', '2030-03-04T10:00:00', { tzid: 'Mars/Base' });
    expect(() => instantOf(found, empty)).toThrow(IcalendarError);
    expect(() => instantOf(found, empty)).toThrow('the VTIMEZONE of Mars/Base has neither STANDARD');
  });

  test('a TZID without VTIMEZONE is an error that names it', () => {
    const found = makeProperty('dtstart', '2030-03-04T10:00:00', { tzid: 'Mars/Base' });
    expect(() => instantOf(found, calendar)).toThrow(RangeError);
    expect(() => instantOf(found, calendar)).toThrow('TZID=Mars/Base has no VTIMEZONE');
  });

  test('the object is not changed by being asked', () => {
    const before = JSON.stringify(calendar);
    instantOf(makeProperty('dtstart', '2030-07-01T10:00:00', berlin), calendar);
    expect(JSON.stringify(calendar)).toBe(before);
  });
});

describe('start and end of an event', () => {
  test('DTSTART and DTEND in different zones', () => {
    const object = sampleCalendar({
      before: BERLIN,
      dtstart: ';TZID=Europe/Berlin:20300304T100000',
      dtend: ':20300304T103000Z',
    });
    expect(spanOf(eventIn(object), object)).toEqual({
      start: '2030-03-04T09:00:00Z',
      end: '2030-03-04T10:30:00Z',
    });
  });

  test('DURATION instead of DTEND', () => {
    const object = sampleCalendar({ lines: ['DURATION:P1DT2H'] });
    expect(spanOf(withoutProperty(eventIn(object), 'dtend'), object)).toEqual({
      start: '2030-03-04T10:00:00Z',
      end: '2030-03-05T12:00:00Z',
    });
  });

  test('neither: a date-time ends when it starts, a date at the end of its day', () => {
    const timed = sampleCalendar();
    expect(spanOf(withoutProperty(eventIn(timed), 'dtend'), timed).end).toBe('2030-03-04T10:00:00Z');
    const allDay = sampleCalendar({ dtstart: ';VALUE=DATE:20300228' });
    expect(spanOf(withoutProperty(eventIn(allDay), 'dtend'), allDay)).toEqual({
      start: '2030-02-28',
      end: '2030-03-01',
    });
  });

  test.each([
    ['a day is 23 hours long when summer time begins', '20300330T120000', 'P1D', '2030-03-31T10:00:00Z'],
    ['24 hours are not that day', '20300330T120000', 'PT24H', '2030-03-31T11:00:00Z'],
    ['days first, then hours', '20300330T120000', 'P1DT2H', '2030-03-31T12:00:00Z'],
    ['a week', '20300330T120000', 'P1W', '2030-04-06T10:00:00Z'],
    ['a day is 25 hours long when it ends', '20301026T120000', 'P1D', '2030-10-27T11:00:00Z'],
    ['24 hours', '20301026T120000', 'PT24H', '2030-10-27T10:00:00Z'],
    ['a day that ends in the gap', '20300330T023000', 'P1D', '2030-03-31T01:30:00Z'],
    ['a day that ends in the hour that comes twice', '20301026T023000', 'P1D', '2030-10-27T00:30:00Z'],
    ['and an hour more', '20301026T023000', 'P1DT1H', '2030-10-27T01:30:00Z'],
    ['a day back', '20300331T120000', '-P1D', '2030-03-30T11:00:00Z'],
    ['hours back', '20300331T120000', '-PT11H', '2030-03-30T23:00:00Z'],
    ['a day and hours back', '20300401T120000', '-P1DT2H', '2030-03-31T08:00:00Z'],
    ['nothing', '20300401T120000', 'PT0S', '2030-04-01T10:00:00Z'],
  ])('DURATION in a zone: %s', (_what, dtstart, duration, end) => {
    const object = sampleCalendar({
      before: BERLIN,
      dtstart: `;TZID=Europe/Berlin:${dtstart}`,
      lines: [`DURATION:${duration}`],
    });
    expect(spanOf(withoutProperty(eventIn(object), 'dtend'), object).end).toBe(end);
  });

  test.each([
    ['floating', ':20300330T120000', 'P1D', '2030-03-31T12:00:00'],
    ['floating', ':20300330T120000', 'PT36H', '2030-04-01T00:00:00'],
    ['UTC', ':20300330T120000Z', '-PT36H', '2030-03-29T00:00:00Z'],
    ['a date', ';VALUE=DATE:20300225', 'P1W', '2030-03-04'],
    ['a date', ';VALUE=DATE:20300304', 'PT36H', '2030-03-05'],
    ['a date', ';VALUE=DATE:20300304', '-P1D', '2030-03-03'],
    ['a date without VALUE', ':20300304', 'P2D', '2030-03-06'],
  ])('DURATION without zone, %s%s and %s', (_what, dtstart, duration, end) => {
    const object = sampleCalendar({ dtstart, lines: [`DURATION:${duration}`] });
    expect(spanOf(withoutProperty(eventIn(object), 'dtend'), object).end).toBe(end);
  });

  test('neither, of a date without VALUE: the end of its day too', () => {
    const object = sampleCalendar({ dtstart: ':20301231' });
    expect(spanOf(withoutProperty(eventIn(object), 'dtend'), object).end).toBe('2031-01-01');
  });

  test('DTEND counts where there are both', () => {
    const object = sampleCalendar({ lines: ['DURATION:PT5H'] });
    expect(spanOf(eventIn(object), object).end).toBe('2030-03-04T11:00:00Z');
  });

  test.each([
    ['PT', 'DURATION:"PT" is no duration'],
    ['P9999999D', '2030-03-04T10:00:00Z leads out of the years 0 to 9999'],
    ['-P9999999D', '2030-03-04T10:00:00Z leads out of the years 0 to 9999'],
  ])('DURATION:%s is an error', (duration, complaint) => {
    const event = withProperty(
      withoutProperty(eventIn(sampleCalendar()), 'dtend'),
      makeProperty('duration', duration),
    );
    expect(() => spanOf(event, calendar)).toThrow(RangeError);
    expect(() => spanOf(event, calendar)).toThrow(complaint);
  });

  test('an event without DTSTART has no span', () => {
    const event = withoutProperty(eventIn(calendar), 'dtstart');
    expect(property(event, 'dtend')).toBeDefined();
    expect(spanOf(event, calendar)).toEqual({ start: '', end: '' });
  });
});
