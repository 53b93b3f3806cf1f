import type { JCalComponent } from '../icalendar/jcal.js';
import { eventsOf, statusOf } from '../icalendar/read.js';
import { cancelWhole } from './cancel.js';
import type { Change } from './change.js';
import type { Entry } from './entry.js';
import { masterOf, SERIES, withEvent } from './instances.js';
import { type Answering, answerWith } from './reply.js';
import { changeTo } from './request.js';
import type { Rules } from './rules.js';

/** What an Attendee does with the own copy of an event that somebody else organizes. */

/**
 * The Attendee writes something else into the own copy. The Organizer has the master, so nobody hears of it (RFC 5546
 * section 2.1); the next revision takes it away.
 *
 * @param now DTSTAMP of messages, UTC
 * @throws RangeError when the copy has single instances only
 */
export function editOwnCopy(
  entry: Entry,
  edit: (event: JCalComponent) => JCalComponent,
  now: string,
  rules: Rules,
): Change {
  const before = masterOf(entry.calendar);
  if (before === undefined) throw new RangeError('the copy has single instances only');
  const wanted = edit(before);
  if (rules.ownEditIsRevision()) return changeTo(entry, wanted, now, rules);
  return { entry: { ...entry, calendar: withEvent(entry.calendar, SERIES, wanted, rules) }, outgoing: [] };
}

/**
 * The Attendee deletes the own copy: that declines, for only the Organizer cancels (RFC 5546 section 3.2.5). A copy
 * that is cancelled goes in silence.
 *
 * @throws RangeError like `answerWith`
 */
export function deleteOwnCopy(
  entry: Entry,
  answering: Omit<Answering, 'partstat' | 'instance'>,
  rules: Rules,
): Change {
  if (!rules.deletionDeclines(isCancelled(entry))) return { entry: undefined, outgoing: [] };
  const { outgoing } = rules.ownDeletionCancels()
    ? cancelWhole(entry, answering.now, rules)
    : answerWith(entry, { ...answering, partstat: 'DECLINED', instance: undefined }, rules);
  return { entry: undefined, outgoing };
}

/** Whether nothing of the entry is alive. */
function isCancelled({ calendar }: Entry): boolean {
  return eventsOf(calendar).every((event) => statusOf(event) === 'CANCELLED');
}
