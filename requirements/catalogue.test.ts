import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FAULTS } from '../simulator/faults/fault-list.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import { tablesUnder } from './catalogue.js';
import { loadCatalogue } from './read-catalogue.js';
import { DOCUMENTS, sectionKey } from './row.js';

describe('the catalogue of the suite', () => {
  const catalogue = loadCatalogue(import.meta.dirname);

  it('tells of a row all that its file, the titles and the successor say', () => {
    expect(catalogue.rows.get('2446/2.1.4/cancel-raises-sequence')).toMatchObject({
      force: { level: 'MUST' },
      party: 'organizer',
      duty: 'compose',
      source: { document: 'rfc2446', section: '2.1.4', title: 'Component Revisions', lines: [543, 544] },
      successor: { document: 'rfc5546', section: '2.1.4', title: 'Component Revisions', lines: [634, 635] },
    });
  });

  it('sorts rows by document and section, which the id begins with', () => {
    const places = [...catalogue.rows.values()].map(({ id, source: { document, section } }) => {
      expect(id.startsWith(`${sectionKey({ document, section })}/`)).toBe(true);
      return [
        DOCUMENTS.indexOf(document),
        ...section
          .split('.')
          .map(Number)
          .filter((part) => !Number.isNaN(part)),
      ];
    });
    expect(places.length).toBeGreaterThan(40);
    for (const [index, place] of places.slice(1).entries()) {
      expect(isBefore(place, places[index] ?? [])).toBe(false);
    }
  });

  it('has the row that each seeded fault breaks', () => {
    const missing = FAULTS.filter(({ requirement }) => !catalogue.rows.has(requirement));
    expect(missing.map(({ id }) => id)).toEqual([]);
    expect(FAULTS.length).toBeGreaterThan(0);
  });

  it('gives the tables of a profile', () => {
    const request = (profile: 'rfc5546' | 'rfc2446') =>
      tablesUnder(catalogue, profile)
        .find(({ method, component }) => method === 'REQUEST' && component === 'VEVENT')
        ?.parts.get('VEVENT')
        ?.find(({ name }) => name === 'REQUEST-STATUS')?.presence;
    expect([request('rfc2446'), request('rfc5546')]).toEqual(['0+', '0']);
  });
});

/** Whether numbers come before others, as 3.2 before 3.2.1 before 3.10. */
function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, index) => number !== other[index]);
  if (at < 0) return one.length < other.length;
  return (one[at] ?? 0) < (other[at] ?? -1);
}

const TABLE =
  'requirement: 2446/1/lock\ncomponent: TRUNK\nparts: { TRUNK: [{ name: KEY, presence: "1", line: 3 }] }';

const FILES: Readonly<Record<string, string>> = {
  'sections.yaml': [
    'rfc2446: { "1": Packing, "1.2": Locking, "1.10": Labels }',
    'rfc5546: { "1": Packing up, "9": Keys }',
    'rfc6638: { "7": Trains }',
  ].join('\n'),
  'accounted-sections.yaml': 'rfc2446: ["1", "1.2"]\nrfc6638: ["7"]',
  'exclusions.yaml': '- { document: rfc2446, lines: [8, 9], reason: an example, sameAs: 2446/1/lock }',
  'tables/trunk.yaml': TABLE,
  'rfc2446/1.yaml': rowsIn(
    'rfc2446',
    '1',
    rowOf('2446/1/lock', ', successor: { lines: [4, 4] }'),
    rowOf('2446/1/handle'),
  ),
  'rfc2446/1.2.yaml': rowsIn(
    'rfc2446',
    '1.2',
    rowOf('2446/1.2/key', ', successor: { section: "9", lines: [5, 5] }'),
  ),
  'rfc2446/1.10.yaml': rowsIn('rfc2446', '1.10', rowOf('2446/1.10/label')),
  'rfc6638/7.yaml': rowsIn('rfc6638', '7', rowOf('6638/7/ticket')),
};

function rowOf(id: string, more = ''): string {
  const who = 'party: organizer, duty: compose, method: any, component: any';
  return `  - { id: ${id}, level: MUST, ${who}, text: A rule., lines: [1, 2]${more} }`;
}

function rowsIn(document: string, section: string, ...rows: readonly string[]): string {
  return [`document: ${document}`, `section: "${section}"`, 'rows:', ...rows].join('\n');
}

