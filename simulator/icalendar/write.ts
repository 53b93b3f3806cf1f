import ICAL from 'ical.js';
import type { JCalComponent } from './jcal.js';

/**
 * Writes an iCalendar object with CRLF line ends and folded lines (RFC 5545 section 3.1).
 *
 * @param calendar a VCALENDAR as jCal
 * @returns iCalendar text ending in CRLF
 */
export function writeCalendar(calendar: JCalComponent): string {
  const text = ICAL.stringify(calendar as unknown as Parameters<typeof ICAL.stringify>[0]);
  return text.endsWith('\r\n') ? text : `${text}\r\n`;
}
