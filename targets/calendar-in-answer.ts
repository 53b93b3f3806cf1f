import type { JCalComponent } from '../simulator/icalendar/jcal.js';
import { IcalendarError, parseCalendar } from '../simulator/icalendar/parse.js';
import { MalformedAnswer } from './outcome-errors.js';

/** The iCalendar object (RFC 5545) that a target answered with. Throws MalformedAnswer when it is none. */
export function calendarInAnswer(
  data: string,
  whose: 'the adapter tells' | 'the server stores',
): JCalComponent {
  try {
    return parseCalendar(data);
  } catch (error) {
    if (!(error instanceof IcalendarError)) throw error;
    throw new MalformedAnswer(`${whose} what is no iCalendar object: ${error.message}`, data);
  }
}
