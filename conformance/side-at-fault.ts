import type { Catalogue } from '../requirements/catalogue.js';
import type { Stage } from '../targets/target.js';
import type { Check } from './results.js';

/** The checks of a scenario; those that are broken name the side that broke them, where the stage can tell. */
export function withSideAtFault(
  checks: readonly Check[],
  stage: Stage | undefined,
  { rows }: Catalogue,
): Check[] {
  return checks.map((check) => {
    const row = rows.get(check.requirement);
    if (row === undefined || (check.outcome !== 'failed' && check.outcome !== 'warned')) return check;
    const { party, duty } = row;
    const side = stage?.atFault?.({ party, duty, evidence: check.message });
    return side === undefined ? check : { ...check, atFault: side };
  });
}
