import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountFor, accountIn } from './accounting.js';
import type { Catalogue } from './catalogue.js';
import { loadCatalogue } from './read-catalogue.js';
import { TableFile } from './restriction-table-file.js';
import { rfcText } from './rfc-text.js';
import { type Force, type Lines, type Row, rfcPlacesOf } from './row.js';
import { sampleRow } from './testing/sample-row.js';

const real = loadCatalogue(import.meta.dirname);
const RFC_DIR = join(import.meta.dirname, '../../shared/rfc');

describe.runIf(existsSync(RFC_DIR))('the catalogue of the suite', () => {
  it('accounts for the real RFC texts', () => {
    expect(accountFor(RFC_DIR, real)).toEqual([]);
  });

  /** A line of which we know that a row has it; more rows and more accounted sections may come to it. */
  it.each([
    ['rfc2446', '2.1.4', 546],
    ['rfc5546', '2.1.4', 637],
    ['rfc2446', '3.2.5', 1358],
  ] as const)('would not, if nothing were known of %s section %s, line %i', (document, section, line) => {
    const has = (place: { document: string; lines: Lines }): boolean =>
      place.document === document && place.lines[0] <= line && line <= place.lines[1];
    const rows = new Map([...real.rows].filter(([, known]) => !rfcPlacesOf(known).some(has)));
    const exclusions = real.exclusions.filter((known) => !has(known));
    const tables = real.tables.filter(({ requirement }) => rows.has(requirement));
    expect(rows.size).toBeLessThan(real.rows.size);
    expect(
      accountFor(RFC_DIR, { ...real, rows, exclusions, tables }).map(
        ({ kind, where }) => `${kind}: ${where}`,
      ),
    ).toContain(`keyword: ${document} section ${section}, line ${line}`);
  });
});

const IMPLIED: Force = { level: 'implied', weight: 'must', reason: 'so' };

const OLD = `1 Packing
   A trunk MUST be locked.
   TRUNK   1+
      KEY  1
   BEGIN:VCALENDAR
   END:VCALENDAR
   This must hold.`;
const NEW = `1.  Packing
   | TRUNK  | 0+ | |
   |   KEY  | 1  | |
   A key MAY hang.`;

function row(id: string, lines: Lines, successor?: Lines, force: Force = IMPLIED): Row {
  const place = { section: '1', title: 'Packing' };
  return sampleRow({
    id,
    force,
    source: { ...place, document: 'rfc2446', lines },
    successor: successor && { ...place, document: 'rfc5546', lines: successor },
  });
}

const TABLE = {
  requirement: 'table',
  component: 'TRUNK',
  parts: {
    VCALENDAR: [{ name: 'TRUNK', presence: '1+', line: 3, rfc5546: { presence: '0+', line: 2 } }],
    TRUNK: [{ name: 'KEY', presence: '1', line: 4 }],
  },
};

const COMPLETE: Catalogue = {
  rows: new Map([
    ['lock', row('lock', [2, 2])],
    ['hang', row('hang', [4, 4], [4, 4])],
    ['table', row('table', [3, 4], [2, 3])],
  ]),
  tables: [TableFile.parse(TABLE)],
  exclusions: [{ document: 'rfc2446', lines: [5, 7], reason: 'an example' }],
  accounted: [{ document: 'rfc2446', section: '1' }],
  titleOf: () => undefined,
};

function problemsOf(change: Partial<Catalogue>): string[] {
  const problems = accountIn((document) => rfcText(document, document === 'rfc2446' ? OLD : NEW), {
    ...COMPLETE,
    ...change,
  });
  return problems.map(({ kind, where, text }) => `${kind}: ${where}: ${text}`);
}

function rows(...list: readonly Row[]): Partial<Catalogue> {
  return { rows: new Map([...COMPLETE.rows, ...list.map((one): [string, Row] => [one.id, one])]) };
}

function tableWith(change: Record<string, unknown>): Partial<Catalogue> {
  return { tables: [TableFile.parse({ ...TABLE, parts: { ...TABLE.parts, ...change } })] };
}

