import type { ExchangeEvent } from '../../conformance/results.js';
import type { Deciding } from '../deciding.js';
import { fateOf, isToldByNext, type Journey, journeysOf, nameOf } from '../exchange.js';
import { factsIn } from '../message-facts.js';
import { visibleLine } from '../visible.js';
import { sinceBefore, sourceText } from './difference-view.js';
import { ladderSvg } from './ladder-svg.js';
import { anchorOf, type Markup, markup } from './markup.js';

export interface ExchangeOptions {
  /** Id of the scenario and number of the column: ids of sources begin with it. */
  readonly prefix: string;
  readonly name: string;
  /** The events that the verdict hangs on, by their places. */
  readonly deciding: ReadonlyMap<number, Deciding>;
}

interface Surroundings extends ExchangeOptions {
  readonly events: readonly ExchangeEvent[];
  readonly journeys: ReadonlyMap<string, Journey>;
}

/** The exchange of a scenario: the ladder, and the same as a list with the source of every message. */
export function exchangeView(events: readonly ExchangeEvent[], options: ExchangeOptions): Markup | undefined {
  if (events.length === 0) return undefined;
  const around: Surroundings = { ...options, events, journeys: journeysOf(events) };
  const drawn = ladderSvg(events, {
    sourceOf: (messageId) => sourceOf(messageId, around),
    sourceAt: (index) => sourceAt(index, around),
    deciding: options.deciding,
  });
  const figure =
    drawn &&
    markup`<div class="scroll" role="region" tabindex="0" aria-label="Ladder of ${options.name}">${drawn}</div>`;
  let last = '';
  const items = events.flatMap((event, index) => {
    if (isToldByNext(event, events[index + 1])) return [];
    const moment = event.virtual === undefined || event.virtual === last ? undefined : event.virtual;
    last = moment ?? last;
    return [moment && markup`<li class="when">${momentText(moment)}</li>`, item(event, index, around)];
  });
  return markup`<h5>Exchange</h5>${figure}<ol class="events">${items}</ol>`;
}

/** The id of the element that has the text of a message, wherever it stands. */
function sourceOf(messageId: string, { prefix, journeys }: Surroundings): string {
  return anchorOf(prefix, 'm', journeys.get(messageId)?.number ?? 0);
}

/** The id of the element that has the text of an event. */
function sourceAt(index: number, around: Surroundings): string | undefined {
  const { detail, messageId } = around.events[index] ?? {};
  const sent = around.journeys.get(messageId ?? '')?.sent;
  if (messageId !== undefined && sent !== undefined && (sent === index || detail === undefined)) {
    return around.events[sent]?.detail === undefined ? undefined : sourceOf(messageId, around);
  }
  return detail === undefined ? undefined : anchorOf(around.prefix, 'e', index + 1);
}

function momentText(virtual: string): string {
  return virtual.replace('T', ' ').replace(/Z$/, ' UTC');
}

function item(event: ExchangeEvent, index: number, around: Surroundings): Markup {
  const { from, to, text, detail, kind, messageId, via } = event;
  const journey = around.journeys.get(messageId ?? '');
  const number = journey && `#${journey.number} `;
  const people = [from, to].filter((id) => id !== undefined).map(nameOf);
  const fate = journey !== undefined && kind === 'composed' ? fateOf(journey) : '';
  const hasFacts = kind === 'composed' || (kind === 'observed' && via === undefined);
  const facts = [hasFacts ? factsIn(detail) : '', fate].filter((part) => part !== '').join(' · ');
  const who = markup`<b>${people.join(' → ')}</b>${kind !== 'composed' && ':'}`;
  const line = markup`<span class="kind">${KINDS[kind]}</span> ${number}${who}
    ${visibleLine(text)}${facts !== '' && markup` <span class="facts">${facts}</span>`}`;
  if (detail === undefined) return markup`<li>${line}</li>`;
  return markup`<li>${source(event, index, line, around)}</li>`;
}

const KINDS: Readonly<Record<ExchangeEvent['kind'], string>> = {
  intent: 'intent',
  composed: 'sends',
  held: 'held',
  delivered: 'arrives',
  decision: 'decides',
  exchange: 'wire',
  observed: 'seen',
};

/** The source behind an event. A text that stood there before is not written out again. */
function source(event: ExchangeEvent, index: number, line: Markup, around: Surroundings): Markup {
  const { events, journeys, deciding } = around;
  const { detail = '', kind } = event;
  const decides = deciding.get(index);
  const flag =
    decides && markup` <strong class="flag">${decides === 'arrived last' ? '◇' : '◆'} ${decides}</strong>`;
  const same = events.findIndex((other) => other.detail === detail);
  const twin = journeys.get(events[same]?.messageId ?? '');
  const body =
    same < index && twin !== undefined && events[same]?.kind === kind
      ? markup`<p class="quiet">The same text as #${twin.number}.</p>`
      : markup`${sinceBefore(events.slice(0, index), event, journeys)}${sourceText(detail)}`;
  const open = decides !== undefined && decides !== 'arrived last' && ' open';
  return markup`<details class="source" id="${sourceAt(index, around)}"${open}><summary>${line}${flag}</summary>
    ${body}</details>`;
}

/** An object that decided and that no event of the exchange shows, compared with the last one of its UID. */
export function decidingObject(text: string, events: readonly ExchangeEvent[]): Markup {
  const last = { detail: text, from: undefined, kind: 'composed' } as const;
  return markup`<details class="source" open><summary><strong class="flag">◆ decides</strong>
    the object that the verdict is about</summary>${sinceBefore(events, last, journeysOf(events))}
    ${sourceText(text)}</details>`;
}