describe('a made-up catalogue', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'itip-catalogue-'));
    for (const [file, text] of Object.entries(FILES)) write(file, text);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }

  it('has its rows in the order of documents and sections, a section before its subsections', () => {
    write('rfc2446/notes.txt', 'not a row');
    expect([...loadCatalogue(dir).rows.keys()]).toEqual([
      '2446/1/lock',
      '2446/1/handle',
      '2446/1.2/key',
      '2446/1.10/label',
      '6638/7/ticket',
    ]);
  });

  it('finds the successor in the section of the same number, unless another is given', () => {
    const { rows } = loadCatalogue(dir);
    expect(rows.get('2446/1/lock')?.successor).toEqual({
      document: 'rfc5546',
      section: '1',
      title: 'Packing up',
      lines: [4, 4],
    });
    expect(rows.get('2446/1.2/key')?.successor).toMatchObject({ section: '9', title: 'Keys' });
    expect(rows.get('2446/1/handle')?.successor).toBeUndefined();
  });

  it('keeps all that a row says', () => {
    const more = ', ambient: true, untested: why, unobservable: how, ruling: so, profiles: [rfc2446]';
    const force = 'level: implied, weight: should, reason: it follows, in2446: { level: MAY }';
    const row = rowOf('6638/7/ticket', more).replace('level: MUST', force);
    write('rfc6638/7.yaml', rowsIn('rfc6638', '7', row));
    expect(loadCatalogue(dir).rows.get('6638/7/ticket')).toEqual({
      id: '6638/7/ticket',
      force: { level: 'implied', weight: 'should', reason: 'it follows' },
      in2446: { level: 'MAY' },
      party: 'organizer',
      duty: 'compose',
      method: 'any',
      component: 'any',
      text: 'A rule.',
      source: { document: 'rfc6638', section: '7', title: 'Trains', lines: [1, 2] },
      successor: undefined,
      profiles: ['rfc2446'],
      ambient: true,
      untested: 'why',
      unobservable: 'how',
      ruling: 'so',
    });
  });

  it('has exclusions, tables, accounted sections and titles', () => {
    const catalogue = loadCatalogue(dir);
    expect(catalogue.exclusions).toEqual([
      { document: 'rfc2446', lines: [8, 9], reason: 'an example', sameAs: '2446/1/lock' },
    ]);
    expect(catalogue.tables.map(({ component }) => component)).toEqual(['TRUNK']);
    expect(catalogue.accounted).toEqual([
      { document: 'rfc2446', section: '1' },
      { document: 'rfc2446', section: '1.2' },
      { document: 'rfc6638', section: '7' },
    ]);
    expect([catalogue.titleOf('rfc5546', '9'), catalogue.titleOf('rfc6047', '9')]).toEqual([
      'Keys',
      undefined,
    ]);
  });

  it.each([
    [
      'an id given twice',
      'rfc2446/1.yaml',
      rowsIn('rfc2446', '1', rowOf('2446/1/lock'), rowOf('2446/1/lock')),
      /1\.yaml: 2446\/1\/lock is in the catalogue twice$/,
    ],
    [
      'an id given in two files',
      'rfc2446/1.3.yaml',
      rowsIn('rfc2446', '1', rowOf('2446/1/lock')),
      /1\.3\.yaml: 2446\/1\/lock is in the catalogue twice$/,
    ],
    [
      'an id of another section',
      'rfc2446/1.2.yaml',
      rowsIn('rfc2446', '1.2', rowOf('2446/1/key')),
      /1\.2\.yaml: 2446\/1\/key: ids in this file begin with 2446\/1\.2\/$/,
    ],
    [
      'a section without title',
      'sections.yaml',
      'rfc2446: { "1": Packing, "1.2": Locking, "1.10": Labels }\nrfc5546: { "1": Packing up, "9": Keys }',
      /7\.yaml: 6638\/7\/ticket: rfc6638 section 7 has no title in sections\.yaml$/,
    ],
    [
      'a successor in a section without title',
      'rfc2446/1.2.yaml',
      rowsIn('rfc2446', '1.2', rowOf('2446/1.2/key', ', successor: { lines: [5, 5] }')),
      /2446\/1\.2\/key: rfc5546 section 1\.2 has no title in sections\.yaml$/,
    ],
    [
      'a table without row',
      'tables/trunk.yaml',
      TABLE.replace('1/lock', '1/bell'),
      /: a table names 2446\/1\/bell, which the catalogue does not have$/,
    ],
    [
      'an exclusion without row',
      'exclusions.yaml',
      '- { document: rfc2446, lines: [8, 9], reason: x, sameAs: 2446/1/bell }',
      /: an exclusion names 2446\/1\/bell, which the catalogue does not have$/,
    ],
    [
      'an exclusion without reason',
      'exclusions.yaml',
      '- { document: rfc2446, lines: [8, 9], reason: " " }',
      /exclusions\.yaml: \[0\]\.reason: /,
    ],
    [
      'an unknown document',
      'accounted-sections.yaml',
      'rfc2445: ["1"]',
      /accounted-sections\.yaml: .*rfc2445/,
    ],
    [
      'a section that YAML takes for a number',
      'accounted-sections.yaml',
      'rfc2446: [3.1]',
      /accounted-sections\.yaml: rfc2446\[0\]: /,
    ],
    [
      'an unknown key',
      'rfc2446/1.10.yaml',
      rowsIn('rfc2446', '1.10', rowOf('2446/1.10/label', ', colour: red')),
      /1\.10\.yaml: rows\[2446\/1\.10\/label\]: .*colour/,
    ],
  ])('is refused with %s', (_case, file, text, message) => {
    expect(loadCatalogue(dir).rows.size).toBe(5);
    write(file, text);
    expect(() => loadCatalogue(dir)).toThrow(HarnessFault);
    expect(() => loadCatalogue(dir)).toThrow(message);
  });

  it('is refused without one of its files', () => {
    rmSync(join(dir, 'sections.yaml'));
    expect(() => loadCatalogue(dir)).toThrow(/sections\.yaml cannot be read/);
  });
});
