import { describe, expect, it } from 'vitest';
import { BERLIN, sampleCalendar } from '../testing/sample-event.js';
import { atMoment, formOf, momentOf, timeOf } from './date-line.js';
import { makeProperty } from './edit.js';
import { IcalendarError } from './icalendar-error.js';
import type { JCalProperty } from './jcal.js';
import { millisecondsOf } from './moment.js';

const calendar = sampleCalendar({ before: BERLIN });
const UTC = makeProperty('dtstart', '2030-03-04T10:00:00Z');
const ZONED = makeProperty('dtstart', '2030-03-04T11:00:00', { tzid: 'Europe/Berlin' });
const FLOATING = makeProperty('dtstart', '2030-03-04T10:00:00');
const DAY: JCalProperty = ['dtstart', {}, 'date', '2030-03-04'];
const LOST = makeProperty('dtstart', '2030-03-04T11:00:00', { tzid: 'Mars/Base' });

describe('a date property', () => {
  it.each([
    ['in UTC', UTC, '2030-03-04T10:00:00Z'],
    ['in a zone', ZONED, '2030-03-04T10:00:00Z'],
    ['without zone', FLOATING, '2030-03-04T10:00:00'],
    ['that is a date', DAY, '2030-03-04'],
  ])('%s names a moment', (_what, line, moment) => {
    expect(momentOf(line, calendar)).toBe(moment);
    expect(timeOf(line, calendar)).toBe(millisecondsOf(moment));
    expect(formOf(line)(millisecondsOf(moment))).toBe(moment);
  });

  it('in a zone that is not defined names its text, and no time', () => {
    expect(momentOf(LOST, calendar)).toBe('2030-03-04T11:00:00 Mars/Base');
    expect(() => timeOf(LOST, calendar)).toThrow(IcalendarError);
  });

  it.each([
    ['in UTC', UTC, '2030-04-01T08:00:00Z'],
    ['in a zone, where the clock has changed', ZONED, '2030-04-01T10:00:00'],
    ['without zone', FLOATING, '2030-04-01T08:00:00'],
    ['that is a date', DAY, '2030-04-01'],
  ])('%s can name another moment in the same form', (_what, line, value) => {
    const [name, parameters, type] = line;
    expect(atMoment(line, millisecondsOf('2030-04-01T08:00:00Z'), calendar)).toEqual([
      name,
      parameters,
      type,
      value,
    ]);
  });
});
