import { breaks } from '../conformance/deviations.js';
import type { Check, ExchangeEvent } from '../conformance/results.js';

/** The text of the message or object that decided: of the first check that breaks a run, else of any that has one. */
export function decidingIn(checks: readonly Check[]): string | undefined {
  const told = checks.filter(({ message, outcome }) => message !== undefined && outcome !== 'passed');
  return (told.find(({ outcome }) => breaks(outcome, true)) ?? told[0])?.message;
}

/**
 * How a verdict hangs on an event. `judged`: a look saw what was judged; `decides`: this message was judged;
 * `arrived last`: no message was judged, and this one arrived last before the verdict.
 */
export type Deciding = 'judged' | 'decides' | 'arrived last';

/** The events of an exchange that a verdict hangs on, by their places: what was judged, and the message behind it. */
export function decidingEvents(
  events: readonly ExchangeEvent[],
  checks: readonly Check[],
): ReadonlyMap<number, Deciding> {
  const text = decidingIn(checks);
  const found = new Map<number, Deciding>();
  const shows = ({ detail }: ExchangeEvent): boolean => text !== undefined && detail === text;
  const seen = events.findLastIndex((event) => event.kind === 'observed' && shows(event));
  const sent = seen < 0 ? events.findIndex(shows) : -1;
  if (sent >= 0) return found.set(sent, 'decides');
  if (seen >= 0) found.set(seen, 'judged');
  if (!checks.some(({ outcome }) => breaks(outcome, true))) return found;
  const last = sendingOfLast(events, events[seen]?.from);
  return last < 0 ? found : found.set(last, 'arrived last');
}

/** The place where the message was sent that arrived last, at a Calendar User or at anybody. */
function sendingOfLast(events: readonly ExchangeEvent[], user: string | undefined): number {
  const last = events.findLast(
    ({ kind, messageId, to }) =>
      kind === 'delivered' && messageId !== undefined && (user === undefined || to === user),
  );
  return events.findIndex(
    ({ kind, messageId }) => last !== undefined && kind === 'composed' && messageId === last.messageId,
  );
}
