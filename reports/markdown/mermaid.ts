import type { ExchangeEvent } from '../../conformance/results.js';
import { fateOf, isToldByNext, type Journey, journeysOf, nameOf, participantsOf } from '../exchange.js';
import { factsIn } from '../message-facts.js';
import { shortened } from '../text.js';
import { visibleLine } from '../visible.js';

/** More events than this make a diagram that nobody reads. */
const MOST_EVENTS = 40;
const LONGEST_TEXT = 80;

/** An exchange as a Mermaid sequence diagram, without its fence; nothing where nobody takes part. */
export function sequenceDiagram(events: readonly ExchangeEvent[], deciding: string | undefined): string[] {
  const people = participantsOf(events);
  if (people.length === 0) return [];
  const journeys = journeysOf(events);
  const lines = events.flatMap((event, index) =>
    isToldByNext(event, events[index + 1]) ? [] : lineOf(event, people, journeys, deciding),
  );
  const rest = lines.length - MOST_EVENTS;
  return [
    'sequenceDiagram',
    ...people.map((id, index) => `  participant p${index} as ${text(nameOf(id))}`),
    ...lines.slice(0, MOST_EVENTS),
    ...(rest > 0 ? [`  Note over p0: and ${rest} more`] : []),
  ];
}

function lineOf(
  event: ExchangeEvent,
  people: readonly string[],
  journeys: ReadonlyMap<string, Journey>,
  deciding: string | undefined,
): string[] {
  const [from, to] = [event.from, event.to].map((id) => (id === undefined ? -1 : people.indexOf(id)));
  const journey = journeys.get(event.messageId ?? '');
  const number = journey === undefined ? '' : `#${journey.number} `;
  if (event.kind === 'composed' && journey !== undefined && (from ?? -1) >= 0 && (to ?? -1) >= 0) {
    const facts = [factsIn(event.detail), fateOf(journey)].filter((part) => part !== '').join(', ');
    const decides = deciding !== undefined && event.detail === deciding ? ' ◆ decides' : '';
    return [`  p${from}${arrowOf(journey)}p${to}: ${text(`${number}${event.text} ${facts}${decides}`)}`];
  }
  const who = [from, to].find((place) => place !== undefined && place >= 0);
  const word = event.kind === 'delivered' ? 'arrives: ' : '';
  return who === undefined ? [] : [`  Note over p${who}: ${text(`${number}${word}${event.text}`)}`];
}

/** Dashed when it was held or overtaken, with a cross when it never arrived. */
function arrowOf({ held, overtaken, arrivals }: Journey): string {
  if (arrivals.length === 0) return '-x';
  return held || overtaken ? '-->>' : '->>';
}

/** Text that Mermaid takes as it is: letters and digits stay, every other sign becomes its number. */
function text(words: string): string {
  return shortened(visibleLine(words).trim(), LONGEST_TEXT)
    .replace(/[^\p{L}\p{N} .,()/+-]/gu, (sign) => `#${sign.codePointAt(0)};`)
    .replace(/\bend\b/gi, (word) => `#${word.codePointAt(0)};${word.slice(1)}`);
}
