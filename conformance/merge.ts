import type { Catalogue } from '../requirements/catalogue.js';
import { UsageError } from '../targets/outcome-errors.js';
import { requirementsOf } from './assemble-results.js';
import { type GateResult, type Results, type Shard, totalsOf, worstOf } from './results.js';
import { withoutDoubtfulFault } from './side-at-fault.js';
import type { Scenario } from './suite.js';

/** Results of one shard, and where they were read. */
export interface ShardResults {
  readonly path: string;
  readonly results: Results;
}

/** What the merged results are held against: scenarios in their order, requirements in theirs. */
export interface Material {
  readonly suite: readonly Scenario[];
  readonly catalogue: Catalogue;
}

/**
 * The results of a whole run from those of its shards. A gate is as bad as in its worst shard; the time is that of all
 * shards together. Blame in one shard does not stand where another refutes it.
 *
 * @throws UsageError when they are no shards of one run, or one is missing or there twice
 */
export function mergeShards(shards: readonly ShardResults[], { suite, catalogue }: Material): Results {
  const [first] = shards;
  if (first === undefined) throw new UsageError('there is nothing to merge; name the results of each shard');
  for (const other of shards) checkAlike(first, other);
  const { of, selected } = shardIn(first);
  checkComplete(shards, of);
  const all = shards.map(({ results }) => results);
  const found = new Map(all.flatMap(({ scenarios }) => scenarios).map((result) => [result.id, result]));
  const played = suite.flatMap(({ id }) => found.get(id) ?? []);
  const scenarios = withoutDoubtfulFault(played, catalogue);
  if (scenarios.length !== selected) {
    throw new UsageError(
      `the shards have ${found.size} scenarios, of which this version of the suite knows ${scenarios.length}, but ` +
        `${selected} were selected; merge with the version that played them`,
    );
  }
  const { shard: _shard, ...head } = first.results;
  return {
    ...head,
    suite: { ...head.suite, selected },
    startedAt: new Date(Math.min(...all.map(({ startedAt }) => Date.parse(startedAt)))).toISOString(),
    durationMs: all.reduce((sum, { durationMs }) => sum + durationMs, 0),
    ...(head.busyMs === undefined ? {} : { busyMs: all.reduce((sum, { busyMs = 0 }) => sum + busyMs, 0) }),
    interrupted: all.some(({ interrupted }) => interrupted),
    totals: totalsOf(scenarios),
    gates: mergedGates(all.flatMap(({ gates }) => gates)),
    scenarios,
    requirements: requirementsOf(scenarios, catalogue, head.profile),
  };
}

function shardIn({ path, results }: ShardResults): Shard {
  if (results.shard !== undefined) return results.shard;
  throw new UsageError(`${path} is no shard but the whole of a run; shards are played with --shard i/n`);
}

/** What shards of one run have in common, in words. */
const COMMON: readonly (readonly [string, (results: ShardResults) => unknown])[] = [
  ['version of the suite', ({ results }) => results.tool.version],
  [
    'suite',
    ({ results }) => `${results.suite.scenarios} scenarios, ${results.suite.requirements} requirements`,
  ],
  ['target', ({ results }) => `${results.target.name}, ${results.target.product}, ${results.target.driver}`],
  ['means of the target', ({ results }) => results.target.capabilities.join(', ')],
  ['profile', ({ results }) => results.profile],
  ['number of shards', (shard) => shardIn(shard).of],
  ['selection of scenarios', (shard) => `${shardIn(shard).selected} scenarios, ${shardIn(shard).digest}`],
];

function checkAlike(first: ShardResults, other: ShardResults): void {
  for (const [what, of] of COMMON) {
    if (of(first) === of(other)) continue;
    throw new UsageError(
      `${other.path} is not of the same run as ${first.path}: another ${what} (${of(other)}, not ${of(first)})`,
    );
  }
}

function checkComplete(shards: readonly ShardResults[], of: number): void {
  const places = new Map<number, string>();
  for (const shard of shards) {
    const { index } = shardIn(shard);
    const before = places.get(index);
    if (before !== undefined) {
      throw new UsageError(`${shard.path} is shard ${index}/${of}, and so is ${before}; name each once`);
    }
    places.set(index, shard.path);
  }
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter((index) => !places.has(index));
  if (missing.length > 0) {
    const names = missing.map((index) => `${index}/${of}`).join(', ');
    throw new UsageError(`not all shards are here; missing: ${names}`);
  }
}

/** Each gate once, as bad as in the worst shard. */
function mergedGates(gates: readonly GateResult[]): GateResult[] {
  return [...new Set(gates.map(({ gate }) => gate))].flatMap((name) => {
    const same = gates.filter(({ gate }) => gate === name);
    const worst = worstOf(same.map(({ outcome }) => outcome));
    return same.find(({ outcome }) => outcome === worst) ?? [];
  });
}
