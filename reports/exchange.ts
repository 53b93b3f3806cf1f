import type { ExchangeEvent } from '../conformance/results.js';

/** What became of the messages of one exchange, read from its events; every drawing of it starts here. */

/** The way of one message. Events are named by their place in the exchange. */
export interface Journey {
  /** Messages are numbered in the order in which they first appear. */
  readonly number: number;
  /** The event in which it was composed; missing where nobody saw that. */
  readonly sent: number | undefined;
  /** The events in which it arrived: none, one, or several when it was repeated. */
  readonly arrivals: readonly number[];
  /** It was kept back: something else was done before it arrived. */
  readonly held: boolean;
  /** A later message between the same two arrived before it. */
  readonly overtaken: boolean;
}

/** Who takes part, in the order of first appearance; somebody whose calendar was only looked at does not. */
export function participantsOf(events: readonly ExchangeEvent[]): string[] {
  const acting = events.filter(({ kind }) => kind !== 'observed');
  return [...new Set(acting.flatMap(({ from, to }) => [from, to].filter((id) => id !== undefined)))];
}

/** The messages of an exchange by id. */
export function journeysOf(events: readonly ExchangeEvent[]): Map<string, Journey> {
  const ids = new Set(events.flatMap(({ messageId }) => (messageId === undefined ? [] : [messageId])));
  return new Map([...ids].map((id, index) => [id, journeyOf(id, index + 1, events)]));
}

function journeyOf(id: string, number: number, events: readonly ExchangeEvent[]): Journey {
  const at = (kind: ExchangeEvent['kind']): number[] =>
    events.flatMap((event, index) => (event.messageId === id && event.kind === kind ? [index] : []));
  const [sent] = at('composed');
  const arrivals = at('delivered');
  const between = sent === undefined ? [] : events.slice(sent + 1, arrivals[0] ?? events.length);
  const held = at('held').length > 0 || between.some(({ kind }) => kind === 'intent');
  return { number, sent, arrivals, held, overtaken: isOvertaken(sent, between, events) };
}

function isOvertaken(
  sent: number | undefined,
  between: readonly ExchangeEvent[],
  events: readonly ExchangeEvent[],
): boolean {
  if (sent === undefined) return false;
  const { from, to } = events[sent] ?? {};
  const arrived = new Set(
    between.flatMap(({ kind, messageId }) => (kind === 'delivered' ? [messageId] : [])),
  );
  return between.some(
    (event) =>
      event.kind === 'composed' && event.from === from && event.to === to && arrived.has(event.messageId),
  );
}

/** What a reader wants to know of a journey besides its arrow, e.g. `held, overtaken`; empty for a plain one. */
export function fateOf({ sent, arrivals, held, overtaken }: Journey): string {
  const words = [
    held && arrivals.length > 0 ? 'held' : '',
    overtaken ? 'overtaken' : '',
    arrivals.length > 1 ? 'repeated' : '',
    sent !== undefined && arrivals.length === 0 ? 'not delivered' : '',
  ];
  return words.filter((word) => word !== '').join(', ');
}

/** Whether an arrival says the same as the decision before it, so that the decision need not be shown. */
export function isToldByNext(event: ExchangeEvent, next: ExchangeEvent | undefined): boolean {
  return event.kind === 'decision' && next?.kind === 'delivered' && next.to === event.from;
}

/** An id of a Calendar User, or an address, as a name. */
export function nameOf(id: string): string {
  const bare = id.replace(/^mailto:/i, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
