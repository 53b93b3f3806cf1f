import { describe, expect, it, test } from 'vitest';
import { noCounts, OUTCOMES, type Outcome, Results, totalsOf, worstOf } from './results.js';
import { sampleCheck, sampleResults, sampleScenario } from './testing/sample-results.js';

describe('worstOf', () => {
  const fromBadToGood: Outcome[] = ['errored', 'failed', 'inconclusive', 'blocked', 'warned', 'passed'];
  const pairs = fromBadToGood.flatMap((bad, index) =>
    fromBadToGood.slice(index).map((good) => [bad, good] as const),
  );
  test.each(pairs)('%s outweighs %s, whichever comes first', (bad, good) => {
    expect(worstOf([bad, good])).toBe(bad);
    expect(worstOf([good, bad])).toBe(bad);
  });

  test.each(fromBadToGood)('%s is not spoilt by parts that were not judged', (outcome) => {
    expect(worstOf(['not-applicable', outcome, 'not-expressible'])).toBe(outcome);
  });

  it('tells of a whole without verdict why it has none', () => {
    expect(worstOf(['not-applicable', 'not-expressible'])).toBe('not-expressible');
    expect(worstOf(['not-applicable'])).toBe('not-applicable');
  });

  it('never calls what has no parts passed', () => {
    expect(worstOf([])).toBe('not-applicable');
  });

  it('knows every outcome', () => {
    for (const outcome of OUTCOMES) expect(worstOf([outcome])).toBe(outcome);
  });
});

describe('totalsOf', () => {
  it('counts checks, not scenarios, apart by level', () => {
    const totals = totalsOf([
      sampleScenario('one', [sampleCheck(), sampleCheck('failed'), sampleCheck('passed', { ambient: true })]),
      sampleScenario('two', [
        sampleCheck('warned', { level: 'should' }),
        sampleCheck('not-applicable', { level: 'may' }),
        sampleCheck('failed', { level: 'implied' }),
      ]),
    ]);
    expect(totals).toEqual({
      must: { ...noCounts(), passed: 2, failed: 1 },
      should: { ...noCounts(), warned: 1 },
      may: { ...noCounts(), 'not-applicable': 1 },
      implied: { ...noCounts(), failed: 1 },
    });
  });

  it('has a zero for whatever did not happen', () => {
    const { must } = totalsOf([]);
    expect(Object.keys(must).sort((a, b) => a.localeCompare(b))).toEqual(
      [...OUTCOMES].sort((a, b) => a.localeCompare(b)),
    );
    expect(Object.values(must)).toEqual(OUTCOMES.map(() => 0));
  });
});

describe('the schema of results', () => {
  const good = sampleResults([sampleScenario('one', [sampleCheck('failed')])]);

  it('takes results', () => {
    expect(Results.parse(good)).toEqual(good);
  });

  test.each<[string, object]>([
    ['an unknown key', { surplus: 1 }],
    ['another version', { schemaVersion: 2 }],
    ['a time that is none', { startedAt: 'yesterday' }],
    ['totals without a level', { totals: { must: noCounts(), should: noCounts(), may: noCounts() } }],
    ['a count too many', { totals: { ...good.totals, must: { ...noCounts(), skipped: 0 } } }],
    ['an unknown outcome', { gates: [{ gate: 'g', scenario: 's', outcome: 'skipped' }] }],
  ])('refuses %s', (_what, change) => {
    expect(Results.safeParse({ ...good, ...change }).success).toBe(false);
  });
});
