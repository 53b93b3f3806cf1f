import { UsageError } from '../../targets/outcome-errors.js';
import { type Baseline, type BaselineEntry, compareWithBaseline, covers } from '../baseline.js';
import { type Deviation, deviationsOf } from '../deviations.js';
import type { Check, Outcome, Results, ScenarioResult } from '../results.js';
import type { FindingNote, FindingsNotes } from './notes.js';

/** A check that did not pass, with its entry in the baseline. */
export interface Shown {
  readonly scenario: ScenarioResult;
  readonly check: Check;
  readonly entry: BaselineEntry | undefined;
}

/** A finding with all that shows it in one run. */
export interface Finding {
  readonly note: FindingNote;
  /** What is broken, and what could not be judged because of it; in the order of the suite, at least one. */
  readonly shown: readonly Shown[];
}

/** How the results of a run lie in the findings about its target. */
export interface Gathered {
  /** In the order of the notes; without those that nothing shows. */
  readonly findings: readonly Finding[];
  /** Broken SHOULD rules that belong to no finding. */
  readonly warned: readonly Shown[];
  /** What could not be judged, be it in a finding or not. */
  readonly unjudged: readonly Shown[];
  /** MUST failures that no finding explains, each with what is missing. */
  readonly unexplained: readonly string[];
  /** Findings and entries that the results do not show any more, each with the reason. */
  readonly stale: readonly string[];
}

const NOT_JUDGED: readonly Outcome[] = ['errored', 'inconclusive', 'blocked'];

/**
 * Puts every check that did not pass into the finding that its entry of the baseline names. An entry names one at most,
 * so nothing is in two of them.
 *
 * @throws UsageError when results, baseline and notes are not of one target, an entry names a finding that the notes do
 *   not have, or the results are not those of a whole run
 */
export function gather(results: Results, baseline: Baseline, notes: FindingsNotes): Gathered {
  checkFit(results, baseline, notes);
  const shown = results.scenarios.flatMap((scenario) => shownIn(scenario, baseline));
  const findings = notes.findings.map((note) => ({
    note,
    shown: shown.filter(({ entry }) => entry?.finding === note.id),
  }));
  const unexplained = deviationsOf(results, false)
    .filter(({ outcome }) => outcome === 'failed')
    .flatMap((deviation) => whyUnexplained(deviation, baseline) ?? []);
  const { stale } = compareWithBaseline(results, baseline, '0000-01-01');
  return {
    findings: findings.filter((finding) => finding.shown.length > 0),
    warned: shown.filter(({ check, entry }) => check.outcome === 'warned' && entry?.finding === undefined),
    unjudged: shown.filter(({ check }) => NOT_JUDGED.includes(check.outcome)),
    unexplained,
    stale: [
      ...findings.flatMap((finding) => whyStale(finding, baseline) ?? []),
      ...stale.map(({ entry, why }) => `${placeOf(entry)}: ${why}; remove the entry`),
    ],
  };
}

function checkFit({ target, suite, interrupted }: Results, baseline: Baseline, notes: FindingsNotes): void {
  for (const [what, name] of [
    ['the baseline is', baseline.target],
    ['the notes are', notes.target],
  ]) {
    if (name !== target.name) {
      throw new UsageError(`${what} of target \`${name}\`, the results are of \`${target.name}\``);
    }
  }
  if (interrupted || suite.selected !== suite.scenarios) {
    throw new UsageError(
      `these are results of ${suite.selected} of ${suite.scenarios} scenarios${interrupted ? ', interrupted' : ''}; ` +
        'findings need those of a whole run (`itip merge` puts shards together)',
    );
  }
  const known = new Set(notes.findings.map(({ id }) => id));
  const strange = baseline.entries.find(({ finding }) => finding !== undefined && !known.has(finding));
  if (strange === undefined) return;
  throw new UsageError(
    `the baseline names the finding ${strange.finding} for ${placeOf(strange)}, which the notes do not have; ` +
      `known: ${[...known].join(', ')}`,
  );
}

function shownIn(scenario: ScenarioResult, { entries }: Baseline): Shown[] {
  return scenario.checks
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'warned' || NOT_JUDGED.includes(outcome))
    .map((check) => {
      const place = { scenario: scenario.id, requirement: check.requirement, outcome: check.outcome };
      return { scenario, check, entry: entries.find((entry) => covers(entry, place)) };
    });
}

/** What is flaky need not show in every run. */
function whyStale({ note: { id, shown }, shown: all }: Finding, { entries }: Baseline): string | undefined {
  if (all.length === 0 && entries.some(({ finding, flaky }) => finding === id && flaky)) return undefined;
  if (all.length === 0) return `finding ${id}: nothing in these results shows it; remove it from the notes`;
  if (shown === undefined || all.some(({ scenario }) => scenario.id === shown)) return undefined;
  return `finding ${id}: ${shown}, which is to be shown, is none of its scenarios`;
}

function whyUnexplained(deviation: Deviation, { entries }: Baseline): string | undefined {
  const entry = entries.find((one) => covers(one, deviation));
  if (entry === undefined) return `${placeOf(deviation)}: the baseline does not list it`;
  return entry.finding === undefined ? `${placeOf(deviation)}: its entry names no finding` : undefined;
}

function placeOf({ scenario, requirement }: Pick<Deviation, 'scenario' | 'requirement'>): string {
  return `${scenario} ${requirement}`;
}
