import type { JCalComponent } from '../icalendar/jcal.js';
import { organizerOf, sameAddress } from '../icalendar/read.js';
import type { Change } from '../itip/change.js';
import { type Entry, eventOf } from '../itip/entry.js';
import type { Outgoing } from '../itip/message.js';
import { type Right, sentOnBehalf } from '../itip/on-behalf.js';
import type { Decision } from '../itip/outcome.js';
import type { Rules } from '../itip/rules.js';
import type { Clock } from '../runtime/clock.js';
import type { SimulatorTrace } from '../runtime/trace.js';
import { createNetwork, type Travelling } from '../transport/network.js';
import type { Account, User } from './account.js';
import { Directory } from './directory.js';
import { type Received, type Receiving, receive, takeIn } from './receive.js';
import { type RecipientResponse, type SchedulingRequest, schedule } from './schedule.js';

export interface CalendarServiceOptions {
  readonly clock: Clock;
  readonly users: readonly User[];
  readonly rights: readonly Right[];
  readonly rules: Rules;
  readonly trace: SimulatorTrace;
}

/** An event in somebody's calendar. */
export interface Found {
  readonly account: Account;
  readonly name: string;
  readonly entry: Entry;
}

/** What lies under the CUAs: it finds and stores events, and sends and receives messages. */
export class CalendarService {
  readonly directory: Directory;
  readonly rules: Rules;
  readonly #clock: Clock;
  readonly #trace: SimulatorTrace;
  readonly #network = createNetwork();

  constructor({ clock, users, rights, rules, trace }: CalendarServiceOptions) {
    this.directory = new Directory(users, rights);
    this.rules = rules;
    this.#clock = clock;
    this.#trace = trace;
  }

  /** Now, UTC. */
  now(): string {
    return this.#clock.now();
  }

  /** An event in a user's calendar. Throws RangeError when it is not there. */
  find(user: string, uid: string): Found {
    const account = this.directory.account(user);
    const found = account.find(uid);
    if (found === undefined) throw new RangeError(`${user} has no event ${uid}`);
    return { account, ...found };
  }

  /** An event that a user organizes. Throws RangeError when it is not there, or somebody else's. */
  organized(user: string, uid: string): Found {
    const found = this.find(user, uid);
    if (!organizes(found)) throw new RangeError(`${user} does not organize ${uid}`);
    return found;
  }

  /**
   * Stores what a user's side becomes, and sends what leaves it.
   *
   * @param name of the entry; a new one when undefined
   * @param by id of who does it in the name of the user
   * @throws RangeError when that one has no right to; then nothing is stored and nothing sent
   */
  finish(
    account: Account,
    name: string | undefined,
    { entry, outgoing }: Change,
    by: string | undefined,
  ): void {
    const sender = this.directory.actorFor(account, by, this.rules);
    if (entry !== undefined) account.store(entry, name);
    else if (name !== undefined) account.remove(name);
    this.#send(outgoing, sender);
  }

  /** The schedule operation: sends a ready scheduling message; see `schedule`. */
  schedule(request: SchedulingRequest): RecipientResponse[] {
    return schedule(
      request,
      (address) => this.directory.at(address),
      this.#network,
      (recipient) => this.directory.reachedBy(recipient, (members) => this.rules.groupRecipients(members)),
    );
  }

  /** Takes the messages that were sent since the last call, oldest first. */
  drain(): Travelling[] {
    return this.#network.drain();
  }

  /** Hands a message to its Recipient's side. Undefined when no Calendar User here has that address. */
  deliver(recipient: string, message: JCalComponent): Decision<Entry> | undefined {
    const account = this.directory.at(recipient);
    if (account === undefined) return undefined;
    return this.#told(account, receive(account, message, this.#receivingFor(account)));
  }

  /** Processes a message as the user has decided: what was asked about it shall be. */
  honour(account: Account, message: JCalComponent): Decision<Entry> {
    return this.#told(account, takeIn(account, message, true, this.#receivingFor(account)));
  }

  #receivingFor(account: Account): Receiving {
    return { now: this.now(), groups: this.directory.groupsOf(account), rules: this.rules };
  }

  #told(account: Account, { decision, outgoing }: Received): Decision<Entry> {
    this.#trace.decision(account.user.id, `${decision.outcome} by ${decision.rule}: ${decision.reason}`);
    this.#send(outgoing, undefined);
    return decision;
  }

  #send(outgoing: readonly Outgoing[], sender: Account | undefined): void {
    const address = sender?.user.addresses[0];
    for (const message of outgoing) {
      if (message.recipients.length === 0) continue;
      this.schedule(address === undefined ? message : sentOnBehalf(message, address, this.rules));
    }
  }
}

/** Whether the owner of an event is its Organizer. */
export function organizes({ account, entry }: Found): boolean {
  const organizer = organizerOf(eventOf(entry)) ?? '';
  return account.user.addresses.some((address) => sameAddress(address, organizer));
}
