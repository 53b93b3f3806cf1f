import { withAddressList } from '../icalendar/address-list.js';
import { withProperties } from '../icalendar/edit.js';
import type { JCalComponent, JCalProperty } from '../icalendar/jcal.js';
import { organizerOf, sameAddress } from '../icalendar/read.js';
import { attendeeLine, isListed, withAttendeeLine } from './attendee-index.js';
import {
  addressOf,
  delegatesOf,
  delegationChain,
  delegatorsOf,
  hasDelegated,
  lineOf,
  partstatOf,
} from './delegation.js';
import type { DelegationRules } from './delegation-rules.js';

/** What a Delegator wants. */
export interface Delegation {
  /** Address under which the event lists the Delegator. */
  readonly delegator: string;
  /** Calendar address of the Delegate. */
  readonly delegate: string;
  /** Whether the Delegator goes on receiving the Organizer's updates (RFC 5546 section 4.2.5 C). */
  readonly updates: boolean;
}

/**
 * The Delegator's copy after delegating: both ATTENDEEs linked to each other (RFC 5546 sections 3.2.2.3 and 4.2.5).
 * The delegation REQUEST and the REPLY to the Organizer show the same two. A Delegate who declined is replaced, one
 * who has not stays beside the new one: a CU may delegate to several (2.1.2).
 *
 * @throws RangeError when the event does not list the Delegator or the delegation is refused; the message says why
 */
export function withDelegation(
  event: JCalComponent,
  wish: Delegation,
  rules: DelegationRules,
): JCalComponent {
  const delegator = lineOf(event, wish.delegator);
  if (delegator === undefined) throw new RangeError(`the event does not list ${wish.delegator}`);
  const refusal = refusalOf(event, delegator, wish.delegate, rules);
  if (refusal !== undefined) throw new RangeError(refusal);
  const existing = lineOf(event, wish.delegate);
  const delegates = [...standingDelegates(event, delegator), wish.delegate];
  const delegated = withLine(event, rules.delegatorLine(delegator, delegates, wish.updates));
  return withLine(delegated, rules.delegateLine(wish.delegate, delegator, existing));
}

/** Those to whom this Attendee delegated and who have not declined. */
export function standingDelegates(event: JCalComponent, delegator: JCalProperty): string[] {
  return delegatesOf(delegator).filter((address) => {
    const line = lineOf(event, address);
    return line === undefined || partstatOf(line) !== 'DECLINED';
  });
}

/** The event with this ATTENDEE in the place of the one of the same address, or at the end of them. */
export function withLine(event: JCalComponent, line: JCalProperty): JCalComponent {
  const address = [addressOf(line)];
  if (isListed(event, address)) return withAttendeeLine(event, address, () => line);
  const end = event[1].findLastIndex(([name]) => name === 'attendee') + 1;
  const place = end === 0 ? event[1].length : end;
  return withProperties(event, event[1].toSpliced(place, 0, line));
}

/** Why the delegation is refused, in words; undefined when it is not. */
function refusalOf(
  event: JCalComponent,
  delegator: JCalProperty,
  delegate: string,
  rules: DelegationRules,
): string | undefined {
  const from = addressOf(delegator);
  const listed = lineOf(event, delegate);
  if (sameAddress(from, delegate)) return `${from} cannot delegate to itself`;
  if (rules.delegatesInCircle(delegate, delegationChain(event, from)))
    return `${delegate} delegated this participation to ${from}`;
  if (
    standingDelegates(event, delegator).some((each) => sameAddress(each, delegate)) &&
    hasDelegated(delegator)
  )
    return `${from} has delegated to ${delegate} already`;
  if (sameAddress(organizerOf(event) ?? '', delegate) && !rules.allowsOrganizerAsDelegate())
    return 'delegating to the Organizer is not supported here';
  if (listed !== undefined && delegatorsOf(listed).length === 0 && !rules.allowsInvitedDelegate())
    return `${delegate} is invited already`;
  if (delegatorsOf(delegator).length > 0 && !rules.allowsRedelegation())
    return 'a Delegate cannot delegate in turn here';
  return undefined;
}

/**
 * The copy of a Delegator after an update of the Organizer: where the update was composed before the Organizer heard
 * of the delegation, the copy goes on showing it; where it tells that the Delegate declined, the answer is open again
 * (RFC 5546 sections 3.2.2.2 and 4.2.7).
 *
 * @param stored the copy before the update
 * @param updated the copy as the update has it
 * @param own the Delegator's calendar addresses
 * @returns undefined when the user has not delegated, so that the own answer is a matter of other rules
 */
export function delegationAfterUpdate(
  stored: JCalComponent,
  updated: JCalComponent,
  own: readonly string[],
  rules: DelegationRules,
): JCalComponent | undefined {
  const before = attendeeLine(stored, own);
  const after = attendeeLine(updated, own);
  if (before === undefined || after === undefined || !hasDelegated(before)) return undefined;
  const known = hasDelegated(after) || delegatesOf(before).every((address) => hasDeclined(updated, address));
  if (known || !rules.keepsOwnDelegation()) return updated;
  const delegates = delegatesOf(before).flatMap((address) => linesOfDelegate(stored, updated, address));
  return [before, ...delegates].reduce((copy, line) => withLine(copy, line), updated);
}

/** The Delegate's ATTENDEE as the update has it, still linked; as it was where the update does not list it. */
function linesOfDelegate(stored: JCalComponent, updated: JCalComponent, address: string): JCalProperty[] {
  const before = lineOf(stored, address);
  const after = lineOf(updated, address);
  if (before === undefined) return [];
  return [after === undefined ? before : withAddressList(after, 'delegated-from', delegatorsOf(before))];
}

function hasDeclined(event: JCalComponent, address: string): boolean {
  const line = lineOf(event, address);
  return line !== undefined && partstatOf(line) === 'DECLINED' && delegatorsOf(line).length > 0;
}
