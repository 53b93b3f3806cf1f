import type { BaselineReport } from '../../conformance/baseline.js';
import { breaks } from '../../conformance/deviations.js';
import { LEVELS, OUTCOMES, type Results, type ScenarioResult } from '../../conformance/results.js';
import type { Catalogue } from '../../requirements/catalogue.js';
import { acceptedBecause, baselineChores, baselineCounts, isAllKnown, verdictWords } from '../accepted.js';
import { decidingIn } from '../deciding.js';
import { repeatCommand } from '../failure.js';
import { placeOf } from '../rows.js';
import { withFullNames } from '../scenario-names.js';
import { seconds, shortened } from '../text.js';
import { outsideAnswers } from '../time-share.js';
import { closedGates, unjudgedReasons } from '../unjudged.js';
import { verdictOf } from '../verdict.js';
import { block, code, plain, table } from './escape.js';
import { sequenceDiagram } from './mermaid.js';

export interface SummaryOptions {
  readonly results: Results;
  readonly catalogue: Catalogue;
  /** SHOULD rules that are not followed are told among the failures. */
  readonly strict: boolean;
  /** What it accepts is counted and not told. */
  readonly baseline?: BaselineReport | undefined;
}

/** GitHub takes summaries of up to 1 MiB, and shows nothing of a larger one. */
const MOST_BYTES = 1_000_000;
/** Failures told in full, and named. */
const IN_FULL = 10;
const NAMED = 200;
const LONGEST_TEXT = 600;
const LONGEST_MESSAGE = 8000;

/** The results as a Markdown page for the summary of a CI job, failures with a diagram of their exchange. */
export function jobSummary({ catalogue, strict, baseline, ...given }: SummaryOptions): string {
  const results = withFullNames(given.results);
  const broken = results.scenarios.filter(
    ({ id, outcome }) => breaks(outcome, strict) && acceptedBecause(id, baseline) === undefined,
  );
  const lines = within([
    headLines(results, strict, baseline),
    levelLines(results),
    gateLines(results),
    baseline === undefined ? [] : baselineLines(baseline),
    broken.length === 0 ? [] : ['### What does not hold', ''],
    ...broken.slice(0, IN_FULL).map((scenario) => failureLines(scenario, results, catalogue)),
    restLines(broken.slice(IN_FULL)),
    unjudgedLines(results),
  ]);
  return `${lines.join('\n').trimEnd()}\n`;
}

/** The parts that there is room for, and how many there was none for. */
function within(parts: readonly (readonly string[])[]): string[] {
  let left = MOST_BYTES;
  const taken = parts.filter((part) => {
    const size = Buffer.byteLength(part.join('\n')) + 1;
    if (size > left) return false;
    left -= size;
    return true;
  });
  const missing = parts.length - taken.length;
  const note = `Parts that there is no room for: ${missing}. They stand in results.json.`;
  return [...taken.flat(), ...(missing === 0 ? [] : [note])];
}

const SIGNS = { broken: '❌', nothing: '❔', partly: '⚠️', clean: '✅' } as const;

function headLines(results: Results, strict: boolean, baseline: BaselineReport | undefined): string[] {
  const { target, profile, suite, durationMs } = results;
  const verdict = verdictOf(results, strict);
  const sign = isAllKnown(verdict, baseline) ? SIGNS.partly : SIGNS[verdict.kind];
  const played = [
    `${suite.selected} of ${suite.scenarios} scenarios in ${seconds(durationMs)}`,
    outsideAnswers(results),
  ];
  return [
    `## ${sign} iTIP conformance: ${plain(target.name)}`,
    '',
    `**${verdictWords(verdict, baseline)}.**`,
    `${plain(target.product)}, ${target.driver} driver, profile ${profile}; ${played.filter(Boolean).join(', ')}.`,
    '',
  ];
}

function levelLines({ totals }: Results): string[] {
  const shown = OUTCOMES.filter(
    (outcome) => outcome === 'passed' || LEVELS.some((level) => totals[level][outcome] > 0),
  );
  const rows = LEVELS.map((level) => [level, ...shown.map((outcome) => String(totals[level][outcome]))]);
  return [...table(['checks', ...shown], rows), ''];
}

function gateLines(results: Results): string[] {
  const closed = closedGates(results);
  if (closed.length === 0) return [];
  const items = closed.map(({ gate, outcome, reason }) => `- ${plain(gate)}, ${outcome}: ${words(reason)}`);
  return ['### Basics that do not work', '', ...items, ''];
}

function baselineLines(baseline: BaselineReport): string[] {
  const chores = baselineChores(baseline).map((chore) => `- ${words(chore)}`);
  return [
    '### Baseline',
    '',
    `${baselineCounts(baseline)}.`,
    '',
    ...chores,
    ...(chores.length === 0 ? [] : ['']),
  ];
}

function failureLines(scenario: ScenarioResult, results: Results, catalogue: Catalogue): string[] {
  const { name, uri, line, outcome, exchange = [], reason = 'no reason given' } = scenario;
  const wrong = scenario.checks.filter((check) => breaks(check.outcome, true));
  const deciding = decidingIn(scenario.checks);
  const rows = wrong.map((check) => [
    `${code(check.requirement)}<br>${plain(placeOf(check.requirement, catalogue, results.profile))}`,
    words(check.expected ?? ''),
    words(check.actual ?? check.reason ?? ''),
  ]);
  const diagram = sequenceDiagram(exchange, deciding);
  return [
    `#### ${outcome}: ${words(name)}`,
    '',
    `${code(`${uri}:${line}`)}`,
    '',
    ...(rows.length === 0 ? [words(reason)] : table(['requirement', 'expected', 'actual'], rows)),
    '',
    ...(diagram.length === 0 ? [] : [...block(diagram.join('\n'), 'mermaid'), '']),
    ...(deciding === undefined ? [] : folded('The message that decided', deciding)),
    `Repeat it: ${code(repeatCommand(scenario, results))}`,
    '',
  ];
}

function folded(title: string, text: string): string[] {
  const shown = shortened(text, LONGEST_MESSAGE);
  return [`<details><summary>${title}</summary>`, '', ...block(shown), '', '</details>', ''];
}

function restLines(rest: readonly ScenarioResult[]): string[] {
  if (rest.length === 0) return [];
  const items = rest
    .slice(0, NAMED)
    .map(({ outcome, id }) => `- ${outcome}: ${code(shortened(id, LONGEST_TEXT))}`);
  const more = rest.length - items.length;
  return [`#### And ${rest.length} more`, '', ...items, ...(more > 0 ? [`- and ${more} more`] : []), ''];
}

/** Why scenarios reached no verdict, each reason once. */
function unjudgedLines(results: Results): string[] {
  const items = unjudgedReasons(results)
    .slice(0, NAMED)
    .map(({ outcome, reason, count }) => `- ${count} × ${outcome}: ${words(reason)}`);
  return items.length === 0 ? [] : ['### Not judged', '', ...items, ''];
}

function words(text: string): string {
  return plain(shortened(text, LONGEST_TEXT));
}
