import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { calendarInAnswer } from '../calendar-in-answer.js';

/** What the server stores, read just so far as the target needs it. */

/** Name of a resource in its collection; as it stands in the address where that is badly encoded. */
export function nameIn(url: string): string {
  const segment = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * The UID of an object, taken from its text: the objects of other people may be unreadable, and must neither stop a
 * scenario nor be touched by it. Empty when there is none.
 */
export function uidIn(data: string): string {
  return /^UID(?:;[^:\r\n]*)?:(.*?)\r?$/im.exec(unfolded(data))?.[1] ?? '';
}

function unfolded(data: string): string {
  return data.replace(/\r?\n[ \t]/g, '');
}

/**
 * Undoes one fault of libical before 4.0.3, which folds a line of just the wrong length between the CR and the LF of
 * its end. Unfolded by RFC 5545 section 3.1 the line is whole; readers that go line by line find a stray CR in it.
 */
export function withWholeLineEnds(data: string): string {
  return data.includes('\r\r\n') ? data.replace(/\r\r\n[ \t]\n/g, '\r\n') : data;
}

/** The object. Throws MalformedAnswer when the server stores what is no iCalendar object. */
export function readable(data: string): JCalComponent {
  return calendarInAnswer(data, 'the server stores');
}
