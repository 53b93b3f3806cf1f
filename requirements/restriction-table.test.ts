import { describe, expect, it } from 'vitest';
import { presenceUnder, underProfile } from './restriction-table.js';
import { TableFile } from './restriction-table-file.js';

function table(rows: readonly object[]): TableFile {
  return TableFile.parse({
    requirement: 'r',
    method: 'REQUEST',
    component: 'VEVENT',
    parts: { VEVENT: rows },
  });
}

const ROWS = [
  { name: 'COMMENT', presence: '0 or 1', line: 10, rfc5546: { presence: '0+', line: 20 } },
  { name: 'EXRULE', presence: '0+', line: 11, rfc5546: 'absent' },
  { name: 'IANA-PROPERTY', rfc5546: { presence: '0+', line: 21 } },
  { name: 'RDATE', presence: '0+', line: 12, excludes: 'RRULE' },
  { name: 'TZOFFSET', presence: '1', line: 13, unchecked: 'no such property' },
];

describe('a restriction table under a profile', () => {
  const held = (profile: 'rfc5546' | 'rfc2446', rows = ROWS): string[] =>
    (underProfile(table(rows), profile).parts.get('VEVENT') ?? []).map(
      ({ name, presence }) => `${name} ${presence}`,
    );

  it('has the presence values of its RFC, and only the rows that this RFC has', () => {
    expect(held('rfc2446')).toEqual(['COMMENT 0 or 1', 'EXRULE 0+', 'RDATE 0+']);
    expect(held('rfc5546')).toEqual(['COMMENT 0+', 'IANA-PROPERTY 0+', 'RDATE 0+']);
  });

  it('drops an exclusion where RFC 5546 lets both stand together', () => {
    const rows = [
      {
        name: 'RDATE',
        presence: '0+',
        line: 1,
        excludes: 'RRULE',
        rfc5546: { presence: '0+', line: 2, together: true },
      },
    ];
    const excluded = (profile: 'rfc5546' | 'rfc2446'): unknown =>
      underProfile(table(rows), profile).parts.get('VEVENT')?.[0]?.excludes;
    expect([excluded('rfc2446'), excluded('rfc5546')]).toEqual(['RRULE', undefined]);
  });

  it('says what each row asks for, as it is written', () => {
    const rows = [
      { name: 'METHOD', presence: '1', line: 1, values: ['REQUEST'] },
      { name: 'DTSTART', presence: '1', line: 2, localTime: true },
      { name: 'DTEND', presence: '0 or 1', line: 3, needs: 'DTSTART', orElse: 'DURATION', note: 'a remark' },
      { name: 'VEVENT', presence: '1+', line: 4, sameUid: true },
    ];
    expect(underProfile(table(rows), 'rfc5546')).toEqual({
      requirement: 'r',
      method: 'REQUEST',
      component: 'VEVENT',
      parts: new Map([
        [
          'VEVENT',
          [
            { name: 'METHOD', presence: '1', values: ['REQUEST'] },
            { name: 'DTSTART', presence: '1', localTime: true },
            { name: 'DTEND', presence: '0 or 1', needs: 'DTSTART', orElse: 'DURATION' },
            { name: 'VEVENT', presence: '1+', sameUid: true },
          ],
        ],
      ]),
    });
  });

  it('has the presence value of a row also where it is not checked', () => {
    const [comment, exrule, iana, rdate, offset] = table(ROWS).parts.VEVENT ?? [];
    const both = [comment, exrule, iana, rdate, offset].map((row) =>
      (['rfc2446', 'rfc5546'] as const).map((profile) => row && presenceUnder(row, profile)),
    );
    expect(both).toEqual([
      ['0 or 1', '0+'],
      ['0+', undefined],
      [undefined, '0+'],
      ['0+', '0+'],
      ['1', '1'],
    ]);
  });

  it.each([
    ['a presence value that no table uses', { name: 'UID', presence: '2', line: 1 }],
    ['a presence value without its line', { name: 'UID', presence: '1' }],
    ['a row that stands in neither RFC', { name: 'UID' }],
    ['a row without place that is absent in the successor', { name: 'UID', rfc5546: 'absent' }],
    ['a name in small letters', { name: 'Uid', presence: '1', line: 1 }],
    ['an unknown key', { name: 'UID', presence: '1', line: 1, colour: 'red' }],
    ['no value at all where values are listed', { name: 'UID', presence: '1', line: 1, values: [] }],
  ])('is refused with %s', (_case, row) => {
    expect(() => table([row])).toThrow();
  });

  it.each([
    ['presence and line go together', { name: 'UID', presence: '1' }],
    ['stands in neither RFC', { name: 'UID' }],
    ['not the name of a property or component', { name: 'uid', presence: '1', line: 1 }],
  ])('says why: %s', (message, row) => {
    expect(() => table([row])).toThrow(message);
  });

  it('is refused with a name given twice', () => {
    const uid = { name: 'UID', presence: '1', line: 1 };
    expect(() => table([uid, { ...uid, line: 2 }])).toThrow('a name is given twice');
  });

  it('may be one of any method of iTIP, and of no other', () => {
    const of = (method: string) =>
      TableFile.safeParse({ requirement: 'r', method, component: 'VEVENT', parts: {} }).success;
    expect(['PUBLISH', 'REFRESH', 'DECLINECOUNTER', 'INVITE'].map(of)).toEqual([true, true, true, false]);
  });
});
