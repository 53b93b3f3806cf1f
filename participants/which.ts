import type { Play } from './play.js';
import type { Method, SchedulingMessage } from './scheduling-message.js';

/** Which message: of that kind, from or to somebody. */
export interface Which {
  readonly method: Method;
  readonly from?: string;
  readonly to?: string;
}

/** Whether a message is one of those. */
export function fits(message: SchedulingMessage, { method, from, to }: Which): boolean {
  return (
    message.method === method &&
    (from === undefined || message.from === from) &&
    (to === undefined || message.to === to)
  );
}

/** The message in words, e.g. `REPLY from Bert`. */
export function wordsFor(play: Play, { method, from, to }: Which): string {
  const sender = from === undefined ? '' : ` from ${play.user(from).name}`;
  const recipient = to === undefined ? '' : ` to ${play.user(to).name}`;
  return `${method}${sender}${recipient}`;
}
