import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../requirements/catalogue.js';
import { levelOf, type Profile } from '../requirements/row.js';
import type { Side, TargetDescription } from '../targets/target.js';
import { PACKAGE_ROOT } from './package-root.js';
import {
  type GateResult,
  type Outcome,
  type Results,
  type ScenarioResult,
  type Shard,
  totalsOf,
  worstOf,
} from './results.js';
import type { Scenario } from './suite.js';

export interface Parts {
  readonly suite: readonly Scenario[];
  readonly catalogue: Catalogue;
  readonly profile: Profile;
  readonly description: TargetDescription;
  readonly targetOption?: string | undefined;
  readonly sideOptions?: Readonly<Record<Side, string>> | undefined;
  readonly startedAt: Date;
  /** See `Results`. */
  readonly busyMs?: number | undefined;
  readonly interrupted: boolean;
  readonly shard?: Shard | undefined;
  readonly selected: readonly Scenario[];
  readonly gates: readonly GateResult[];
  readonly scenarios: readonly ScenarioResult[];
}

/** The results of a run, as they are written to `results.json`. */
export function assembleResults(parts: Parts): Results {
  const { suite, catalogue, profile, description, startedAt, scenarios, targetOption } = parts;
  const { name, kind, product, driver, capabilities } = description;
  return {
    schemaVersion: 1,
    tool: { name: 'itip-conformance', version: toolVersion() },
    suite: { scenarios: suite.length, selected: parts.selected.length, requirements: catalogue.rows.size },
    target: {
      name,
      ...(targetOption === undefined ? {} : { option: targetOption }),
      kind,
      product,
      driver,
      capabilities: [...capabilities].sort((one, other) => (one < other ? -1 : 1)),
      ...sidesOf(parts),
    },
    profile,
    ...(parts.shard === undefined ? {} : { shard: parts.shard }),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    ...(parts.busyMs === undefined ? {} : { busyMs: parts.busyMs }),
    interrupted: parts.interrupted,
    totals: totalsOf(scenarios),
    gates: [...parts.gates],
    scenarios: [...scenarios],
    requirements: requirementsOf(scenarios, catalogue, profile),
  };
}

function sidesOf({ description: { sides }, sideOptions }: Parts): Pick<Results['target'], 'sides'> {
  if (sides === undefined) return {};
  const told = (side: Side) => ({
    ...sides[side],
    ...(sideOptions === undefined ? {} : { option: sideOptions[side] }),
  });
  return { sides: { organizer: told('organizer'), attendee: told('attendee') } };
}

/** Version of the package. */
export function toolVersion(): string {
  const text = readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/**
 * Every requirement of the profile that some check was to judge, with the worst of its outcomes, in the order of the
 * catalogue.
 */
export function requirementsOf(
  scenarios: readonly ScenarioResult[],
  catalogue: Catalogue,
  profile: Profile,
): Results['requirements'] {
  const outcomes = new Map<string, Outcome[]>();
  for (const { requirement, outcome } of scenarios.flatMap(({ checks }) => checks)) {
    const found = outcomes.get(requirement);
    if (found === undefined) outcomes.set(requirement, [outcome]);
    else found.push(outcome);
  }
  return [...catalogue.rows.values()].flatMap((row) => {
    const found = row.profiles.includes(profile) ? outcomes.get(row.id) : undefined;
    return found === undefined ? [] : [{ id: row.id, level: levelOf(row, profile), outcome: worstOf(found) }];
  });
}
