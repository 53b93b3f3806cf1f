import type { ExchangeEvent } from '../conformance/results.js';
import { type Journey, journeysOf, nameOf, participantsOf } from './exchange.js';
import { shortened, WIDTH } from './text.js';
import { visibleLine } from './visible.js';

/** The exchange of one scenario as a ladder of text: a column for each participant, time going down. */

const COLUMN = 16;

export interface LadderOptions {
  /** iCalendar text of the message that decided; its arrow is marked. */
  readonly deciding?: string | undefined;
  readonly width?: number;
}

/**
 * Draws who wanted what, which messages were composed for whom, and what became of each on arrival. Participants
 * stand in the order in which they first appear. Messages are numbered, so that one that is delivered late, twice or
 * never can be followed.
 */
export function ladder(events: readonly ExchangeEvent[], options: LadderOptions = {}): string[] {
  const people = participantsOf(events);
  if (people.length === 0) return [];
  const journeys = journeysOf(events);
  const width = options.width ?? WIDTH;
  return [
    shortened(
      people
        .map((id) => shortened(visibleLine(nameOf(id)), COLUMN - 2).padEnd(COLUMN))
        .join('')
        .trimEnd(),
      width,
    ),
    ...events.flatMap((event) => {
      const line = drawn({ ...event, text: visibleLine(event.text) }, people, journeys);
      const marked = options.deciding !== undefined && event.detail === options.deciding;
      return line === undefined ? [] : [shortened(marked ? `${line}  <== decides` : line, width)];
    }),
  ];
}

function drawn(
  event: ExchangeEvent,
  people: readonly string[],
  journeys: ReadonlyMap<string, Journey>,
): string | undefined {
  const number = event.messageId === undefined ? '' : ` #${journeys.get(event.messageId)?.number}`;
  const [from, to] = [people.indexOf(event.from ?? ''), people.indexOf(event.to ?? '')];
  switch (event.kind) {
    case 'composed':
      return from >= 0 && to >= 0 ? arrow(people.length, from, to, `${event.text}${number}`) : undefined;
    case 'delivered':
      return note(people.length, to, `>${number} ${event.text}`);
    case 'held':
      return note(people.length, from, `=${number} ${event.text}`);
    case 'intent':
      return note(people.length, from, `* ${event.text}`);
    case 'exchange':
      return note(people.length, from, `~ ${event.text}`);
    default:
      return undefined;
  }
}

/** Lifelines with an arrow between two of them; to oneself it is a note. */
function arrow(count: number, from: number, to: number, label: string): string {
  if (from === to) return note(count, from, `@ ${label}`) ?? '';
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  const length = (right - left) * COLUMN - 1;
  const shaft = shortened(`--${label}`, length - 1).padEnd(length - 1, '-');
  return written(count, left * COLUMN + 1, from < to ? `${shaft}>` : `<${shaft}`);
}

/** Lifelines with a text right of one of them. */
function note(count: number, at: number, text: string): string | undefined {
  return at < 0 ? undefined : written(count, at * COLUMN + 2, text);
}

/** One line of lifelines with a text written over them from a place on. */
function written(count: number, at: number, text: string): string {
  const line = '|'.padEnd(COLUMN).repeat(count);
  return `${line.slice(0, at)}${text}${line.slice(at + text.length)}`.trimEnd();
}
