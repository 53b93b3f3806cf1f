import type { JCalComponent } from '../icalendar/jcal.js';
import type { Range } from '../icalendar/range.js';
import { eventsOf } from '../icalendar/read.js';
import { masterOf } from './instances.js';
import type { Revision } from './revision.js';
import { RevisionLog } from './revision-log.js';

/**
 * A calendar entry as one Calendar User keeps it: the object and what RFC 2446 section 2.1.5 asks to persist beside it.
 */
export interface Entry {
  /**
   * VCALENDAR without METHOD: the VEVENTs of one UID, at most one of them without RECURRENCE-ID. One who is invited to
   * some instances only has these alone.
   */
  readonly calendar: JCalComponent;
  /** Attendee's side: the Organizer's revision received last, CANCEL included, by revision key (see `revisionKey`). */
  readonly received: RevisionLog;
  /** Attendee's side: the revision by which the whole series was rescheduled or cancelled last. */
  readonly renewed?: Revision;
  /** Attendee's side: what was cancelled of the series, so that an older or equal revision does not bring it back. */
  readonly cancelled: readonly Cancelled[];
  /** Organizer's side: the last REPLY applied, per instance and Attendee (see replies.ts). */
  readonly replies: RevisionLog;
  /** Organizer's side: the highest SEQUENCE that was sent for this UID, whatever the instance. */
  readonly issued: number;
}

/** An instance, or a range of them, that a CANCEL took away. */
export interface Cancelled {
  /** Key of the instance; with a range, of the one that it begins or ends with. */
  readonly instance: string;
  readonly range: Range | undefined;
  readonly revision: Revision;
}

/** An entry of which nothing was received or answered yet. */
export function entryOf(calendar: JCalComponent): Entry {
  return { calendar, received: RevisionLog.EMPTY, cancelled: [], replies: RevisionLog.EMPTY, issued: 0 };
}

/** The series of an entry, or else its first instance: what UID and ORGANIZER are read from. Throws RangeError. */
export function eventOf(entry: Entry): JCalComponent {
  return masterOf(entry.calendar) ?? onlyEvent(entry.calendar);
}

/** The first VEVENT of an iCalendar object. Throws RangeError when it has none. */
export function onlyEvent(calendar: JCalComponent): JCalComponent {
  const [event] = eventsOf(calendar);
  if (event === undefined) throw new RangeError('the iCalendar object has no VEVENT');
  return event;
}
