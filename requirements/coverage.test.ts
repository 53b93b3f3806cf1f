import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.js';
import { coverageOf, rowsJudgedBy } from './coverage.js';
import type { Row } from './row.js';
import { sampleRow } from './testing/sample-row.js';

const MUST = sampleRow();
const IMPLIED = sampleRow({
  id: '2446/1/trunk-is-labelled',
  force: { level: 'implied', weight: 'should', reason: 'so' },
  in2446: { level: 'MUST' },
});
const AMBIENT = sampleRow({ id: '2446/2/table', ambient: true });
const UNTESTED = sampleRow({ id: '2446/2/alarm', untested: 'no scenario rings so far' });
const UNOBSERVABLE = sampleRow({ id: '2446/2/thought', unobservable: 'nobody sees it' });

function catalogueOf(...rows: readonly Row[]): Catalogue {
  return {
    rows: new Map(rows.map((row) => [row.id, row])),
    tables: [],
    exclusions: [],
    accounted: [],
    titleOf: () => undefined,
  };
}

function problemsOf(catalogue: Catalogue, ...scenarios: readonly (readonly string[])[]): string[] {
  const tagged = scenarios.map((tags, index) => ({ id: `s${index + 1}`, tags }));
  return coverageOf(catalogue, tagged).problems.map(({ kind, where, text }) => `${kind}: ${where}: ${text}`);
}

describe('coverage', () => {
  it('lists the scenarios of each row, in the order of the catalogue', () => {
    const { scenarios, problems } = coverageOf(catalogueOf(IMPLIED, MUST, UNTESTED), [
      { id: 'a', tags: ['@must', `@${MUST.id}`, '@needs:clock'] },
      { id: 'b', tags: ['@must', `@${MUST.id}`, `@see:${IMPLIED.id}`] },
      { id: 'c', tags: ['@implied', `@${IMPLIED.id}`] },
    ]);
    expect([...scenarios]).toEqual([
      [IMPLIED.id, ['c']],
      [MUST.id, ['a', 'b']],
      [UNTESTED.id, []],
    ]);
    expect(problems).toEqual([]);
  });

  it('misses a row without scenario, for which @see is not enough', () => {
    const tags = ['@must', `@${MUST.id}`, `@see:${IMPLIED.id}`];
    expect(problemsOf(catalogueOf(MUST, IMPLIED), tags)).toEqual([
      `no-scenario: ${IMPLIED.id}: no scenario judges this row, and it gives no reason`,
    ]);
  });

  it('asks for no scenario where ambient checks judge, or a reason is given', () => {
    expect(problemsOf(catalogueOf(AMBIENT, UNTESTED, UNOBSERVABLE))).toEqual([]);
  });

  it.each([
    [UNTESTED, 'no scenario rings so far'],
    [UNOBSERVABLE, 'nobody sees it'],
  ])('finds a reason that a scenario has overtaken: $id', (row, reason) => {
    expect(problemsOf(catalogueOf(row), ['@must', `@${row.id}`])).toEqual([
      `needless-reason: ${row.id}: the row is judged, yet it says: ${reason}`,
    ]);
  });

  it('finds a reason beside ambient checks', () => {
    expect(problemsOf(catalogueOf({ ...AMBIENT, untested: 'later' }))).toEqual([
      `needless-reason: ${AMBIENT.id}: the row is judged, yet it says: later`,
    ]);
  });

  it('finds tags that name no row', () => {
    const ghost = 'unknown-row: s1: the catalogue has no row 2446/9.9/ghost';
    expect(problemsOf(catalogueOf(AMBIENT), ['@must', '@2446/9.9/ghost'])).toEqual([ghost]);
    const glance = ['@must', `@${AMBIENT.id}`, '@see:2446/9.9/ghost'];
    expect(problemsOf(catalogueOf(AMBIENT), glance)).toEqual([ghost]);
  });

  it.each([
    ['no level', [`@${AMBIENT.id}`], `found none and ${AMBIENT.id}`],
    ['two levels', ['@must', '@should', `@${AMBIENT.id}`], `found @must, @should and ${AMBIENT.id}`],
    ['no row', ['@must'], 'found @must and none'],
    [
      'two rows',
      ['@must', `@${AMBIENT.id}`, `@${UNTESTED.id}`],
      `found @must and ${AMBIENT.id}, ${UNTESTED.id}`,
    ],
  ])('finds a scenario with %s', (_case, tags, found) => {
    expect(problemsOf(catalogueOf(AMBIENT, UNTESTED), tags)).toContain(
      `tag-count: s1: exactly one level tag and one row tag are needed, ${found}`,
    );
  });

  it('finds a level that is not the one of the row in the default profile', () => {
    expect(problemsOf(catalogueOf(MUST), ['@should', `@${MUST.id}`])).toEqual([
      `wrong-level: s1: tagged @should, but ${MUST.id} is @must`,
    ]);
    expect(problemsOf(catalogueOf(IMPLIED), ['@must', `@${IMPLIED.id}`])).toEqual([
      `wrong-level: s1: tagged @must, but ${IMPLIED.id} is @implied`,
    ]);
  });
});

it('tells the row tags of a scenario from all others', () => {
  const tags = [
    '@must',
    '@2446/1/trunk-is-locked',
    '@see:2446/2/table',
    '@needs:clock',
    '@6638/7/x',
    '@24/7',
  ];
  expect(rowsJudgedBy(tags)).toEqual(['2446/1/trunk-is-locked', '6638/7/x']);
});
