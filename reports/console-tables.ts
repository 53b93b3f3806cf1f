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
import { bySection, sectionOf } from './rows.js';
import { labelled, seconds, table, wrap } from './text.js';
import { UNJUDGED, unjudgedReasons } from './unjudged.js';

/** Tables of a run for a terminal of 80 columns. */

/** Columns of the sections: what came to no verdict is told apart by level alone, or the table would be too wide. */
const COLUMNS: readonly (readonly [string, readonly Outcome[]])[] = [
  ['passed', ['passed']],
  ['failed', ['failed']],
  ['warned', ['warned']],
  ['undecided', ['errored', 'inconclusive']],
  ['not judged', UNJUDGED],
];

/** Checks by section. */
export function sectionLines({ scenarios }: Results, catalogue: Catalogue): string[] {
  const sections = new Map<string, ReturnType<typeof noCounts>>();
  for (const { requirement, outcome } of scenarios.flatMap(({ checks }) => checks)) {
    const name = sectionOf(requirement, catalogue);
    const counts = sections.get(name) ?? noCounts();
    counts[outcome] += 1;
    sections.set(name, counts);
  }
  const sum = (name: string, outcomes: readonly Outcome[]): number =>
    outcomes.reduce((total, outcome) => total + (sections.get(name)?.[outcome] ?? 0), 0);
  const names = [...sections.keys()].sort(bySection);
  const shown = COLUMNS.filter(
    ([title, outcomes]) => title === 'passed' || names.some((name) => sum(name, outcomes) > 0),
  );
  return table([
    ['section', ...shown.map(([title]) => title)],
    ...names.map((name) => [name, ...shown.map(([, outcomes]) => String(sum(name, outcomes)))]),
  ]);
}

/** Checks by outcome and level. */
export function levelLines({ totals }: Results): string[] {
  return table([
    ['checks', ...LEVELS],
    ...occurring(Object.values(totals)).map((outcome) => [
      outcome,
      ...LEVELS.map((level) => String(totals[level][outcome])),
    ]),
  ]);
}

/** Outcomes that occur at all, in the order from good to bad. */
function occurring(counts: readonly Readonly<Record<Outcome, number>>[]): Outcome[] {
  return OUTCOMES.filter((outcome) => outcome === 'passed' || counts.some((count) => count[outcome] > 0));
}

/** All checks by outcome, in one sentence. */
export function sumLine({ scenarios }: Results): string {
  const all = Object.values(totalsOf(scenarios));
  const sum = (outcome: Outcome): number => all.reduce((total, counts) => total + counts[outcome], 0);
  return `checks: ${occurring(all)
    .map((outcome) => `${sum(outcome)} ${outcome}`)
    .join(', ')}`;
}

/** Why scenarios reached no verdict, each reason once with the number of its scenarios. */
export function unjudgedLines(results: Results): string[] {
  const reasons = unjudgedReasons(results);
  if (reasons.length === 0) return [];
  const lines = reasons.flatMap(({ outcome, reason, count }) =>
    labelled(String(count).padStart(3), `${outcome}: ${reason}`, 5),
  );
  return ['', 'scenarios without a verdict', ...lines];
}

/** Scenarios that are named for their length, and how long one must last for it, in milliseconds. */
const SLOWEST = 5;
const SLOW = 2_000;

/** The scenarios that took longest, if they took long: where a run can be made faster. */
export function slowLines({ scenarios }: Results): string[] {
  const slow = scenarios
    .filter(({ durationMs }) => durationMs >= SLOW)
    .sort((one, other) => other.durationMs - one.durationMs);
  if (slow.length === 0) return [];
  return [
    '',
    `slowest of ${slow.length} scenarios that took more than ${SLOW / 1000} s`,
    ...slow.slice(0, SLOWEST).flatMap(slowScenario),
  ];
}

function slowScenario({ name, uri, line, durationMs, waitedMs, throttledMs = 0 }: ScenarioResult): string[] {
  const waited = waitedMs >= SLOW ? `, ${seconds(waitedMs)} of them waiting` : '';
  const sparing = throttledMs >= SLOW ? `, ${seconds(throttledMs)} kept back to spare the target` : '';
  return [
    ...labelled(seconds(durationMs).padStart(7), `${name}${waited}${sparing}`, 9),
    ...wrap(`${uri}:${line}`, '  '),
  ];
}
