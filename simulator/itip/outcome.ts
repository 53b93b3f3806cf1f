/**
 * A decision on a received scheduling message, as a value. `rule` names the rule that decided,
 * `reason` says it in words. Only `applied` has an effect on the calendar.
 */
export type Decision<Effect> =
  | { readonly outcome: 'applied'; readonly rule: string; readonly reason: string; readonly effect: Effect }
  | { readonly outcome: 'ignored' | 'held' | 'rejected'; readonly rule: string; readonly reason: string };

/** A decision that changes the calendar. */
export function applied<Effect>(rule: string, reason: string, effect: Effect): Decision<Effect> {
  return { outcome: 'applied', rule, reason, effect };
}

/** A decision without effect. */
export function without<Effect>(
  outcome: 'ignored' | 'held' | 'rejected',
  rule: string,
  reason: string,
): Decision<Effect> {
  return { outcome, rule, reason };
}
