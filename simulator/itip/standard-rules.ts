import { properties } from '../icalendar/jcal.js';
import { attendeeRules } from './attendee-rules.js';
import { delegationRules } from './delegation-rules.js';
import { messageRules } from './message-rules.js';
import { orderingRules } from './ordering-rules.js';
import { organizerRules } from './organizer-rules.js';
import { participationRules } from './participation-rules.js';
import { type Policies, STANDARD_POLICIES } from './policies.js';
import { publishRules } from './publish-rules.js';
import { recurrenceRules } from './recurrence-rules.js';
import type { Rules } from './rules.js';

/** Which RFC is followed where they differ. */
export type Profile = 'rfc5546' | 'rfc2446';

const known = new Map<string, Rules>();

/**
 * The rules of an RFC, with these choices where it leaves some. The same choices yield the same rules.
 *
 * @throws RangeError for a choice that the RFC does not leave
 */
export function rulesFor(policies: Partial<Policies> = {}, profile: Profile = 'rfc5546'): Rules {
  const chosen = { ...STANDARD_POLICIES, ...policies };
  if (profile === 'rfc5546' && chosen.movedInstance !== 'original-id') {
    throw new RangeError('in RFC 5546 a moved instance keeps its RECURRENCE-ID (section 3.7.1)');
  }
  const key = JSON.stringify([profile, chosen]);
  const rules = known.get(key) ?? rulesBy(chosen, profile);
  known.set(key, rules);
  return rules;
}

function rulesBy(chosen: Policies, profile: Profile): Rules {
  const rules: Rules = {
    ...orderingRules,
    ...organizerRules(chosen),
    ...attendeeRules,
    ...messageRules(chosen),
    ...recurrenceRules(chosen),
    ...delegationRules(chosen),
    ...participationRules(chosen),
    ...publishRules,
  };
  return profile === 'rfc2446' ? { ...rules, ...rulesOf2446 } : rules;
}

/** Where RFC 2446 differs. */
const rulesOf2446: Partial<Rules> = {
  revisionKey: () => '',
  replyInstanceKey: () => '',
  sequenceCountedFrom: (own, issued) => Math.max(own, issued),
  instancesNamed: (component) => properties(component, 'recurrence-id'),
  takesRange: (range) => range === 'THISANDFUTURE' || range === 'THISANDPRIOR',
  writesRange: (range) => range === 'THISANDFUTURE' || range === 'THISANDPRIOR',
};

/** RFC 5546 with the standard policies. */
export const standardRules: Rules = rulesFor();

/** The same rules, telling `consulted` the name of each one that is asked. */
export function observedRules<All extends Rules>(rules: All, consulted: (name: string) => void): All {
  return new Proxy(rules, {
    get(target, name, receiver) {
      consulted(String(name));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
