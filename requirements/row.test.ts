import { describe, expect, it } from 'vitest';
import { forceOf, levelOf, type Place, placesOf, type Row, severityOf } from './row.js';
import { RowFile, WrittenRow } from './row-file.js';
import { sampleRow } from './testing/sample-row.js';

const WRITTEN = {
  id: '2446/3.2.5/cancel-status',
  level: 'MUST',
  party: 'organizer',
  duty: 'compose',
  method: 'CANCEL',
  component: 'VEVENT',
  text: 'A cancelled event says so.',
  lines: [1427, 1429],
};

describe('a written row', () => {
  it('holds in both profiles and needs a scenario unless it says otherwise', () => {
    expect(WrittenRow.parse(WRITTEN)).toMatchObject({ profiles: ['rfc5546', 'rfc2446'], ambient: false });
  });

  it.each([
    ['an id without section', { id: '2446/cancel-status' }, 'id'],
    ['an id with capitals', { id: '2446/3.2.5/Cancel' }, 'id'],
    ['an unknown level', { level: 'OUGHT' }, 'level'],
    ['an implied level without weight', { level: 'implied', reason: 'so' }, 'weight'],
    ['an implied level without reason', { level: 'implied', weight: 'must' }, 'reason'],
    ['an empty sentence', { text: ' ' }, 'text'],
    ['lines from end to start', { lines: [9, 8] }, 'lines'],
    ['an unknown duty', { duty: 'think' }, 'duty'],
    ['no profile at all', { profiles: [] }, 'profiles'],
    ['an unknown profile', { profiles: ['rfc2445'] }, 'profiles'],
    ['an unknown party', { party: 'guest' }, 'party'],
    ['an unknown method', { method: 'INVITE' }, 'method'],
    ['an unknown component', { component: 'VCARD' }, 'component'],
    ['line 0', { lines: [0, 8] }, 'lines'],
    ['half a line', { lines: [1.5, 8] }, 'lines'],
    ['an empty reason', { untested: ' ' }, 'untested'],
    ['a section that YAML takes for a number', { successor: { section: 3.1, lines: [1, 2] } }, 'successor'],
  ])('is refused with %s', (_case, change, key) => {
    const { error } = WrittenRow.safeParse({ ...WRITTEN, ...change });
    expect(error?.issues.map(({ path }) => path[0])).toEqual([key]);
  });

  it('says what is wrong with an id, a section and a range', () => {
    const messages = (change: object) =>
      WrittenRow.safeParse({ ...WRITTEN, ...change }).error?.issues.map(({ message }) => message);
    expect(messages({ id: 'x' })).toEqual([
      'not an id like 2446/2.1.5/older-request or service/outbox/entry-for-each-sending',
    ]);
    expect(messages({ lines: [9, 8] })).toEqual(['the range ends before it begins']);
    expect(messages({ successor: { section: '3.', lines: [1, 2] } })).toEqual([
      'not a section (quote it: 3.1 is a number)',
    ]);
  });

  it('may be about any method of iTIP', () => {
    const methods = ['PUBLISH', 'REQUEST', 'REPLY', 'ADD', 'CANCEL', 'REFRESH', 'COUNTER', 'DECLINECOUNTER'];
    const wrong = [...methods, 'any'].filter(
      (method) => !WrittenRow.safeParse({ ...WRITTEN, method }).success,
    );
    expect(wrong).toEqual([]);
  });

  it('stands in a file with others of its section', () => {
    const file = { document: 'rfc2446', section: '3.2.5', rows: [WRITTEN] };
    expect(RowFile.safeParse(file).success).toBe(true);
    expect(RowFile.safeParse({ ...file, rows: [] }).success).toBe(false);
    expect(RowFile.safeParse({ ...file, document: 'rfc2445' }).success).toBe(false);
    expect(RowFile.safeParse({ ...file, section: '3.2.5.' }).success).toBe(false);
  });

  it('is refused with a weight beside a keyword', () => {
    expect(WrittenRow.safeParse({ ...WRITTEN, weight: 'must' }).success).toBe(false);
  });
});

describe('the level of a row', () => {
  const rowOf = (force: Row['force'], in2446?: Row['force']): Row => ({ force, in2446 }) as Row;

  it.each([
    ['MUST', 'must'],
    ['MUST NOT', 'must'],
    ['SHOULD', 'should'],
    ['SHOULD NOT', 'should'],
    ['MAY', 'may'],
  ] as const)('%s counts as %s', (level, expected) => {
    expect(levelOf(rowOf({ level }), 'rfc5546')).toBe(expected);
    expect(severityOf(rowOf({ level }))).toBe(expected);
  });

  it('counts an implied rule apart and weighs it', () => {
    const row = rowOf({ level: 'implied', weight: 'should', reason: 'so' });
    expect(levelOf(row, 'rfc5546')).toBe('implied');
    expect(severityOf(row)).toBe('should');
  });

  it('may differ in the older profile', () => {
    const row = rowOf({ level: 'MUST' }, { level: 'implied', weight: 'should', reason: 'so' });
    expect([levelOf(row, 'rfc5546'), levelOf(row, 'rfc2446')]).toEqual(['must', 'implied']);
    expect([severityOf(row), severityOf(row, 'rfc2446')]).toEqual(['must', 'should']);
    expect(forceOf(row, 'rfc2446')).toEqual({ level: 'implied', weight: 'should', reason: 'so' });
  });
});

describe('the places of a row', () => {
  it('are its own and the one in the successor', () => {
    const successor: Place = { document: 'rfc5546', section: '1', title: 'Packing', lines: [7, 8] };
    const { source } = sampleRow();
    expect(placesOf(sampleRow())).toEqual([source]);
    expect(placesOf(sampleRow({ successor }))).toEqual([source, successor]);
  });
});
