import { describe, expect, it, test } from 'vitest';
import { breaks, type Deviation, deviationsOf, outcomesByPlace, wasJudged } from './deviations.js';
import { OUTCOMES } from './results.js';
import { sampleCheck, sampleResults, sampleScenario } from './testing/sample-results.js';

const brief = (deviations: readonly Deviation[]): string[] =>
  deviations.map(({ scenario, requirement, outcome }) => `${scenario} ${requirement} ${outcome}`);

test.each(OUTCOMES)('breaks: %s', (outcome) => {
  const always = ['failed', 'errored', 'inconclusive'].includes(outcome);
  expect(breaks(outcome, false)).toBe(always);
  expect(breaks(outcome, true)).toBe(always || outcome === 'warned');
});

describe('deviationsOf', () => {
  it('finds each check that breaks, with its reason, and no other', () => {
    const results = sampleResults([
      sampleScenario('one', [
        sampleCheck('passed', { requirement: 'a' }),
        sampleCheck('failed', { requirement: 'b', reason: 'so it is' }),
        sampleCheck('warned', { requirement: 'c', ambient: true }),
      ]),
      sampleScenario('two', [sampleCheck('blocked'), sampleCheck('not-expressible')]),
      sampleScenario('three', [sampleCheck('inconclusive', { requirement: 'd' })]),
    ]);
    expect(deviationsOf(results, false)).toEqual([
      { scenario: 'one', requirement: 'b', outcome: 'failed', reason: 'so it is' },
      { scenario: 'three', requirement: 'd', outcome: 'inconclusive', reason: 'why it is inconclusive' },
    ]);
    expect(brief(deviationsOf(results, true))).toContain('one c warned');
  });

  it('tells the same outcome of a place once, another one apart', () => {
    const same = sampleCheck('failed', { requirement: 'a' });
    const scenario = sampleScenario('one', [same, same, sampleCheck('errored', { requirement: 'a' })]);
    expect(brief(deviationsOf(sampleResults([scenario]), false))).toEqual(['one a failed', 'one a errored']);
  });

  it('blames the scenario as a whole where no check accounts for its outcome', () => {
    const scenario = sampleScenario('one', [sampleCheck()], { outcome: 'errored', reason: 'it broke' });
    expect(deviationsOf(sampleResults([scenario]), false)).toEqual([
      { scenario: 'one', requirement: '(scenario)', outcome: 'errored', reason: 'it broke' },
    ]);
  });

  it('counts a closed gate whose probe was not selected', () => {
    const gates = [{ gate: 'mail', scenario: 'probe', outcome: 'failed' as const, reason: 'none came' }];
    expect(deviationsOf(sampleResults([], { gates }), false)).toEqual([
      { scenario: 'probe', requirement: 'gate:mail', outcome: 'failed', reason: 'none came' },
    ]);
  });

  it('counts a closed gate once when its probe says so itself', () => {
    const probe = sampleScenario('probe', [
      sampleCheck('failed', { requirement: 'a' }),
      sampleCheck('passed', { requirement: 'b', ambient: true }),
    ]);
    const gates = [{ gate: 'mail', scenario: 'probe', outcome: 'failed' as const }];
    expect(brief(deviationsOf(sampleResults([probe], { gates }), false))).toEqual(['probe a failed']);
  });

  it('counts a closed gate when its probe says nothing but what ambient checks found', () => {
    const probe = sampleScenario('probe', [
      sampleCheck('blocked', { requirement: 'a' }),
      sampleCheck('failed', { requirement: 'b', ambient: true }),
    ]);
    const gates = [{ gate: 'mail', scenario: 'probe', outcome: 'failed' as const }];
    expect(brief(deviationsOf(sampleResults([probe], { gates }), false))).toEqual([
      'probe b failed',
      'probe gate:mail failed',
    ]);
  });

  test.each(['passed', 'blocked', 'not-applicable', 'not-expressible'] as const)(
    'does not count a gate that is %s',
    (outcome) => {
      const gates = [{ gate: 'mail', scenario: 'probe', outcome }];
      expect(deviationsOf(sampleResults([], { gates }), false)).toEqual([]);
    },
  );
});

it('outcomesByPlace lists checks, scenarios and gates', () => {
  const one = sampleScenario('one', [
    sampleCheck('passed', { requirement: 'a' }),
    sampleCheck('failed', { requirement: 'a' }),
  ]);
  const gates = [{ gate: 'mail', scenario: 'probe', outcome: 'blocked' as const }];
  expect(Object.fromEntries(outcomesByPlace(sampleResults([one], { gates })))).toEqual({
    'one\n(scenario)': ['failed'],
    'one\na': ['passed', 'failed'],
    'probe\ngate:mail': ['blocked'],
  });
});

test.each(OUTCOMES)('wasJudged: %s', (outcome) => {
  const verdict = ['passed', 'failed', 'warned'].includes(outcome);
  expect(wasJudged(sampleScenario('one', [sampleCheck('blocked'), sampleCheck(outcome)]))).toBe(verdict);
});
