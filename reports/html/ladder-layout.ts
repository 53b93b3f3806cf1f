import type { ExchangeEvent } from '../../conformance/results.js';
import { type Journey, journeysOf } from '../exchange.js';
import { boxLane, type Lane, lanesOf, MAIL, MARGIN, TIMES } from './ladder-lanes.js';
import { type LadderRow, ladderRows, ROW, rowsOf, TOP, yOf } from './ladder-rows.js';

/** Where everything in the drawing of an exchange stands, in pixels. Time goes down, one event to a row. */

/** Width of the notes on the right. */
const NOTES = 350;

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
  /** Where mail carries it, if it does. */
  readonly mailAt: number | undefined;
  /** Where an Outbox was seen to have it. */
  readonly recordedAt: number | undefined;
  /** It arrives once more. */
  readonly again: boolean;
}

/** Something that one participant does, or that was seen there. */
export interface Dot {
  readonly at: Point;
  readonly event: ExchangeEvent;
  /** Place of the event in the exchange. */
  readonly index: number;
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

/** What the parts of a layout are made from. */
interface Ground {
  readonly events: readonly ExchangeEvent[];
  readonly xOf: (lane: string | undefined) => number | undefined;
  readonly yAt: (index: number) => number | undefined;
}

/** Lays an exchange out. There is nothing to draw when nobody takes part. */
export function layLadderOut(events: readonly ExchangeEvent[]): LadderLayout {
  const journeys = journeysOf(events);
  const lanes = lanesOf(events);
  const rowOf = rowsOf(events, journeys);
  const rows = ladderRows(events, journeys, rowOf);
  const ground: Ground = {
    events,
    xOf: (lane) => lanes.find(({ id }) => id === lane)?.x,
    yAt: (index) => {
      const row = rowOf.get(index);
      return row === undefined ? undefined : yOf(row);
    },
  };
  const notesAt = (lanes.at(-1)?.x ?? TIMES) + MARGIN + 8;
  return {
    lanes,
    rows,
    arrows: [...journeys].flatMap(([id, journey]) => arrowsOf(id, journey, ground)),
    dots: events.flatMap((event, index) => dotOf(event, index, ground)),
    notesAt,
    width: notesAt + NOTES,
    height: TOP + rows.length * ROW + 8,
  };
}

function pointAt(x: number | undefined, y: number | undefined): Point | undefined {
  return x === undefined || y === undefined ? undefined : { x, y };
}

function arrowsOf(messageId: string, journey: Journey, ground: Ground): Arrow[] {
  const { events, xOf, yAt } = ground;
  const sent = journey.sent ?? -1;
  const event = events[sent] ?? events[journey.arrivals[0] ?? -1];
  if (event === undefined) return [];
  const own = events.filter((other) => other.messageId === messageId);
  const outbox = own.find(({ via, from }) => via === 'outbox' && from === event.from)?.from;
  const common = {
    ...{ messageId, event, journey },
    mailAt: own.some(({ via }) => via === 'mail') ? xOf(MAIL) : undefined,
    recordedAt: outbox === undefined ? undefined : xOf(boxLane(outbox, 'outbox')),
  };
  const from = pointAt(xOf(event.from), yAt(sent));
  const end = (to: string | undefined): number | undefined =>
    own.some((other) => landsInBox(other, to)) ? xOf(boxLane(to ?? '', 'inbox')) : xOf(to);
  if (journey.arrivals.length === 0) {
    const toward = pointAt(xOf(event.to), yAt(sent));
    return toward === undefined ? [] : [{ ...common, from, to: undefined, toward, again: false }];
  }
  return journey.arrivals.flatMap((arrival, index) => {
    const to = pointAt(end(events[arrival]?.to), yAt(arrival));
    if (to === undefined) return [];
    const start = index > 0 && from !== undefined ? { x: from.x, y: to.y } : from;
    return [{ ...common, from: start, to, toward: to, again: index > 0 }];
  });
}

/** Whether an event says that its message lies in the Inbox of that Calendar User. */
function landsInBox({ kind, via, from, to }: ExchangeEvent, user: string | undefined): boolean {
  return via === 'inbox' && user !== undefined && (kind === 'delivered' ? to : from) === user;
}

function dotOf(event: ExchangeEvent, index: number, { xOf, yAt }: Ground): Dot[] {
  const { kind, via, from, to, messageId } = event;
  if (kind === 'composed' || (kind === 'delivered' && messageId !== undefined)) return [];
  const who = from ?? to;
  const isInBox = kind === 'observed' && who !== undefined && (via === 'inbox' || via === 'outbox');
  const at = pointAt(xOf(isInBox ? boxLane(who, via) : who), yAt(index));
  return at === undefined ? [] : [{ at, event, index }];
}
