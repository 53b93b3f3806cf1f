import ICAL from 'ical.js';
import type { JCalComponent } from './jcal.js';

/** iCalendar text that cannot be read; the message says what and where. */
export class IcalendarError extends Error {
  override readonly name = 'IcalendarError';
}

/** Largest iCalendar object that is taken in, in characters. */
export const MAX_TEXT = 8 * 1024 * 1024;
/** Deepest nesting of components; VCALENDAR, VEVENT, VALARM and one to spare. */
const MAX_DEPTH = 5;

/**
 * Reads one iCalendar object (RFC 5545). Takes LF and CRLF line ends.
 *
 * @param text iCalendar text with exactly one VCALENDAR
 * @returns the VCALENDAR as jCal
 * @throws IcalendarError when the text is too large, broken, empty, nested too deeply, or holds several objects
 */
export function parseCalendar(text: string): JCalComponent {
  if (text.length > MAX_TEXT) {
    throw new IcalendarError(
      `the iCalendar object has ${text.length} characters; at most ${MAX_TEXT} are taken in`,
    );
  }
  const root = parseAny(text);
  if (root[0] !== 'vcalendar') {
    throw new IcalendarError(`expected one VCALENDAR, found ${String(root[0]).toUpperCase()}`);
  }
  checkDepth(root, 1);
  return root;
}

function parseAny(text: string): JCalComponent {
  let parsed: unknown;
  try {
    parsed = ICAL.parse(text);
  } catch (error) {
    throw new IcalendarError(`not iCalendar: ${(error as Error).message}`);
  }
  if (!Array.isArray(parsed) || typeof parsed[0] !== 'string') {
    throw new IcalendarError('expected exactly one VCALENDAR in the text, found none or several');
  }
  return parsed as unknown as JCalComponent;
}

function checkDepth(component: JCalComponent, depth: number): void {
  if (depth > MAX_DEPTH) throw new IcalendarError(`components are nested deeper than ${MAX_DEPTH} levels`);
  for (const child of component[2]) checkDepth(child, depth + 1);
}
