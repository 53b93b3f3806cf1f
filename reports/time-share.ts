import type { Results } from '../conformance/results.js';

/**
 * Of the time of a run, the share in which no request to the server was under way: work and pauses of the suite. What
 * was kept back to spare the server does not count.
 *
 * @returns a number from 0 to 1; undefined where there is no server to wait for
 */
export function shareOutsideAnswers({
  durationMs,
  busyMs,
}: Pick<Results, 'durationMs' | 'busyMs'>): number | undefined {
  return busyMs === undefined || durationMs === 0 ? undefined : Math.max(0, 1 - busyMs / durationMs);
}

/** The same in words, as what a run took; empty where there is no server. */
export function outsideAnswers(results: Pick<Results, 'durationMs' | 'busyMs'>): string {
  const share = shareOutsideAnswers(results);
  return share === undefined ? '' : `${(share * 100).toFixed(1)} % of it outside the server's answers`;
}
