import type { JCalComponent } from '../icalendar/jcal.js';
import { eventsOf, organizerOf, sameAddress } from '../icalendar/read.js';
import { isListed } from './attendee-index.js';
import type { Entry } from './entry.js';
import { type Decision, without } from './outcome.js';
import { type RequestReceiver, receiveRequest } from './receive-request.js';
import { answerWith } from './reply.js';
import type { Rules } from './rules.js';

/**
 * Somebody's side receives a PUBLISH (RFC 5546 section 3.2.1): the event comes into the calendar, or is brought up to
 * date there, ordered like a REQUEST (section 2.1.5); nothing is answered.
 *
 * @param stored the entry of that event, if there is one
 * @throws IcalendarError when instances cannot be found in reasonable time
 */
export function receivePublish(
  stored: Entry | undefined,
  message: JCalComponent,
  receiver: RequestReceiver,
  rules: Rules,
): Decision<Entry> {
  const { own } = receiver;
  const organizer = eventsOf(message).map(organizerOf)[0] ?? '';
  if (own.some((address) => sameAddress(address, organizer))) {
    return without('ignored', 'takesRequestForOwnEvent', 'the user organizes this event');
  }
  if (stored === undefined && !rules.takesNewPublish()) {
    return without('ignored', 'takesNewPublish', 'nothing is known of this event');
  }
  const isInvited = stored !== undefined && eventsOf(stored.calendar).some((event) => isListed(event, own));
  if (isInvited && !rules.takesPublishWhenInvited()) {
    return without('ignored', 'takesPublishWhenInvited', 'the user is invited, and keeps that copy');
  }
  const known = stored && eventsOf(stored.calendar).map(organizerOf)[0];
  if (known !== undefined && !sameAddress(known, organizer) && !rules.takesPublishOfAnother()) {
    return without('ignored', 'takesPublishOfAnother', `${known} organizes this event`);
  }
  const decision = receiveRequest(stored, message, receiver, rules);
  if (decision.outcome !== 'applied' || !rules.answersPublish()) return decision;
  const answering = { ...receiver, partstat: 'ACCEPTED', instance: undefined };
  return { ...decision, outgoing: answerWith(decision.effect, answering, rules).outgoing };
}
