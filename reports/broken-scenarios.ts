import type { BaselineReport } from '../conformance/baseline.js';
import { breaks } from '../conformance/deviations.js';
import type { Check, Outcome, Results, ScenarioResult } from '../conformance/results.js';

/** A scenario that breaks the run, with the checks by which it does. */
export interface Broken {
  readonly scenario: ScenarioResult;
  readonly wrong: readonly Check[];
}

/** From what matters most. */
const OUTCOME_ORDER: readonly Outcome[] = ['failed', 'errored', 'inconclusive', 'blocked', 'warned'];
const LEVEL_ORDER: readonly Check['level'][] = ['must', 'implied', 'should', 'may'];

/**
 * The scenarios that break the run, what matters first: verdicts before what could not be decided, MUST before what is
 * implied, a requirement that has not been named before one that has. With a baseline only what it does not list.
 */
export function brokenScenarios(
  { scenarios }: Results,
  strict: boolean,
  baseline: BaselineReport | undefined,
): Broken[] {
  const unlisted = new Set((baseline?.unlisted ?? []).map(({ scenario }) => scenario));
  const broken = scenarios
    .filter(({ id }) => baseline === undefined || unlisted.has(id))
    .map((scenario) => ({
      scenario,
      wrong: scenario.checks.filter(({ outcome }) => breaks(outcome, strict)),
    }))
    .filter(({ scenario, wrong }) => wrong.length > 0 || breaks(scenario.outcome, strict))
    .sort((one, other) => rankOf(one) - rankOf(other));
  const named = new Set<string>();
  const isFirst = new Set(broken.filter(({ wrong }) => wrong.some((check) => isNew(check, named))));
  return [...isFirst, ...broken.filter((item) => !isFirst.has(item))];
}

function rankOf({ scenario, wrong }: Broken): number {
  const ranks = wrong.map(({ outcome, level }) => rank(outcome) + LEVEL_ORDER.indexOf(level));
  return Math.min(rank(scenario.outcome) + LEVEL_ORDER.length, ...ranks);
}

function rank(outcome: Outcome): number {
  const place = OUTCOME_ORDER.indexOf(outcome);
  return (place < 0 ? OUTCOME_ORDER.length : place) * (LEVEL_ORDER.length + 1);
}

function isNew({ requirement }: Check, named: Set<string>): boolean {
  const before = named.size;
  return named.add(requirement).size > before;
}
