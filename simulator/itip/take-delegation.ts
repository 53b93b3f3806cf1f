import { withAddressList } from '../icalendar/address-list.js';
import { withParameter } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, properties } from '../icalendar/jcal.js';
import { eachOnce, sameAddress } from '../icalendar/read.js';
import { standingDelegates, withLine } from './delegate.js';
import { addressOf, delegatesOf, delegatorsOf, lineOf, partstatOf } from './delegation.js';
import type { DelegationRules } from './delegation-rules.js';

/** An event, and the addresses of those who must hear of it. */
export interface EventAndTold {
  readonly event: JCalComponent;
  readonly told: readonly string[];
}

/**
 * The Organizer's event after a REPLY with PARTSTAT=DELEGATED: the Delegator shows to whom, the Delegate is listed and
 * shows from whom (RFC 5546 sections 3.2.2.3 and 4.2.5). Where a Delegate was faster and has declined already, that
 * counts at once.
 *
 * @param replied the Delegator's ATTENDEE in the REPLY; the event lists the Delegator
 * @param answeredSince whether that Delegate has answered after the Delegator composed this REPLY
 */
export function takeDelegation(
  event: JCalComponent,
  reply: JCalComponent,
  replied: JCalProperty,
  answeredSince: (address: string) => boolean,
  rules: DelegationRules,
): EventAndTold {
  const delegator = lineOf(event, addressOf(replied)) ?? replied;
  const delegates = rules.delegatesTaken(delegatesNamed(reply, replied));
  const named = withAddressList(replied, 'delegated-to', delegates);
  const delegated = withLine(event, rules.delegatorTaken(delegator, named));
  const listed = delegates.reduce((changed, address) => {
    const existing = existingDelegate(changed, address, delegator, answeredSince(address));
    const line = rules.delegateTaken(address, existing, lineOf(reply, address), delegator);
    return line === undefined ? changed : rules.withDelegate(changed, line);
  }, delegated);
  return delegates.reduce<EventAndTold>(
    (taken, address) => {
      const { event: after, told } = takeDecline(taken.event, address, rules);
      return { event: after, told: [...taken.told, ...told] };
    },
    { event: listed, told: [] },
  );
}

/** Whom the REPLY names as Delegates: in DELEGATED-TO, or by an ATTENDEE of their own. */
export function delegatesNamed(reply: JCalComponent, replied: JCalProperty): string[] {
  const linked = properties(reply, 'attendee').filter((line) =>
    delegatorsOf(line).some((address) => sameAddress(address, addressOf(replied))),
  );
  return eachOnce([...delegatesOf(replied), ...linked.map(addressOf)]);
}

/** Asked again is who was a Delegate of the same Delegator before, and who had declined. */
function existingDelegate(
  event: JCalComponent,
  address: string,
  delegator: JCalProperty,
  answered: boolean,
): JCalProperty | undefined {
  const line = lineOf(event, address);
  if (line === undefined || answered) return line;
  const again = delegatorsOf(line).some((from) => sameAddress(from, addressOf(delegator)));
  const open = again || partstatOf(line) === 'DECLINED';
  return open ? withParameter(withParameter(line, 'partstat', 'NEEDS-ACTION'), 'rsvp', 'TRUE') : line;
}

/**
 * The Organizer's event after the answer of a Delegate: where it declined, each Delegator without another Delegate is
 * asked again, and all of them are to be told (RFC 5546 sections 4.2.5 and 4.2.7). Anything else changes nothing.
 *
 * @param event the event with that answer
 */
export function takeDecline(event: JCalComponent, delegate: string, rules: DelegationRules): EventAndTold {
  const declined = lineOf(event, delegate);
  if (declined === undefined || partstatOf(declined) !== 'DECLINED') return { event, told: [] };
  const delegators = delegatorsOf(declined).flatMap((address) => {
    const line = lineOf(event, address);
    return line !== undefined && delegatesOf(line).some((each) => sameAddress(each, delegate))
      ? [{ line }]
      : [];
  });
  const after = delegators.reduce(
    (changed, { line }) => withLine(changed, withoutDelegate(changed, line, declined, rules)),
    event,
  );
  return { event: after, told: rules.toldOfDecline(delegators.map(({ line }) => addressOf(line))) };
}

function withoutDelegate(
  event: JCalComponent,
  delegator: JCalProperty,
  declined: JCalProperty,
  rules: DelegationRules,
): JCalProperty {
  const standing = standingDelegates(event, delegator);
  if (standing.length > 0) return withAddressList(delegator, 'delegated-to', standing);
  return rules.delegatorAfterDecline(delegator, declined);
}

/** Whether a REPLY comes from one whom the event does not list, in the name of an Attendee whom it does (5.2.2). */
export function isUnknownDelegate(event: JCalComponent, replied: JCalProperty): boolean {
  if (lineOf(event, addressOf(replied)) !== undefined) return false;
  return delegatorsOf(replied).some((address) => lineOf(event, address) !== undefined);
}
