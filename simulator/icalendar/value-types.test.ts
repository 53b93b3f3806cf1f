import { describe, expect, test } from 'vitest';
import type { JCalProperty, JCalValue } from './jcal.js';
import { defaultTypeOf, readValues, writeValues } from './value-types.js';

test.each([
  ['attendee', 'cal-address'],
  ['categories', 'text'],
  ['completed', 'date-time'],
  ['exdate', 'date-time'],
  ['freebusy', 'period'],
  ['geo', 'float'],
  ['priority', 'integer'],
  ['rrule', 'recur'],
  ['trigger', 'duration'],
  ['tzoffsetto', 'utc-offset'],
  ['url', 'uri'],
  ['x-note', 'unknown'],
  ['constructor', 'unknown'],
  ['tostring', 'unknown'],
])('the value type of %s is %s', (name, type) => {
  expect(defaultTypeOf(name)).toBe(type);
});

describe('values, read and written', () => {
  test.each<[name: string, type: string, text: string, values: readonly unknown[]]>([
    ['summary', 'text', 'a\\, b\\; c\\nd\\\\', ['a, b; c\nd\\']],
    ['summary', 'text', '', ['']],
    ['categories', 'text', 'a,b\\,c,', ['a', 'b,c', '']],
    ['categories', 'text', 'a\\\\,b', ['a\\', 'b']],
    ['dtstart', 'date-time', '20300304T100000Z', ['2030-03-04T10:00:00Z']],
    ['dtstart', 'date-time', '20300304T100000', ['2030-03-04T10:00:00']],
    ['dtstart', 'date-time', '20300304', ['2030-03-04']],
    ['dtstart', 'date', '20300304', ['2030-03-04']],
    ['dtstart', 'date', '20300304T100000Z', ['2030-03-04T10:00:00Z']],
    ['rdate', 'date', '20300304,20300305', ['2030-03-04', '2030-03-05']],
    ['rdate', 'period', '20300304T100000Z/PT1H', [['2030-03-04T10:00:00Z', 'PT1H']]],
    [
      'freebusy',
      'period',
      '20300304T100000Z/20300304T110000Z,20300305T100000Z/PT1H',
      [
        ['2030-03-04T10:00:00Z', '2030-03-04T11:00:00Z'],
        ['2030-03-05T10:00:00Z', 'PT1H'],
      ],
    ],
    ['sequence', 'integer', '10', [10]],
    ['geo', 'float', '37.5;-122.25', [[37.5, -122.25]]],
    ['request-status', 'text', '2.8;Success\\; more;DTSTART', [['2.8', 'Success; more', 'DTSTART']]],
    ['request-status', 'text', '2.0', ['2.0']],
    ['tzoffsetto', 'utc-offset', '-0530', ['-05:30']],
    ['tzoffsetto', 'utc-offset', '+005328', ['+00:53:28']],
    ['x-open', 'boolean', 'TRUE', [true]],
    ['x-at', 'time', '093000Z', ['09:30:00Z']],
    ['x-note', 'unknown', 'a\\, b,c', ['a\\, b,c']],
    ['attach', 'binary', 'QUJD', ['QUJD']],
    ['trigger', 'duration', '-PT15M', ['-PT15M']],
    ['trigger', 'duration', '20300304T100000Z', ['20300304T100000Z']],
    [
      'rrule',
      'recur',
      'FREQ=WEEKLY;UNTIL=20300401;BYDAY=MO,WE',
      [{ freq: 'WEEKLY', until: '2030-04-01', byday: ['MO', 'WE'] }],
    ],
  ])('%s as %s: %s', (name, type, text, values) => {
    expect(readValues(name, type, text)).toEqual(values);
    expect(writeValues([name, {}, type, ...(values as JCalValue[])])).toBe(text);
  });

  test('a boolean in any case', () => {
    expect(readValues('x-open', 'boolean', 'true')).toEqual([true]);
    expect(readValues('x-open', 'boolean', 'False')).toEqual([false]);
  });

  test('a rule in any case, and with a semicolon at the end', () => {
    const rule = [{ freq: 'DAILY', count: 3 }];
    expect(readValues('rrule', 'recur', 'freq=daily;count=3')).toEqual(rule);
    expect(readValues('rrule', 'recur', 'FREQ=DAILY;COUNT=3;')).toEqual(rule);
  });

  test('a rule can be shown as text like any object', () => {
    expect(`${String(readValues('rrule', 'recur', 'FREQ=DAILY')[0])}`).toBe('[object Object]');
  });
});

describe('text that is no value of its type', () => {
  test.each([
    ['sequence', 'integer', 'abc', '"abc" in SEQUENCE is no integer'],
    ['sequence', 'integer', '', '"" in SEQUENCE is no integer'],
    ['dtstart', 'date-time', 'tomorrow', '"tomorrow" in DTSTART is no date-time'],
    ['dtend', 'date', '20300230', '"20300230" in DTEND is no date'],
    ['duration', 'duration', '20300304T100000Z', '"20300304T100000Z" in DURATION is no duration'],
    ['exdate', 'date-time', '20300304T100000Z,', '"" in EXDATE is no date-time'],
    ['freebusy', 'period', '20300304T100000Z', '"20300304T100000Z" in FREEBUSY is no period'],
    ['geo', 'float', '37.5;x', '"x" in GEO is no float'],
    ['rrule', 'recur', 'FREQ=DAILY;BYMONTH', '"FREQ=DAILY;BYMONTH" in RRULE is no recur'],
    ['rrule', 'recur', 'FREQ=DAILY;BYMONTH=13', '"FREQ=DAILY;BYMONTH=13" in RRULE is no recur'],
    ['x-open', 'boolean', 'yes', '"yes" in X-OPEN is no boolean'],
    ['x-at', 'time', 'noon', '"noon" in X-AT is no time'],
    ['tzoffsetto', 'utc-offset', '0100', '"0100" in TZOFFSETTO is no utc-offset'],
  ])('%s as %s: %s', (name, type, text, complaint) => {
    expect(() => readValues(name, type, text)).toThrow(`not iCalendar: ${complaint}`);
  });
});

test.each([
  ['categories', 'text', 'a', ','],
  ['rdate', 'date', '20300304', ','],
  ['request-status', 'text', '2.0', ';'],
])('100000 values of %s are taken, one more is not', (name, type, value, separator) => {
  const most = Array(100_000).fill(value).join(separator);
  expect(readValues(name, type, most).flat()).toHaveLength(100_000);
  expect(() => readValues(name, type, `${most}${separator}${value}`)).toThrow(
    `${name.toUpperCase()} has more than 100000 values`,
  );
});

describe('written as they are', () => {
  test.each<[what: string, property: JCalProperty, text: string]>([
    ['a line break of any system in text', ['summary', {}, 'text', 'a\r\nb\rc\nd'], 'a\\nb\\nc\\nd'],
    ['a number in text', ['summary', {}, 'text', 3], '3'],
    ['a rule given as text', ['rrule', {}, 'recur', 'FREQ=DAILY'], 'FREQ=DAILY'],
    ['a period given as text', ['rdate', {}, 'period', '20300304T100000Z/PT1H'], '20300304T100000Z/PT1H'],
    [
      'several values of an unknown name',
      ['x-days', {}, 'date', '2030-03-04', '2030-03-05'],
      '20300304,20300305',
    ],
    ['no value at all', ['x-none', {}, 'text'], ''],
    ['a type that nobody knows', ['x-a', {}, 'constructor', 'a,b'], 'a,b'],
  ])('%s', (_what, property, text) => {
    expect(writeValues(property)).toBe(text);
  });
});
