import type { ExchangeEvent } from '../../conformance/results.js';
import type { Deciding } from '../deciding.js';
import { shortened, wrap } from '../text.js';
import { visibleLine } from '../visible.js';
import { arrivalNumber, arrowLink } from './ladder-arrow.js';
import { dotLink } from './ladder-dot.js';
import type { Lane } from './ladder-lanes.js';
import { layLadderOut } from './ladder-layout.js';
import { type LadderRow, ROW, TOP } from './ladder-rows.js';
import { type Markup, markup } from './markup.js';

/** How many characters fit beside a row and over a lifeline. */
const NOTE_LENGTH = 50;
const NAME_LENGTH = 16;

export interface LadderLinks {
  /** The id of the element that holds the source of a message. */
  readonly sourceOf: (messageId: string) => string;
  /** The id of the element that holds the source of an event by its place; undefined where it has none. */
  readonly sourceAt: (index: number) => string | undefined;
  /** The events that the verdict hangs on, by their places. */
  readonly deciding: ReadonlyMap<number, Deciding>;
}

/** The exchange as a drawing. What has a source is a link to it; undefined where nobody takes part. */
export function ladderSvg(events: readonly ExchangeEvent[], links: LadderLinks): Markup | undefined {
  const { lanes, rows, arrows, dots, notesAt, width, height } = layLadderOut(events);
  if (lanes.length === 0) return undefined;
  const people = lanes.flatMap(({ name, isPerson }) => (isPerson ? name : [])).join(', ');
  const decides = (event: ExchangeEvent): Deciding | undefined => links.deciding.get(events.indexOf(event));
  const drawn = [
    ...arrows.map((arrow) => {
      const how = arrow.again ? undefined : decides(arrow.event);
      return {
        y: (arrow.from ?? arrow.toward).y,
        link: arrowLink(arrow, links.sourceOf(arrow.messageId), how),
      };
    }),
    ...dots.map((dot) => {
      return { y: dot.at.y, link: dotLink(dot, links.sourceAt(dot.index), decides(dot.event)) };
    }),
  ];
  const inOrder = drawn.sort((one, other) => one.y - other.y).map(({ link }) => link);
  return markup`<svg class="ladder" role="group" aria-label="Messages between ${people}"
    viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
    <g aria-hidden="true">${rows.map((row, index) => band(row, index, width))}
    ${lanes.map((lane) => lifeline(lane, height))}${times(rows)}${rows.map((row) => notes(row, notesAt))}
    ${arrows.map(arrivalNumber)}</g>${inOrder}</svg>`;
}

/** Every other row has a ground, to lead the eye from the times to the notes. */
function band({ y }: LadderRow, index: number, width: number): Markup | undefined {
  if (index % 2 === 1) return undefined;
  return markup`<rect class="band" y="${y - ROW / 2}" width="${width}" height="${ROW}"/>`;
}

function lifeline({ name, x, isPerson }: Lane, height: number): Markup {
  const shown = shortened(visibleLine(name), NAME_LENGTH);
  const kind = isPerson ? '' : ' box';
  return markup`<path class="life${kind}" d="M${x} ${TOP - 12}V${height}"/>
    <text class="who${kind}" x="${x}" y="${TOP - 24}">${shown}</text>`;
}

/** The day stands where it begins, the time of day where it is another than before. */
function times(rows: readonly LadderRow[]): Markup[] {
  let day = '';
  let last = '';
  return rows.flatMap(({ time, y }) => {
    if (time === last) return [];
    last = time;
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
