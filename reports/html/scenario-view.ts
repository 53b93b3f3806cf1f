import type { ScenarioResult } from '../../conformance/results.js';
import { repeatCommand } from '../failure.js';
import type { ScenarioText } from '../scenario-text.js';
import { checkView, findings, passedLine } from './check-view.js';
import type { WrittenOut } from './exchange-budget.js';
import { hasExchange } from './exchange-part.js';
import { outcomeMark, outcomeMarks } from './faces.js';
import { searchTerms } from './filter-terms.js';
import { knownLine } from './known-line.js';
import { anchorOf, type Markup, markup } from './markup.js';
import { type Column, judgedBy, labelsOf, type ReportModel, type ScenarioEntry } from './model.js';

export interface ScenarioOptions {
  readonly model: ReportModel;
  /** The exchanges that there is room for. */
  readonly written: WrittenOut;
}

/** A scenario: its name and outcomes; inside what did not hold, its sentences, and all that is known about it. */
export function scenarioView(scenario: ScenarioEntry, options: ScenarioOptions): Markup {
  const { columns } = options.model;
  const { id, name, uri, line, text } = scenario;
  const outcomes = scenario.played.map((result) => result?.outcome);
  const verdicts = columns.map((column) => verdictPart(scenario, column, options));
  const evidence = columns.map((column) => evidencePart(scenario, column, options));
  return markup`<details class="sc" id="${anchorOf(id)}" data-f="${searchTerms(scenario, options.model)}">
    <summary><span class="name">${name}</span> ${outcomeMarks(outcomes, labelsOf(options.model))}</summary>
    <div class="body"><p class="quiet"><a href="#${anchorOf(id)}">link</a> ${uri}:${line}</p>
    ${verdicts}${text && sentences(text)}${evidence}</div></details>`;
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

/** What did not hold in a column. */
function verdictPart(
  scenario: ScenarioEntry,
  column: Column,
  { model }: ScenarioOptions,
): Markup | undefined {
  const result = scenario.played[column.index];
  if (result === undefined || result.outcome === 'passed') return undefined;
  const wrong = result.checks.filter(({ outcome }) => outcome !== 'passed');
  const views = wrong.map((check) => checkView(check, model.catalogue, column.results));
  return markup`<div class="of">${targetTitle(result, column, model)}
    ${knownLine(result.id, result.outcome, column, model.strict)}${views}
    ${wrong.length === 0 && findings({ reason: result.reason ?? 'no reason given' })}</div>`;
}

/** What is known of a column besides: nothing but its checks where it passed, told once. */
function evidencePart(scenario: ScenarioEntry, column: Column, options: ScenarioOptions): Markup | undefined {
  const result = scenario.played[column.index];
  if (result === undefined) return undefined;
  if (result.outcome === 'passed') {
    return column.index === scenario.played.findIndex((one) => one?.outcome === 'passed')
      ? passedLine(result.checks)
      : undefined;
  }
  return markup`<div class="of">${targetTitle(result, column, options.model)}
    ${exchangeOf(result, options)}${passedLine(result.checks)}
    <p class="repeat">Repeat it: <code>${repeatCommand(result, column.results)}</code></p></div>`;
}

function targetTitle(
  { outcome }: ScenarioResult,
  { label }: Column,
  { columns }: ReportModel,
): Markup | undefined {
  return columns.length > 1 ? markup`<h5 class="target">${outcomeMark(outcome, label)}</h5>` : undefined;
}

function exchangeOf(result: ScenarioResult, { written }: ScenarioOptions): Markup | undefined {
  const leftOut =
    hasExchange(result) &&
    markup`<p class="quiet">The exchange is left out to keep this page small; it stands in results.json.</p>`;
  return written.get(result) ?? (leftOut || undefined);
}

/** The requirement that a scenario judges, as a link text elsewhere. */
export function scenarioLink(scenario: ScenarioEntry): Markup {
  return markup`<a href="#${anchorOf(scenario.id)}" title="${judgedBy(scenario)}">${scenario.name}</a>`;
}
