import type { Deciding } from '../deciding.js';
import { nameOf } from '../exchange.js';
import { shortened } from '../text.js';
import { visibleLine } from '../visible.js';
import type { Dot } from './ladder-layout.js';
import { type Markup, markup } from './markup.js';

/** How many characters fit into an intent, and about the width of a letter, in pixels. */
const INTENT_LENGTH = 22;
const LETTER = 7;

/** What one participant does alone or what was seen there; a link where it has a source. */
export function dotLink(dot: Dot, href: string | undefined, decides: Deciding | undefined): Markup {
  const { event } = dot;
  if (event.kind === 'intent') return markup`<g aria-hidden="true">${intent(dot)}</g>`;
  if (href === undefined) return markup`<g aria-hidden="true">${shape(dot)}</g>`;
  const words = [
    event.kind === 'observed' ? 'seen at' : 'by',
    nameOf(event.from ?? ''),
    visibleLine(event.text),
  ];
  const classes = decides === undefined ? 'spot' : 'spot decides';
  return markup`<a class="${classes}" href="#${href}" aria-label="${[...words, decides ?? ''].join(' ').trim()}">
    ${shape(dot)}${decides && diamond(dot)}</a>`;
}

function intent({ at: { x, y }, event }: Dot): Markup {
  const text = shortened(visibleLine(event.text), INTENT_LENGTH);
  const width = text.length * LETTER + 20;
  return markup`<rect class="intent" x="${x - width / 2}" y="${y - 12}" width="${width}" height="24" rx="12"/>
    <text class="intent" x="${x}" y="${y + 4}">${text}</text>`;
}

/** A sheet for what was seen, a dot for all else; around it is what a finger may hit. */
function shape({ at: { x, y }, event }: Dot): Markup {
  const reach = markup`<circle class="reach" cx="${x}" cy="${y}" r="13"/>`;
  if (event.kind !== 'observed') return markup`${reach}<circle class="dot" cx="${x}" cy="${y}" r="4.5"/>`;
  const sheet = `M${x - 7} ${y - 8}h14v16h-14zM${x - 4} ${y - 3}h8M${x - 4} ${y + 2}h8`;
  return markup`${reach}<path class="sheet" d="${sheet}"/>`;
}

function diamond({ at: { x, y } }: Dot): Markup {
  return markup`<path class="sign" d="M${x - 18} ${y - 7}l7 7-7 7-7-7z"/>`;
}
