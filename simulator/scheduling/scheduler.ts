import type { JCalComponent } from '../icalendar/jcal.js';
import { attendeesOf, canonicalAddress, organizerOf } from '../icalendar/read.js';
import { cancelOf } from '../itip/cancel.js';
import { type Entry, eventOf } from '../itip/entry.js';
import type { Outgoing } from '../itip/message.js';
import type { Decision } from '../itip/outcome.js';
import { answerWith } from '../itip/reply.js';
import { type Change, changeTo, inviteWith } from '../itip/request.js';
import type { Rules } from '../itip/rules.js';
import { observedRules, standardRules } from '../itip/standard-rules.js';
import type { Clock } from '../runtime/clock.js';
import { type SimulatorTrace, silentTrace } from '../runtime/trace.js';
import { createNetwork, type Travelling } from '../transport/network.js';
import { Account, type User } from './account.js';
import { receive } from './receive.js';
import { type RecipientResponse, type SchedulingRequest, schedule } from './schedule.js';

export interface SchedulerOptions {
  readonly clock: Clock;
  readonly users: readonly User[];
  readonly rules?: Rules;
  readonly trace?: SimulatorTrace;
}

/**
 * A scheduling service in memory for some Calendar Users, and the CUA of each of them.
 * Messages travel only when they are taken with `drain` and handed over with `deliver`.
 */
export class Scheduler {
  readonly #clock: Clock;
  readonly #rules: Rules;
  readonly #trace: SimulatorTrace;
  readonly #network = createNetwork();
  readonly #accounts = new Map<string, Account>();
  readonly #byAddress = new Map<string, Account>();

  constructor(options: SchedulerOptions) {
    this.#clock = options.clock;
    this.#trace = options.trace ?? silentTrace;
    this.#rules = observedRules(options.rules ?? standardRules, (name) => this.#trace.rule(name));
    for (const user of options.users) {
      const account = new Account(user);
      this.#accounts.set(user.id, account);
      for (const address of user.addresses) this.#byAddress.set(canonicalAddress(address), account);
    }
  }

  /** The account of a user id. Throws RangeError for an unknown one. */
  account(id: string): Account {
    const account = this.#accounts.get(id);
    if (account === undefined) throw new RangeError(`no Calendar User ${id}`);
    return account;
  }

  /** The Organizer stores an event and sends it to its Attendees. */
  invite(user: string, calendar: JCalComponent): void {
    const account = this.account(user);
    const change = inviteWith(calendar, this.#clock.now(), this.#rules);
    account.store(change.entry);
    this.#send(change);
  }

  /** The Organizer changes an event; see `changeTo`. Throws RangeError when the user does not organize it. */
  change(user: string, uid: string, edit: (event: JCalComponent) => JCalComponent): void {
    const { account, name, entry } = this.#organized(user, uid);
    const change = changeTo(entry, edit(eventOf(entry)), this.#clock.now(), this.#rules);
    account.store(change.entry, name);
    this.#send(change);
  }

  /** The Organizer cancels the whole event and removes it from the own calendar. */
  cancel(user: string, uid: string): void {
    const { account, name, entry } = this.#organized(user, uid);
    const affected = attendeesOf(eventOf(entry));
    const outgoing = cancelOf(entry, affected, true, this.#clock.now(), this.#rules);
    account.remove(name);
    this.#send({ entry, outgoing: [outgoing] });
  }

  /** An Attendee answers. Throws RangeError when the event is not in the calendar or does not list the user. */
  answer(user: string, uid: string, partstat: string): void {
    const { account, name, entry } = this.#entry(user, uid);
    const change = answerWith(entry, account.user.addresses, partstat, this.#clock.now(), this.#rules);
    account.store(change.entry, name);
    this.#send(change);
  }

  /** The schedule operation: sends a ready scheduling message; see `schedule`. */
  schedule(request: SchedulingRequest): RecipientResponse[] {
    return schedule(request, (address) => this.#byAddress.get(canonicalAddress(address)), this.#network);
  }

  /** Takes the messages that were sent since the last call, oldest first. */
  drain(): Travelling[] {
    return this.#network.drain();
  }

  /** Hands a message to its Recipient's side. Undefined when no Calendar User here has that address. */
  deliver(recipient: string, message: JCalComponent): Decision<Entry> | undefined {
    const account = this.#byAddress.get(canonicalAddress(recipient));
    if (account === undefined) return undefined;
    const decision = receive(account, message, this.#rules);
    this.#trace.decision(account.user.id, `${decision.outcome} by ${decision.rule}: ${decision.reason}`);
    return decision;
  }

  #send(change: Change): void {
    for (const outgoing of change.outgoing) this.#sendOne(outgoing);
  }

  #sendOne(outgoing: Outgoing): void {
    if (outgoing.recipients.length > 0) this.schedule(outgoing);
  }

  #entry(user: string, uid: string): { account: Account; name: string; entry: Entry } {
    const account = this.account(user);
    const found = account.find(uid, this.#rules);
    if (found === undefined) throw new RangeError(`${user} has no event ${uid}`);
    return { account, ...found };
  }

  #organized(user: string, uid: string): { account: Account; name: string; entry: Entry } {
    const found = this.#entry(user, uid);
    const organizer = organizerOf(eventOf(found.entry)) ?? '';
    const own = found.account.user.addresses.map(canonicalAddress);
    if (!own.includes(canonicalAddress(organizer))) throw new RangeError(`${user} does not organize ${uid}`);
    return found;
  }
}

/** A scheduling service in memory; see `Scheduler`. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  return new Scheduler(options);
}
