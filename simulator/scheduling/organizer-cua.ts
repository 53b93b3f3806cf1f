import type { JCalComponent } from '../icalendar/jcal.js';
import type { Range } from '../icalendar/range.js';
import { eventsOf } from '../icalendar/read.js';
import { cancelInstances, cancelWhole } from '../itip/cancel.js';
import { changeRange } from '../itip/change-range.js';
import { type Entry, eventOf } from '../itip/entry.js';
import { masterOf } from '../itip/instances.js';
import { changeTo, inviteWith } from '../itip/request.js';
import { type SendingAgain, sendAgain } from '../itip/send-again.js';
import { askedForStatus } from '../itip/status-poll.js';
import { AttendeeCua } from './attendee-cua.js';
import type { InstanceChoice, InstanceChoices, OnBehalf, Recipients } from './choices.js';

/** What the CUA does for an Organizer, who may be an Attendee of other events. */
export class OrganizerCua extends AttendeeCua {
  /**
   * The Organizer stores an event and sends it to its Attendees.
   *
   * @param calendar the VEVENTs of one UID: an event, a series with its exceptions, or single instances
   * @throws RangeError when they do not belong together
   */
  invite(user: string, calendar: JCalComponent, sending: OnBehalf & Recipients = {}): void {
    const { directory, rules } = this.service;
    this.service.finish(
      directory.account(user),
      undefined,
      inviteWith(calendar, this.service.now(), rules),
      sending,
    );
  }

  /**
   * The Organizer changes an event, or an instance of it; see `changeTo` and `changeRange`.
   *
   * @param edit makes the VEVENT as the Organizer wants it
   * @throws RangeError when the user does not organize it, or it has no such instance
   */
  change(
    user: string,
    uid: string,
    edit: (event: JCalComponent) => JCalComponent,
    {
      recurrenceId,
      range,
      ...sending
    }: InstanceChoice & OnBehalf & Recipients & { readonly range?: Range } = {},
  ): void {
    const { account, name, entry } = this.service.organized(user, uid);
    const { rules } = this.service;
    const change =
      recurrenceId === undefined
        ? changeTo(entry, edit(masterOf(entry.calendar) ?? eventOf(entry)), this.service.now(), rules)
        : changeRange(entry, { instance: recurrenceId, range }, edit, this.service.now(), rules);
    this.service.finish(account, name, change, sending);
  }

  /**
   * The Organizer cancels an event and removes it from the own calendar, or cancels instances of it; see
   * `cancelWhole` and `cancelInstances`.
   *
   * @throws RangeError when the user does not organize it, or it has no such instance
   */
  cancel(
    user: string,
    uid: string,
    { recurrenceIds = [], range, ...sending }: InstanceChoices & OnBehalf & Recipients = {},
  ): void {
    const { account, name, entry } = this.service.organized(user, uid);
    const { rules } = this.service;
    const scopes = recurrenceIds.map((instance) => ({ instance, range }));
    const change =
      scopes.length === 0
        ? cancelWhole(entry, this.service.now(), rules)
        : cancelInstances(entry, scopes, this.service.now(), rules);
    this.service.finish(account, name, change, sending);
  }

  /**
   * The Organizer asks for the present status: SEQUENCE as it was, RSVP=TRUE (RFC 5546 section 3.2.2.7); see
   * `askedForStatus`.
   *
   * @param attendees calendar addresses of those who are asked and get the REQUEST; all by default
   * @throws RangeError when the user does not organize the event, or one of them cannot be asked
   */
  statusPoll(
    user: string,
    uid: string,
    { attendees, ...sending }: OnBehalf & Recipients & { readonly attendees?: readonly string[] } = {},
  ): void {
    const { rules } = this.service;
    this.#sendAgain(user, uid, sending, (entry) => {
      const asked = askedForStatus(eventsOf(entry.calendar), attendees);
      return { to: rules.pollRecipients(asked), asked };
    });
  }

  /**
   * The Organizer reconfirms the event: it goes to all who get updates, SEQUENCE as it was, and asks those named for an
   * answer (RFC 5546 section 3.2.2.2).
   *
   * @param attendees calendar addresses of those who are asked; all by default
   * @throws RangeError when the user does not organize the event, or one of them cannot be asked
   */
  renotify(
    user: string,
    uid: string,
    { attendees, ...sending }: OnBehalf & Recipients & { readonly attendees?: readonly string[] } = {},
  ): void {
    this.#sendAgain(user, uid, sending, (entry) => ({
      to: undefined,
      asked: askedForStatus(eventsOf(entry.calendar), attendees),
    }));
  }

  /**
   * The Organizer sends the answers round to all who get updates, and asks for nothing (RFC 5546 section 3.2.2.2).
   *
   * @throws RangeError when the user does not organize the event
   */
  redistribute(user: string, uid: string, sending: OnBehalf & Recipients = {}): void {
    this.#sendAgain(user, uid, sending, () => ({ to: undefined, asked: [] }));
  }

  #sendAgain(
    user: string,
    uid: string,
    sending: OnBehalf & Recipients,
    again: (entry: Entry) => Omit<SendingAgain, 'now'>,
  ): void {
    const { account, name, entry } = this.service.organized(user, uid);
    const change = sendAgain(entry, { ...again(entry), now: this.service.now() }, this.service.rules);
    this.service.finish(account, name, change, sending);
  }
}
