import type { ExchangeEvent } from '../../conformance/results.js';
import { shortened, wrap } from '../text.js';
import { visibleLine } from '../visible.js';
import { arrivalNumber, arrowLink } from './ladder-arrow.js';
import { type Dot, type LadderRow, type Lane, layLadderOut, ROW, TOP } from './ladder-layout.js';
import { type Markup, markup } from './markup.js';

/** How many characters fit beside a row, over a lifeline, and into an intent. */
const NOTE_LENGTH = 50;
const NAME_LENGTH = 16;
const INTENT_LENGTH = 22;
/** About the width of a letter, in pixels. */
const LETTER = 7;

export interface LadderLinks {
  /** The id of the element that holds the source of a message. */
  readonly sourceOf: (messageId: string) => string;
  /** Text of the message that decided. */
  readonly deciding: string | undefined;
}

/** The exchange as a drawing. Each arrow is a link to the source of its message; undefined where nobody takes part. */
export function ladderSvg(events: readonly ExchangeEvent[], links: LadderLinks): Markup | undefined {
  const { lanes, rows, arrows, dots, notesAt, width, height } = layLadderOut(events);
  if (lanes.length === 0) return undefined;
  const people = lanes.map(({ name }) => name).join(', ');
  const drawnArrows = arrows.map((arrow) => {
    const decides = links.deciding !== undefined && arrow.event.detail === links.deciding;
    return arrowLink(arrow, links.sourceOf(arrow.messageId), decides);
  });
  return markup`<svg class="ladder" role="group" aria-label="Messages between ${people}"
    viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    <g aria-hidden="true">${rows.map((row, index) => band(row, index, width))}
    ${lanes.map((lane) => lifeline(lane, height))}${times(rows)}${rows.map((row) => notes(row, notesAt))}
    ${dots.map(dot)}${arrows.map(arrivalNumber)}</g>${drawnArrows}</svg>`;
}

/** Every other row has a ground, to lead the eye from the times to the notes. */
function band({ y }: LadderRow, index: number, width: number): Markup | undefined {
  if (index % 2 === 1) return undefined;
  return markup`<rect class="band" y="${y - ROW / 2}" width="${width}" height="${ROW}"/>`;
}

function lifeline({ name, x }: Lane, height: number): Markup {
  const shown = shortened(visibleLine(name), NAME_LENGTH);
  return markup`<path class="life" d="M${x} ${TOP - 12}V${height}"/>
    <text class="who" x="${x}" y="${TOP - 24}">${shown}</text>`;
}

/** The day stands where it begins, the time of day in each row that has one. */
function times(rows: readonly LadderRow[]): Markup[] {
  let day = '';
  return rows.flatMap(({ time, y }) => {
    const [, date = '', clock = visibleLine(time)] = /^(\d{4}-\d\d-\d\d)T([\d:]+)/.exec(time) ?? [];
    const begins = date !== '' && date !== day;
    if (begins) day = date;
    return [
      ...(begins ? [markup`<text class="day" x="4" y="${y - 6}">${date}</text>`] : []),
      ...(clock === ''
        ? []
        : [markup`<text class="time" x="4" y="${y + (begins ? 10 : 4)}">${clock}</text>`]),
    ];
  });
}

/** Two lines fit; what is longer shows in full when it is pointed at, and in the list. */
function notes({ y, notes: texts }: LadderRow, x: number): Markup[] {
  const [first, ...others] = texts.map(visibleLine);
  if (first === undefined) return [];
  const [start = '', ...rest] = wrap(first, '', NOTE_LENGTH);
  const lines =
    others.length > 0 ? [first, others.join('; ')] : [start, rest.join(' ')].filter((line) => line !== '');
  const top = y + (lines.length === 1 ? 4 : -4);
  return lines.map((line, index) => {
    const title = line.length > NOTE_LENGTH && markup`<title>${line}</title>`;
    const shown = shortened(line, NOTE_LENGTH);
    return markup`<text class="note" x="${x}" y="${top + index * 16}">${title}${shown}</text>`;
  });
}

function dot({ at: { x, y }, event }: Dot): Markup {
  if (event.kind !== 'intent') return markup`<circle class="dot" cx="${x}" cy="${y}" r="4"/>`;
  const text = shortened(visibleLine(event.text), INTENT_LENGTH);
  const width = text.length * LETTER + 20;
  return markup`<rect class="intent" x="${x - width / 2}" y="${y - 12}" width="${width}" height="24" rx="12"/>
    <text class="intent" x="${x}" y="${y + 4}">${text}</text>`;
}
