import type { GateResult, Outcome, Results } from '../conformance/results.js';

/** What a run could not judge, as every report tells it. */

/** Outcomes that say nothing about a rule. */
export const UNJUDGED: readonly Outcome[] = ['not-applicable', 'not-expressible', 'blocked'];

/** A reason why scenarios reached no verdict, and how many of them. */
export interface UnjudgedReason {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly count: number;
}

/** Why scenarios reached no verdict, each reason once, in the order in which they first occur. */
export function unjudgedReasons({ scenarios }: Results): UnjudgedReason[] {
  const reasons = new Map<string, UnjudgedReason>();
  for (const { outcome, reason = 'no reason given' } of scenarios) {
    if (!UNJUDGED.includes(outcome)) continue;
    const key = `${outcome}: ${reason}`;
    reasons.set(key, { outcome, reason, count: (reasons.get(key)?.count ?? 0) + 1 });
  }
  return [...reasons.values()];
}

/** A gate that did not open, with the reason. */
export type ClosedGate = GateResult & { readonly reason: string };

/** Gates that did not open: what depends on them is blocked. One that is not applicable is no hindrance. */
export function closedGates({ gates }: Results): ClosedGate[] {
  return gates
    .filter(({ outcome }) => outcome !== 'passed' && outcome !== 'not-applicable')
    .map((gate) => ({ ...gate, reason: gate.reason ?? 'no reason given' }));
}
