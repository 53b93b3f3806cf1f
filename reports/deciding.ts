import { breaks } from '../conformance/deviations.js';
import type { Check } from '../conformance/results.js';

/** The text of the message or object that decided: of the first check that breaks a run, else of any that has one. */
export function decidingIn(checks: readonly Check[]): string | undefined {
  const told = checks.filter(({ message, outcome }) => message !== undefined && outcome !== 'passed');
  return (told.find(({ outcome }) => breaks(outcome, true)) ?? told[0])?.message;
}
