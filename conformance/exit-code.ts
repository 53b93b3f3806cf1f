import type { BaselineReport } from './baseline.js';
import { deviationsOf, ownWasJudged, wasJudged } from './deviations.js';
import type { Results } from './results.js';

/** What each exit code says; the meaning of a code never changes. */
export const EXIT_CODES = {
  conformant: 0,
  notConformant: 1,
  usage: 2,
  unreachable: 3,
  harnessFault: 4,
  nothingJudged: 5,
  baselineStale: 6,
} as const;
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

export interface Ending {
  /** Missing when the run never started. */
  readonly results?: Results | undefined;
  /** Missing when no baseline is in use: then every deviation breaks. */
  readonly baselineReport?: BaselineReport | undefined;
  readonly strict: boolean;
  readonly harnessFault: boolean;
  readonly usage: boolean;
  readonly unreachable: boolean;
}

/** The exit code of a command that ran scenarios. When several apply, the first of 4, 2, 3, 5, 1, 6 wins. */
export function exitCode(ending: Ending): ExitCode {
  const { results } = ending;
  if (ending.harnessFault || (results !== undefined && !addsUp(results))) return EXIT_CODES.harnessFault;
  if (ending.usage) return EXIT_CODES.usage;
  if (ending.unreachable) return EXIT_CODES.unreachable;
  if (results === undefined || !results.scenarios.some(wasJudged)) return EXIT_CODES.nothingJudged;
  if (isBroken(results, ending)) return EXIT_CODES.notConformant;
  if (!results.scenarios.some(ownWasJudged)) return EXIT_CODES.nothingJudged;
  if ((ending.baselineReport?.stale.length ?? 0) > 0) return EXIT_CODES.baselineStale;
  return results.interrupted ? EXIT_CODES.nothingJudged : EXIT_CODES.conformant;
}

/** Every selected scenario has an outcome, unless the run was interrupted. A sum that is off is our own fault. */
function addsUp(results: Results): boolean {
  const missing = results.suite.selected - results.scenarios.length;
  return missing === 0 || (results.interrupted && missing > 0);
}

function isBroken(results: Results, { baselineReport, strict }: Ending): boolean {
  if (baselineReport === undefined) return deviationsOf(results, strict).length > 0;
  return baselineReport.unlisted.length > 0 || baselineReport.expired.length > 0;
}
