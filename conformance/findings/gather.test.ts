import { describe, expect, it } from 'vitest';
import type { Baseline, BaselineEntry } from '../baseline.js';
import type { Check, Outcome, Results } from '../results.js';
import { sampleCheck, sampleResults, sampleScenario } from '../testing/sample-results.js';
import { gather } from './gather.js';
import type { FindingNote, FindingsNotes } from './notes.js';

const note = (id: string, other: Partial<FindingNote> = {}): FindingNote => ({
  ...{ id, title: `Title of ${id}`, sentence: 'It is wrong.', reading: 'none found.', excused: false },
  ...other,
});
const notes = (...findings: readonly FindingNote[]): FindingsNotes => ({
  ...{
    target: 'sample',
    product: 'Sample',
    version: '1',
    about: 'Played.',
    findings: [...findings],
    seen: [],
  },
});
const listed = (requirement: string, finding: string | undefined, outcome = 'failed'): BaselineEntry => ({
  ...{ scenario: 'one', requirement, outcome: outcome as BaselineEntry['outcome'], reason: 'known' },
  ...(finding === undefined ? {} : { finding }),
});
const baseline = (...entries: readonly BaselineEntry[]): Baseline => ({
  target: 'sample',
  entries: [...entries],
});
const check = (requirement: string, outcome: Outcome): Check => sampleCheck(outcome, { requirement });
const results = (...checks: readonly Check[]): Results => sampleResults([sampleScenario('one', checks)]);
const ids = (shown: readonly { readonly check: Check }[]): string[] =>
  shown.map((one) => one.check.requirement);

describe('results among findings', () => {
  it('lie each in the one that its entry names, in the order of the notes', () => {
    const run = results(
      check('a', 'failed'),
      check('b', 'warned'),
      check('c', 'failed'),
      check('d', 'passed'),
    );
    const list = baseline(listed('a', 'late'), listed('b', 'early', 'warned'), listed('c', 'late'));
    const { findings, unexplained, stale } = gather(run, list, notes(note('early'), note('late')));
    expect(findings.map(({ note: { id }, shown }) => [id, ids(shown)])).toEqual([
      ['early', ['b']],
      ['late', ['a', 'c']],
    ]);
    expect([unexplained, stale]).toEqual([[], []]);
  });

  it('name each MUST failure that no entry lists, or whose entry names no finding', () => {
    const run = results(check('a', 'failed'), check('b', 'failed'));
    expect(gather(run, baseline(listed('a', undefined)), notes()).unexplained).toEqual([
      'one a: its entry names no finding',
      'one b: the baseline does not list it',
    ]);
  });

  it('an entry of another outcome explains no failure', () => {
    const { unexplained } = gather(
      results(check('a', 'failed')),
      baseline(listed('a', 'late', 'warned')),
      notes(note('late')),
    );
    expect(unexplained).toEqual(['one a: the baseline does not list it']);
  });

  it('want a gate that failed explained, too', () => {
    const gate = { gate: 'mail', scenario: 'one', outcome: 'failed', reason: 'lost' } as const;
    const run = sampleResults([sampleScenario('one', [check('a', 'passed')])], { gates: [gate] });
    expect(gather(run, baseline(), notes()).unexplained).toEqual([
      'one gate:mail: the baseline does not list it',
    ]);
  });

  it('tell apart what is only warned of and what could not be judged', () => {
    const run = results(
      check('a', 'warned'),
      check('b', 'inconclusive'),
      check('c', 'errored'),
      check('d', 'blocked'),
    );
    const list = baseline(listed('b', undefined, 'inconclusive'), listed('c', 'late', 'errored'));
    const { findings, warned, unjudged, unexplained } = gather(run, list, notes(note('late')));
    expect([ids(warned), ids(unjudged), unexplained]).toEqual([['a'], ['b', 'c', 'd'], []]);
    expect(findings.map(({ shown }) => ids(shown))).toEqual([['c']]);
  });

  it('call a finding stale that they do not show, and an entry that passes', () => {
    const run = results(check('a', 'passed'));
    const { findings, stale } = gather(run, baseline(listed('a', 'late')), notes(note('late')));
    expect(findings).toEqual([]);
    expect(stale).toEqual([
      'finding late: nothing in these results shows it; remove it from the notes',
      'one a: listed as failed, but it passes; remove the entry',
    ]);
  });

  it('do not call a finding stale that only shows now and then', () => {
    const flaky = { ...listed('a', 'late'), flaky: true };
    const { findings, stale } = gather(results(check('a', 'passed')), baseline(flaky), notes(note('late')));
    expect([findings, stale]).toEqual([[], []]);
  });

  it('call a finding stale whose example is none of its scenarios', () => {
    const list = baseline(listed('a', 'late'));
    const { stale } = gather(results(check('a', 'failed')), list, notes(note('late', { shown: 'two' })));
    expect(stale).toEqual(['finding late: two, which is to be shown, is none of its scenarios']);
  });

  it('have to be of a whole run, and of the same target', () => {
    const run = results(check('a', 'failed'));
    const part = sampleResults(run.scenarios, { suite: { scenarios: 2 } });
    expect(() => gather(part, baseline(), notes())).toThrow(
      'results of 1 of 2 scenarios; findings need those',
    );
    expect(() => gather(run, { ...baseline(), target: 'b' }, notes())).toThrow(
      'the baseline is of target `b`',
    );
    expect(() => gather(run, baseline(), { ...notes(), target: 'n' })).toThrow('the notes are of target `n`');
    const unknown = baseline(listed('a', 'lat'));
    expect(() => gather(run, unknown, notes(note('late')))).toThrow(/finding lat for one a.*known: late/);
  });
});
