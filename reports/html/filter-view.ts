import { LEVELS, OUTCOMES } from '../../conformance/results.js';
import { bySection } from '../rows.js';
import { type Markup, markup } from './markup.js';
import type { Column, ReportModel } from './model.js';

/** Search and filters. They need scripts, so they show only where scripts run. */
export function filterView({ columns, requirements, scenarios, sections }: ReportModel): Markup {
  const entries = [...requirements.values()];
  const parties = [...new Set(entries.flatMap(({ row }) => row?.party ?? []))].sort(bySection);
  const methods = [...new Set(entries.flatMap(({ row }) => row?.method ?? []))].sort(bySection);
  const levels = LEVELS.filter((level) => entries.some((entry) => entry.level === level));
  const found = new Set(
    scenarios.flatMap(({ played }) =>
      played.flatMap((result) =>
        result === undefined ? [] : [result.outcome, ...result.checks.map(({ outcome }) => outcome)],
      ),
    ),
  );
  const outcomes = OUTCOMES.filter((outcome) => found.has(outcome));
  const keys = sections.map(({ key }) => key).sort(bySection);
  return markup`<form id="filter" role="search" aria-label="Scenarios" hidden>
    <label>Search<input type="search" name="q" autocomplete="off" placeholder="words, ids, addresses, UIDs"></label>
    ${columns.length > 1 && targetChoice(columns)}${choice('Outcome', 'o', outcomes)}
    ${choice('Level', 'l', levels)}${choice('Section', 's', keys)}
    ${choice('Method', 'm', methods)}${choice('Party', 'p', parties)}
    <div class="acts"><output role="status"></output>
    ${ACTS.map(([act, words]) => markup`<button type="button" value="${act}">${words}</button>`)}</div></form>`;
}

const ACTS = [
  ['next', 'Next problem'],
  ['open', 'Open all'],
  ['close', 'Close all'],
  ['clear', 'Clear'],
] as const;

/** Names and values also stand in the address of a filtered page. */
function choice(title: string, name: string, values: readonly string[]): Markup {
  const options = values.map((value) => markup`<option>${value}</option>`);
  return markup`<label>${title}<select name="${name}"><option value="">any</option>${options}</select></label>`;
}

/** Targets are numbered: what they are called may be anything. */
function targetChoice(columns: readonly Column[]): Markup {
  const options = columns.map(({ index, label }) => markup`<option value="${index + 1}">${label}</option>`);
  return markup`<label>Target<select name="t"><option value="">any</option>${options}</select></label>`;
}

/** The address of the scenarios that fit, as a link of this page. */
export function filteredHref(terms: Readonly<Record<string, string | number>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(terms)) query.set(name, String(value));
  return `#?${query.toString().replaceAll('%2F', '/')}`;
}
