import { makeProperty, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, properties } from '../icalendar/jcal.js';
import { attendeeOf, canonicalAddress, organizerOf, sameAddress, sequenceOf } from '../icalendar/read.js';
import { withAttendeeLine } from './attendee-index.js';
import { addressOf, hasDelegated } from './delegation.js';
import { sentAgain } from './revise.js';
import type { Rules } from './rules.js';

/**
 * Who is asked when the Organizer wants to know the status: those named, or everybody who attends. A Delegator is
 * never asked: RSVP=TRUE would say that it wants updates (RFC 5546 section 4.2.5 C).
 *
 * @param events the Organizer's VEVENTs of one UID
 * @param attendees addresses of those to ask; all when undefined
 * @returns addresses as the event lists them, each once
 * @throws RangeError when one of them is not an Attendee, organizes the event or has delegated
 */
export function askedForStatus(
  events: readonly JCalComponent[],
  attendees: readonly string[] | undefined,
): string[] {
  const open = new Map<string, JCalProperty>();
  for (const line of events.flatMap(attendeesOfOrganizer)) {
    const key = canonicalAddress(addressOf(line));
    if (!open.has(key) || !hasDelegated(line)) open.set(key, line);
  }
  if (attendees === undefined) {
    return [...open.values()].filter((line) => !hasDelegated(line)).map(addressOf);
  }
  return attendees.map((address) => {
    const line = open.get(canonicalAddress(address));
    if (line === undefined) throw new RangeError(`${address} cannot be asked: not an Attendee`);
    if (hasDelegated(line)) throw new RangeError(`${address} cannot be asked: has delegated`);
    return addressOf(line);
  });
}

function attendeesOfOrganizer(event: JCalComponent): JCalProperty[] {
  const organizer = organizerOf(event) ?? '';
  return properties(event, 'attendee').filter((line) => !sameAddress(addressOf(line), organizer));
}

/**
 * The Organizer's event when it asks for updated status, reconfirms, or sends the answers round: nothing changes but
 * DTSTAMP and the RSVP of those who are asked (RFC 5546 sections 2.1.4, 3.2.2.2 and 3.2.2.7).
 *
 * @param asked addresses of those whose answer is wanted; none when the answers are only sent round
 * @param issued the highest SEQUENCE that was sent for the UID
 * @param now DTSTAMP, UTC
 */
export function asSentAgain(
  event: JCalComponent,
  asked: readonly string[],
  issued: number,
  now: string,
  rules: Rules,
): JCalComponent {
  const polled = asked.reduce(
    (changed, address) =>
      withAttendeeLine(changed, [address], (line) => (hasDelegated(line) ? line : rules.polledLine(line))),
    event,
  );
  const content = asked.length === 0 ? polled : rules.pollContent(polled, asked);
  const again = sentAgain(content, issued, now, rules);
  const sequence = rules.sequenceOfPoll(sequenceOf(again), asked.length > 0);
  return withProperty(again, makeProperty('sequence', sequence));
}

/**
 * Whether a REQUEST only asks one who has answered for the present status: nothing differs but DTSTAMP and what stands
 * in ATTENDEEs, and the own one has RSVP=TRUE (RFC 5546 section 3.2.2.7).
 *
 * @param stored the copy before the REQUEST
 * @param own the recipient's calendar addresses
 */
export function isStatusPoll(
  stored: JCalComponent,
  incoming: JCalComponent,
  own: readonly string[],
): boolean {
  const answered = attendeeOf(stored, own);
  const asked = attendeeOf(incoming, own);
  if (answered === undefined || asked === undefined || !asked.rsvp) return false;
  if (['NEEDS-ACTION', 'DELEGATED'].includes(answered.partstat)) return false;
  return contentOf(stored) === contentOf(incoming);
}

const TOUCHED: readonly string[] = ['attendee', 'dtstamp', 'last-modified'];

function contentOf(event: JCalComponent): string {
  const lines = event[1].filter(([name]) => !TOUCHED.includes(name)).map(lineText);
  return lines.sort((one, other) => (one < other ? -1 : 1)).join('\n');
}

/** ORGANIZER counts by its address: who sends for the Organizer is no change of the event. */
function lineText(line: JCalProperty): string {
  return JSON.stringify(line[0] === 'organizer' ? ['organizer', canonicalAddress(addressOf(line))] : line);
}
