import { type Fault, profileOf, rulesWith } from '../../simulator/faults/fault.js';
import { FAULTS, faultById } from '../../simulator/faults/fault-list.js';
import { ALTERNATIVES, type Policies, STANDARD_POLICIES } from '../../simulator/itip/policies.js';
import type { Profile } from '../../simulator/itip/standard-rules.js';
import { type SchedulingRules, schedulingRulesFor } from '../../simulator/scheduling/scheduling-rules.js';
import { addressesIn } from '../example-cast.js';
import { UsageError } from '../outcome-errors.js';
import { CAPABILITIES, type Capability, type Target, type TargetDescription } from '../target.js';
import { openReferenceStage } from './reference-stage.js';

export { type Fault, profileOf };

export interface ReferenceOptions {
  /** Id of a seeded fault; the target then is a broken implementation. */
  readonly fault?: string;
  /** Other choices than the standard ones where the RFCs leave them. */
  readonly policies?: Partial<Policies>;
  readonly profile?: Profile;
  /** Where its users have their addresses; `example.com` by default. */
  readonly domain?: string;
}

const WITHOUT: readonly string[] = ['schedule-tag'];

/**
 * The reference scheduler in process: every Calendar User of a scenario but the external ones lives in one
 * scheduler made for that scenario, with virtual time.
 *
 * @throws UsageError for an unknown fault
 */
export function openReferenceTarget(options: ReferenceOptions = {}): Promise<Target> {
  const rules = rulesOf(options);
  const description: TargetDescription = {
    name: nameOf(options),
    kind: 'reference',
    product: 'itip-conformance reference scheduler',
    driver: 'explicit',
    capabilities: capabilitiesUnder(options),
    literal: options.policies === undefined,
  };
  return Promise.resolve({
    description,
    open: (request, trace) =>
      Promise.resolve(openReferenceStage(request, { rules, domain: options.domain }, trace)),
    ...(options.domain === undefined ? {} : { addressesOf: inDomain(options.domain) }),
    close: () => Promise.resolve(),
  });
}

function inDomain(domain: string): NonNullable<Target['addressesOf']> {
  return (name) => Promise.resolve(addressesIn(domain, name));
}

/** It exchanges mail by itself with those who live elsewhere only where it has a domain of its own. */
function capabilitiesUnder({ policies, domain }: ReferenceOptions): ReadonlySet<Capability> {
  const { redelegation, uninvitedReply } = { ...STANDARD_POLICIES, ...policies };
  const without = [
    ...WITHOUT,
    ...(domain === undefined ? ['imip-out', 'imip-in'] : []),
    ...(redelegation === 'refuse' ? ['delegation-chain'] : []),
    ...(uninvitedReply === 'ask' ? [] : ['uninvited-decision']),
  ];
  return new Set(CAPABILITIES.filter((capability) => !without.includes(capability)));
}

function nameOf({ fault, policies = {} }: ReferenceOptions): string {
  const choices = Object.entries(policies).map(([name, choice]) => `${name}=${choice}`);
  const special = [...(fault === undefined ? [] : [fault]), ...choices];
  return special.length === 0 ? 'reference' : `reference with ${special.join(' and ')}`;
}

/** The seeded faults, for the self-test. */
export function seededFaults(): readonly Fault[] {
  return FAULTS;
}

function rulesOf({ fault: id, policies, profile }: ReferenceOptions): SchedulingRules {
  if (id === undefined) return schedulingRulesFor(policies, profile);
  const fault = faultById(id);
  if (fault === undefined) throw new UsageError(`no seeded fault is called ${id}; see itip selftest --json`);
  return rulesWith(fault, profile);
}

/**
 * What stands after `reference:` on the command line: the id of a fault, or `POLICY=CHOICE`.
 *
 * @throws UsageError for a policy or choice that does not exist
 */
export function referenceOptionsFrom(words: string): ReferenceOptions {
  const [name = '', choice] = words.split('=');
  if (choice === undefined) return { fault: name };
  const alternatives: readonly string[] = ALTERNATIVES[name as keyof Policies] ?? [];
  if (alternatives.includes(choice)) return { policies: { [name]: choice } };
  const known = alternatives.length > 0 ? alternatives : Object.keys(ALTERNATIVES);
  throw new UsageError(`${words}: the reference has ${known.join(', ')}`);
}
