import {
  type Check,
  type GateResult,
  type Outcome,
  type Results,
  type ScenarioResult,
  totalsOf,
  worstOf,
} from '../results.js';

/** A check for unit tests; every outcome but `passed` has its reason. */
export function sampleCheck(outcome: Outcome = 'passed', other: Partial<Check> = {}): Check {
  const reason = outcome === 'passed' ? {} : { reason: `why it is ${outcome}` };
  return { requirement: '2446/1/rule', level: 'must', ambient: false, outcome, ...reason, ...other };
}

/** A scenario with these checks, and the worst of their outcomes. */
export function sampleScenario(
  id: string,
  checks: readonly Check[],
  other: Partial<ScenarioResult> = {},
): ScenarioResult {
  const outcome = worstOf(checks.map((check) => check.outcome));
  return {
    ...{ id, name: id, uri: 'features/sample.feature', line: 1, outcome },
    ...{ durationMs: 1, waitedMs: 0, checks: [...checks] },
    ...(outcome === 'passed' ? {} : { reason: `why it is ${outcome}` }),
    ...other,
  };
}

/** Results with these scenarios, which are the whole suite and were all selected. */
export function sampleResults(
  scenarios: readonly ScenarioResult[],
  other: {
    readonly suite?: Partial<Results['suite']>;
    readonly gates?: GateResult[];
    readonly interrupted?: boolean;
  } = {},
): Results {
  const count = scenarios.length;
  return {
    schemaVersion: 1,
    tool: { name: 'itip-conformance', version: '0.0.0' },
    suite: { scenarios: count, selected: count, requirements: 1, ...other.suite },
    target: { name: 'sample', kind: 'fake', product: 'Sample/1', driver: 'explicit', capabilities: [] },
    profile: 'rfc5546',
    startedAt: '2030-01-07T09:00:00.000Z',
    durationMs: 1,
    interrupted: other.interrupted ?? false,
    totals: totalsOf(scenarios),
    gates: other.gates ?? [],
    scenarios: [...scenarios],
    requirements: [],
  };
}
