import type { Catalogue } from '../requirements/catalogue.js';
import type { Row } from '../requirements/row.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import type { Scenario } from './suite.js';

/** The row that a scenario judges. Throws HarnessFault when the catalogue has no such row. */
export function rowOf(catalogue: Catalogue, scenario: Scenario): Row {
  const row = catalogue.rows.get(scenario.row);
  if (row === undefined) {
    throw new HarnessFault(
      `${scenario.uri}:${scenario.line} names ${scenario.row}, which the catalogue lacks`,
    );
  }
  return row;
}
