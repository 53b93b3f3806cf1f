import { makeProperty, withoutProperty, withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, properties } from '../icalendar/jcal.js';
import { canonicalAddress, dtstampOf, organizerOf, sameAddress } from '../icalendar/read.js';
import { messageOf, type Outgoing } from './message.js';
import type { Rules } from './rules.js';
import { type Part, viewsOf } from './views.js';

/** What a component of a CANCEL takes away, and from whom. */
export interface CancelPart extends Part {
  /** The whole event, an instance (or range) for all its Attendees, or the event for some Attendees. */
  readonly kind: 'event' | 'instance' | 'attendees';
}

/** What all components of one CANCEL share. */
export interface CancelStamp {
  readonly sequence: number;
  /** DTSTAMP, UTC. */
  readonly now: string;
  /** The object with the VTIMEZONEs. */
  readonly source: JCalComponent;
}

/**
 * CANCELs (RFC 2446 sections 3.2.5 and 4.2.10): each affected Attendee gets one message, with the components that
 * concern it; several instances are several components (RFC 5546 section 3.2.5 b).
 */
export function cancelMessages(parts: readonly CancelPart[], stamp: CancelStamp, rules: Rules): Outgoing[] {
  const byEvent = new Map(parts.map((part) => [part.event, part]));
  return viewsOf(parts, rules, stamp.source).flatMap(({ recipients, events }) => {
    const shown = events.flatMap((event) => byEvent.get(event) ?? []);
    const [first] = shown;
    if (first === undefined) return [];
    const organizer = organizerOf(first.event) ?? '';
    const others = recipients.filter((address) => !sameAddress(address, organizer));
    const components = rules.cancelComponents(shown.map((part) => cancelComponent(part, stamp, rules)));
    return {
      method: 'CANCEL' as const,
      originator: organizer,
      recipients: rules.cancelRecipients(first.event, others, first.kind !== 'attendees'),
      calendar: messageOf('CANCEL', components, stamp.source, rules),
    };
  });
}

function cancelComponent(
  part: CancelPart,
  { sequence, now, source }: CancelStamp,
  rules: Rules,
): JCalComponent {
  const { event, addresses, kind } = part;
  const content = rules.cancelContent(event, kind, source);
  const bare = withoutProperty(content, 'attendee', 'status', 'request-status');
  const status = kind === 'instance' ? rules.instanceCancelStatus() : rules.cancelStatus(kind === 'event');
  const attendees = rules.cancelAttendees(linesOf(event, addresses));
  const lines = status === undefined ? attendees : [...attendees, makeProperty('status', status)];
  const body = withProperties(bare, [...bare[1], ...lines]);
  const dtstamp = makeProperty('dtstamp', rules.dtstampOfCancel(now, dtstampOf(event)));
  return withProperty(withProperty(body, makeProperty('sequence', sequence)), dtstamp);
}

/** The ATTENDEEs of these addresses; one whom the component itself does not list is named by the address alone. */
function linesOf(event: JCalComponent, addresses: readonly string[]): JCalProperty[] {
  const wanted = new Map(addresses.map((address) => [canonicalAddress(address), address]));
  const listed = properties(event, 'attendee').filter((line) =>
    wanted.delete(canonicalAddress(String(line[3]))),
  );
  return [...listed, ...[...wanted.values()].map((address) => makeProperty('attendee', address))];
}
