import { withParameter } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter } from '../icalendar/jcal.js';
import { attendeeLine, withAttendeeLine } from './attendee-index.js';
import { delegationAfterUpdate, withLine } from './delegate.js';
import { partstatOf } from './delegation.js';
import type { Entry } from './entry.js';
import { isMemberOfListed } from './groups.js';
import type { Incoming } from './received.js';
import type { Revision } from './revision.js';
import type { Rules } from './rules.js';

/** A REQUEST that an Attendee's side takes in. */
export interface Taking {
  readonly message: JCalComponent;
  readonly parts: readonly Incoming[];
  /** The Attendee's calendar addresses. */
  readonly own: readonly string[];
  /** The entry before the message: what its components are ordered against. */
  readonly before: Entry;
  readonly rules: Rules;
}

/**
 * The copy of one component after a REQUEST: a rescheduling when its SEQUENCE is greater than that of the revision
 * received last (RFC 2446 section 3.2.2.1), else an update (3.2.2.2).
 */
export function copyAfter(
  stored: JCalComponent,
  incoming: Incoming,
  last: Revision | undefined,
  { own, rules }: Taking,
): JCalComponent {
  return isRescheduled(incoming, last, rules)
    ? rules.copyAfterReschedule(stored, incoming.event)
    : updatedCopy(stored, incoming.event, own, rules);
}

/** Whether a component has a greater SEQUENCE than the revision received last. */
export function isRescheduled(
  { revision }: Incoming,
  last: Revision | undefined,
  rules: Pick<Rules, 'compareSequence'>,
): boolean {
  return last !== undefined && rules.compareSequence(revision.sequence, last.sequence) > 0;
}

function isAsked(line: JCalProperty): boolean {
  return parameter(line, 'rsvp')?.toUpperCase() === 'TRUE';
}

function updatedCopy(
  stored: JCalComponent,
  incoming: JCalComponent,
  own: readonly string[],
  rules: Rules,
): JCalComponent {
  const copy = rules.copyAfterUpdate(stored, incoming);
  const answered = attendeeLine(stored, own);
  const asked = attendeeLine(copy, own);
  if (answered === undefined) return copy;
  if (asked === undefined) return isMemberOfListed(copy, answered) ? withLine(copy, answered) : copy;
  const delegated = delegationAfterUpdate(stored, copy, own, rules);
  if (delegated !== undefined) return delegated;
  const partstat = rules.ownAnswerAfterUpdate(partstatOf(answered), partstatOf(asked), isAsked(asked));
  if (partstat === partstatOf(asked)) return copy;
  return withAttendeeLine(copy, own, (line) => withParameter(line, 'partstat', partstat));
}
