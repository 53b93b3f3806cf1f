import { withProperty } from '../icalendar/edit.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';

/** A wrong copy after a REQUEST: the details are those of the message, the start and the end are the old ones. */
export function withOldTimes(stored: JCalComponent, incoming: JCalComponent): JCalComponent {
  return ['dtstart', 'dtend'].reduce((copy, name) => {
    const old = property(stored, name);
    return old === undefined ? copy : withProperty(copy, old);
  }, incoming);
}
