import type { BaselineReport } from '../conformance/baseline.js';
import type { Results } from '../conformance/results.js';
import type { Catalogue } from '../requirements/catalogue.js';
import { baselineChores, baselineCounts, isAllKnown, verdictWords } from './accepted.js';
import { type Broken, brokenScenarios } from './broken-scenarios.js';
import { levelLines, sectionLines, slowLines, sumLine, unjudgedLines } from './console-tables.js';
import { failureText } from './failure.js';
import { labelled, seconds, wrap } from './text.js';
import { outsideAnswers } from './time-share.js';
import { closedGates } from './unjudged.js';
import { type Verdict, verdictOf } from './verdict.js';

export interface ConsoleOptions {
  readonly results: Results;
  readonly catalogue: Catalogue;
  readonly strict: boolean;
  readonly baseline?: BaselineReport | undefined;
  /** Puts a text into the colour of its tone; nothing has one when missing. */
  readonly paint?: Paint;
}

export type Tone = 'bad' | 'unsure' | 'good';
export type Paint = (tone: Tone, text: string) => string;

/** Failures told in full; the others are told in one line. */
const IN_FULL = 10;

/**
 * What a run ended with, as lines for a terminal of 80 columns. Numbers come first and scroll away; then what breaks
 * the run, worst first; at the end, where the eye is, the verdict.
 */
export function consoleReport(options: ConsoleOptions): string[] {
  const { results, catalogue, strict, baseline, paint = (_tone, text) => text } = options;
  return [
    ...headLines(results),
    '',
    ...sectionLines(results, catalogue),
    '',
    ...levelLines(results),
    ...unjudgedLines(results),
    ...slowLines(results),
    ...gateLines(results),
    ...failureLines(brokenScenarios(results, strict, baseline), options, paint),
    ...(baseline === undefined ? [] : baselineLines(baseline)),
    '',
    ...verdictLines(verdictOf(results, strict), baseline, paint),
    ...wrap(sumLine(results)),
  ];
}

function headLines(results: Results): string[] {
  const { target, profile, suite, scenarios, durationMs } = results;
  const waited = scenarios.reduce((sum, { waitedMs }) => sum + waitedMs, 0);
  const waiting = waited < 1000 ? '' : `; waiting for the target: ${seconds(waited)}`;
  const share = outsideAnswers(results);
  const outside = share === '' ? '' : `, ${share}`;
  const throttled = scenarios.reduce((sum, { throttledMs = 0 }) => sum + throttledMs, 0);
  const sparing = throttled < 1000 ? '' : `; kept back to spare the target: ${seconds(throttled)}`;
  return [
    ...wrap(`${target.name}: ${target.product}, ${target.driver} driver, profile ${profile}`),
    ...wrap(
      `${suite.selected} of ${suite.scenarios} scenarios in ${seconds(durationMs)}${outside}${waiting}${sparing}`,
    ),
  ];
}

function gateLines(results: Results): string[] {
  return closedGates(results).flatMap(({ gate, outcome, reason }) => [
    '',
    ...wrap(`closed gate ${gate}: ${outcome}, ${reason}`),
  ]);
}

function failureLines(
  broken: readonly Broken[],
  { results, catalogue }: ConsoleOptions,
  paint: Paint,
): string[] {
  const told = broken.slice(0, IN_FULL).flatMap(({ scenario, wrong }) => {
    const [first = '', ...rest] = failureText(scenario, wrong, results, catalogue);
    return ['', paint(toneOf(scenario.outcome), first), ...rest];
  });
  const rest = broken
    .slice(IN_FULL)
    .flatMap(({ scenario: { outcome, name, uri, line } }) => [
      ...labelled(outcome, name, outcome.length + 2),
      ...wrap(`${uri}:${line}`, '  '),
    ]);
  return rest.length === 0 ? told : [...told, '', `and ${broken.length - IN_FULL} more:`, ...rest];
}

function toneOf(outcome: string): Tone {
  return outcome === 'failed' || outcome === 'errored' ? 'bad' : 'unsure';
}

function baselineLines(baseline: BaselineReport): string[] {
  const chores = baselineChores(baseline).flatMap((line) => wrap(line, '  '));
  return ['', `baseline: ${baselineCounts(baseline)}`, ...chores];
}

const TONES: Readonly<Record<Verdict['kind'], Tone>> = {
  broken: 'bad',
  nothing: 'unsure',
  partly: 'unsure',
  clean: 'good',
};

function verdictLines(verdict: Verdict, baseline: BaselineReport | undefined, paint: Paint): string[] {
  const tone = isAllKnown(verdict, baseline) ? 'unsure' : TONES[verdict.kind];
  return wrap(verdictWords(verdict, baseline)).map((line) => paint(tone, line));
}
