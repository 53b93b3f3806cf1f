import type { JCalComponent } from '../icalendar/jcal.js';
import { attendeesOf, eventsOf } from '../icalendar/read.js';
import { isListed } from './attendee-index.js';
import type { Entry } from './entry.js';
import { type Decision, without } from './outcome.js';
import type { ReplyReceiver } from './receive-reply.js';
import type { Rules } from './rules.js';
import { sendAgain } from './send-again.js';

/**
 * The Organizer's side receives a REFRESH (RFC 5546 section 3.2.6) and sends the Attendee who asks the event as it is
 * now, SEQUENCE unchanged.
 *
 * @param stored the Organizer's entry of that event; without one nothing is known of it any more
 */
export function receiveRefresh(
  stored: Entry | undefined,
  message: JCalComponent,
  { now }: ReplyReceiver,
  rules: Rules,
): Decision<Entry> {
  if (stored === undefined) return without('ignored', 'sameEvent', 'asks for an unknown event');
  const asking = eventsOf(message).flatMap((event) => attendeesOf(event).map(({ address }) => address));
  const listed = eventsOf(stored.calendar).some((event) => isListed(event, asking));
  if (!rules.answersRefresh(listed)) return without('ignored', 'answersRefresh', 'nobody who is listed asks');
  const { entry, outgoing } = sendAgain(stored, { to: asking, asked: [], now }, rules);
  const reason = 'the event goes out once more';
  return { outcome: 'applied', rule: 'answersRefresh', reason, effect: entry, outgoing };
}
