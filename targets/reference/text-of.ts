import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';

const written = new WeakMap<JCalComponent, string>();

/**
 * An object of the reference as iCalendar text. A message lies in many boxes and each look sees all of them, so what
 * never changes is written once.
 */
export function textOf(calendar: JCalComponent): string {
  const text = written.get(calendar) ?? writeCalendar(calendar);
  written.set(calendar, text);
  return text;
}
