import { makeProperty, withoutProperty, withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, properties } from '../icalendar/jcal.js';
import {
  type Attendee,
  attendeeOf,
  dtstampOf,
  organizerOf,
  sameAddress,
  sequenceOf,
  statusOf,
} from '../icalendar/read.js';
import { type Entry, eventOf, onlyEvent } from './entry.js';
import { calendarAround, type Outgoing, timezonesFor } from './message.js';
import { applied, type Decision, without } from './outcome.js';
import { revisionOf, revisionText } from './revision.js';
import type { Rules } from './rules.js';

/**
 * The CANCEL of an event: of the whole, or for some Attendees who are uninvited (RFC 2446 sections 3.2.5, 4.2.10).
 *
 * @param affected the Attendees who are removed, or all of them when the whole event is cancelled
 * @param now DTSTAMP of the message, UTC
 */
export function cancelOf(
  entry: Entry,
  affected: readonly Attendee[],
  whole: boolean,
  now: string,
  rules: Rules,
): Outgoing {
  const event = eventOf(entry);
  const organizer = organizerOf(event) ?? '';
  const addresses = affected.map(({ address }) => address);
  const component = cancelComponent(event, addresses, whole, now, rules);
  const timezones = rules.timezones(timezonesFor(component, entry.calendar));
  const calendar = rules.envelope(calendarAround(component, timezones, 'CANCEL'));
  const others = addresses.filter((address) => !sameAddress(address, organizer));
  return {
    method: 'CANCEL',
    originator: organizer,
    recipients: rules.cancelRecipients(event, others, whole),
    calendar,
  };
}

function cancelComponent(
  event: JCalComponent,
  affected: readonly string[],
  whole: boolean,
  now: string,
  rules: Rules,
): JCalComponent {
  const listed = properties(event, 'attendee').filter((line) =>
    affected.some((address) => sameAddress(address, String(line[3]))),
  );
  const bare = withoutProperty(rules.cancelContent(event), 'attendee', 'status', 'request-status');
  const status = rules.cancelStatus(whole);
  const lines = status === undefined ? [] : [makeProperty('status', status)];
  const body = withProperties(bare, [...bare[1], ...rules.cancelAttendees(listed), ...lines]);
  const sequence = makeProperty('sequence', rules.sequenceOfCancel(sequenceOf(event), whole));
  const dtstamp = makeProperty('dtstamp', rules.dtstampOfCancel(now, dtstampOf(event)));
  return withProperty(withProperty(body, sequence), dtstamp);
}

/**
 * An Attendee's side receives a CANCEL (RFC 2446 sections 3.2.5 and 5.2.1, ordered by 2.1.5).
 *
 * @param stored the Attendee's entry of that event, if there is one
 * @param own the Attendee's calendar addresses
 */
export function receiveCancel(
  stored: Entry | undefined,
  message: JCalComponent,
  own: readonly string[],
  rules: Rules,
): Decision<Entry> {
  const cancel = onlyEvent(message);
  const revision = revisionOf(cancel);
  if (stored?.received === undefined) {
    return rules.holdsEarlyCancel(revision.sequence)
      ? without('held', 'holdsEarlyCancel', 'kept for the REQUEST that it overtook')
      : without('ignored', 'holdsEarlyCancel', 'cancels an unknown event');
  }
  const order = rules.orderCancel(revision, stored.received);
  if (order !== 'newer')
    return without('ignored', 'orderCancel', `${order} than ${revisionText(stored.received)}`);
  const whole = statusOf(cancel) === 'CANCELLED';
  if (!whole && !rules.cancelConcerns(attendeeOf(cancel, own) !== undefined)) {
    return without('ignored', 'cancelConcerns', 'uninvites somebody else');
  }
  const event = rules.copyAfterCancel(eventOf(stored));
  const received = rules.revisionAfterCancel(revision, stored.received);
  const calendar = calendarAround(event, timezonesFor(event, stored.calendar));
  return applied('copyAfterCancel', whole ? 'cancelled' : 'uninvited', { ...stored, calendar, received });
}
