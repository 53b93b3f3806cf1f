import type { JCalComponent } from '../icalendar/jcal.js';
import { uidOf } from '../icalendar/read.js';
import { refuseUninvited } from '../itip/admit.js';
import type { Entry } from '../itip/entry.js';
import type { Right } from '../itip/on-behalf.js';
import type { Decision } from '../itip/outcome.js';
import type { Policies } from '../itip/policies.js';
import type { Rules } from '../itip/rules.js';
import { observedRules, type Profile, rulesFor } from '../itip/standard-rules.js';
import type { Clock } from '../runtime/clock.js';
import { type SimulatorTrace, silentTrace } from '../runtime/trace.js';
import type { Travelling } from '../transport/network.js';
import type { Account, Pending, User } from './account.js';
import { CalendarService } from './calendar-service.js';
import { changeOrganizer } from './change-organizer.js';
import type { OnBehalf } from './choices.js';
import { OrganizerCua } from './organizer-cua.js';
import type { RecipientResponse, SchedulingRequest } from './schedule.js';

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
  readonly rules?: Rules;
  readonly trace?: SimulatorTrace;
}

/**
 * A scheduling service in memory for some Calendar Users, and the CUA of each of them.
 * Messages travel only when they are taken with `drain` and handed over with `deliver`.
 *
 * Whatever somebody does may be done `by` another user with the right to; it throws RangeError without.
 */
export class Scheduler extends OrganizerCua {
  constructor({
    clock,
    users,
    rights = [],
    profile,
    policies,
    rules,
    trace = silentTrace,
  }: SchedulerOptions) {
    const chosen = rules ?? rulesFor(policies, profile);
    const observed = trace === silentTrace ? chosen : observedRules(chosen, (name) => trace.rule(name));
    super(new CalendarService({ clock, users, rights, rules: observed, trace }));
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
    if (decision === 'accept') this.service.honour(account, calendar);
    if (decision !== 'decline' || kind !== 'party-crasher') return;
    if (!(tells ?? rules.uninvitedRefused() === 'cancel')) return;
    const { name, entry } = this.service.organized(user, uidOf(calendar) ?? '');
    this.service.finish(account, name, refuseUninvited(entry, from, this.service.now(), rules), undefined);
  }

  /** The schedule operation: sends a ready scheduling message; see `schedule`. */
  schedule(request: SchedulingRequest): RecipientResponse[] {
    return this.service.schedule(request);
  }

  /** Takes the messages that were sent since the last call, oldest first. */
  drain(): Travelling[] {
    return this.service.drain();
  }

  /** Hands a message to its Recipient's side. Undefined when no Calendar User here has that address. */
  deliver(recipient: string, message: JCalComponent): Decision<Entry> | undefined {
    return this.service.deliver(recipient, message);
  }
}

/** A scheduling service in memory; see `Scheduler`. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  return new Scheduler(options);
}
