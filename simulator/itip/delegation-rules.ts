import { withAddressList } from '../icalendar/address-list.js';
import { makeProperty, withParameter } from '../icalendar/edit.js';
import { type JCalProperty, parameter } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { addressOf, delegatesOf, delegatorsOf, hasDelegated, partstatOf } from './delegation.js';
import type { Policies } from './policies.js';

/** How Attendees delegate and what the Organizer makes of it: RFC 5546 sections 3.2.2.3, 4.2.5 to 4.2.7 and 5.2.2. */
export interface DelegationRules extends DelegatorRules, DelegationTakenRules {}

/** What the Delegator and the Delegate do. */
export interface DelegatorRules {
  /** Whether delegating to this address would go round in a circle. No text; nobody would attend at the end. */
  delegatesInCircle(delegate: string, chain: readonly string[]): boolean;
  /** Whether an Attendee may delegate to the Organizer; left open by section 3.2.2.3. */
  allowsOrganizerAsDelegate(): boolean;
  /** Whether an Attendee may delegate to one who is invited already; left open by section 3.2.2.3. */
  allowsInvitedDelegate(): boolean;
  /** Whether a Delegate may delegate in turn; no limit of depth in section 4.2.5, restrictions in 3.2.2.3. */
  allowsRedelegation(): boolean;
  /**
   * The Delegator's ATTENDEE: PARTSTAT=DELEGATED, DELEGATED-TO, and whether updates are wanted (sections 3.2.2.3 and
   * 4.2.5 A and C).
   *
   * @param delegates all to whom the participation is delegated now
   */
  delegatorLine(line: JCalProperty, delegates: readonly string[], updates: boolean): JCalProperty;
  /**
   * The Delegate's ATTENDEE: DELEGATED-FROM, not answered, RSVP and ROLE as the Delegator had them (section 4.2.5 B,
   * RFC 5545 section 3.8.4.1).
   *
   * @param existing the Delegate's ATTENDEE where the event lists it already
   */
  delegateLine(delegate: string, delegator: JCalProperty, existing: JCalProperty | undefined): JCalProperty;
  /** SEQUENCE of a delegation REQUEST: that of the event (RFC 5546 section 2.1.4). */
  sequenceOfDelegation(current: number): number;
  /** Who gets the delegation REQUEST: the Delegate (section 4.2.5). */
  delegationRecipients(delegate: string): readonly string[];
  /** Who besides the Organizer gets a Delegate's REPLY: those who delegated to it (sections 3.2.2.3 and 4.2.6). */
  delegatorsToTell(delegators: readonly string[]): readonly string[];
}

/** What the Organizer's side, and the Delegator's, make of it. */
export interface DelegationTakenRules {
  /** The Delegator's ATTENDEE in the Organizer's event after the REPLY that delegates (section 4.2.5). */
  delegatorTaken(listed: JCalProperty, replied: JCalProperty): JCalProperty;
  /**
   * The Delegate's ATTENDEE in the Organizer's event after that REPLY; undefined when it is not listed.
   *
   * @param existing as the event lists it so far
   * @param named as the REPLY lists it; RFC 2446 lets it be left out
   * @param delegator the Delegator's ATTENDEE before the REPLY
   */
  delegateTaken(
    delegate: string,
    existing: JCalProperty | undefined,
    named: JCalProperty | undefined,
    delegator: JCalProperty,
  ): JCalProperty | undefined;
  /** What becomes of the answer of a Delegate whose Delegator has not told of it (section 5.2.2). */
  unknownDelegate(): 'accept' | 'hold';
  /** Who gets the present REQUEST when a Delegate answers an old revision: the Delegate (section 5.2.2). */
  refreshedDelegate(delegate: string): readonly string[];
  /** Who gets the REQUEST that tells of a Delegate's refusal: the Delegators (sections 4.2.5 and 4.2.7). */
  toldOfDecline(delegators: readonly string[]): readonly string[];
  /** The Delegator's ATTENDEE in the Organizer's event after the last Delegate declined (section 4.2.7). */
  delegatorAfterDecline(line: JCalProperty, declined: JCalProperty): JCalProperty;
  /** Whether an Attendee gets the Organizer's updates; a Delegator when it asked for them (3.2.2.3, 4.2.5 C). */
  updateReaches(line: JCalProperty): boolean;
  /** Whether the copy of a Delegator keeps the delegation of which an update does not know yet. */
  keepsOwnDelegation(): boolean;
  /** Whose REPLY counts on a side that does not organize the event: that of an own Delegate (section 4.2.6). */
  takesReplyAsDelegator(ownDelegate: boolean): boolean;
}

/** The rules of delegation as the RFCs have them. */
export function delegationRules(policies: Policies): DelegationRules {
  return { ...delegatorRules(policies), ...delegationTakenRules(policies) };
}

