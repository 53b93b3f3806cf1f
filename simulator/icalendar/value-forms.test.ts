import { describe, expect, test } from 'vitest';
import { FORMS } from './value-forms.js';

const fits = (type: string, text: string): boolean | undefined => FORMS.get(type)?.(text);

/** Per type what has its form, and what has not. */
const CASES: Readonly<Record<string, readonly [right: readonly string[], wrong: readonly string[]]>> = {
  boolean: [
    ['TRUE', 'FALSE', 'true'],
    ['', '1', 'YES', ' TRUE'],
  ],
  integer: [
    ['0', '-1', '+12', '007', '2147483647', '-2147483648'],
    [
      '',
      'abc',
      '1.5',
      '1e3',
      '2147483648',
      '-2147483649',
      '9'.repeat(400),
      '0x1',
      ' 1',
      '1 ',
      'Infinity',
      'NaN',
    ],
  ],
  float: [
    ['37.386013', '-122', '+0.5'],
    ['', '.5', '5.', '1,5', '1e3', 'NaN', '1'.repeat(30)],
  ],
  date: [
    ['20300304', '20320229', '20300228', '00001231', '20300304T100000Z'],
    ['20300229', '19000229', '20301301'],
  ],
  'date-time': [
    ['20300304T100000', '20300304T100000Z', '20161231T235960Z', '20300304', '20000229T000000'],
    [
      ...['', 'tomorrow', '2030-03-04T10:00:00', '20300304T10', '20300304T1000', '20300304T100000+0100'],
      ...['20300304T240000', '20300304T106000', '20300304T100061', '20300400', '20300431', '20300001T000000'],
      ...['19970701T2000000Z', '199706211T173000Z', '20300304T100000z', '20300304T100000Z\n'],
    ],
  ],
  time: [
    ['000000', '235959', '235960Z'],
    ['', '240000', '126000', '1200', '12:00:00'],
  ],
  duration: [
    ['PT1H', '-P1D', 'P2W'],
    ['', 'PT', '1H', '20300304T100000Z'],
  ],
  period: [
    ['20300304T100000Z/20300304T110000Z', '20300304T100000Z/PT1H'],
    [
      '',
      '/',
      '20300304T100000Z',
      '20300304T100000Z/',
      '/PT1H',
      '20300304T100000Z/PT1H/PT1H',
      'PT1H/PT1H',
      '20300304/P1D',
    ],
  ],
  'utc-offset': [
    ['+0100', '-0530', '+005328', '+0000'],
    ['', '0100', '+1', '+01:00', '+2400', '+0160', '+010060'],
  ],
  recur: [
    [
      ...[
        'FREQ=DAILY',
        'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
        'COUNT=3;FREQ=WEEKLY',
        'FREQ=DAILY;UNTIL=20300304',
      ],
      ...[
        'FREQ=DAILY;UNTIL=20300304T100000Z',
        'FREQ=MONTHLY;BYDAY=MO,+2TU,-5WE;BYSETPOS=-1,1',
        'FREQ=DAILY;WKST=SU',
      ],
      ...['FREQ=DAILY;RSCALE=GREGORIAN', `FREQ=SECONDLY;BYSECOND=${Array.from({ length: 60 }, (_, s) => s)}`],
    ],
    [
      ...[
        '',
        ';',
        'FREQ',
        'FREQ=',
        'COUNT=3',
        'FREQ=HOURLYISH',
        'FREQ=DAILY;',
        'FREQ=DAILY;COUNT=x',
        'FREQ=DAILY=1',
      ],
      ...[
        'FREQ=DAILY;UNTIL=soon',
        'FREQ=DAILY;BYDAY=XX',
        'FREQ=DAILY;BYDAY=MO,',
        'FREQ=DAILY;BYMONTH=3a',
        'FREQ=DAILY;=3',
      ],
      ...[
        'FREQ=DAILY;COUNT=99999999999',
        'FREQ=DAILY;BYMONTH=1,,2',
        `FREQ=DAILY;X=${'1'.repeat(5000)}`,
        'freq=daily',
      ],
      ...['FREQ=DAILY;WKST=1', 'FREQ=DAILY;INTERVAL=1.5'],
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (type, [right, wrong]) => {
  test.each(right)('%s', (text) => {
    expect(fits(type, text)).toBe(true);
  });

  test.each(wrong)('not %j', (text) => {
    expect(fits(type, text)).toBe(false);
  });
});

test('every type that has a form is tried here', () => {
  expect(new Set(FORMS.keys())).toEqual(new Set(Object.keys(CASES)));
});
