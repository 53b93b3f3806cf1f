import type { Profile } from '../itip/standard-rules.js';
import { type SchedulingRules, schedulingRulesFor } from '../scheduling/scheduling-rules.js';

/** One named rule replaced by a plausible wrong one: a broken implementation that the suite must catch. */
export interface Fault<Name extends keyof SchedulingRules = keyof SchedulingRules> {
  readonly id: string;
  /** What the broken implementation does, in one sentence. */
  readonly summary: string;
  readonly rule: Name;
  /** Where only one of the RFCs has the rule that it breaks; RFC 5546 if none is named. */
  readonly profile?: Profile;
  /** The catalogue row that it breaks. */
  readonly requirement: string;
  /** The real bug it was seen as, by its id in the collection of wild bugs; several that are the same mistake. */
  readonly source?: string | readonly string[];
  /** The fault that errs in the other direction. */
  readonly opposite?: string;
  readonly replacement: SchedulingRules[Name];
}

/** Declares a fault; the replacement must fit the rule. */
export function fault<Name extends keyof SchedulingRules>(declared: Fault<Name>): Fault {
  return declared as unknown as Fault;
}

/** The ids of the real bugs that a fault stands for. */
export function sourcesOf({ source = [] }: Pick<Fault, 'source'>): readonly string[] {
  return typeof source === 'string' ? [source] : source;
}

/** The RFC whose rule a fault breaks. */
export function profileOf({ profile = 'rfc5546' }: Pick<Fault, 'profile'>): Profile {
  return profile;
}

/** The standard rules of an RFC with one of them broken. */
export function rulesWith(broken: Fault, profile: Profile = profileOf(broken)): SchedulingRules {
  return { ...schedulingRulesFor({}, profile), [broken.rule]: broken.replacement };
}
