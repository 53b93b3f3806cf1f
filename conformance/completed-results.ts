import type { Catalogue } from '../requirements/catalogue.js';
import { requirementsOf } from './assemble-results.js';
import { type Results, totalsOf } from './results.js';
import { withoutDoubtfulFault } from './side-at-fault.js';

/**
 * The results of a run some of whose scenarios were played again: the new outcomes in their places, all others as they
 * were, and the same part of a whole as before. Results of another target or profile cannot be completed; then what
 * was played again stands alone.
 *
 * @param last of the run whose scenarios were played again
 * @param again of these scenarios
 */
export function completedResults(last: Results, again: Results, catalogue: Catalogue): Results {
  if (last.target.name !== again.target.name || last.profile !== again.profile) return again;
  const renewed = new Map(again.scenarios.map((scenario) => [scenario.id, scenario]));
  const whole = last.scenarios.map((scenario) => renewed.get(scenario.id) ?? scenario);
  const scenarios = withoutDoubtfulFault(whole, catalogue);
  const { shard: _again, ...head } = again;
  return {
    ...head,
    ...(last.shard === undefined ? {} : { shard: last.shard }),
    suite: { ...again.suite, selected: last.suite.selected },
    startedAt: last.startedAt,
    durationMs: last.durationMs + again.durationMs,
    ...(again.busyMs === undefined ? {} : { busyMs: (last.busyMs ?? 0) + again.busyMs }),
    interrupted: again.interrupted || scenarios.length < last.suite.selected,
    totals: totalsOf(scenarios),
    scenarios,
    requirements: requirementsOf(scenarios, catalogue, again.profile),
  };
}
