import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadBaseline, NOT_YET_EXPLAINED, writeBaseline } from '../conformance/baseline.js';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { RESULTS_NAME, readResults, writeText } from './results-file.js';

export interface BaselineFlags {
  readonly baseline: string;
  readonly out: string;
  readonly strict?: boolean;
}

/** `itip baseline update`: writes the baseline under which the last run would be accepted. Reasons are kept. */
export function baselineUpdateCommand({ baseline, out, strict = false }: BaselineFlags): ExitCode {
  const results = readResults(join(out, RESULTS_NAME));
  const previous = existsSync(baseline) ? loadBaseline(baseline, results.target.name) : undefined;
  const text = writeBaseline(results, previous, strict);
  writeText(baseline, text, 'say another place by --baseline');
  const open = text.split(NOT_YET_EXPLAINED).length - 1;
  const advice = open === 0 ? '' : `; without a reason yet: ${open}`;
  process.stdout.write(`wrote ${baseline}${advice}\n`);
  return EXIT_CODES.conformant;
}
