import type { Outgoing } from './message.js';

/**
 * A decision on a received scheduling message, as a value. `rule` names the rule that decided,
 * `reason` says it in words. Only `applied` has an effect on the calendar.
 */
export type Decision<Effect> =
  | {
      readonly outcome: 'applied';
      readonly rule: string;
      readonly reason: string;
      readonly effect: Effect;
      readonly parts?: readonly PartDecision[];
      /** Messages that leave in return. */
      readonly outgoing?: readonly Outgoing[];
    }
  | {
      readonly outcome: 'ignored' | 'held' | 'rejected';
      readonly rule: string;
      readonly reason: string;
      readonly parts?: readonly PartDecision[];
      /** What the user decides; until then the message has no effect. */
      readonly question?: Question;
    };

/** What is left to the user: whether somebody uninvited is added, or another Organizer honoured (RFC 5546 6.2.2). */
export interface Question {
  readonly kind: 'party-crasher' | 'organizer-change';
  /** Calendar address of the one who wants it. */
  readonly from: string;
}

/** The decision on one component of a message that has several. */
export interface PartDecision {
  readonly outcome: 'applied' | 'ignored' | 'held' | 'rejected';
  readonly rule: string;
  readonly reason: string;
}

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

/** A decision without effect until the user has decided. */
export function asking<Effect>(rule: string, reason: string, question: Question): Decision<Effect> {
  return { outcome: 'held', rule, reason, question };
}

/**
 * Decides on the components of one message, one after the other, each on what the ones before it left.
 *
 * @param parts at least one
 * @returns the decision on the only component; of several, applied when one of them is, with all in `parts`
 */
export function decideEach<Effect, Part>(
  before: Effect,
  parts: readonly Part[],
  decide: (state: Effect, part: Part) => Decision<Effect>,
): Decision<Effect> {
  const decisions: Decision<Effect>[] = [];
  let state = before;
  for (const part of parts) {
    const decision = decide(state, part);
    decisions.push(decision);
    if (decision.outcome === 'applied') state = decision.effect;
  }
  const leading = decisions.find(({ outcome }) => outcome === 'applied') ?? decisions[0];
  if (leading === undefined) throw new RangeError('a message without components cannot be decided on');
  if (decisions.length === 1) return leading;
  const told = decisions.map(({ outcome, rule, reason }) => ({ outcome, rule, reason }));
  return leading.outcome === 'applied'
    ? { ...leading, effect: state, parts: told }
    : { ...leading, parts: told };
}

/** What the user is asked by a decision. */
export function questionOf(decision: Decision<unknown>): Question | undefined {
  return decision.outcome === 'applied' ? undefined : decision.question;
}

/** Whether a message, or a component of it, waits for another. */
export function isHeld(decision: Decision<unknown>): boolean {
  if (questionOf(decision) !== undefined) return false;
  return decision.outcome === 'held' || (decision.parts?.some(({ outcome }) => outcome === 'held') ?? false);
}
