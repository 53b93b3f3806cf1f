import type { Scenario } from '../suite.js';

let lines = 0;

/** A scenario of a suite for unit tests; it judges `2446/1/rule` on a line of its own. */
export function suiteScenario(id: string, other: Partial<Scenario> = {}): Scenario {
  lines += 1;
  return {
    id,
    name: `The name of ${id}`,
    uri: 'features/sample.feature',
    line: lines,
    tags: [],
    row: '2446/1/rule',
    needs: [],
    gate: undefined,
    rule: undefined,
    steps: [],
    ...other,
  };
}
