import type { JCalComponent } from '../simulator/icalendar/jcal.js';
import { IcalendarError, parseCalendar } from '../simulator/icalendar/parse.js';

/** Texts that one scenario brings are read over and over, those of the one before it no more. */
const known = new Map<string, JCalComponent>();
const MOST_KNOWN = 200;
/** Text of which there is more, in characters, is not kept. */
const LONGEST_KEPT = 20_000;

/**
 * Reads iCalendar text that several people look at: once, and all get the same object.
 *
 * @throws IcalendarError like `parseCalendar`
 */
export function calendarIn(text: string): JCalComponent {
  const before = known.get(text);
  if (before !== undefined) return before;
  const calendar = parseCalendar(text);
  if (known.size >= MOST_KNOWN) known.clear();
  if (text.length <= LONGEST_KEPT) known.set(text, calendar);
  return calendar;
}

/** The same for a reader that passes over what is no iCalendar object: undefined instead of IcalendarError. */
export function calendarIfAny(text: string): JCalComponent | undefined {
  try {
    return calendarIn(text);
  } catch (error) {
    if (error instanceof IcalendarError) return undefined;
    throw error;
  }
}
