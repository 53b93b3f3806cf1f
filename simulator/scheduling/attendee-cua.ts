import type { JCalComponent } from '../icalendar/jcal.js';
import { delegateWith } from '../itip/delegation-request.js';
import { forwardTo, requestReceived } from '../itip/forwarding.js';
import { deleteOwnCopy, editOwnCopy } from '../itip/own-copy.js';
import { refreshWith } from '../itip/refresh.js';
import { answerWith } from '../itip/reply.js';
import type { CalendarService } from './calendar-service.js';
import type { InstanceChoice, OnBehalf, Recipients } from './choices.js';

/** How an Attendee answers; see `AttendeeCua.answer`. */
export interface Answer extends InstanceChoice, OnBehalf, Recipients {
  readonly attendee?: string;
}

/** What the CUA does for an Attendee. */
export class AttendeeCua {
  protected readonly service: CalendarService;

  constructor(service: CalendarService) {
    this.service = service;
  }

  /**
   * An Attendee answers for the event, or for an instance of it; see `answerWith`. Who has got the message in the place
   * of an Attendee, as a secretary may, answers for that one from the own copy.
   *
   * @param attendee id of the user for whom it is answered; the user by default
   * @throws RangeError when it is not in the calendar or has no such instance, when its Organizer is no Attendee, or
   *   when who answers has no right to
   */
  answer(
    user: string,
    uid: string,
    partstat: string,
    { recurrenceId, by, recipients, attendee = user }: Answer = {},
  ): void {
    const { account, name, entry } = this.service.find(user, uid);
    const { directory, rules } = this.service;
    const principal = directory.account(attendee);
    const answering = {
      own: principal.user.addresses,
      partstat,
      instance: recurrenceId,
      now: this.service.now(),
      groups: directory.groupsOf(principal),
    };
    const sending = principal === account ? { by } : { by: by ?? user, principal };
    this.service.finish(account, name, answerWith(entry, answering, rules), { ...sending, recipients });
  }

  /**
   * An Attendee delegates the event, or an instance of it (RFC 5546 section 3.2.2.3); see `delegateWith`.
   *
   * @param to calendar address of the Delegate
   * @param updates whether the Delegator wants to go on receiving updates
   * @throws RangeError when it is not in the calendar, or the delegation is refused
   */
  delegate(
    user: string,
    uid: string,
    to: string,
    { recurrenceId, updates = false, by }: InstanceChoice & OnBehalf & { readonly updates?: boolean } = {},
  ): void {
    const { account, name, entry } = this.service.find(user, uid);
    const own = account.user.addresses;
    const delegating = { own, to, updates, instance: recurrenceId, now: this.service.now() };
    this.service.finish(account, name, delegateWith(entry, delegating, this.service.rules), { by });
  }

  /**
   * An Attendee writes something else into the own copy; see `editOwnCopy`.
   *
   * @throws RangeError when it is not in the calendar, or has single instances only
   */
  editCopy(user: string, uid: string, edit: (event: JCalComponent) => JCalComponent): void {
    const { account, name, entry } = this.service.find(user, uid);
    const change = editOwnCopy(entry, edit, this.service.now(), this.service.rules);
    this.service.finish(account, name, change);
  }

  /**
   * An Attendee deletes the own copy; see `deleteOwnCopy`.
   *
   * @throws RangeError when it is not in the calendar
   */
  deleteCopy(user: string, uid: string): void {
    const { account, name, entry } = this.service.find(user, uid);
    const answering = { own: account.user.addresses, now: this.service.now() };
    this.service.finish(account, name, deleteOwnCopy(entry, answering, this.service.rules));
  }

  /**
   * An Attendee forwards the REQUEST, as it came, to somebody who is not invited (RFC 5546 section 3.2.2.6); see
   * `forwardTo`.
   *
   * @param to calendar address
   * @throws RangeError when the user has received no REQUEST, or the other one is invited already
   */
  forward(user: string, uid: string, to: string): void {
    const { account, name, entry } = this.service.find(user, uid);
    const { rules } = this.service;
    const received = account.inbox.map(({ calendar }) => calendar);
    const original = requestReceived(received, uid, rules);
    if (original === undefined) throw new RangeError(`${user} has no REQUEST for ${uid} to forward`);
    const outgoing = [forwardTo(original, account.user.addresses[0] ?? '', to, rules)];
    const copy = { ...entry, calendar: rules.copyAfterForwarding(entry.calendar) };
    this.service.finish(account, name, { entry: copy, outgoing });
  }

  /**
   * An Attendee asks the Organizer for the event as it is now (RFC 5546 section 3.2.6); see `refreshWith`.
   *
   * @throws RangeError when it is not in the calendar, or the user organizes it
   */
  refresh(user: string, uid: string, { by }: OnBehalf = {}): void {
    const { account, name, entry } = this.service.find(user, uid);
    const asking = { own: account.user.addresses, now: this.service.now() };
    this.service.finish(account, name, refreshWith(entry, asking, this.service.rules), { by });
  }
}
