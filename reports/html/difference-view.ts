import type { ExchangeEvent } from '../../conformance/results.js';
import { unfold } from '../../simulator/icalendar/folding.js';
import { type Difference, differencesBetween } from '../difference.js';
import type { Journey } from '../exchange.js';
import { calendarIn, uidIn } from '../message-facts.js';
import { type Markup, markup } from './markup.js';

/** More differences than this are counted only. */
const MOST_DIFFERENCES = 30;

/** What the columns of a table of differences are called. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

/** Differences as a table; a side that has nothing of the kind says so. */
export function differenceTable(differences: readonly Difference[], title: string, sides: Sides): Markup {
  if (differences.length === 0) return markup`<p class="quiet">${title}: no difference in meaning.</p>`;
  const shown = differences
    .slice(0, MOST_DIFFERENCES)
    .map(
      ({ where, before, after }) =>
        markup`<tr><th scope="row">${where}</th><td>${sideText(before)}</td><td>${sideText(after)}</td></tr>`,
    );
  const rest = differences.length - shown.length;
  const more = rest > 0 && markup`<p class="quiet">and ${rest} more differences</p>`;
  const heads = ['where', sides.before, sides.after].map((head) => markup`<th scope="col">${head}</th>`);
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${title}">
    <table class="difference"><caption>${title}</caption><thead><tr>${heads}</tr></thead>
    <tbody>${shown}</tbody></table></div>${more}`;
}

function sideText(text: string | undefined): Markup {
  return text === undefined ? markup`<span class="none">absent</span>` : markup`<code>${text}</code>`;
}

/**
 * What is new in an object, compared with the last different one of the same UID before it: of a calendar what the same
 * Calendar User's calendar showed before, of a message the one before of the same sender if there is one, else of
 * anybody.
 */
export function sinceBefore(
  earlier: readonly ExchangeEvent[],
  { detail: text = '', from, kind }: Pick<ExchangeEvent, 'detail' | 'from' | 'kind'>,
  journeys: ReadonlyMap<string, Journey>,
): Markup | undefined {
  const uid = uidIn(text);
  if (uid === undefined) return undefined;
  const isSeen = kind === 'observed';
  const alike = earlier.filter(
    (event) => (event.kind === 'observed') === isSeen && event.detail !== text && uidIn(event.detail) === uid,
  );
  const before = alike.findLast((event) => event.from === from) ?? (isSeen ? undefined : alike.at(-1));
  if (before?.detail === undefined) return undefined;
  const number = journeys.get(before.messageId ?? '')?.number;
  const title = `Compared with ${number === undefined ? 'the look before' : `#${number}`}`;
  const sides = { before: 'before', after: 'now' };
  return differenceTable(differencesBetween(before.detail, text) ?? [], title, sides);
}

/** A source as it is, with its folded lines joined where it is iCalendar. */
export function sourceText(text: string): Markup {
  const shown = calendarIn(text) === undefined ? text : unfold(text);
  return markup`<pre>${shown.trimEnd()}</pre>`;
}
