import { IcalendarError } from '../icalendar/icalendar-error.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { methodOf, uidOf } from '../icalendar/read.js';
import type { Entry } from '../itip/entry.js';
import { type Decision, isHeld, without } from '../itip/outcome.js';
import { receiveCancel } from '../itip/receive-cancel.js';
import { receiveReply } from '../itip/receive-reply.js';
import { receiveRequest } from '../itip/receive-request.js';
import type { Rules } from '../itip/rules.js';
import type { Account } from './account.js';

/**
 * A scheduling message arrives for one Calendar User: it is put in the Inbox and processed at once
 * (policy `server`, RFC 6638 section 4). A CANCEL that overtook its REQUEST is applied right after it.
 *
 * @returns the decision on this message
 */
export function receive(account: Account, message: JCalComponent, rules: Rules): Decision<Entry> {
  const uid = uidOf(message);
  if (uid === undefined) return without('rejected', 'sameEvent', 'no component with a UID');
  account.inbox.push({
    name: `received-${account.inbox.length + 1}.ics`,
    calendar: message,
    recipients: [],
    state: 'processed',
  });
  const decision = process(account, message, uid, rules);
  if (decision.outcome === 'applied') {
    for (const held of account.releaseHeld(uid))
      keepIfHeld(account, uid, held, process(account, held, uid, rules));
  }
  keepIfHeld(account, uid, message, decision);
  return decision;
}

function keepIfHeld(account: Account, uid: string, message: JCalComponent, decision: Decision<Entry>): void {
  if (isHeld(decision)) account.hold(uid, message);
}

function process(account: Account, message: JCalComponent, uid: string, rules: Rules): Decision<Entry> {
  const found = account.find(uid, (incoming, stored) => rules.sameEvent(incoming, stored));
  const decision = decide(account, message, found?.entry, rules);
  if (decision.outcome === 'applied') account.store(decision.effect, found?.name);
  return decision;
}

/** A recurrence rule that nobody can follow in reasonable time makes the message one that cannot be processed. */
function decide(
  account: Account,
  message: JCalComponent,
  stored: Entry | undefined,
  rules: Rules,
): Decision<Entry> {
  try {
    return decideBy(methodOf(message), account.user.addresses, message, stored, rules);
  } catch (error) {
    if (!(error instanceof IcalendarError)) throw error;
    return without('rejected', 'instanceKey', error.message);
  }
}

function decideBy(
  method: string | undefined,
  own: readonly string[],
  message: JCalComponent,
  stored: Entry | undefined,
  rules: Rules,
): Decision<Entry> {
  switch (method) {
    case 'REQUEST':
      return receiveRequest(stored, message, own, rules);
    case 'CANCEL':
      return receiveCancel(stored, message, own, rules);
    case 'REPLY':
      return receiveReply(stored, message, { own, now }, rules);
    default:
      return without('rejected', 'method', `METHOD:${method ?? '(none)'} is not supported`);
  }
}
