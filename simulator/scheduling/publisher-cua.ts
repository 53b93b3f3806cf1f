import { sameAddress } from '../icalendar/read.js';
import { withAnswer } from '../itip/answer-taken.js';
import { eventOf } from '../itip/entry.js';
import { instanceIn, SERIES, withEvent } from '../itip/instances.js';
import { publishWith } from '../itip/publish.js';
import { listedIn } from './admit-call.js';
import type { InstanceChoice, OnBehalf, Recipients } from './choices.js';
import { OrganizerCua } from './organizer-cua.js';
import { ScheduleRefused } from './schedule-refused.js';

/** What else the CUA does for an Organizer: events for those who are no Attendees, and answers heard elsewhere. */
export class PublisherCua extends OrganizerCua {
  /**
   * The Organizer sends an event of the own calendar to those who need not answer (RFC 5546 section 3.2.1); see
   * `publishWith`.
   *
   * @throws RangeError when the user does not organize it
   * @throws ScheduleRefused when nobody is named
   */
  publish(user: string, uid: string, { by, recipients = [] }: OnBehalf & Recipients = {}): void {
    if (recipients.length === 0) {
      throw new ScheduleRefused('no-recipients', 'name at least one Recipient of the PUBLISH');
    }
    const { account, name, entry } = this.service.organized(user, uid);
    const publishing = { to: recipients, now: this.service.now() };
    this.service.finish(account, name, publishWith(entry, publishing, this.service.rules), { by });
  }

  /**
   * The Organizer writes down an answer that came in no message, on the telephone say. Nobody hears of it before the
   * event is sent again.
   *
   * @param attendee calendar address
   * @throws RangeError when the user does not organize the event, or it does not list the Attendee
   */
  noteAnswer(
    user: string,
    uid: string,
    attendee: string,
    partstat: string,
    { recurrenceId = SERIES }: InstanceChoice = {},
  ): void {
    const { account, name, entry } = this.service.organized(user, uid);
    const { rules } = this.service;
    const event = recurrenceId === SERIES ? eventOf(entry) : instanceIn(entry.calendar, recurrenceId, rules);
    if (event === undefined) throw new RangeError(`there is no instance ${recurrenceId}`);
    if (!listedIn(entry.calendar).some((address) => sameAddress(address, attendee))) {
      throw new RangeError(`the event does not list ${attendee}`);
    }
    if (!rules.keepsAnswerByHand()) return;
    const noted = withEvent(entry.calendar, recurrenceId, withAnswer(event, attendee, partstat), rules);
    this.service.finish(account, name, { entry: { ...entry, calendar: noted }, outgoing: [] });
    if (rules.sendsAnswerByHand()) this.redistribute(user, uid);
  }
}
