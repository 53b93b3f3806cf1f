import { withAddressList } from '../icalendar/address-list.js';
import { withParameter } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter } from '../icalendar/jcal.js';
import { withLine } from './delegate.js';
import { addressOf, delegatesOf, delegatorsOf, hasDelegated, replyingLine } from './delegation.js';
import { type DelegatorRules, delegatorRules, newDelegate, withOne } from './delegator-rules.js';
import type { Policies } from './policies.js';

/** How Attendees delegate and what the Organizer makes of it: RFC 5546 sections 3.2.2.3, 4.2.5 to 4.2.7 and 5.2.2. */
export interface DelegationRules extends DelegatorRules, DelegationTakenRules {}

/** What the Organizer's side, and the Delegator's, make of it. */
export interface DelegationTakenRules {
  /** Which Delegates count of those whom a REPLY names: all of them (section 2.1.2). */
  delegatesTaken(named: readonly string[]): readonly string[];
  /** The ATTENDEE for whom a REPLY speaks that may list both sides of a delegation (sections 4.2.5 to 4.2.7). */
  replyingLine(reply: JCalComponent): JCalProperty | undefined;
  /** The Organizer's event with a Delegate's ATTENDEE, listed once (section 3.2.2.3). */
  withDelegate(event: JCalComponent, delegate: JCalProperty): JCalComponent;
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
  unknownDelegate(): 'accept' | 'hold' | 'ignore';
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

function delegationTakenRules(policies: Policies): DelegationTakenRules {
  return {
    replyingLine,
    withDelegate: withLine,
    delegatorTaken,
    delegatesTaken: (named) => named,
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
