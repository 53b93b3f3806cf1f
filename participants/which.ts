import { spanOf } from '../simulator/icalendar/instant.js';
import { property } from '../simulator/icalendar/jcal.js';
import { IcalendarError } from '../simulator/icalendar/parse.js';
import type { Method } from '../targets/methods.js';
import type { Play } from './play.js';
import type { SchedulingMessage } from './scheduling-message.js';

/** Which message: of that kind, from or to somebody. */
export interface Which {
  readonly method: Method;
  readonly from?: string;
  readonly to?: string;
  /** UTC text `YYYY-MM-DDTHH:MM:SSZ` of when its first VEVENT begins. */
  readonly start?: string;
}

/** Whether a message is one of those. */
export function fits(message: SchedulingMessage, { method, from, to, start }: Which): boolean {
  return (
    message.method === method &&
    (from === undefined || message.from === from) &&
    (to === undefined || message.to === to) &&
    (start === undefined || startOf(message) === start)
  );
}

/** Undefined also where it cannot be understood, e.g. for want of a VTIMEZONE. */
function startOf({ event, calendar }: SchedulingMessage): string | undefined {
  if (property(event, 'dtstart') === undefined) return undefined;
  try {
    return spanOf(event, calendar).start;
  } catch (error) {
    if (error instanceof RangeError || error instanceof IcalendarError) return undefined;
    throw error;
  }
}

/** The message in words, e.g. `REPLY from Bert`. */
export function wordsFor(play: Play, { method, from, to, start }: Which): string {
  const sender = from === undefined ? '' : ` from ${play.user(from).name}`;
  const recipient = to === undefined ? '' : ` to ${play.user(to).name}`;
  const moment = start === undefined ? '' : ` for an event on ${start}`;
  return `${method}${sender}${recipient}${moment}`;
}
