import type { ExchangeEvent } from '../../conformance/results.js';
import { unfold } from '../../simulator/icalendar/folding.js';
import { type Difference, differencesBetween } from '../difference.js';
import { fateOf, isToldByNext, type Journey, journeysOf, nameOf } from '../exchange.js';
import { calendarIn, factsIn, uidIn } from '../message-facts.js';
import { visibleLine } from '../visible.js';
import { ladderSvg } from './ladder-svg.js';
import { anchorOf, type Markup, markup } from './markup.js';

/** More differences than this are counted only. */
const MOST_DIFFERENCES = 30;

export interface ExchangeOptions {
  /** Id of the scenario and number of the column: ids of sources begin with it. */
  readonly prefix: string;
  readonly name: string;
  /** Text of the message or object that decided. */
  readonly deciding: string | undefined;
}

/** The exchange of a scenario: the ladder, and the same as a list with the source of every message. */
export function exchangeView(events: readonly ExchangeEvent[], options: ExchangeOptions): Markup | undefined {
  if (events.length === 0) return undefined;
  const journeys = journeysOf(events);
  const sourceOf = (id: string): string => anchorOf(options.prefix, 'm', journeys.get(id)?.number ?? 0);
  const drawn = ladderSvg(events, { sourceOf, deciding: options.deciding });
  const figure =
    drawn &&
    markup`<div class="scroll" role="region" tabindex="0" aria-label="Ladder of ${options.name}">${drawn}</div>`;
  const around = { events, journeys, deciding: options.deciding, sourceOf, prefix: options.prefix };
  const items = events.map((event, index) =>
    isToldByNext(event, events[index + 1]) ? undefined : item(event, index, around),
  );
  return markup`<h5>Exchange</h5>${figure}<ol class="events">${items}</ol>`;
}

interface Surroundings {
  readonly events: readonly ExchangeEvent[];
  readonly journeys: ReadonlyMap<string, Journey>;
  readonly deciding: string | undefined;
  readonly sourceOf: (messageId: string) => string;
  readonly prefix: string;
}

function item(event: ExchangeEvent, index: number, around: Surroundings): Markup {
  const { from, to, text, detail, kind, messageId } = event;
  const journey = around.journeys.get(messageId ?? '');
  const number = journey && `#${journey.number} `;
  const people = [from, to].filter((id) => id !== undefined).map(nameOf);
  const fate = journey !== undefined && kind === 'composed' ? fateOf(journey) : '';
  const facts = [kind === 'composed' ? factsIn(detail) : '', fate].filter((part) => part !== '').join(' · ');
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
  observed: 'sees',
};

/** The source behind an event. A text that stood there before is not written out again. */
function source(event: ExchangeEvent, index: number, line: Markup, around: Surroundings): Markup {
  const { events, journeys, deciding, sourceOf, prefix } = around;
  const { messageId, detail = '', kind } = event;
  const isFirst = messageId !== undefined && journeys.get(messageId)?.sent === index;
  const id = isFirst ? sourceOf(messageId) : anchorOf(prefix, 'e', index + 1);
  const decides = deciding !== undefined && detail === deciding;
  const flag = decides && markup` <strong class="flag">◆ decides</strong>`;
  const same = events.findIndex((other) => other.detail === detail);
  const twin = journeys.get(events[same]?.messageId ?? '');
  const body =
    same < index && twin !== undefined && events[same]?.kind === kind
      ? markup`<p class="quiet">The same text as #${twin.number}.</p>`
      : markup`${sinceBefore(events.slice(0, index), event, journeys)}${sourceText(detail)}`;
  const open = decides && same === index && ' open';
  return markup`<details class="source" id="${id}"${open}><summary>${line}${flag}</summary>${body}</details>`;
}

/**
 * What is new in an object, compared with the last different one of the same UID that was seen before: of the same
 * sender if there is one, else of anybody.
 */
function sinceBefore(
  earlier: readonly ExchangeEvent[],
  { detail: text = '', from }: Pick<ExchangeEvent, 'detail' | 'from'>,
  journeys: ReadonlyMap<string, Journey>,
): Markup | undefined {
  const uid = uidIn(text);
  if (uid === undefined) return undefined;
  const alike = earlier.filter(({ detail }) => detail !== text && uidIn(detail) === uid);
  const before = alike.findLast((event) => event.from === from) ?? alike.at(-1);
  if (before?.detail === undefined) return undefined;
  const number = journeys.get(before.messageId ?? '')?.number;
  const name = number === undefined ? 'what stood there before' : `#${number}`;
  return differenceTable(differencesBetween(before.detail, text) ?? [], `Compared with ${name}`);
}

/** An object that decided and that no event of the exchange shows, compared with the last one of its UID. */
export function decidingObject(text: string, events: readonly ExchangeEvent[]): Markup {
  return markup`<details class="source" open><summary><strong class="flag">◆ decides</strong>
    the object that the verdict is about</summary>${sinceBefore(events, { detail: text }, journeysOf(events))}
    ${sourceText(text)}</details>`;
}

function differenceTable(differences: readonly Difference[], title: string): Markup {
  if (differences.length === 0) return markup`<p class="quiet">${title}: no difference in meaning.</p>`;
  const shown = differences
    .slice(0, MOST_DIFFERENCES)
    .map(
      ({ where, before, after }) =>
        markup`<tr><th scope="row">${where}</th><td>${sideText(before)}</td><td>${sideText(after)}</td></tr>`,
    );
  const rest = differences.length - shown.length;
  const more = rest > 0 && markup`<p class="quiet">and ${rest} more differences</p>`;
  return markup`<table class="difference"><caption>${title}</caption>
    <thead><tr><th scope="col">where</th><th scope="col">before</th><th scope="col">now</th></tr></thead>
    <tbody>${shown}</tbody></table>${more}`;
}

function sideText(text: string | undefined): Markup {
  return text === undefined ? markup`<span class="none">absent</span>` : markup`<code>${text}</code>`;
}

function sourceText(text: string): Markup {
  const shown = calendarIn(text) === undefined ? text : unfold(text);
  return markup`<pre>${shown.trimEnd()}</pre>`;
}
