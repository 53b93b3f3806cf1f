import { describe, expect, test } from 'vitest';
import { UsageError } from '../targets/outcome-errors.js';
import { exitCode } from './exit-code.js';
import { mergeShards, type ShardResults } from './merge.js';
import { Results } from './results.js';
import { sampleCatalogue, sampleRow } from './testing/sample-catalogue.js';
import { sampleCheck, sampleResults, sampleScenario } from './testing/sample-results.js';
import { suiteScenario } from './testing/sample-suite.js';

const suite = ['one', 'two', 'three'].map((id) => suiteScenario(id));
const material = { suite, catalogue: sampleCatalogue([sampleRow('2446/1/rule')]) };

/** Shard `index` of two: scenario two in the first, one and three in the second. */
function shard(index: number, change: (results: Results) => Partial<Results> = () => ({})): ShardResults {
  const scenarios = (index === 1 ? ['two'] : ['three', 'one']).map((id) =>
    sampleScenario(id, [sampleCheck(id === 'three' ? 'failed' : 'passed')]),
  );
  const results: Results = {
    ...sampleResults(scenarios, { suite: { scenarios: 3, selected: scenarios.length } }),
    shard: { index, of: 2, selected: 3, digest: 'abc' },
    gates: [{ gate: 'mail', scenario: 'one', outcome: 'passed' }],
    startedAt: `2030-01-07T09:00:0${index}.000Z`,
  };
  return { path: `shard-${index}`, results: { ...results, ...change(results) } };
}

describe('mergeShards', () => {
  test('puts all together, in the order of the suite', () => {
    const merged = mergeShards([shard(2), shard(1)], material);
    expect(Results.parse(merged)).toEqual(merged);
    expect(merged.scenarios.map(({ id }) => id)).toEqual(['one', 'two', 'three']);
    expect(merged.suite).toEqual({ scenarios: 3, selected: 3, requirements: 1 });
    expect(merged.totals.must).toMatchObject({ passed: 2, failed: 1 });
    expect(merged.requirements).toEqual([{ id: '2446/1/rule', level: 'must', outcome: 'failed' }]);
    expect(merged.gates).toEqual([{ gate: 'mail', scenario: 'one', outcome: 'passed' }]);
    expect([merged.startedAt, merged.durationMs]).toEqual(['2030-01-07T09:00:01.000Z', 2]);
    expect(merged).not.toHaveProperty('shard');
  });

  test('the time is that of all, and so is that of the server', () => {
    const busy = (busyMs: number) => () => ({ durationMs: 10, busyMs });
    expect(mergeShards([shard(1, busy(7)), shard(2, busy(9))], material)).toMatchObject({
      durationMs: 20,
      busyMs: 16,
    });
    expect(mergeShards([shard(1), shard(2)], material)).not.toHaveProperty('busyMs');
  });

  test('who is blamed in one shard is not where another refutes it', () => {
    const rows = [
      sampleRow('2446/1/rule', { duty: 'receive', method: 'REPLY' }),
      sampleRow('2446/1/sent', { duty: 'compose', method: 'REPLY' }),
    ];
    const blaming = (requirement: string, atFault: 'organizer' | 'attendee') => (results: Results) => ({
      scenarios: results.scenarios.map((scenario) => ({
        ...scenario,
        checks: [sampleCheck('failed', { requirement, atFault })],
      })),
    });
    const shards = [
      shard(1, blaming('2446/1/rule', 'organizer')),
      shard(2, blaming('2446/1/sent', 'attendee')),
    ];
    const { scenarios } = mergeShards(shards, { suite, catalogue: sampleCatalogue(rows) });
    expect(scenarios.map(({ id, checks }) => [id, checks[0]?.atFault])).toEqual([
      ['one', 'attendee'],
      ['two', undefined],
      ['three', 'attendee'],
    ]);
  });

  test('a gate is as bad as in its worst shard', () => {
    const gates: Results['gates'] = [{ gate: 'mail', scenario: 'one', outcome: 'failed', reason: 'lost' }];
    expect(mergeShards([shard(1), shard(2, () => ({ gates }))], material).gates).toEqual(gates);
  });

  test('one that was interrupted makes the whole so, and no success of it', () => {
    const merged = mergeShards([shard(1, () => ({ interrupted: true })), shard(2)], material);
    expect(merged.interrupted).toBe(true);
    const ending = { strict: false, harnessFault: false, usage: false, unreachable: false };
    const passed = merged.scenarios.filter(({ outcome }) => outcome === 'passed');
    expect(exitCode({ ...ending, results: { ...merged, scenarios: passed } })).toBe(5);
  });

  const target = shard(1).results.target;
  test.each<[string, (results: Results) => Partial<Results>]>([
    [
      'version of the suite (0.1.0, not 0.0.0)',
      () => ({ tool: { name: 'itip-conformance', version: '0.1.0' } }),
    ],
    ['suite', ({ suite: one }) => ({ suite: { ...one, scenarios: 4 } })],
    ['target', () => ({ target: { ...target, name: 'other' } })],
    ['target', () => ({ target: { ...target, product: 'Sample/2' } })],
    ['means of the target', () => ({ target: { ...target, capabilities: ['inbox'] } })],
    ['profile', () => ({ profile: 'rfc2446' })],
    ['number of shards (3, not 2)', () => ({ shard: { index: 2, of: 3, selected: 3, digest: 'abc' } })],
    ['selection of scenarios', () => ({ shard: { index: 2, of: 2, selected: 3, digest: 'abd' } })],
  ])('refuses another %s', (what, change) => {
    expect(() => mergeShards([shard(1), shard(2, change)], material)).toThrow(
      `shard-2 is not of the same run as shard-1: another ${what}`,
    );
  });

  test('refuses what is missing, repeated or no shard, and says which', () => {
    expect(() => mergeShards([], material)).toThrow(UsageError);
    expect(() => mergeShards([shard(2)], material)).toThrow('not all shards are here; missing: 1/2');
    const again = { ...shard(1), path: 'copy' };
    expect(() => mergeShards([shard(1), again], material)).toThrow(
      'copy is shard 1/2, and so is shard-1; name each once',
    );
    const { shard: _shard, ...whole } = shard(2).results;
    expect(() => mergeShards([shard(1), { path: 'whole', results: whole }], material)).toThrow(
      'whole is no shard but the whole of a run',
    );
  });

  test('refuses scenarios that this suite does not know', () => {
    expect(() => mergeShards([shard(1), shard(2)], { ...material, suite: suite.slice(1) })).toThrow(
      'the shards have 3 scenarios, of which this version of the suite knows 2, but 3 were selected',
    );
  });
});
