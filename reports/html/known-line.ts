import { breaks } from '../../conformance/deviations.js';
import type { Outcome } from '../../conformance/results.js';
import { acceptedBecause } from '../accepted.js';
import { type Markup, markup } from './markup.js';
import type { Column } from './model.js';

/** Why the baseline accepts what a scenario, or a check of it, breaks; nothing where it does not. */
export function knownLine(
  scenario: string,
  outcome: Outcome,
  { baseline }: Column,
  strict: boolean,
): Markup | undefined {
  const reason = breaks(outcome, strict) ? acceptedBecause(scenario, baseline) : undefined;
  return reason === undefined ? undefined : markup`<p class="quiet">Known: ${reason}</p>`;
}
