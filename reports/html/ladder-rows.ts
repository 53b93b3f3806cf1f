import type { ExchangeEvent } from '../../conformance/results.js';
import { fateOf, isToldByNext, type Journey, nameOf } from '../exchange.js';
import { factsIn } from '../message-facts.js';
import { seconds } from '../text.js';

/** Which events of an exchange get a row of the ladder, and what stands beside it. */

export const ROW = 44;
/** Height of the names above the first row. */
export const TOP = 56;

/** A row: what is known of its time, and what stands beside it. */
export interface LadderRow {
  readonly y: number;
  /** Virtual time where the target has a clock, else seconds since the exchange began. */
  readonly time: string;
  readonly notes: readonly string[];
}

export type RowOf = ReadonlyMap<number, number>;

export function yOf(row: number): number {
  return TOP + row * ROW + ROW / 2;
}

/**
 * Rows by event. A message that arrives at once has one row, where it arrives; what was decided on arrival is said by
 * the arrival; that it lies in a box, and that it was held, is shown on its arrow.
 */
export function rowsOf(events: readonly ExchangeEvent[], journeys: ReadonlyMap<string, Journey>): RowOf {
  const rows = new Map<number, number>();
  let next = 0;
  events.forEach((event, index) => {
    if (isToldByNext(event, events[index + 1]) || event.kind === 'held') return;
    if (isOnArrow(event, index, events, journeys)) return;
    const journey = journeys.get(event.messageId ?? '');
    const isOneRow = journey !== undefined && isPrompt(journey);
    if (isOneRow && event.kind === 'composed') return;
    if (isOneRow && journey.arrivals[0] === index) rows.set(journey.sent ?? index, next);
    rows.set(index, next);
    next += 1;
  });
  return rows;
}

/** Whether an event only says for the first time that a message lies in somebody's box. */
function isOnArrow(
  { kind, via, messageId, from }: ExchangeEvent,
  index: number,
  events: readonly ExchangeEvent[],
  journeys: ReadonlyMap<string, Journey>,
): boolean {
  if (kind !== 'observed' || via === undefined || journeys.get(messageId ?? '')?.sent === undefined)
    return false;
  const isSame = (event: ExchangeEvent): boolean =>
    event.kind === 'observed' && event.via === via && event.from === from && event.messageId === messageId;
  return events.findIndex(isSame) === index;
}

function isPrompt({ held, overtaken, arrivals }: Journey): boolean {
  return !held && !overtaken && arrivals.length > 0;
}

/** The rows with their notes, in order. */
export function ladderRows(
  events: readonly ExchangeEvent[],
  journeys: ReadonlyMap<string, Journey>,
  rowOf: RowOf,
): LadderRow[] {
  const count = Math.max(-1, ...rowOf.values()) + 1;
  const hasClock = events.some(({ virtual }) => virtual !== undefined);
  const [{ at: begin } = { at: 0 }] = events;
  return Array.from({ length: count }, (_, row) => {
    const here = events.filter((_event, index) => rowOf.get(index) === row);
    const [first] = here;
    const time = hasClock ? here.find(({ virtual }) => virtual !== undefined)?.virtual : since(begin, first);
    const notes = here.map((event) => noteOn(event, journeys)).filter((note) => note !== '');
    return { y: yOf(row), time: time ?? '', notes };
  });
}

function since(begin: number, event: ExchangeEvent | undefined): string {
  return event === undefined ? '' : `+${seconds(event.at - begin)}`;
}

function noteOn(event: ExchangeEvent, journeys: ReadonlyMap<string, Journey>): string {
  const journey = journeys.get(event.messageId ?? '');
  if (event.kind === 'intent') return '';
  if (event.kind === 'composed' && journey !== undefined) {
    return [factsIn(event.detail), fateOf(journey)].filter((part) => part !== '').join(' · ');
  }
  if (event.kind === 'delivered' && journey !== undefined) return `#${journey.number} arrives: ${event.text}`;
  const who = event.from ?? event.to;
  const facts = event.kind === 'observed' && event.via === undefined ? factsIn(event.detail) : '';
  const text = [event.text, facts].filter((part) => part !== '').join(': ');
  return who === undefined ? text : `${nameOf(who)}: ${text}`;
}
