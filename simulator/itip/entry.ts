import type { JCalComponent } from '../icalendar/jcal.js';
import { eventsOf } from '../icalendar/read.js';
import type { Revision } from './revision.js';

/**
 * A calendar entry as one Calendar User keeps it: the object and what RFC 2446 section 2.1.5 asks to persist beside it.
 */
export interface Entry {
  /** VCALENDAR without METHOD. */
  readonly calendar: JCalComponent;
  /** Attendee's side: the Organizer's revision received last, CANCEL included. */
  readonly received?: Revision;
  /** Organizer's side: the last REPLY applied, by key of its Attendee. */
  readonly replies: ReadonlyMap<string, Revision>;
}

/** The VEVENT of an entry. Throws RangeError when it has none. */
export function eventOf(entry: Entry): JCalComponent {
  return onlyEvent(entry.calendar);
}

/** The VEVENT of an iCalendar object. Throws RangeError when it has none. */
export function onlyEvent(calendar: JCalComponent): JCalComponent {
  const [event] = eventsOf(calendar);
  if (event === undefined) throw new RangeError('the iCalendar object has no VEVENT');
  return event;
}