function delegatorRules(policies: Policies): DelegatorRules {
  return {
    delegatesInCircle: (delegate, chain) => chain.some((above) => sameAddress(above, delegate)),
    allowsOrganizerAsDelegate: () => policies.delegateToOrganizer === 'allow',
    allowsInvitedDelegate: () => policies.delegateToInvited === 'allow',
    allowsRedelegation: () => policies.redelegation === 'allow',
    delegatorLine: (line, delegates, updates) => {
      const delegated = withAddressList(
        withParameter(line, 'partstat', 'DELEGATED'),
        'delegated-to',
        delegates,
      );
      return withWish(delegated, updates, policies.delegatorUpdates);
    },
    delegateLine: newDelegate,
    sequenceOfDelegation: (current) => current,
    delegationRecipients: (delegate) => [delegate],
    delegatorsToTell: (delegators) =>
      policies.delegateReplyTo === 'organizer-and-delegator' ? delegators : [],
  };
}

function withWish(line: JCalProperty, updates: boolean, by: Policies['delegatorUpdates']): JCalProperty {
  if (!updates) return withParameter(line, 'rsvp', 'FALSE');
  const asked = withParameter(line, 'rsvp', by === 'role' ? undefined : 'TRUE');
  return by === 'rsvp' ? asked : withParameter(asked, 'role', 'NON-PARTICIPANT');
}

function newDelegate(
  delegate: string,
  delegator: JCalProperty,
  existing: JCalProperty | undefined,
): JCalProperty {
  const line = existing ?? makeProperty('attendee', delegate);
  const inherited = withParameter(
    withParameter(line, 'role', parameter(delegator, 'role')),
    'rsvp',
    isAsked(delegator) ? 'TRUE' : undefined,
  );
  const linked = withAddressList(
    inherited,
    'delegated-from',
    withOne(delegatorsOf(line), addressOf(delegator)),
  );
  return withParameter(linked, 'partstat', 'NEEDS-ACTION');
}

/** An answer takes RSVP away, so one who has answered was asked. */
function isAsked(line: JCalProperty): boolean {
  return parameter(line, 'rsvp')?.toUpperCase() === 'TRUE' || partstatOf(line) !== 'NEEDS-ACTION';
}

function withOne(addresses: readonly string[], address: string): string[] {
  return addresses.some((each) => sameAddress(each, address)) ? [...addresses] : [...addresses, address];
}

function delegationTakenRules(policies: Policies): DelegationTakenRules {
  return {
    delegatorTaken,
    delegateTaken,
    unknownDelegate: () => policies.unknownDelegate,
    refreshedDelegate: (delegate) => [delegate],
    toldOfDecline: (delegators) => delegators,
    delegatorAfterDecline: policies.delegatorAfterDecline === 'reopen' ? reopened : (line) => line,
    updateReaches: (line) => !hasDelegated(line) || wantsUpdates(line),
    keepsOwnDelegation: () => true,
    takesReplyAsDelegator: (ownDelegate) => ownDelegate,
  };
}

/** RSVP and ROLE are the Delegator's own wish here; a ROLE that the REPLY does not name stays. */
function delegatorTaken(listed: JCalProperty, replied: JCalProperty): JCalProperty {
  const delegated = withAddressList(
    withParameter(listed, 'partstat', 'DELEGATED'),
    'delegated-to',
    delegatesOf(replied),
  );
  const rsvp = withParameter(delegated, 'rsvp', parameter(replied, 'rsvp'));
  const role = parameter(replied, 'role');
  return role === undefined ? rsvp : withParameter(rsvp, 'role', role);
}

function delegateTaken(
  delegate: string,
  existing: JCalProperty | undefined,
  named: JCalProperty | undefined,
  delegator: JCalProperty,
): JCalProperty {
  const from = addressOf(delegator);
  if (existing !== undefined) {
    return withAddressList(existing, 'delegated-from', withOne(delegatorsOf(existing), from));
  }
  const line = newDelegate(delegate, delegator, named);
  return withAddressList(line, 'delegated-from', [from]);
}

/** Asked again; ROLE comes back from the Delegate, who inherited it. */
function reopened(line: JCalProperty, declined: JCalProperty): JCalProperty {
  const open = withParameter(withAddressList(line, 'delegated-to', []), 'partstat', 'NEEDS-ACTION');
  return withParameter(withParameter(open, 'role', parameter(declined, 'role')), 'rsvp', 'TRUE');
}

function wantsUpdates(line: JCalProperty): boolean {
  const rsvp = parameter(line, 'rsvp')?.toUpperCase();
  if (rsvp !== undefined) return rsvp === 'TRUE';
  return parameter(line, 'role')?.toUpperCase() === 'NON-PARTICIPANT';
}
