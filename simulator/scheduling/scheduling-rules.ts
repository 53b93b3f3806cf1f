import type { Policies } from '../itip/policies.js';
import { STANDARD_POLICIES } from '../itip/policies.js';
import type { Rules } from '../itip/rules.js';
import { type Profile, rulesFor } from '../itip/standard-rules.js';
import { type AdmissionRules, admissionRules } from './admission-rules.js';
import { type BoxRules, boxRules } from './box-rules.js';
import { type MailerRules, mailerRules } from './mailer-rules.js';
import { type OriginatorRules, originatorRules } from './originator-rules.js';
import { type OutboxRules, outboxRules } from './outbox-rules.js';
import { type RecipientRules, recipientRules } from './recipient-rules.js';
import { type StoreRules, storeRules } from './store-rules.js';

/** What the scheduling service around iTIP lets go wrong, one named rule each. */
export interface ServiceRules
  extends RecipientRules,
    OriginatorRules,
    AdmissionRules,
    MailerRules,
    BoxRules,
    OutboxRules,
    StoreRules {}

/** All named rules of the simulator: those of iTIP and those of the service. */
export interface SchedulingRules extends Rules, ServiceRules {}

const known = new Map<string, SchedulingRules>();

/**
 * The rules of an RFC and of the service, with these choices where there are some. The same choices yield the same
 * rules.
 *
 * @throws RangeError for a choice that the RFC does not leave
 */
export function schedulingRulesFor(
  policies: Partial<Policies> = {},
  profile: Profile = 'rfc5546',
): SchedulingRules {
  const chosen = { ...STANDARD_POLICIES, ...policies };
  const key = JSON.stringify([profile, chosen]);
  const rules = known.get(key) ?? {
    ...rulesFor(policies, profile),
    ...recipientRules,
    ...originatorRules,
    ...admissionRules,
    ...mailerRules,
    ...boxRules,
    ...outboxRules(chosen),
    ...storeRules,
  };
  known.set(key, rules);
  return rules;
}

/** RFC 5546 and the service with the standard policies. */
export const standardRules: SchedulingRules = schedulingRulesFor();
