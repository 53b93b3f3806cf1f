import type { JCalComponent } from '../icalendar/jcal.js';
import { uidOf } from '../icalendar/read.js';
import { refuseUninvited } from '../itip/admit.js';
import type { Entry } from '../itip/entry.js';
import type { Right } from '../itip/on-behalf.js';
import type { Decision } from '../itip/outcome.js';
import type { Policies } from '../itip/policies.js';
import { observedRules, type Profile } from '../itip/standard-rules.js';
import type { Clock } from '../runtime/clock.js';
import { MemoryStore } from '../runtime/memory-store.js';
import type { Store } from '../runtime/store.js';
import { type SimulatorTrace, silentTrace } from '../runtime/trace.js';
import type { Travelling } from '../transport/network.js';
import type { Account, Pending, User } from './account.js';
import type { SchedulingRequest } from './admit-call.js';
import { BoxCua } from './box-cua.js';
import { CalendarService } from './calendar-service.js';
import { changeOrganizer } from './change-organizer.js';
import type { OnBehalf } from './choices.js';
import { type SchedulingRules, schedulingRulesFor } from './scheduling-rules.js';
import type { RecipientResponse } from './transmit.js';

export interface SchedulerOptions {
  readonly clock: Clock;
  readonly users: readonly User[];
  /** Who may act for whom; by default everybody acts for themselves only. */
  readonly rights?: readonly Right[];
  /** Which RFC is followed where they differ; RFC 5546 by default. */
  readonly profile?: Profile;
  /** What is done where the RFC leaves a choice; the standard ones by default. */
  readonly policies?: Partial<Policies>;
  /** All rules, in the place of those that profile and policies yield. */
  readonly rules?: SchedulingRules;
  readonly trace?: SimulatorTrace;
  /** What it remembers, and where; memory that ends with the process by default. */
  readonly store?: Store;
  /**
   * Calendar addresses of users of other services that the network reaches: their messages are among those that
   * `drain` takes. All others who are not served here get mail.
   */
  readonly neighbours?: readonly string[];
  /** `auto`: messages to users of this service arrive at once. By default they are handed over with `deliver`. */
  readonly delivery?: 'auto' | 'manual';
}

/**
 * A scheduling service for some Calendar Users, and the CUA of each of them.
 *
 * Whatever somebody does may be done `by` another user with the right to; it throws RangeError without.
 */
export class Scheduler extends BoxCua {
  constructor({
    clock,
    users,
    rights = [],
    profile,
    policies,
    rules,
    trace = silentTrace,
    store = new MemoryStore(),
    neighbours = [],
    delivery = 'manual',
  }: SchedulerOptions) {
    const chosen = rules ?? schedulingRulesFor(policies, profile);
    const observed = trace === silentTrace ? chosen : observedRules(chosen, (name) => trace.rule(name));
    super(new CalendarService({ clock, users, rights, rules: observed, trace, store, neighbours, delivery }));
  }

  /** The account of a user id. Throws RangeError for an unknown one. */
  account(id: string): Account {
    return this.service.directory.account(id);
  }

  /**
   * A Calendar User becomes the Organizer (RFC 5546 section 3.2.2.4); see `takeOver`.
   *
   * @param user the new Organizer, who has a copy of the event, or the present one, who hands it over
   * @param newOrganizer calendar address of a user of this service
   * @param keepFormer whether the former Organizer stays an Attendee, if it was one
   * @throws RangeError when it is neither, or the event is cancelled
   */
  changeOrganizer(
    user: string,
    uid: string,
    newOrganizer: string,
    { keepFormer = false, by }: OnBehalf & { readonly keepFormer?: boolean } = {},
  ): void {
    changeOrganizer(this.service, { user, uid, newOrganizer, keepFormer, by });
  }

  /** What a user has to decide: somebody uninvited has answered, or another Organizer takes over. */
  pending(user: string): readonly Pending[] {
    return this.account(user).pending();
  }

  /**
   * A user decides. Accepted, the message takes effect; declined, somebody uninvited may hear of it (rule
   * `uninvitedRefused`); ignored, nothing happens.
   *
   * @param id of what is pending
   * @param tells whether somebody uninvited hears of the refusal by a CANCEL; by policy when undefined
   * @throws RangeError when that is unknown
   */
  decide(
    user: string,
    id: string,
    decision: 'accept' | 'decline' | 'ignore',
    { tells }: { readonly tells?: boolean } = {},
  ): void {
    const account = this.account(user);
    const { kind, from, calendar } = account.takePending(id);
    const { rules } = this.service;
    if (decision === 'accept') {
      this.service.honour(account, calendar);
      return;
    }
    const isRefused = decision === 'decline' && kind === 'party-crasher';
    if (isRefused && (tells ?? rules.uninvitedRefused() === 'cancel')) {
      const { name, entry } = this.service.organized(user, uidOf(calendar) ?? '');
      this.service.finish(account, name, refuseUninvited(entry, from, this.service.now(), rules));
      return;
    }
    // Nobody is asked the same again after a restart.
    this.service.finish(account, undefined, { entry: undefined, outgoing: [] });
  }

  /**
   * The schedule operation, the one behind every channel: sends one copy of a ready scheduling message to each
   * Recipient and lists the sending in the Originator's Outbox, unprocessed while a mail has to go out. Recipients are
   * whoever is named, whether the message lists them or not; without any, an Organizer's message goes to the ATTENDEEs,
   * an Attendee's to the Organizer, and a PUBLISH to nobody, so it names them. An Attendee's message reaches the
   * Organizer, and a Delegate's the Delegator, alone: others get the status 3.8.
   *
   * @returns one response for each address given, in order
   * @throws ScheduleRefused naming the reason; then nothing was sent and nothing filed
   */
  schedule(request: SchedulingRequest): readonly RecipientResponse[] {
    return this.service.schedule(request);
  }

  /** Stores an object of a user that is no scheduling matter, or removes the one of that name. */
  keep(user: string, entry: Entry | undefined, name: string | undefined): void {
    this.service.finish(this.account(user), name, { entry, outgoing: [] });
  }

  /** Takes the messages that were sent since the last call, oldest first. */
  drain(): Travelling[] {
    return this.service.drain();
  }

  /**
   * Hands a message to its Recipient's side.
   *
   * @param originator calendar address of who sent it, where that is known
   * @returns undefined when no Calendar User here has that address
   */
  deliver(recipient: string, message: JCalComponent, originator?: string): Decision<Entry> | undefined {
    return this.service.deliver(recipient, message, originator);
  }
}

/** A scheduling service; see `Scheduler`. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  return new Scheduler(options);
}
