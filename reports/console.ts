import type { BaselineReport } from '../conformance/baseline.js';
import { breaks } from '../conformance/deviations.js';
import {
  LEVELS,
  noCounts,
  OUTCOMES,
  type Outcome,
  type Results,
  type ScenarioResult,
  totalsOf,
} from '../conformance/results.js';
import type { Catalogue } from '../requirements/catalogue.js';
import { failureText } from './failure.js';
import { bySection, sectionOf } from './rows.js';
import { table, wrap } from './text.js';

export interface ConsoleOptions {
  readonly results: Results;
  readonly catalogue: Catalogue;
  readonly strict: boolean;
  readonly baseline?: BaselineReport | undefined;
  /** Failures told in full; the others are told in one line. */
  readonly inFull?: number;
}

const IN_FULL = 10;

/** What a run ended with, as lines for a terminal: what matters most stands last. */
export function consoleReport(options: ConsoleOptions): string[] {
  const { results, baseline } = options;
  return [
    ...headLines(results),
    '',
    ...sectionLines(results, options.catalogue),
    '',
    ...levelLines(results),
    ...gateLines(results),
    ...unjudgedLines(results),
    ...(baseline === undefined ? [] : baselineLines(baseline)),
    ...failureLines(options),
    '',
    ...lastLines(options),
  ];
}

function headLines({ target, profile, suite, durationMs }: Results): string[] {
  const seconds = (durationMs / 1000).toFixed(1);
  return [
    ...wrap(`${target.name}: ${target.product}, ${target.driver} driver, profile ${profile}`),
    `${suite.selected} of ${suite.scenarios} scenarios in ${seconds} s`,
  ];
}

/** Outcomes that occur at all, in the order from good to bad. */
function occurring(counts: readonly Readonly<Record<Outcome, number>>[]): Outcome[] {
  return OUTCOMES.filter((outcome) => outcome === 'passed' || counts.some((count) => count[outcome] > 0));
}

function levelLines({ totals }: Results): string[] {
  const shown = occurring(Object.values(totals));
  return table([
    ['checks', ...shown],
    ...LEVELS.map((level) => [level, ...shown.map((outcome) => String(totals[level][outcome]))]),
  ]);
}

function sectionLines({ scenarios }: Results, catalogue: Catalogue): string[] {
  const sections = new Map<string, ReturnType<typeof noCounts>>();
  for (const { requirement, outcome } of scenarios.flatMap(({ checks }) => checks)) {
    const name = sectionOf(requirement, catalogue);
    const counts = sections.get(name) ?? noCounts();
    counts[outcome] += 1;
    sections.set(name, counts);
  }
  const shown = occurring([...sections.values()]);
  const names = [...sections.keys()].sort(bySection);
  return table([
    ['section', ...shown],
    ...names.map((name) => [name, ...shown.map((outcome) => String(sections.get(name)?.[outcome] ?? 0))]),
  ]);
}

function gateLines({ gates }: Results): string[] {
  const closed = gates.filter(({ outcome }) => outcome !== 'passed' && outcome !== 'not-applicable');
  return closed.flatMap(({ gate, outcome, reason = 'no reason given' }) => [
    '',
    ...wrap(`closed gate ${gate}: ${outcome}, ${reason}`),
  ]);
}

/** Why scenarios reached no verdict, each reason once with the number of its scenarios. */
function unjudgedLines({ scenarios }: Results): string[] {
  const reasons = new Map<string, number>();
  for (const { outcome, reason = 'no reason given' } of scenarios) {
    if (!['not-applicable', 'not-expressible', 'blocked'].includes(outcome)) continue;
    const text = `${outcome}: ${reason}`;
    reasons.set(text, (reasons.get(text) ?? 0) + 1);
  }
  if (reasons.size === 0) return [];
  const lines = [...reasons].flatMap(([text, count]) => {
    const [first = '', ...rest] = wrap(text, '', 72);
    return [`  ${String(count).padStart(3)}  ${first}`, ...rest.map((line) => `       ${line}`)];
  });
  return ['', 'scenarios without a verdict', ...lines];
}

function baselineLines({ known, flaky, unlisted, stale, expired }: BaselineReport): string[] {
  const counts = [
    [known, 'known'],
    [flaky, 'flaky'],
    [unlisted, 'unlisted'],
    [expired, 'expired'],
    [stale, 'stale'],
  ] as const;
  return [
    '',
    `baseline: ${counts.map(([list, word]) => `${list.length} ${word}`).join(', ')}`,
    ...stale.flatMap(({ entry, why }) =>
      wrap(`stale: ${entry.scenario} ${entry.requirement}: ${why}; remove the entry`, '  '),
    ),
    ...expired.flatMap(({ entry }) =>
      wrap(`expired on ${entry.expires}: ${entry.scenario} ${entry.requirement}`, '  '),
    ),
  ];
}

/** The scenarios that break the run: those that no baseline knows, worst told in full. */
function failureLines({ results, catalogue, strict, baseline, inFull = IN_FULL }: ConsoleOptions): string[] {
  const unlisted = new Set((baseline?.unlisted ?? []).map(({ scenario }) => scenario));
  const broken = results.scenarios.filter(
    ({ id, outcome, checks }) =>
      (baseline === undefined || unlisted.has(id)) &&
      (breaks(outcome, strict) || checks.some((check) => breaks(check.outcome, strict))),
  );
  const told = broken
    .slice(0, inFull)
    .flatMap((scenario) => ['', ...failureText(scenario, wrongChecks(scenario, strict), results, catalogue)]);
  const rest = broken.slice(inFull).map(({ outcome, id }) => `  ${outcome}  ${id}`);
  return rest.length === 0 ? told : [...told, '', `and ${rest.length} more:`, ...rest];
}

function wrongChecks({ checks }: ScenarioResult, strict: boolean): ScenarioResult['checks'] {
  return checks.filter(({ outcome }) => breaks(outcome, strict));
}

function lastLines({ results }: ConsoleOptions): string[] {
  const all = Object.values(totalsOf(results.scenarios));
  const sum = (outcome: Outcome): number => all.reduce((total, counts) => total + counts[outcome], 0);
  const words = occurring(all).map((outcome) => `${sum(outcome)} ${outcome}`);
  return [
    `checks: ${words.join(', ')}`,
    ...(results.interrupted ? ['interrupted: what was learned is kept, the rest was not played'] : []),
  ];
}
