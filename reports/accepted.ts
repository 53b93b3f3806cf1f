import type { BaselineReport } from '../conformance/baseline.js';
import type { Verdict } from './verdict.js';

/**
 * Why a baseline accepts what a scenario breaks: the reasons of its entries, each once.
 *
 * @returns undefined without a baseline, and where something in the scenario is not listed or no longer excused
 */
export function acceptedBecause(scenario: string, baseline: BaselineReport | undefined): string | undefined {
  if (baseline === undefined || isUnaccepted(scenario, baseline)) return undefined;
  const entries = [...baseline.known, ...baseline.flaky].map(({ entry }) => entry);
  const reasons = entries
    .filter((entry) => entry.scenario === scenario)
    .map(({ reason, link }) => (link === undefined ? reason : `${reason} (${link})`));
  return reasons.length === 0 ? undefined : [...new Set(reasons)].join('; ');
}

function isUnaccepted(scenario: string, { unlisted, expired }: BaselineReport): boolean {
  return [...unlisted, ...expired.map(({ entry }) => entry)].some((place) => place.scenario === scenario);
}

/** Whether all that breaks a run is listed in its baseline. */
export function isAllKnown({ kind }: Verdict, baseline: BaselineReport | undefined): boolean {
  return kind === 'broken' && baseline?.unlisted.length === 0 && baseline.expired.length === 0;
}

/** The verdict in words, with what the baseline says of it. */
export function verdictWords(verdict: Verdict, baseline: BaselineReport | undefined): string {
  const text = isAllKnown(verdict, baseline) ? `${verdict.text}; the baseline lists all of it` : verdict.text;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** How many entries came to what, e.g. `3 known, 0 flaky, 1 unlisted, 0 expired, 0 stale`. */
export function baselineCounts({ known, flaky, unlisted, expired, stale }: BaselineReport): string {
  return [
    `${known.length} known`,
    `${flaky.length} flaky`,
    `${unlisted.length} unlisted`,
    `${expired.length} expired`,
    `${stale.length} stale`,
  ].join(', ');
}

/** What must be done about the entries that are stale or expired, a line for each. */
export function baselineChores({ stale, expired }: BaselineReport): string[] {
  return [
    ...stale.map(
      ({ entry, why }) => `stale: ${entry.scenario} ${entry.requirement}: ${why}; remove the entry`,
    ),
    ...expired.map(({ entry }) => `expired on ${entry.expires}: ${entry.scenario} ${entry.requirement}`),
  ];
}
