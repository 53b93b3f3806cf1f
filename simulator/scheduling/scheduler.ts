import type { JCalComponent } from '../icalendar/jcal.js';
import { canonicalAddress, organizerOf } from '../icalendar/read.js';
import { cancelInstances, cancelWhole } from '../itip/cancel.js';
import type { Change } from '../itip/change.js';
import { changeInstance } from '../itip/change-instance.js';
import { type Entry, eventOf, type Range } from '../itip/entry.js';
import { masterOf } from '../itip/instances.js';
import type { Outgoing } from '../itip/message.js';
import type { Decision } from '../itip/outcome.js';
import type { Policies } from '../itip/policies.js';
import { answerWith } from '../itip/reply.js';
import { changeTo, inviteWith } from '../itip/request.js';
import type { Rules } from '../itip/rules.js';
import { observedRules, type Profile, rulesFor } from '../itip/standard-rules.js';
import type { Clock } from '../runtime/clock.js';
import { type SimulatorTrace, silentTrace } from '../runtime/trace.js';
import { createNetwork, type Travelling } from '../transport/network.js';
import { Account, type User } from './account.js';
import { receive } from './receive.js';
import { type RecipientResponse, type SchedulingRequest, schedule } from './schedule.js';

export interface SchedulerOptions {
  readonly clock: Clock;
  readonly users: readonly User[];
  /** Which RFC is followed where they differ; RFC 5546 by default. */
  readonly profile?: Profile;
  /** What is done where the RFC leaves a choice; the standard ones by default. */
  readonly policies?: Partial<Policies>;
  /** All rules, in the place of those that profile and policies yield. */
  readonly rules?: Rules;
  readonly trace?: SimulatorTrace;
}

/** Which instance of a series is meant; without it, the series. */
export interface InstanceChoice {
  /**
   * What RECURRENCE-ID names it by: its moment in UTC (`YYYY-MM-DDTHH:MM:SSZ`), for an all-day series its date, for a
   * floating one its time without zone.
   */
  readonly recurrenceId?: string;
}

/** Which instances of a series are meant; without any, the series. */
export interface InstanceChoices {
  /** See `InstanceChoice`. */
  readonly recurrenceIds?: readonly string[];
  /** What comes after them, or in RFC 2446 before, is meant as well. */
  readonly range?: Range;
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
    const rules = options.rules ?? rulesFor(options.policies, options.profile);
    this.#rules = observedRules(rules, (name) => this.#trace.rule(name));
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

  /**
   * The Organizer stores an event and sends it to its Attendees.
   *
   * @param calendar the VEVENTs of one UID: an event, a series with its exceptions, or single instances
   * @throws RangeError when they do not belong together
   */
  invite(user: string, calendar: JCalComponent): void {
    const account = this.account(user);
    const { entry, outgoing } = inviteWith(calendar, this.#clock.now(), this.#rules);
    if (entry !== undefined) account.store(entry);
    this.#send(outgoing);
  }

  /**
   * The Organizer changes an event, or an instance of it; see `changeTo` and `changeInstance`.
   *
   * @param edit makes the VEVENT as the Organizer wants it
   * @throws RangeError when the user does not organize it, or it has no such instance
   */
  change(
    user: string,
    uid: string,
    edit: (event: JCalComponent) => JCalComponent,
    { recurrenceId, range }: InstanceChoice & { readonly range?: Range } = {},
  ): void {
    const { account, name, entry } = this.#organized(user, uid);
    const now = this.#clock.now();
    if (recurrenceId === undefined) {
      this.#finish(
        account,
        name,
        changeTo(entry, edit(masterOf(entry.calendar) ?? eventOf(entry)), now, this.#rules),
      );
    } else {
      const scope = { instance: recurrenceId, range };
      this.#finish(account, name, changeInstance(entry, scope, edit, now, this.#rules));
    }
  }

  /**
   * The Organizer cancels an event and removes it from the own calendar, or cancels instances of it; see
   * `cancelWhole` and `cancelInstances`.
   *
   * @throws RangeError when the user does not organize it, or it has no such instance
   */
  cancel(user: string, uid: string, { recurrenceIds = [], range }: InstanceChoices = {}): void {
    const { account, name, entry } = this.#organized(user, uid);
    const now = this.#clock.now();
    const scopes = recurrenceIds.map((instance) => ({ instance, range }));
    const change =
      scopes.length === 0
        ? cancelWhole(entry, now, this.#rules)
        : cancelInstances(entry, scopes, now, this.#rules);
    this.#finish(account, name, change);
  }

  /**
   * An Attendee answers for the event, or for an instance of it; see `answerWith`.
   *
   * @throws RangeError when it is not in the calendar, has no such instance or does not list the user
   */
  answer(user: string, uid: string, partstat: string, { recurrenceId }: InstanceChoice = {}): void {
    const { account, name, entry } = this.#entry(user, uid);
    const answering = {
      own: account.user.addresses,
      partstat,
      instance: recurrenceId,
      now: this.#clock.now(),
    };
    this.#finish(account, name, answerWith(entry, answering, this.#rules));
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

  /** Stores what a user's side becomes, and sends what leaves it. */
  #finish(account: Account, name: string, { entry, outgoing }: Change): void {
    if (entry === undefined) account.remove(name);
    else account.store(entry, name);
    this.#send(outgoing);
  }

  #send(outgoing: readonly Outgoing[]): void {
    for (const message of outgoing) {
      if (message.recipients.length > 0) this.schedule(message);
    }
  }

  #entry(user: string, uid: string): { account: Account; name: string; entry: Entry } {
    const account = this.account(user);
    const found = account.find(uid);
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
