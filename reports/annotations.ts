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
  const unknown = results.scenarios.filter(({ id }) => acceptedBecause(id, baseline) === undefined);
  const errors = unknown.filter(({ outcome }) => breaks(outcome, strict));
  const warnings = strict ? [] : unknown.filter(({ outcome }) => outcome === 'warned');
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
