import type { ExchangeEvent } from '../../conformance/results.js';
import { fateOf, isToldByNext, type Journey, journeysOf, nameOf, participantsOf } from '../exchange.js';
import { factsIn } from '../message-facts.js';

/** Where everything in the drawing of an exchange stands, in pixels. Time goes down, one event to a row. */

export const ROW = 44;
/** Height of the names above the first row. */
export const TOP = 56;
/** Width of the times on the left and of the notes on the right. */
const TIMES = 80;
const NOTES = 350;
/** From one lifeline to the next: two of them fit on a phone beside the times. */
const LANE = 136;
/** What an intent needs beside the outer lifelines. */
const MARGIN = 48;

export interface Lane {
  readonly name: string;
  readonly x: number;
}

/** A row: what is known of its time, and what stands beside it. */
export interface LadderRow {
  readonly y: number;
  readonly time: string;
  readonly notes: readonly string[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A message on its way. Without `to` it never arrived. */
export interface Arrow {
  readonly messageId: string;
  readonly event: ExchangeEvent;
  readonly journey: Journey;
  readonly from: Point | undefined;
  readonly to: Point | undefined;
  readonly toward: Point;
  /** It arrives once more. */
  readonly again: boolean;
}

/** Something that one participant does. */
export interface Dot {
  readonly at: Point;
  readonly event: ExchangeEvent;
}

export interface LadderLayout {
  readonly lanes: readonly Lane[];
  readonly rows: readonly LadderRow[];
  readonly arrows: readonly Arrow[];
  readonly dots: readonly Dot[];
  readonly notesAt: number;
  readonly width: number;
  readonly height: number;
}

/** Lays an exchange out. There is nothing to draw when nobody takes part. */
export function layLadderOut(events: readonly ExchangeEvent[]): LadderLayout {
  const people = participantsOf(events);
  const journeys = journeysOf(events);
  const lanes = people.map((id, index) => ({ name: nameOf(id), x: TIMES + MARGIN + index * LANE }));
  const rowOf = rowsOf(events, journeys);
  const rowCount = Math.max(0, ...rowOf.values()) + 1;
  const point = (id: string | undefined, index: number): Point | undefined => {
    const lane = lanes[people.indexOf(id ?? '')];
    const row = rowOf.get(index);
    return lane === undefined || row === undefined ? undefined : { x: lane.x, y: yOf(row) };
  };
  const notesAt = TIMES + 2 * MARGIN + Math.max(0, people.length - 1) * LANE + 8;
  return {
    lanes,
    rows: Array.from({ length: rowCount }, (_, row) => ladderRow(row, events, journeys, rowOf)),
    arrows: [...journeys].flatMap(([id, journey]) => arrowsOf(id, journey, events, point)),
    dots: events.flatMap((event, index) => dotOf(event, point(event.from ?? event.to, index))),
    notesAt,
    width: notesAt + NOTES,
    height: TOP + rowCount * ROW + 8,
  };
}

function yOf(row: number): number {
  return TOP + row * ROW + ROW / 2;
}

/** Rows by event. A message that arrives at once has one row; what was decided on arrival is said by the arrival. */
function rowsOf(
  events: readonly ExchangeEvent[],
  journeys: ReadonlyMap<string, Journey>,
): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  let next = 0;
  events.forEach((event, index) => {
    if (isToldByNext(event, events[index + 1])) return;
    const journey = journeys.get(event.messageId ?? '');
    const sentIn = rows.get(journey?.sent ?? -1);
    if (journey !== undefined && sentIn !== undefined && index === journey.arrivals[0] && isPrompt(journey)) {
      rows.set(index, sentIn);
      return;
    }
    rows.set(index, next);
    next += 1;
  });
  return rows;
}

function isPrompt({ held, overtaken }: Journey): boolean {
  return !held && !overtaken;
}

function ladderRow(
  row: number,
  events: readonly ExchangeEvent[],
  journeys: ReadonlyMap<string, Journey>,
  rowOf: ReadonlyMap<number, number>,
): LadderRow {
  const here = events.filter((_event, index) => rowOf.get(index) === row);
  return {
    y: yOf(row),
    time: here.map(({ virtual }) => virtual).find((virtual) => virtual !== undefined) ?? '',
    notes: here.map((event) => noteOn(event, journeys)).filter((note) => note !== ''),
  };
}

function noteOn(event: ExchangeEvent, journeys: ReadonlyMap<string, Journey>): string {
  const journey = journeys.get(event.messageId ?? '');
  if (event.kind === 'intent') return '';
  if (event.kind === 'composed' && journey !== undefined) {
    return [factsIn(event.detail), fateOf(journey)].filter((part) => part !== '').join(' · ');
  }
  if (event.kind === 'delivered' && journey !== undefined) return `#${journey.number} arrives: ${event.text}`;
  const who = event.from ?? event.to;
  return who === undefined ? event.text : `${nameOf(who)}: ${event.text}`;
}

function arrowsOf(
  messageId: string,
  journey: Journey,
  events: readonly ExchangeEvent[],
  point: (id: string | undefined, index: number) => Point | undefined,
): Arrow[] {
  const sent = journey.sent ?? -1;
  const event = events[sent] ?? events[journey.arrivals[0] ?? -1];
  if (event === undefined) return [];
  const from = point(event.from, sent);
  const common = { messageId, event, journey };
  const toward = point(event.to, sent);
  if (journey.arrivals.length === 0) {
    return toward === undefined ? [] : [{ ...common, from, to: undefined, toward, again: false }];
  }
  return journey.arrivals.flatMap((arrival, index) => {
    const to = point(events[arrival]?.to, arrival);
    if (to === undefined) return [];
    const again = index > 0;
    const start = again && from !== undefined ? { x: from.x, y: to.y } : from;
    return [{ ...common, from: start, to, toward: to, again }];
  });
}

function dotOf(event: ExchangeEvent, at: Point | undefined): Dot[] {
  const isMessage =
    event.kind === 'composed' || (event.kind === 'delivered' && event.messageId !== undefined);
  return at === undefined || isMessage ? [] : [{ at, event }];
}
