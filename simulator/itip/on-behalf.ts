import { withComponents, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { withAttendeeLine } from './attendee-index.js';
import { addressOf } from './delegation.js';
import type { Outgoing } from './message.js';
import type { OnBehalfRules } from './participation-rules.js';

/** A right that one user of the scheduling service has over what belongs to another. */
export interface Right {
  /** Id of the user for whom things are done. */
  readonly user: string;
  /** Id of the user who does them. */
  readonly actor: string;
  readonly may: readonly ('schedule' | 'read' | 'write')[];
}

/** Whether the actor may send scheduling messages in the name of the user; everybody may for themselves. */
export function maySchedule(rights: readonly Right[], user: string, actor: string): boolean {
  return (
    user === actor ||
    rights.some((right) => right.user === user && right.actor === actor && right.may.includes('schedule'))
  );
}

/**
 * A message as somebody else sends it for its Organizer or Attendee: SENT-BY stands on the property of the one in
 * whose name it goes, which keeps its value, so answers go where they always go (RFC 5546 sections 2.1.3, 3.2.2.5 and
 * 3.2.3).
 *
 * @param outgoing composed in the name of its originator
 * @param actor calendar address of who sends it
 */
export function sentOnBehalf(outgoing: Outgoing, actor: string, rules: OnBehalfRules): Outgoing {
  const { calendar, originator } = outgoing;
  const parts = calendar[2].map((part) =>
    part[0] === 'vtimezone' ? part : withSentBy(part, outgoing, actor, rules),
  );
  return {
    ...outgoing,
    originator: rules.originatorOnBehalf(originator, actor),
    calendar: withComponents(calendar, parts),
  };
}

/** What an Attendee sends, also one who organizes the event (RFC 5546 section 1.4). */
const ATTENDEE_METHODS: readonly string[] = ['REPLY', 'COUNTER', 'REFRESH'];

function withSentBy(
  component: JCalComponent,
  { method, originator }: Outgoing,
  actor: string,
  rules: OnBehalfRules,
): JCalComponent {
  const organizer = property(component, 'organizer');
  const isOrganizers = !ATTENDEE_METHODS.includes(method);
  if (isOrganizers && organizer !== undefined && sameAddress(addressOf(organizer), originator)) {
    return withProperty(component, rules.organizerSentBy(organizer, actor));
  }
  return withAttendeeLine(component, [originator], (line) => rules.attendeeSentBy(line, actor));
}
