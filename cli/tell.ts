import { compareWithBaseline, loadBaseline } from '../conformance/baseline.js';
import { type ExitCode, exitCode } from '../conformance/exit-code.js';
import type { RunOutcome } from '../conformance/run.js';
import { consoleReport } from '../reports/console.js';
import { labelled } from '../reports/text.js';
import { type Format, writeFormats } from './formats.js';
import type { Material } from './material.js';
import { paintFor } from './paint.js';
import { writeResults } from './results-file.js';

/** The options that say how a run is told. */
export interface Telling {
  /** Folder of the results. */
  readonly out: string;
  readonly strict?: boolean;
  readonly baseline?: string;
  /** Print the results as JSON instead of the report. */
  readonly json?: boolean;
  /** What else to write beside `results.json`. */
  readonly format?: readonly Format[];
}

type Ended = Pick<RunOutcome, 'results' | 'faults' | 'unreachable'>;

/**
 * Writes what a run has come to, prints it, and returns its exit code.
 *
 * @throws UsageError when the baseline is of another target or cannot be read
 */
export async function tell(
  { results, faults, unreachable }: Ended,
  material: Material,
  flags: Telling,
): Promise<ExitCode> {
  const strict = flags.strict ?? false;
  const today = new Date().toISOString().slice(0, 10);
  const known = flags.baseline === undefined ? undefined : loadBaseline(flags.baseline, results.target.name);
  const baseline = known && compareWithBaseline(results, known, today, { strict });
  const written = { results, material, strict, baseline, folder: flags.out };
  const paths = [writeResults(results, flags.out), ...(await writeFormats(flags.format ?? [], written))];
  const { catalogue } = material;
  const lines = consoleReport({ results, catalogue, strict, baseline, paint: paintFor(process.stdout) });
  const report = [...lines, ...labelled('results:', paths.join(', '), 9, '')].join('\n');
  const text = flags.json === true ? JSON.stringify(results, null, 2) : report;
  process.stdout.write(`${text}\n`);
  for (const fault of faults) process.stderr.write(`fault of the harness: ${fault}\n`);
  if (unreachable !== undefined) process.stderr.write(`the target cannot be reached: ${unreachable}\n`);
  return exitCode({
    results,
    baselineReport: baseline,
    strict,
    harnessFault: faults.length > 0,
    usage: false,
    unreachable: unreachable !== undefined,
  });
}
