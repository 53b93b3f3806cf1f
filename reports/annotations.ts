import type { BaselineReport } from '../conformance/baseline.js';
import { breaks } from '../conformance/deviations.js';
import type { Results, ScenarioResult } from '../conformance/results.js';
import { acceptedBecause } from './accepted.js';
import { repeatCommand } from './failure.js';
import { withFullNames } from './scenario-names.js';
import { visible } from './visible.js';

/** GitHub shows ten errors and ten warnings of a step; more would only hide what the log says. */
const MOST = 10;

/**
 * The results as workflow commands of GitHub: an error for what breaks the run and for what is stale in the baseline, a
 * warning for a SHOULD, and a notice that counts what there was no room for. What the baseline accepts is left out.
 */
export function annotations(given: Results, strict: boolean, baseline?: BaselineReport): string[] {
  const results = withFullNames(given);
  const errors = results.scenarios.filter(
    ({ id, outcome }) => breaks(outcome, strict) && acceptedBecause(id, baseline) === undefined,
  );
  const warnings = strict ? [] : results.scenarios.filter((scenario) => hasNewWarning(scenario, baseline));
  const asErrors = [
    ...errors.map((scenario) => annotation('error', scenario, results)),
    ...(baseline?.stale ?? []).map(staleEntry),
  ];
  const left = Math.max(0, asErrors.length - MOST) + Math.max(0, warnings.length - MOST);
  return [
    ...asErrors.slice(0, MOST),
    ...warnings.slice(0, MOST).map((scenario) => annotation('warning', scenario, results)),
    ...(left === 0 ? [] : [`::notice::and ${left} more; they stand in the job summary and in results.json`]),
  ];
}

/** What does not break a run need not be listed, so that something else of a scenario is says nothing of it. */
function hasNewWarning(
  { id, outcome, checks }: ScenarioResult,
  baseline: BaselineReport | undefined,
): boolean {
  if (outcome !== 'warned') return false;
  const entries = [...(baseline?.known ?? []), ...(baseline?.flaky ?? [])].map(({ entry }) => entry);
  const listed = entries.filter(({ scenario }) => scenario === id).map(({ requirement }) => requirement);
  return checks.some((check) => check.outcome === 'warned' && !listed.includes(check.requirement));
}

function annotation(kind: 'error' | 'warning', scenario: ScenarioResult, results: Results): string {
  const { uri, line, name, outcome, reason = 'no reason given' } = scenario;
  const wrong = scenario.checks.filter((check) => breaks(check.outcome, true));
  const text = [
    ...new Set(wrong.map(({ requirement }) => requirement)),
    reason,
    `repeat: ${repeatCommand(scenario, results)}`,
  ].join('\n');
  const title = `${outcome}: ${name}`;
  return `::${kind} file=${attribute(uri)},line=${line},title=${attribute(title)}::${escaped(text)}`;
}

function staleEntry({ entry, why }: BaselineReport['stale'][number]): string {
  const text = `${entry.scenario}\n${entry.requirement}\n${why}; remove the entry`;
  return `::error title=${attribute('stale entry in the baseline')}::${escaped(text)}`;
}

/** A command ends with its line. */
function escaped(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

/** An attribute ends with a comma, all of them with a colon. */
function attribute(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
