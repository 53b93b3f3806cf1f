import type { CalendarUser, ObservedMessage, Trace } from '../target.js';

/** Tells the trace of a message that was found in an Inbox, or in mail: nobody saw it on its way. */
export function traceArrival(
  trace: Trace,
  { id: to }: CalendarUser,
  message: ObservedMessage,
  method: string,
  by: 'inbox' | 'mail',
): void {
  const { id: messageId, originator, recipient, data } = message;
  const sent = { from: originator, to: recipient, text: method, detail: data, messageId };
  trace.add({ kind: 'composed', ...sent });
  const text = `${method} ${by === 'mail' ? 'by mail' : 'in the Inbox'}`;
  trace.add({ kind: 'delivered', to, via: by, text, messageId });
}
