import type { ScenarioResult } from '../conformance/results.js';

/**
 * Of the time in which scenarios were played, the share in which the server was not answering: work and pauses of the
 * suite. What was kept back to spare the server counts as neither. On several lanes each lane counts for itself, so
 * that a server which answers one of them does not hide that another one waits.
 *
 * @returns a number from 0 to 1; undefined where there is no server to wait for
 */
export function shareOutsideAnswers(scenarios: readonly ScenarioResult[]): number | undefined {
  let [answering, whole] = [0, 0];
  for (const { durationMs, answeringMs, throttledMs = 0 } of scenarios) {
    if (answeringMs === undefined) continue;
    answering += answeringMs;
    whole += durationMs - throttledMs;
  }
  return whole > 0 ? Math.max(0, 1 - answering / whole) : undefined;
}

/** The same in words, as what a run took; empty where there is no server. */
export function outsideAnswers(scenarios: readonly ScenarioResult[]): string {
  const share = shareOutsideAnswers(scenarios);
  return share === undefined ? '' : `${(share * 100).toFixed(1)} % of it outside the server's answers`;
}
