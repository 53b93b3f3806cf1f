import type { Catalogue } from '../requirements/catalogue.js';
import type { Row } from '../requirements/row.js';
import type { Side, Stage } from '../targets/target.js';
import type { Check, ScenarioResult } from './results.js';

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

const OTHER = { organizer: 'attendee', attendee: 'organizer' } as const satisfies Record<Side, Side>;

/**
 * The results of a run without such blame as it refutes: who has not done what a message asks for is not to blame
 * where messages of that METHOD, as the other side sends them, break rules themselves.
 */
export function withoutDoubtfulFault(
  scenarios: readonly ScenarioResult[],
  { rows }: Catalogue,
): ScenarioResult[] {
  const blamed = scenarios.flatMap(({ checks }) => checks).filter(({ atFault }) => atFault !== undefined);
  const wrongly = new Set(
    blamed.flatMap(({ requirement, atFault }) => {
      const row = rows.get(requirement);
      return row === undefined || isReceiving(row) ? [] : [`${atFault} ${row.method}`];
    }),
  );
  const isDoubtful = ({ requirement, atFault }: Check): boolean => {
    const row = rows.get(requirement);
    if (atFault === undefined || row === undefined || !isReceiving(row)) return false;
    const from = OTHER[atFault];
    const every = [...wrongly].some((sent) => sent.startsWith(`${from} `));
    return (
      wrongly.has(`${from} any`) || (row.method === 'any' ? every : wrongly.has(`${from} ${row.method}`))
    );
  };
  return scenarios.map((scenario) =>
    scenario.checks.some(isDoubtful)
      ? { ...scenario, checks: scenario.checks.map((check) => (isDoubtful(check) ? unblamed(check) : check)) }
      : scenario,
  );
}

function isReceiving({ duty }: Row): boolean {
  return duty === 'receive' || duty === 'store';
}

function unblamed({ atFault: _side, ...check }: Check): Check {
  return check;
}
