import { LEVELS, OUTCOMES } from '../../conformance/results.js';
import { bySection } from '../rows.js';
import { type Markup, markup } from './markup.js';
import type { ReportModel } from './model.js';

/** Search and filters. They need scripts, so they show only where scripts run. */
export function filterView({ requirements, scenarios, sections }: ReportModel): Markup {
  const entries = [...requirements.values()];
  const parties = [...new Set(entries.flatMap(({ row }) => row?.party ?? []))].sort(bySection);
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
    <label>Search<input type="search" autocomplete="off" placeholder="words, ids, addresses, UIDs"></label>
    ${choice('Level', 'l', levels)}${choice('Outcome', 'o', outcomes)}
    ${choice('Party', 'p', parties)}${choice('Section', 's', keys)}
    <div class="acts"><output role="status"></output>
    ${ACTS.map(([act, words]) => markup`<button type="button" value="${act}">${words}</button>`)}</div></form>`;
}

const ACTS = [
  ['next', 'Next problem'],
  ['open', 'Open all'],
  ['close', 'Close all'],
  ['clear', 'Clear'],
] as const;

function choice(title: string, prefix: string, values: readonly string[]): Markup {
  const options = values.map((value) => markup`<option value="${prefix}:${value}">${value}</option>`);
  return markup`<label>${title}<select><option value="">any</option>${options}</select></label>`;
}
