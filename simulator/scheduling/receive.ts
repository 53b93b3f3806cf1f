import { IcalendarError } from '../icalendar/icalendar-error.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { methodOf, uidOf } from '../icalendar/read.js';
import type { Entry } from '../itip/entry.js';
import type { Outgoing } from '../itip/message.js';
import { type Decision, isHeld, questionOf, without } from '../itip/outcome.js';
import { receiveCancel } from '../itip/receive-cancel.js';
import { receivePublish } from '../itip/receive-publish.js';
import { receiveRefresh } from '../itip/receive-refresh.js';
import { receiveReply } from '../itip/receive-reply.js';
import { receiveRequest } from '../itip/receive-request.js';
import type { Rules } from '../itip/rules.js';
import type { Account } from './account.js';

/** What the receiving side goes by. */
export interface Receiving {
  /** DTSTAMP of messages in return, UTC. */
  readonly now: string;
  /** Calendar addresses of the groups that the recipient is a member of. */
  readonly groups: readonly string[];
  readonly rules: Rules;
  /** An id for a question to the user. */
  readonly newId: () => string;
}

/** What became of a message, and what is sent in return. */
export interface Received {
  readonly decision: Decision<Entry>;
  /** The event as it was, where the calendar had it. */
  readonly before: Entry | undefined;
  readonly outgoing: readonly Outgoing[];
}

const NO_UID: Decision<Entry> = without('rejected', 'sameEvent', 'no component with a UID');

/**
 * Processes a message that is in the Inbox (RFC 6638 section 4). What overtook another message is applied right after
 * that one.
 *
 * @param decided whether the user has decided that what is asked about it shall be
 */
export function takeIn(
  account: Account,
  message: JCalComponent,
  decided: boolean,
  receiving: Receiving,
): Received {
  const uid = uidOf(message);
  if (uid === undefined) return { decision: NO_UID, before: undefined, outgoing: [] };
  const { decision, before } = process(account, uid, message, decided, receiving);
  let outgoing = sentBy(decision);
  if (decision.outcome === 'applied') {
    for (const held of account.releaseHeld(uid)) {
      const late = process(account, uid, held, false, receiving).decision;
      keepIfWaiting(account, held, late, receiving);
      outgoing = [...outgoing, ...sentBy(late)];
    }
  }
  keepIfWaiting(account, message, decision, receiving);
  return { decision, before, outgoing };
}

function sentBy(decision: Decision<Entry>): readonly Outgoing[] {
  return decision.outcome === 'applied' ? (decision.outgoing ?? []) : [];
}

function keepIfWaiting(
  account: Account,
  message: JCalComponent,
  decision: Decision<Entry>,
  { newId }: Receiving,
): void {
  const question = questionOf(decision);
  if (question !== undefined) account.ask(newId(), question, message);
  if (isHeld(decision)) account.hold(uidOf(message) ?? '', message);
}

function process(
  account: Account,
  uid: string,
  message: JCalComponent,
  decided: boolean,
  receiving: Receiving,
): Pick<Received, 'decision' | 'before'> {
  const { rules } = receiving;
  const found = account.find(uid, (incoming, stored) => rules.sameEvent(incoming, stored));
  const before = found?.entry;
  const decision = decide(account, message, before, decided, receiving);
  if (decision.outcome === 'applied') account.store(decision.effect, found?.name);
  return { decision, before };
}

/** A recurrence rule that nobody can follow in reasonable time makes the message one that cannot be processed. */
function decide(
  account: Account,
  message: JCalComponent,
  stored: Entry | undefined,
  decided: boolean,
  receiving: Receiving,
): Decision<Entry> {
  try {
    return decideBy(account.user.addresses, message, stored, decided, receiving);
  } catch (error) {
    if (!(error instanceof IcalendarError)) throw error;
    return without('rejected', 'instanceKey', error.message);
  }
}

function decideBy(
  own: readonly string[],
  message: JCalComponent,
  stored: Entry | undefined,
  decided: boolean,
  { now, groups, rules }: Receiving,
): Decision<Entry> {
  const method = methodOf(message);
  switch (method) {
    case 'REQUEST':
      return receiveRequest(stored, message, { own, now, honours: decided }, rules);
    case 'CANCEL':
      return receiveCancel(stored, message, [...own, ...groups], rules);
    case 'REPLY':
      return receiveReply(stored, message, { own, now, adds: decided }, rules);
    case 'PUBLISH':
      return receivePublish(stored, message, { own, now }, rules);
    case 'REFRESH':
      return receiveRefresh(stored, message, { own, now }, rules);
    default:
      return without('rejected', 'method', `METHOD:${method ?? '(none)'} is not supported`);
  }
}
