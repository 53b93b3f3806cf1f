import { calendarIfReadable } from '../simulator/icalendar/parse.js';
import { attendeesOf, dtstampOf, eventsOf, methodOf, organizerOf } from '../simulator/icalendar/read.js';

/** What a scheduling message tells of itself; what cannot be read tells nothing, and is left to those who judge. */
export interface Told {
  readonly method: string;
  /** Who sent it: the ATTENDEE in a REPLY, the ORGANIZER in all else. */
  readonly originator: string;
  readonly dtstamp: string;
}

/** Reads METHOD, Originator and DTSTAMP of a scheduling message. */
export function toldBy(data: string): Told {
  const calendar = calendarIfReadable(data);
  const [event] = calendar === undefined ? [] : eventsOf(calendar);
  const method = (calendar && methodOf(calendar)) ?? '(no METHOD)';
  if (event === undefined) return { method, originator: '', dtstamp: '' };
  const replying = method === 'REPLY' ? attendeesOf(event)[0]?.address : undefined;
  return { method, originator: replying ?? organizerOf(event) ?? '', dtstamp: dtstampOf(event) };
}
