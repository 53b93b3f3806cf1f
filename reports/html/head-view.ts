import { LEVELS, type Level, OUTCOMES } from '../../conformance/results.js';
import { baselineCounts, isAllKnown, verdictWords } from '../accepted.js';
import { seconds, shortened } from '../text.js';
import { outsideAnswers } from '../time-share.js';
import { closedGates, unjudgedReasons } from '../unjudged.js';
import { plural, verdictOf } from '../verdict.js';
import { bar, MEANINGS, outcomeMark, tally } from './faces.js';
import { knownLine } from './known-line.js';
import { anchorOf, type Markup, markup } from './markup.js';
import type { Column, ReportModel } from './model.js';

const LEVEL_NAMES = { must: 'MUST', should: 'SHOULD', may: 'MAY', implied: 'implied' } as const;

/** The head of the page: what was tested, and what it came to. */
export function headView({ columns, strict }: ReportModel): Markup {
  const [only] = columns;
  const title =
    columns.length === 1 && only !== undefined ? titleOf(only) : `${columns.length} targets side by side`;
  return markup`<header><p class="kicker">iTIP conformance</p><h1>${title}</h1>
    <div class="verdicts">${columns.map((column) => verdictCard(column, columns.length > 1, strict))}</div></header>`;
}

/** Of two that are played with each other the names say more: their products may well be the same. */
function titleOf({ results: { target } }: Column): string {
  const { sides, product } = target;
  return sides === undefined
    ? product
    : `Organizer on ${sides.organizer.name}, Attendees on ${sides.attendee.name}`;
}

function verdictCard({ label, results, baseline }: Column, isNamed: boolean, strict: boolean): Markup {
  const verdict = verdictOf(results, strict);
  const kind = isAllKnown(verdict, baseline) ? 'partly' : verdict.kind;
  const { target, profile, startedAt, durationMs, suite, tool } = results;
  const product = shortened(target.product, LONGEST_PRODUCT);
  const share = outsideAnswers(results);
  const facts: [string, string][] = [
    [isNamed ? 'product' : 'target', isNamed ? target.product : target.name],
    ['driver', target.driver],
    ['profile', profile],
    ['when', `${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${seconds(durationMs)}`],
    ...(share === '' ? [] : [['time', share] as [string, string]]),
    ['scenarios', `${suite.selected} of ${suite.scenarios}`],
    ...(baseline === undefined ? [] : [['baseline', baselineCounts(baseline)] as [string, string]]),
    ...(isNamed ? [] : [['tool', `${tool.name} ${tool.version}`] as [string, string]]),
  ];
  const items = facts.map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${fact}</dd></div>`);
  const list = markup`<dl class="facts">${items}</dl>`;
  return markup`<div class="verdict ${kind}">${isNamed && markup`<h2>${label}</h2>`}
    <p class="sentence"><i aria-hidden="true">${VERDICT_SIGNS[kind]}</i> ${verdictWords(verdict, baseline)}.</p>
    ${isNamed ? folded(product, list) : list}</div>`;
}

/** Of several targets only the verdicts stand open: they are read against each other. */
function folded(product: string, facts: Markup): Markup {
  return markup`<details class="about"><summary>${product}</summary>${facts}</details>`;
}

/** Servers list all their parts. */
const LONGEST_PRODUCT = 44;

const VERDICT_SIGNS = { broken: '✗', nothing: '?', partly: '◐', clean: '✓' } as const;

/** Checks per level, those of rules without keyword apart, and what was not judged. */
export function summaryView({ columns }: ReportModel): Markup {
  const several = columns.length > 1;
  const heads = several ? columns.map(({ label }) => label) : ['checks', ''];
  const rows = LEVELS.map((level) => {
    const cells = columns.map((column) => levelCells(column, level, several));
    return markup`<tr><th scope="row">${LEVEL_NAMES[level]}</th>${cells}</tr>`;
  });
  return markup`<section id="summary"><h2>Summary</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="Checks by level">
    <table class="levels ${!several && 'one'}">
    <thead><tr><th scope="col">Level</th>${heads.map(headCell)}</tr></thead><tbody>${rows}</tbody></table></div>
    <p class="quiet">Checks are counted: one requirement judged in one scenario.
    Implied rules have no keyword in the RFC; their weight is ours, with the reason.</p>
    ${columns.map((column) => unjudgedView(column, several))}</section>`;
}

function headCell(title: string): Markup {
  return title === '' ? markup`<td></td>` : markup`<th scope="col">${title}</th>`;
}

/** The bar has a cell of its own where there is room for it. */
function levelCells({ results }: Column, level: Level, several: boolean): Markup {
  const counts = results.totals[level];
  if (several) return markup`<td>${bar(counts)}${tally(counts)}</td>`;
  return markup`<td>${tally(counts)}</td><td>${bar(counts)}</td>`;
}

/** Gates that did not open: without these basics the rest says little, so they stand before everything else. */
export function gatesView({ columns, strict }: ReportModel): Markup | undefined {
  const closed = columns.flatMap((column) =>
    closedGates(column.results).map((gate) => ({
      ...gate,
      label: columns.length > 1 ? column.label : undefined,
      known: knownLine(gate.scenario, gate.outcome, column, strict),
    })),
  );
  if (closed.length === 0) return undefined;
  const items = closed.map(
    ({ gate, outcome, label, scenario, reason, known }) =>
      markup`<li>${outcomeMark(outcome, label)} <a href="#${anchorOf(scenario)}">${gate}</a>: ${reason}${known}</li>`,
  );
  return markup`<section id="gates"><h2>Basics that do not work</h2>
    <p>These gates are tried first. What depends on a closed one is blocked, so mend these before all else.</p>
    <ul class="plain">${items}</ul></section>`;
}

/** Why scenarios reached no verdict, each reason once. */
function unjudgedView({ label, results }: Column, isNamed: boolean): Markup | undefined {
  const reasons = unjudgedReasons(results);
  if (reasons.length === 0) return undefined;
  const items = reasons.map(
    ({ outcome, reason, count }) => markup`<li>${plural(count, 'scenario')} ${outcome}: ${reason}</li>`,
  );
  return markup`<h3>Not judged${isNamed && `: ${label}`}</h3><ul>${items}</ul>`;
}

/** What the outcomes mean. */
export function legendView(): Markup {
  const items = OUTCOMES.map(
    (outcome) => markup`<div><dt>${outcomeMark(outcome)}</dt><dd>${MEANINGS[outcome]}</dd></div>`,
  );
  return markup`<section id="legend"><h2>How to read this</h2><dl class="legend">${items}</dl>
    <p>In a ladder time goes down. A message that was held slopes down to where it arrived; one that never arrived
    ends in a cross; one that arrives again is dotted. It ends in the Inbox where one was seen, and has a dot on the
    Outbox that keeps it. A sheet is what a look saw in a calendar for the first time. ◆ marks what was judged, ◇ the
    message that arrived last before. Each of them leads to its text.</p></section>`;
}
