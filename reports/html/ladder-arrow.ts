import type { ExchangeEvent } from '../../conformance/results.js';
import type { Deciding } from '../deciding.js';
import { fateOf, nameOf } from '../exchange.js';
import { visibleLine } from '../visible.js';
import type { Arrow, Point } from './ladder-layout.js';
import { type Markup, markup } from './markup.js';

/** Length of an arrow that comes from nowhere. */
const STUB = 56;
/** How far a message gets that never arrives. */
const LOST = 0.62;

/** A message as an arrow that leads to its source; `href` is the id of the element with that source. */
export function arrowLink(arrow: Arrow, href: string, decides: Deciding | undefined): Markup {
  const { event, journey, again } = arrow;
  const isLate = journey.held || journey.overtaken;
  const word = again ? 'again' : isLate || arrow.to === undefined ? 'held' : '';
  const name = joined([methodIn(event), `#${journey.number}`, word]);
  const classes = [
    'arrow',
    decides === undefined ? '' : decides === 'decides' ? 'decides' : 'last',
    isLate ? 'late' : '',
    again ? 'again' : '',
  ];
  const fate = fateOf(journey)
    .split(', ')
    .filter((part) => part !== word)
    .join(', ');
  const spoken = [
    `${name},`,
    event.from === undefined ? '' : `from ${nameOf(event.from)}`,
    event.to === undefined ? '' : `to ${nameOf(event.to)}`,
    fate === '' ? '' : `(${fate})`,
    decides ?? '',
  ];
  return markup`<a class="${joined(classes)}" href="#${href}" aria-label="${joined(spoken)}">
    ${strokes(arrow)}${record(arrow)}${decides && diamond(arrow)}${nameOn(arrow, name)}</a>`;
}

function joined(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}

/** An arrival that nobody saw composed has only its own text, of which the first word is the method. */
function methodIn({ kind, text }: ExchangeEvent): string {
  const line = visibleLine(text);
  return kind === 'composed' ? line : (line.split(' ')[0] ?? '');
}

function strokes(arrow: Arrow): Markup {
  const [start, end] = endsOf(arrow);
  const arrives = arrow.to !== undefined;
  if (start.x === end.x) {
    const corner = { x: end.x + 26, y: end.y + 8 };
    const line = `M${start.x} ${start.y - 8}h26V${corner.y}H${start.x + 2}`;
    return stroked(line, arrives ? `M${end.x + 9} ${corner.y - 5}l-8 5l8 5` : cross(corner));
  }
  if (arrow.mailAt !== undefined && arrives) return strokesByMail(start, arrow.mailAt, end);
  const tip = arrives ? end : partOfTheWay(start, end);
  const line = `M${round(start.x)} ${start.y}L${round(tip.x)} ${round(tip.y)}`;
  return stroked(line, arrives ? headAt(start, tip) : cross(tip));
}

/** Mail keeps what is held: such a message goes down the lane of mail. */
function strokesByMail(start: Point, mailAt: number, end: Point): Markup {
  const line = `M${start.x} ${start.y}H${mailAt}V${end.y}H${end.x}`;
  return stroked(line, headAt({ x: mailAt, y: end.y }, end));
}

/** The mark of a message on the lane of an Outbox that keeps it. */
function record(arrow: Arrow): Markup | undefined {
  const { recordedAt, from } = arrow;
  const [start, end] = endsOf(arrow);
  if (recordedAt === undefined || from === undefined || start.x === end.x) return undefined;
  const share = arrow.mailAt === undefined ? (recordedAt - start.x) / (end.x - start.x) : 0;
  if (share < 0 || share > 1) return undefined;
  const y = round(start.y + (end.y - start.y) * share);
  return markup`<circle class="record" cx="${recordedAt}" cy="${y}" r="3.5"/>`;
}

/** The reach is what a finger or a mouse may hit. */
function stroked(line: string, head: string): Markup {
  return markup`<path class="reach" d="${line}"/><path class="shaft" d="${line}"/><path class="head" d="${head}"/>`;
}

function endsOf({ from, to, toward }: Arrow): [start: Point, end: Point] {
  const end = to ?? toward;
  return [from ?? { x: end.x - STUB, y: end.y }, end];
}

function partOfTheWay(start: Point, end: Point): Point {
  return { x: start.x + (end.x - start.x) * LOST, y: start.y + (end.y - start.y) * LOST };
}

function cross({ x, y }: Point): string {
  return `M${round(x - 5)} ${round(y - 5)}l10 10m0 -10l-10 10`;
}

/** Two short strokes that meet in the tip. */
function headAt(start: Point, tip: Point): string {
  const angle = Math.atan2(tip.y - start.y, tip.x - start.x);
  const stroke = (turn: number): string =>
    `${round(tip.x + Math.cos(angle + turn) * 10)} ${round(tip.y + Math.sin(angle + turn) * 10)}`;
  return `M${stroke(2.65)}L${round(tip.x)} ${round(tip.y)}L${stroke(-2.65)}`;
}

/** The name stands over the middle; of a sloping arrow at its beginning. */
function nameOn(arrow: Arrow, name: string): Markup {
  const [start, end] = endsOf(arrow);
  if (start.x === end.x) return label(name, { x: start.x + 32, y: start.y + 4 }, 'start');
  if (start.y === end.y) return label(name, { x: round((start.x + end.x) / 2), y: start.y - 7 }, '');
  const rightward = start.x < end.x;
  return label(name, { x: start.x + (rightward ? 10 : -10), y: start.y - 7 }, rightward ? 'start' : 'end');
}

/** The number of a message where its sloping arrow ends, far from its name. */
export function arrivalNumber(arrow: Arrow): Markup | undefined {
  const [start, end] = endsOf(arrow);
  if (start.y === end.y || start.x === end.x) return undefined;
  const rightward = start.x < end.x;
  const place = { x: end.x + (rightward ? -10 : 10), y: end.y + 16 };
  return label(`#${arrow.journey.number}`, place, rightward ? 'end' : 'start');
}

/** The sign of the message that decided, on the lifeline that it leaves. */
function diamond(arrow: Arrow): Markup {
  const [{ x, y }] = endsOf(arrow);
  return markup`<path class="sign" d="M${x} ${y - 7}l7 7-7 7-7-7z"/>`;
}

function label(text: string, { x, y }: Point, anchor: string): Markup {
  return markup`<text class="label ${anchor}" x="${x}" y="${y}">${text}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
