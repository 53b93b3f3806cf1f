import type { Outcome } from '../../conformance/results.js';
import { UNJUDGED } from '../unjudged.js';
import type { RequirementEntry, WrongCheck } from './model.js';

/** Whether the targets do not agree on a requirement, in one scenario at least; who was not judged has no say. */
export function differs(entry: RequirementEntry): boolean {
  return new Set(judgedIn(entry)).size > 1 || entry.wrong.flat().some((one) => holdsElsewhere(one, entry.id));
}

/** Whether what went wrong in a scenario went well there on another target. */
function holdsElsewhere({ scenario }: WrongCheck, requirement: string): boolean {
  return scenario.played.some((result) => {
    const own = (result?.checks ?? []).filter((check) => check.requirement === requirement);
    return own.length > 0 && own.every(({ outcome }) => outcome === 'passed');
  });
}

/** Whether a requirement was judged on some targets only. */
export function isUneven(entry: RequirementEntry): boolean {
  const judged = judgedIn(entry).length;
  return judged > 0 && judged < entry.outcomes.length;
}

function judgedIn({ outcomes }: RequirementEntry): Outcome[] {
  return outcomes.filter((outcome) => outcome !== undefined).filter((outcome) => !UNJUDGED.includes(outcome));
}
