import type { JCalComponent } from '../icalendar/jcal.js';
import { methodOf } from '../icalendar/read.js';
import type { Entry } from '../itip/entry.js';
import { type Decision, without } from '../itip/outcome.js';
import type { SimulatorTrace } from '../runtime/trace.js';
import type { Network, Travelling } from '../transport/network.js';
import type { Account } from './account.js';
import type { BoxItem } from './box-item.js';
import type { Boxes } from './boxes.js';
import type { Directory } from './directory.js';
import { isNews, noticeOf } from './notice.js';
import { type Received, type Receiving, takeIn } from './receive.js';
import type { SchedulingRules } from './scheduling-rules.js';
import type { Sending } from './sending.js';

/** What receiving takes. */
export interface ReceptionOptions {
  readonly directory: Directory;
  readonly rules: SchedulingRules;
  readonly boxes: Boxes;
  readonly sending: Sending;
  readonly trace: SimulatorTrace;
  /** Now, UTC. */
  readonly now: () => string;
}

/** How messages arrive: each is put into an Inbox, and then, in a second step, processed. */
export class Reception {
  readonly #options: ReceptionOptions;

  constructor(options: ReceptionOptions) {
    this.#options = options;
  }

  /**
   * Puts a message into the Inbox of its Recipient, and processes it where the service does that.
   *
   * @returns undefined when no Calendar User here has that address
   */
  arrive(recipient: string, message: JCalComponent, originator: string): Decision<Entry> | undefined {
    const { directory, boxes, rules } = this.#options;
    const account = directory.at(recipient);
    if (account === undefined) return undefined;
    const isKnown = () => directory.at(originator) !== undefined || directory.isNeighbour(originator);
    if (!rules.takesFromOutside() && !isKnown()) {
      return without('rejected', 'takesFromOutside', 'its Originator is unknown');
    }
    const sentTo = () => this.#recipientsOf(originator, message);
    const item = boxes.received(account, message, { originator, sentTo });
    if (item === undefined) return without('rejected', 'sameEvent', 'no component with a UID');
    const waiting = rules.processesOnArrival(directory.processingOf(account))
      ? this.#leftToUser(item)
      : without<Entry>('held', 'processesOnArrival', 'it waits in the Inbox until the client processes it');
    if (waiting !== undefined) {
      account.put('inbox', item);
      return waiting;
    }
    try {
      return this.#process(account, item);
    } catch (error) {
      // No message may be lost.
      if (account.item('inbox', item.name) === undefined) account.put('inbox', item);
      throw error;
    }
  }

  /** Lets all messages to users of this service arrive, and what is sent in return. */
  arriveAll(network: Network): void {
    const isHere = ({ recipient }: Travelling) => this.#options.directory.at(recipient) !== undefined;
    for (let due = network.drain(isHere); due.length > 0; due = network.drain(isHere)) {
      for (const { recipient, calendar, originator } of due) this.arrive(recipient, calendar, originator);
    }
  }

  /**
   * Processes what lies in an Inbox and was not processed, oldest first.
   *
   * @param name of the one entry to be processed; all when undefined
   * @throws RangeError when there is no such entry
   */
  processInbox(account: Account, name?: string): Decision<Entry>[] {
    if (name !== undefined && account.item('inbox', name) === undefined) {
      throw new RangeError(`${account.user.id} has no entry ${name} in the inbox`);
    }
    const { rules } = this.#options;
    const waiting = account.inbox
      .filter((item) => name === undefined || item.name === name)
      .filter(({ state }) => state === 'unprocessed' || rules.processesAgain());
    return rules
      .processingOrder(waiting)
      .map((item) => this.#leftToUser(item) ?? this.#process(account, item));
  }

  /** Processes a message as the user has decided: what was asked about it shall be. */
  honour(account: Account, message: JCalComponent): Decision<Entry> {
    return this.#told(account, takeIn(account, message, true, this.#receivingFor(account)));
  }

  /** To whom the Originator has sent a message, where that is a user of this service. */
  #recipientsOf(originator: string, message: JCalComponent): readonly string[] {
    const sent = this.#options.directory.at(originator)?.outbox ?? [];
    const sending = sent.find(({ calendar }) => calendar === message) ?? sent.at(-1);
    return (sending?.recipients ?? []).map(({ address }) => address);
  }

  #leftToUser({ calendar }: BoxItem): Decision<Entry> | undefined {
    if (!this.#options.rules.isLeftToUser(methodOf(calendar) ?? '')) return undefined;
    return without('held', 'isLeftToUser', 'it waits in the Inbox for what the user does about it');
  }

  #process(account: Account, item: BoxItem): Decision<Entry> {
    const { boxes, rules, now } = this.#options;
    const received = takeIn(account, item.calendar, false, this.#receivingFor(account));
    const { decision, before } = received;
    boxes.settle(account, item, decision);
    if (rules.notifies(decision.outcome, isNews(item.calendar, before))) {
      account.notify(noticeOf(item.calendar, now()));
    }
    return this.#told(account, received);
  }

  #receivingFor(account: Account): Receiving {
    const { directory, rules, boxes, now } = this.#options;
    const newId = () => `question-${boxes.next()}`;
    return { now: now(), groups: directory.groupsOf(account), rules, newId };
  }

  #told({ user }: Account, { decision, outgoing }: Received): Decision<Entry> {
    const { trace, sending } = this.#options;
    trace.decision(user.id, `${decision.outcome} by ${decision.rule}: ${decision.reason}`);
    if (outgoing.length > 0) sending.send(outgoing);
    return decision;
  }
}
