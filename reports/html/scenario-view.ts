import type { ScenarioResult } from '../../conformance/results.js';
import { decidingEvents, decidingIn } from '../deciding.js';
import { repeatCommand } from '../failure.js';
import type { ScenarioText } from '../scenario-text.js';
import { calendarsView } from './calendars-view.js';
import { checkView, findings, isShownIn, passedLine } from './check-view.js';
import type { IsInFull } from './exchange-budget.js';
import { decidingObject, exchangeView } from './exchange-view.js';
import { outcomeMark, outcomeMarks } from './faces.js';
import { searchTerms } from './filter-terms.js';
import { anchorOf, type Markup, markup } from './markup.js';
import { type Column, judgedBy, labelsOf, type ReportModel, type ScenarioEntry } from './model.js';

export interface ScenarioOptions {
  readonly model: ReportModel;
  readonly isInFull: IsInFull;
}

/** A scenario: its name and outcomes, and inside its sentences and all that is known of what did not pass. */
export function scenarioView(scenario: ScenarioEntry, options: ScenarioOptions): Markup {
  const { columns } = options.model;
  const { id, name, uri, line, text } = scenario;
  const outcomes = scenario.played.map((result) => result?.outcome);
  const details = columns.map((column) => columnView(scenario, column, options));
  return markup`<details class="sc" id="${anchorOf(id)}" data-f="${searchTerms(scenario, options.model)}">
    <summary><span class="name">${name}</span> ${outcomeMarks(outcomes, labelsOf(options.model))}</summary>
    <div class="body"><p class="quiet"><a href="#${anchorOf(id)}">link</a> ${uri}:${line}</p>
    ${text && sentences(text)}${details}</div></details>`;
}

function sentences({ rule, steps }: ScenarioText): Markup {
  return markup`${rule !== undefined && markup`<p class="under">Rule: ${rule}</p>`}<ol class="steps">${steps.map(
    ({ keyword, text, table }) => markup`<li><b>${keyword}</b> ${text}${table && tableOf(table)}</li>`,
  )}</ol>`;
}

function tableOf(rows: readonly (readonly string[])[]): Markup {
  const cells = (row: readonly string[]): Markup[] => row.map((cell) => markup`<td>${cell}</td>`);
  return markup`<table class="step">${rows.map((row) => markup`<tr>${cells(row)}</tr>`)}</table>`;
}

/** What a column adds to the sentences: nothing but its checks for what passed. */
function columnView(scenario: ScenarioEntry, column: Column, options: ScenarioOptions): Markup | undefined {
  const result = scenario.played[column.index];
  if (result === undefined) return undefined;
  if (result.outcome === 'passed') {
    return column.index === scenario.played.findIndex((one) => one?.outcome === 'passed')
      ? passedLine(result.checks)
      : undefined;
  }
  const several = options.model.columns.length > 1;
  const title = several && markup`<h5 class="target">${outcomeMark(result.outcome, column.label)}</h5>`;
  const { catalogue } = options.model;
  const wrong = result.checks.filter(({ outcome }) => outcome !== 'passed');
  return markup`<div class="of">${title}${wrong.map((check) => checkView(check, catalogue, column.results.profile))}
    ${wrong.length === 0 && findings({ reason: result.reason ?? 'no reason given' })}
    ${exchangePart(scenario, result, column, options)}
    ${passedLine(result.checks)}
    <p class="repeat">Repeat it: <code>${repeatCommand(result, column.results)}</code></p></div>`;
}

function exchangePart(
  scenario: ScenarioEntry,
  result: ScenarioResult,
  column: Column,
  { isInFull }: ScenarioOptions,
): Markup | undefined {
  const { exchange = [], checks, id, name } = result;
  const deciding = decidingIn(checks);
  if (!isInFull(scenario, column)) {
    return exchange.length === 0 && deciding === undefined
      ? undefined
      : markup`<p class="quiet">The exchange is left out to keep this page small; it stands in results.json.</p>`;
  }
  const prefix = anchorOf(id, column.index + 1);
  const beside = deciding !== undefined && !isShownIn(exchange, deciding);
  const events = decidingEvents(exchange, checks);
  return markup`${beside && decidingObject(deciding, exchange)}
    ${calendarsView(exchange, events)}${exchangeView(exchange, { prefix, name, deciding: events })}`;
}

/** The requirement that a scenario judges, as a link text elsewhere. */
export function scenarioLink(scenario: ScenarioEntry): Markup {
  return markup`<a href="#${anchorOf(scenario.id)}" title="${judgedBy(scenario)}">${scenario.name}</a>`;
}
