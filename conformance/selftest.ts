import type { Catalogue } from '../requirements/catalogue.js';
import { PROFILES, type Profile } from '../requirements/row.js';
import { type Fault, profileOf, seededFaults } from '../targets/reference/reference-target.js';
import { type Kill, KillMatrix } from './kill-matrix.js';
import type { Scenario } from './suite.js';

export interface FaultReport {
  readonly id: string;
  readonly summary: string;
  readonly rule: string;
  /** The row that the fault breaks. */
  readonly requirement: string;
  /** Where the rule is one of RFC 2446 alone. */
  readonly profile?: Profile;
  readonly source?: string | readonly string[];
  readonly opposite?: string;
  readonly kills: readonly Kill[];
}

export interface SelftestReport {
  readonly faults: readonly FaultReport[];
  /** For every scenario the faults that it killed by the row that it judges. */
  readonly scenarios: readonly { readonly id: string; readonly kills: readonly string[] }[];
  /** Ids of the faults that no scenario killed by the row that they break. */
  readonly survivors: readonly string[];
  /** Ids of the scenarios that killed nothing. */
  readonly idle: readonly string[];
  /** What does not pass on the sound reference, or went wrong in the harness. */
  readonly unsound: readonly string[];
  readonly played: number;
  readonly durationMs: number;
}

export interface SelftestOptions {
  readonly suite: readonly Scenario[];
  readonly catalogue: Catalogue;
  /** Fills the whole matrix instead of stopping at the first kill. */
  readonly full?: boolean;
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Proves the suite on broken references, under each profile with the faults that are its own. A fault is tried on the
 * scenarios of the row that it breaks and, where that row is judged on every message, on those that consulted its rule,
 * until a check of that very row fails. Then each scenario that has killed nothing is tried on the faults of the rules
 * that it consulted. On the sound reference every scenario must pass under every profile that has its rule.
 */
export async function selftest(options: SelftestOptions): Promise<SelftestReport> {
  const startedAt = performance.now();
  const faults = seededFaults();
  const matrices = new Map(
    PROFILES.map((profile) => [profile, new KillMatrix(options.suite, options.catalogue, profile)]),
  );
  let done = 0;
  const onFault = () => {
    done += 1;
    options.onProgress?.(done, faults.length);
  };
  const proven = new Set<Scenario>();
  for (const [profile, matrix] of matrices) {
    const own = faults.filter((fault) => profileOf(fault) === profile);
    await fill(matrix, own, { ...options, proven, onFault });
  }
  return { ...reportOf(matrices, faults, options.suite), durationMs: performance.now() - startedAt };
}

interface Filling {
  readonly full?: boolean;
  /** Scenarios that another profile has tried; those of this one are added. */
  readonly proven: Set<Scenario>;
  readonly onFault: () => void;
}

async function fill(
  matrix: KillMatrix,
  faults: readonly Fault[],
  { full, proven, onFault }: Filling,
): Promise<void> {
  await matrix.playSound();
  for (const fault of faults) {
    await (full ? matrix.tryEverywhere(fault) : matrix.tryFault(fault));
    onFault();
  }
  for (const scenario of matrix.scenarios) {
    if (!proven.has(scenario)) await matrix.tryIdle(scenario, faults);
    proven.add(scenario);
  }
}

function reportOf(
  matrices: ReadonlyMap<Profile, KillMatrix>,
  faults: readonly Fault[],
  suite: readonly Scenario[],
): Omit<SelftestReport, 'durationMs'> {
  const all = [...matrices.values()];
  const scenarios = suite.map((scenario) => ({
    id: scenario.id,
    kills: all.flatMap((matrix) => matrix.killsOf(scenario)),
  }));
  return {
    faults: faults.map((fault) => {
      const { replacement: _replacement, ...told } = fault;
      return { ...told, kills: all.flatMap((matrix) => matrix.killsBy(fault)) };
    }),
    scenarios,
    survivors: faults.filter((fault) => !all.some((matrix) => matrix.isKilled(fault))).map(({ id }) => id),
    idle: scenarios.filter(({ kills }) => kills.length === 0).map(({ id }) => id),
    unsound: all.flatMap(({ unsound }) => unsound),
    played: all.reduce((sum, { played }) => sum + played, 0),
  };
}
