import { describe, expect, it } from 'vitest';
import { completedResults } from './completed-results.js';
import { exitCode } from './exit-code.js';
import { Results } from './results.js';
import { sampleCatalogue, sampleRow } from './testing/sample-catalogue.js';
import { sampleCheck, sampleResults, sampleScenario } from './testing/sample-results.js';

const catalogue = sampleCatalogue([sampleRow('2446/1/rule')]);
const scenario = (id: string, outcome: 'passed' | 'errored') => sampleScenario(id, [sampleCheck(outcome)]);
const last = sampleResults([scenario('one', 'passed'), scenario('two', 'errored')], {
  gates: [{ gate: 'mail', scenario: 'one', outcome: 'errored', reason: 'the server was down' }],
});
const again = sampleResults([scenario('two', 'passed')], {
  gates: [{ gate: 'mail', scenario: 'one', outcome: 'passed' }],
});

describe('scenarios that are played again', () => {
  const whole = completedResults(last, again, catalogue);

  it('get their new outcomes in their places; all others stay', () => {
    expect(whole.scenarios.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['one', 'passed'],
      ['two', 'passed'],
    ]);
    expect(whole.totals.must).toMatchObject({ passed: 2, errored: 0 });
    expect(whole.requirements).toEqual([{ id: '2446/1/rule', level: 'must', outcome: 'passed' }]);
    expect(Results.parse(whole)).toEqual(whole);
  });

  it('make a run that ends as if it had been played at once', () => {
    expect(whole).toMatchObject({ suite: { selected: 2 }, durationMs: 2, interrupted: false });
    expect(whole.gates).toEqual(again.gates);
    const busy = completedResults({ ...last, busyMs: 1 }, { ...again, busyMs: 2 }, catalogue);
    expect([busy.busyMs, whole.busyMs]).toEqual([3, undefined]);
    const ending = { strict: false, harnessFault: false, usage: false, unreachable: false };
    expect(exitCode({ ...ending, results: whole })).toBe(0);
    expect(exitCode({ ...ending, results: last })).toBe(1);
  });
});

it.each([
  ['shard', { index: 1, of: 2, selected: 4, digest: 'abc' }],
  ['whole', undefined],
])('leaves it the %s that it was, whatever part of it is played again', (_what, shard) => {
  const part = { ...last, ...(shard === undefined ? {} : { shard }) };
  expect(completedResults(part, again, catalogue).shard).toEqual(shard);
  const partly = { ...again, shard: { index: 1, of: 2, selected: 1, digest: 'def' } };
  expect(completedResults(part, partly, catalogue).shard).toEqual(shard);
});

it('takes back blame that the scenarios played again refute', () => {
  const rows = [
    sampleRow('2446/1/rule', { duty: 'store', method: 'REPLY' }),
    sampleRow('2446/1/sent', { duty: 'compose', method: 'REPLY' }),
  ];
  const blaming = (id: string, requirement: string, atFault: 'organizer' | 'attendee') =>
    sampleScenario(id, [sampleCheck('warned', { requirement, atFault })]);
  const before = sampleResults([blaming('one', '2446/1/rule', 'organizer'), scenario('two', 'errored')]);
  const after = sampleResults([blaming('two', '2446/1/sent', 'attendee')]);
  const { scenarios } = completedResults(before, after, sampleCatalogue(rows));
  expect(scenarios.map(({ checks }) => checks[0]?.atFault)).toEqual([undefined, 'attendee']);
});

it('leaves the run interrupted where scenarios were never played', () => {
  const cut = sampleResults([scenario('two', 'errored')], { suite: { selected: 3 }, interrupted: true });
  expect(completedResults(cut, again, catalogue).interrupted).toBe(true);
});

it.each([
  ['target', { ...last, target: { ...last.target, name: 'another' } }],
  ['profile', { ...last, profile: 'rfc2446' as const }],
])('does not complete the results of another %s', (_what, other) => {
  expect(completedResults(other, again, catalogue)).toBe(again);
});
