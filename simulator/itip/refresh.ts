import { makeProperty, withProperties } from '../icalendar/edit.js';
import { type JCalComponent, properties, property, textValue } from '../icalendar/jcal.js';
import { organizerOf, sameAddress } from '../icalendar/read.js';
import { attendeeLine } from './attendee-index.js';
import type { Change } from './change.js';
import { type Entry, eventOf } from './entry.js';
import { messageOf } from './message.js';
import type { Rules } from './rules.js';

/** Who asks for an event once more, and when. */
export interface Refreshing {
  /** The Attendee's calendar addresses. */
  readonly own: readonly string[];
  /** DTSTAMP, UTC. */
  readonly now: string;
}

/**
 * An Attendee asks the Organizer for the event as it is now (RFC 5546 section 3.2.6).
 *
 * @throws RangeError when the Attendee organizes it, or has no address
 */
export function refreshWith(entry: Entry, { own, now }: Refreshing, rules: Rules): Change {
  const event = eventOf(entry);
  const organizer = organizerOf(event) ?? '';
  const [primary] = own;
  if (primary === undefined || own.some((address) => sameAddress(address, organizer))) {
    throw new RangeError('an Attendee asks the Organizer, and not the Organizer itself');
  }
  const asking = refreshOf(event, String(attendeeLine(event, own)?.[3] ?? primary), now, rules);
  const calendar = messageOf('REFRESH', [asking], entry.calendar, rules);
  return { entry, outgoing: [{ method: 'REFRESH', originator: primary, recipients: [organizer], calendar }] };
}

/** What the table of section 3.2.6 allows. */
function refreshOf(event: JCalComponent, attendee: string, now: string, rules: Rules): JCalComponent {
  const organizer = property(event, 'organizer');
  const stamp = makeProperty('dtstamp', rules.dtstampOfReply(now, textValue(event, 'dtstamp') ?? ''));
  return withProperties(withComponentsLeftOut(event), [
    ...properties(event, 'uid'),
    stamp,
    ...(organizer === undefined ? [] : [organizer]),
    makeProperty('attendee', attendee),
  ]);
}

function withComponentsLeftOut([name, lines]: JCalComponent): JCalComponent {
  return [name, lines, []];
}
