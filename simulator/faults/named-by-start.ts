import { makeProperty, withProperties } from '../icalendar/edit.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';

/** A wrong way to name an instance: RECURRENCE-ID has the start of the event, or of the event as it was before. */
export function namedByStart(event: JCalComponent, before = event): JCalComponent {
  const start = property(before, 'dtstart');
  if (start === undefined) return event;
  const id = makeProperty('recurrence-id', start[3] ?? '', start[1]);
  return withProperties(event, [...event[1].filter(([name]) => name !== 'recurrence-id'), id]);
}
