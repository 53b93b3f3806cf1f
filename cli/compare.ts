import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { compareResults, comparisonReport } from '../reports/compare.js';
import { readResultsAt } from './results-file.js';

export interface CompareFlags {
  readonly strict?: boolean;
  readonly json?: boolean;
}

/**
 * `itip compare`: what became of each requirement from the first results to the second. Ends with 1 when something is
 * worse, and as nothing judged when the two have no scenario in common.
 */
export function compareCommand(first: string, second: string, flags: CompareFlags): ExitCode {
  const [before, after] = [readResultsAt(first), readResultsAt(second)];
  const strict = flags.strict ?? false;
  const comparison = compareResults(before, after, strict);
  const text =
    flags.json === true
      ? JSON.stringify(comparison, null, 2)
      : comparisonReport(before, after, strict).join('\n');
  process.stdout.write(`${text}\n`);
  const known = new Set(before.scenarios.map(({ id }) => id));
  if (!after.scenarios.some(({ id }) => known.has(id))) {
    process.stderr.write('the two results have no scenario in common\n');
    return EXIT_CODES.nothingJudged;
  }
  return comparison.isWorse ? EXIT_CODES.notConformant : EXIT_CODES.conformant;
}
