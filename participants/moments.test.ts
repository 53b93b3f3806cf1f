import { describe, expect, it } from 'vitest';
import { anHourAfter, dayFrom, momentFrom, utcOf } from './moments.js';

describe('a moment in words', () => {
  it.each([
    ['4 March 2030 at 10:00 UTC', '2030-03-04T10:00:00', 'UTC'],
    ['04 March 2030 at 10:00 UTC', '2030-03-04T10:00:00', 'UTC'],
    ['31 December 2030 at 23:59 Europe/Vienna', '2030-12-31T23:59:00', 'Europe/Vienna'],
    ['29 February 2032 at 00:00 UTC', '2032-02-29T00:00:00', 'UTC'],
  ])('%s is %s in %s', (words, local, zone) => {
    expect(momentFrom(words)).toEqual({ local, zone });
  });

  it.each([
    '4 Marzo 2030 at 10:00 UTC',
    '4 March 2030 at 10:00',
    '4 March 2030, 10:00 UTC',
    '2030-03-04 at 10:00 UTC',
    '4 March 2030 at 10:00 Mars/Olympus',
    '31 February 2030 at 10:00 UTC',
    '32 March 2030 at 10:00 UTC',
    '0 March 2030 at 10:00 UTC',
    '4 March 2030 at 24:30 UTC',
    '4 March 2030 at 10:61 UTC',
    'at 4 March 2030 at 10:00 UTC',
  ])('%s is none', (words) => {
    expect(() => momentFrom(words)).toThrow(RangeError);
    expect(() => momentFrom(words)).toThrow(words);
  });
});

describe('a day in words', () => {
  it('is its midnight in UTC', () => {
    expect(dayFrom('4 March 2030')).toEqual({ local: '2030-03-04T00:00:00', zone: 'UTC' });
  });

  it.each(['4 March', '31 February 2030', '4 March 2030 at 10:00 UTC'])('%s is none', (words) => {
    expect(() => dayFrom(words)).toThrow(RangeError);
  });
});

describe('an hour after', () => {
  it.each([
    ['2030-03-04T10:00:00', '2030-03-04T11:00:00'],
    ['2030-03-04T23:30:00', '2030-03-05T00:30:00'],
    ['2030-12-31T23:00:00', '2031-01-01T00:00:00'],
  ])('%s is %s, whatever the zone', (local, later) => {
    expect(anHourAfter({ local, zone: 'UTC' })).toEqual({ local: later, zone: 'UTC' });
    expect(anHourAfter({ local, zone: 'Europe/Vienna' })).toEqual({ local: later, zone: 'Europe/Vienna' });
  });
});

/** The last Sundays of 2030 are 31 March and 27 October; the clocks change at 01:00 UTC. */
describe('a moment in UTC', () => {
  it.each([
    ['2030-03-04T10:00:00', 'UTC', '2030-03-04T10:00:00Z'],
    ['2030-03-04T10:00:00', 'Europe/Vienna', '2030-03-04T09:00:00Z'],
    ['2030-03-31T01:59:00', 'Europe/Vienna', '2030-03-31T00:59:00Z'],
    ['2030-03-31T03:00:00', 'Europe/Vienna', '2030-03-31T01:00:00Z'],
    ['2030-07-01T10:00:00', 'Europe/Vienna', '2030-07-01T08:00:00Z'],
    ['2030-10-27T01:59:00', 'Europe/Vienna', '2030-10-26T23:59:00Z'],
    ['2030-10-27T03:00:00', 'Europe/Vienna', '2030-10-27T02:00:00Z'],
    ['2030-01-01T00:30:00', 'Europe/Vienna', '2029-12-31T23:30:00Z'],
  ])('%s in %s is %s', (local, zone, utc) => {
    expect(utcOf({ local, zone })).toBe(utc);
  });
});
