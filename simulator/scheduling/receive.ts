import type { JCalComponent } from '../icalendar/jcal.js';
import { methodOf, uidOf } from '../icalendar/read.js';
import { receiveCancel } from '../itip/cancel.js';
import type { Entry } from '../itip/entry.js';
import { type Decision, without } from '../itip/outcome.js';
import { receiveReply } from '../itip/reply.js';
import { receiveRequest } from '../itip/request.js';
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
  if (decision.outcome === 'held') account.hold(uid, message);
  if (decision.outcome === 'applied') {
    for (const held of account.releaseHeld(uid)) process(account, held, uid, rules);
  }
  return decision;
}

function process(account: Account, message: JCalComponent, uid: string, rules: Rules): Decision<Entry> {
  const found = account.find(uid, rules);
  const decision = decide(account, message, found?.entry, rules);
  if (decision.outcome === 'applied') account.store(decision.effect, found?.name);
  return decision;
}

function decide(
  account: Account,
  message: JCalComponent,
  stored: Entry | undefined,
  rules: Rules,
): Decision<Entry> {
  const own = account.user.addresses;
  switch (methodOf(message)) {
    case 'REQUEST':
      return receiveRequest(stored, message, own, rules);
    case 'CANCEL':
      return receiveCancel(stored, message, own, rules);
    case 'REPLY':
      return receiveReply(stored, message, rules);
    default:
      return without('rejected', 'method', `METHOD:${methodOf(message) ?? '(none)'} is not supported`);
  }
}
