import type { JCalComponent } from '../icalendar/jcal.js';
import { organizerOf, sameAddress } from '../icalendar/read.js';
import type { Change } from '../itip/change.js';
import { type Entry, eventOf } from '../itip/entry.js';
import type { Decision } from '../itip/outcome.js';
import type { Clock } from '../runtime/clock.js';
import type { Store } from '../runtime/store.js';
import type { SimulatorTrace } from '../runtime/trace.js';
import { createNetwork, type Network, type Travelling } from '../transport/network.js';
import type { Account, BoxName } from './account.js';
import { admitCall, type SchedulingRequest } from './admit-call.js';
import { Boxes, type Consequence } from './boxes.js';
import type { OnBehalf, Recipients } from './choices.js';
import { Directory, type Members } from './directory.js';
import { Mailer, type MailRun, type MailSender } from './mailer.js';
import { purgeBoxes } from './purge.js';
import { Reception } from './reception.js';
import type { SchedulingRules } from './scheduling-rules.js';
import { Sending } from './sending.js';
import { survivingStore } from './store-rules.js';
import type { RecipientResponse } from './transmit.js';

export interface CalendarServiceOptions extends Members {
  readonly clock: Clock;
  readonly rules: SchedulingRules;
  readonly trace: SimulatorTrace;
  readonly store: Store;
  /** Whether messages to users of this service arrive at once, or when somebody delivers them. */
  readonly delivery: 'auto' | 'manual';
}

/** An event in somebody's calendar. */
export interface Found {
  readonly account: Account;
  readonly name: string;
  readonly entry: Entry;
}

/** How what leaves is sent. */
export interface Finishing extends OnBehalf, Recipients {
  /** In whose name it is done, where that is not the owner of the calendar. */
  readonly principal?: Account;
}

/** What lies under the CUAs: it finds and stores events, and sends and receives messages. */
export class CalendarService {
  readonly directory: Directory;
  readonly rules: SchedulingRules;
  readonly #clock: Clock;
  readonly #store: Store;
  readonly #delivery: CalendarServiceOptions['delivery'];
  readonly #network: Network;
  readonly #boxes: Boxes;
  readonly #mailer: Mailer;
  readonly #sending: Sending;
  readonly #reception: Reception;

  constructor({ clock, rules, trace, delivery, ...options }: CalendarServiceOptions) {
    const { store: given, ...members } = options;
    const store = survivingStore(given, rules);
    const directory = new Directory(members, store, rules);
    this.directory = directory;
    this.rules = rules;
    this.#clock = clock;
    this.#store = store;
    this.#delivery = delivery;
    this.#network = createNetwork(store);
    this.#mailer = new Mailer(directory, store, clock, rules);
    this.#boxes = new Boxes(store, clock, rules, this.#mailer);
    const common = { directory, rules, boxes: this.#boxes };
    this.#sending = new Sending({ ...common, network: this.#network });
    this.#reception = new Reception({ ...common, sending: this.#sending, trace, now: () => clock.now() });
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
   * @param sending who does it in the name of the user, and who gets it where not the usual ones do
   * @throws RangeError when that one has no right to; then nothing is stored and nothing sent
   */
  finish(
    account: Account,
    name: string | undefined,
    { entry, outgoing }: Change,
    { by, recipients, principal = account }: Finishing = {},
  ): void {
    const sender = this.directory.actorFor(principal, by, this.rules);
    if (entry !== undefined) account.store(entry, name);
    else if (name !== undefined) account.remove(name);
    this.#sending.send(outgoing, sender, recipients);
    this.#conclude();
  }

  /** The schedule operation; see `Scheduler.schedule`. */
  schedule(request: SchedulingRequest): readonly RecipientResponse[] {
    const responses = this.#sending.transmit(admitCall(request, this.directory, this.rules));
    this.#conclude();
    return responses;
  }

  /** Takes the messages that were sent since the last call, oldest first. */
  drain(): Travelling[] {
    const taken = this.#network.drain();
    this.#store.commit();
    return taken;
  }

  /**
   * Puts a message into the Inbox of its Recipient, and processes it where the service does that.
   *
   * @param originator calendar address of who sent it; empty when nobody says so
   * @returns undefined when no Calendar User here has that address
   */
  deliver(recipient: string, message: JCalComponent, originator = ''): Decision<Entry> | undefined {
    const decision = this.#reception.arrive(recipient, message, originator);
    this.#conclude();
    return decision;
  }

  /** Processes what lies in an Inbox; see `Reception.processInbox`. */
  processInbox(account: Account, name?: string): Decision<Entry>[] {
    const decisions = this.#reception.processInbox(account, name);
    this.#conclude();
    return decisions;
  }

  /** Processes a message as the user has decided: what was asked about it shall be. */
  honour(account: Account, message: JCalComponent): Decision<Entry> {
    const decision = this.#reception.honour(account, message);
    this.#conclude();
    return decision;
  }

  /** The mailer runs once: what waits in the Outboxes leaves by mail. */
  runMailer(send: MailSender): Promise<MailRun> {
    return this.#mailer.run(send);
  }

  /** A user deletes an entry of a box. Throws RangeError when there is no such entry. */
  deleteItem(account: Account, box: BoxName, name: string): Consequence {
    const consequence = this.#boxes.delete(account, box, name);
    this.#conclude();
    return consequence;
  }

  /** Removes the box entries about meetings that are over by now. */
  purge(): void {
    purgeBoxes(this.directory, this.rules, this.now());
    this.#conclude();
  }

  /** Gives the right to schedule for a user, or withdraws it. Throws RangeError for unknown users. */
  setRight(user: string, actor: string, isGiven: boolean): void {
    this.directory.setRight(user, actor, isGiven);
    this.#conclude();
  }

  /** Says who processes the Inbox of a user from now on. Throws RangeError for an unknown one. */
  setProcessing(user: string, who: 'server' | 'client'): void {
    this.directory.setProcessing(user, who);
    this.#conclude();
  }

  /** Everything that an operation leads to has happened when it returns, and is durable. */
  #conclude(): void {
    if (this.#delivery === 'auto') this.#reception.arriveAll(this.#network);
    this.#store.commit();
  }
}

/** Whether the owner of an event is its Organizer. */
export function organizes({ account, entry }: Found): boolean {
  const organizer = organizerOf(eventOf(entry)) ?? '';
  return account.user.addresses.some((address) => sameAddress(address, organizer));
}
