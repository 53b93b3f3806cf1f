import type { Outcome, Results, ScenarioResult } from './results.js';

/** Stands for a requirement where a scenario went wrong and none of its checks accounts for it. */
const WHOLE_SCENARIO = '(scenario)';

/** Outcomes that a baseline may list. */
export const DEVIATING = ['failed', 'errored', 'inconclusive', 'warned'] as const;

/** One requirement of one scenario with an outcome that must be listed in a baseline to be accepted. */
export interface Deviation {
  readonly scenario: string;
  readonly requirement: string;
  readonly outcome: Outcome;
  readonly reason: string;
}

/** Whether an outcome breaks a run unless it is listed; SHOULD rules only under `strict`. */
export function breaks(outcome: Outcome, strict: boolean): boolean {
  return outcome === 'warned'
    ? strict
    : outcome === 'failed' || outcome === 'errored' || outcome === 'inconclusive';
}

/** Key of a requirement in a scenario. */
export function keyOf(place: { readonly scenario: string; readonly requirement: string }): string {
  return `${place.scenario}\n${place.requirement}`;
}

/** Everything in the results that breaks the run when no baseline lists it, each outcome of a place once. */
export function deviationsOf(results: Results, strict: boolean): Deviation[] {
  const ofScenarios = results.scenarios.flatMap((scenario) => scenarioDeviations(scenario, strict));
  const accounted = new Set(
    results.scenarios.filter((probe) => ownBreaks(probe, strict)).map(({ id }) => id),
  );
  const ofGates = results.gates
    .filter((gate) => breaks(gate.outcome, strict) && !accounted.has(gate.scenario))
    .map(({ gate, scenario, outcome, reason = 'no reason given' }) => ({
      scenario,
      requirement: gateRequirement(gate),
      outcome,
      reason,
    }));
  return withoutRepeats([...ofScenarios, ...ofGates]);
}

/** The outcomes of every place that a baseline entry can name, by key. */
export function outcomesByPlace(results: Results): Map<string, Outcome[]> {
  const places = new Map<string, Outcome[]>();
  const add = (scenario: string, requirement: string, outcome: Outcome): void => {
    const key = keyOf({ scenario, requirement });
    const outcomes = places.get(key);
    if (outcomes === undefined) places.set(key, [outcome]);
    else outcomes.push(outcome);
  };
  for (const scenario of results.scenarios) {
    add(scenario.id, WHOLE_SCENARIO, scenario.outcome);
    for (const check of scenario.checks) add(scenario.id, check.requirement, check.outcome);
  }
  for (const gate of results.gates) add(gate.scenario, gateRequirement(gate.gate), gate.outcome);
  return places;
}

/** True when a scenario reached a verdict on at least one requirement. */
export function wasJudged(scenario: ScenarioResult): boolean {
  return scenario.checks.some(({ outcome }) => isJudged(outcome));
}

/** True when a scenario reached a verdict on the requirement that it is about; ambient checks alone prove nothing. */
export function ownWasJudged(scenario: ScenarioResult): boolean {
  return scenario.checks.some((check) => !check.ambient && isJudged(check.outcome));
}

/** True for an outcome that is a verdict on the rule. */
export function isJudged(outcome: Outcome): boolean {
  return outcome === 'passed' || outcome === 'failed' || outcome === 'warned';
}

function gateRequirement(gate: string): string {
  return `gate:${gate}`;
}

/** Whether the row that a scenario judges breaks the run: a gate that it probes then needs no deviation of its own. */
function ownBreaks({ checks }: ScenarioResult, strict: boolean): boolean {
  return checks.some(({ ambient, outcome }) => !ambient && breaks(outcome, strict));
}

function scenarioDeviations(scenario: ScenarioResult, strict: boolean): Deviation[] {
  const fromChecks = scenario.checks
    .filter((check) => breaks(check.outcome, strict))
    .map(({ requirement, outcome, reason = 'no reason given' }) => ({
      scenario: scenario.id,
      requirement,
      outcome,
      reason,
    }));
  const whole = scenario.outcome;
  if (fromChecks.length > 0 || !breaks(whole, strict)) return fromChecks;
  const reason = scenario.reason ?? 'no reason given';
  return [{ scenario: scenario.id, requirement: WHOLE_SCENARIO, outcome: whole, reason }];
}

function withoutRepeats(deviations: readonly Deviation[]): Deviation[] {
  const first = new Map<string, Deviation>();
  for (const deviation of deviations) {
    const key = `${keyOf(deviation)}\n${deviation.outcome}`;
    if (!first.has(key)) first.set(key, deviation);
  }
  return [...first.values()];
}
