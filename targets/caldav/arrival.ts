import type { CalendarUser, ObservedMessage, Trace } from '../target.js';

/** Tells the trace of a message that was found in an Inbox: nobody saw it on its way. */
export function traceArrival(
  trace: Trace,
  { id: to }: CalendarUser,
  message: ObservedMessage,
  method: string,
): void {
  const { id: messageId, originator, recipient, data } = message;
  const sent = { from: originator, to: recipient, text: method, detail: data, messageId };
  trace.add({ kind: 'composed', ...sent });
  trace.add({ kind: 'delivered', to, via: 'inbox', text: `${method} in the Inbox`, messageId });
}
