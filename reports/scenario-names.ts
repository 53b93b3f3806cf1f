import type { Results, ScenarioResult } from '../conformance/results.js';

/**
 * Results in which no two scenarios of a feature have the same name. The examples of an outline share one, so the end
 * of their ids, which is made from the values of the example, is added to it.
 */
export function withFullNames(results: Results): Results {
  const counts = new Map<string, number>();
  const keyOf = ({ uri, name }: ScenarioResult): string => `${uri}\n${name}`;
  for (const scenario of results.scenarios) {
    counts.set(keyOf(scenario), (counts.get(keyOf(scenario)) ?? 0) + 1);
  }
  const scenarios = results.scenarios.map((scenario) => {
    const example = scenario.id.split('/').at(-1)?.replaceAll('-', ' ') ?? '';
    const isAlone = counts.get(keyOf(scenario)) === 1;
    return isAlone ? scenario : { ...scenario, name: `${scenario.name} (${example})` };
  });
  return { ...results, scenarios };
}
