import { withAddressList } from '../icalendar/address-list.js';
import { makeProperty, withParameter } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { addressOf, delegatorsOf, partstatOf } from './delegation.js';
import type { Outgoing } from './message.js';
import type { Policies } from './policies.js';

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
  /** The Delegator's own copy after delegating: it shows the delegation (section 3.2.2.3). */
  copyAfterDelegating(received: JCalComponent, delegated: JCalComponent): JCalComponent;
  /** The event as the Delegate gets it: the existing one with both ATTENDEEs as they are now (section 4.2.5). */
  delegationContent(received: JCalComponent, delegated: JCalComponent): JCalComponent;
  /** What a Delegator sends: the REQUEST to the Delegate and the REPLY to the Organizer (section 3.2.2.3). */
  delegationMessages(toDelegate: Outgoing, toOrganizer: Outgoing): readonly Outgoing[];
  /** SEQUENCE of a delegation REQUEST: that of the event (RFC 5546 section 2.1.4). */
  sequenceOfDelegation(current: number): number;
  /** Who gets the delegation REQUEST: the Delegate (section 4.2.5). */
  delegationRecipients(delegate: string): readonly string[];
  /** Who besides the Organizer gets a Delegate's REPLY: those who delegated to it (sections 3.2.2.3 and 4.2.6). */
  delegatorsToTell(delegators: readonly string[]): readonly string[];
}

/** The Delegator's rules as the RFCs have them. */
export function delegatorRules(policies: Policies): DelegatorRules {
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
    copyAfterDelegating: (_received, delegated) => delegated,
    delegationContent: (_received, delegated) => delegated,
    delegationMessages: (toDelegate, toOrganizer) => [toDelegate, toOrganizer],
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

/** The ATTENDEE of a Delegate, not answered yet. */
export function newDelegate(
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

/** The addresses with this one among them. */
export function withOne(addresses: readonly string[], address: string): string[] {
  return addresses.some((each) => sameAddress(each, address)) ? [...addresses] : [...addresses, address];
}