describe('accounting for a made-up RFC', () => {
  it('finds nothing where all is accounted for', () => {
    expect(problemsOf({})).toEqual([]);
  });

  it('finds a keyword and an example in no row and no exclusion', () => {
    expect(problemsOf({ exclusions: [] })).toEqual([
      'keyword: rfc2446 section 1, line 7: in no row and no exclusion: This must hold.',
      'example: rfc2446 section 1, lines 5-6: in no row and no exclusion: BEGIN:VCALENDAR',
    ]);
  });

  it('takes an example that is covered in part for uncovered', () => {
    const exclusions = [
      { document: 'rfc2446' as const, lines: [5, 5] as Lines, reason: 'x' },
      { document: 'rfc2446' as const, lines: [7, 7] as Lines, reason: 'x' },
    ];
    expect(problemsOf({ exclusions })[0]).toMatch(/^example: .*lines 5-6/);
  });

  it('finds a printed table row in no table', () => {
    expect(problemsOf({ tables: [] })).toEqual([
      'table-row: rfc2446 section 1, line 3: TRUNK is in no table of the catalogue',
      'table-row: rfc2446 section 1, line 4: KEY is in no table of the catalogue',
    ]);
  });

  it('finds lines beyond the section', () => {
    expect(problemsOf(rows(row('late', [7, 9])))).toEqual([
      'no-such-lines: late: lines 7-9 do not lie in rfc2446 section 1, which is lines 1-7',
    ]);
  });

  it('finds a section that does not exist, in a row and in the list of accounted ones', () => {
    const lost = row('lost', [2, 2]);
    const place = { ...lost.source, section: '9' };
    expect(problemsOf(rows({ ...lost, source: place }))).toEqual([
      'no-such-section: lost: rfc2446 has no section 9',
    ]);
    expect(problemsOf({ accounted: [...COMPLETE.accounted, { document: 'rfc2446', section: '9' }] })).toEqual(
      ['no-such-section: accounted-sections.yaml: rfc2446 has no section 9'],
    );
  });

  it('finds a wrong title', () => {
    const lock = row('lock', [2, 2]);
    expect(problemsOf(rows({ ...lock, source: { ...lock.source, title: 'Unpacking' } }))).toEqual([
      'wrong-title: lock: rfc2446 section 1 is called "Packing", not "Unpacking"',
    ]);
  });

  it('finds a level that the text does not say, in its own document and in the successor', () => {
    const level = (force: Force, lines: Lines, successor?: Lines): string[] =>
      problemsOf(rows(row('level', lines, successor, force)));
    expect(level({ level: 'MUST' }, [2, 2])).toEqual([]);
    expect(level({ level: 'MUST' }, [7, 7])).toEqual([]);
    expect(level({ level: 'SHOULD' }, [2, 4])).toEqual([
      'no-such-level: level: rfc2446 does not say SHOULD in lines 2-4',
    ]);
    expect(level({ level: 'MUST NOT' }, [2, 2])).toEqual([
      'no-such-level: level: rfc2446 does not say MUST NOT in line 2',
    ]);
    expect(level({ level: 'MUST' }, [2, 2], [2, 3])).toEqual([
      'no-such-level: level: rfc5546 does not say MUST in lines 2-3',
    ]);
    const old: Row = { ...row('old', [4, 4], [4, 4], { level: 'MAY' }), in2446: { level: 'SHOULD' } };
    expect(problemsOf(rows(old))).toEqual(['no-such-level: old: rfc2446 does not say SHOULD in line 4']);
  });

  it('does not ask for a level where the place is wrong already', () => {
    expect(problemsOf(rows(row('late', [8, 9], undefined, { level: 'SHOULD' })))).toEqual([
      'no-such-lines: late: lines 8-9 do not lie in rfc2446 section 1, which is lines 1-7',
    ]);
  });

  it('takes what the successor of a row covers for covered', () => {
    const accounted = [...COMPLETE.accounted, { document: 'rfc5546' as const, section: '1' }];
    expect(problemsOf({ accounted })).toEqual([]);
    const rowsWithout = new Map(
      [...(COMPLETE.rows ?? [])].map(([id, one]) => [id, { ...one, successor: undefined }]),
    );
    expect(problemsOf({ accounted, rows: rowsWithout })).toEqual([
      'keyword: rfc5546 section 1, line 4: in no row and no exclusion: A key MAY hang.',
      'table-row: rfc5546 section 1, line 2: TRUNK is in no table of the catalogue',
      'table-row: rfc5546 section 1, line 3: KEY is in no table of the catalogue',
    ]);
  });

  it('finds an exclusion that excludes nothing', () => {
    const empty = { document: 'rfc2446' as const, lines: [1, 1] as Lines, reason: 'x' };
    expect(problemsOf({ exclusions: [...COMPLETE.exclusions, empty] })).toEqual([
      'needless-exclusion: exclusions.yaml, rfc2446 line 1: has no keyword and no worked example',
    ]);
  });
});

describe('a table of the catalogue that differs from the printed one', () => {
  it('is found by presence value, in either RFC', () => {
    expect(problemsOf(tableWith({ TRUNK: [{ name: 'KEY', presence: '0+', line: 4 }] }))).toEqual([
      'table-differs: table in rfc5546: TRUNK/KEY, line 3, is "1", in the catalogue "0+"',
      'table-differs: table in rfc2446: TRUNK/KEY, line 4, is "1", in the catalogue "0+"',
    ]);
  });

  it('is found by line', () => {
    expect(problemsOf(tableWith({ TRUNK: [{ name: 'KEY', presence: '1', line: 5 }] }))).toEqual([
      'table-differs: table in rfc2446: TRUNK/KEY stands in line 4, in the catalogue 5',
    ]);
  });

  it('is found by a row too many and a row too few', () => {
    expect(
      problemsOf(tableWith({ TRUNK: [{ name: 'LID', presence: '1', line: 4, rfc5546: 'absent' }] })),
    ).toEqual([
      'table-differs: table in rfc5546: TRUNK/KEY, line 3, is missing in the catalogue',
      'table-differs: table in rfc2446: TRUNK/KEY, line 4, is missing in the catalogue',
      'table-differs: table in rfc2446: TRUNK/LID is not in the table, lines 3-4',
    ]);
  });
});
