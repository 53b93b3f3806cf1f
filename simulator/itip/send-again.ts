import type { JCalComponent } from '../icalendar/jcal.js';
import { eachOnce } from '../icalendar/read.js';
import { isListed } from './attendee-index.js';
import type { Entry } from './entry.js';
import { eventsByScope, withEvent } from './instances.js';
import type { Outgoing } from './message.js';
import { requestsFor } from './request-message.js';
import type { Rules } from './rules.js';
import { asSentAgain } from './status-poll.js';
import { addressesOf } from './views.js';

/** Who gets the event once more. */
export interface SendingAgain {
  /** Calendar addresses of the recipients; all who get updates when undefined. */
  readonly to: readonly string[] | undefined;
  /** Those of whom an answer is wanted. */
  readonly asked: readonly string[];
  /** DTSTAMP, UTC. */
  readonly now: string;
}

/**
 * The Organizer sends the event again as it is now: to ask for status, to reconfirm, to send the answers round, or to
 * tell some of what they need to know (RFC 5546 sections 3.2.2.2, 3.2.2.7, 4.2.7 and 5.2.2). Everybody gets the
 * components in which they are listed.
 */
export function sendAgain(
  entry: Entry,
  { to, asked, now }: SendingAgain,
  rules: Rules,
): { readonly entry: Entry; readonly outgoing: readonly Outgoing[] } {
  const parts = eventsByScope(entry.calendar, rules).flatMap(([scope, event]) => {
    const addresses = to === undefined ? reachedBy(event, rules) : listedOf(event, to);
    if (addresses.length === 0) return [];
    return [{ scope, event: asSentAgain(event, asked, entry.issued, now, rules), addresses }];
  });
  const calendar = parts.reduce(
    (changed, { scope, event }) => withEvent(changed, scope, event, rules),
    entry.calendar,
  );
  return { entry: { ...entry, calendar }, outgoing: requestsFor(parts, calendar, rules) };
}

function reachedBy(event: JCalComponent, rules: Rules): readonly string[] {
  return rules.reconfirmationRecipients(addressesOf(event, (line) => rules.updateReaches(line)));
}

function listedOf(event: JCalComponent, addresses: readonly string[]): string[] {
  return eachOnce(addresses).filter((address) => isListed(event, [address]));
}
