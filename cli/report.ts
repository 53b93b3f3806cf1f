import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { htmlText } from './formats.js';
import { loadMaterial } from './material.js';
import { openFile } from './open-file.js';
import { DEFAULT_OUT, readResultsAt, writeText } from './results-file.js';

export interface ReportFlags {
  readonly out: string;
  /** Show the report in the browser. */
  readonly open?: boolean;
  /** SHOULD rules count, too. */
  readonly strict?: boolean;
}

/** `itip report`: one HTML page from one or several results; of several the targets stand side by side. */
export async function reportCommand(
  paths: readonly string[],
  { out, open = false, strict = false }: ReportFlags,
): Promise<ExitCode> {
  const results = (paths.length === 0 ? [DEFAULT_OUT] : paths).map(readResultsAt);
  writeText(out, await htmlText(results, await loadMaterial(), strict));
  process.stdout.write(`wrote ${out}\n`);
  const problem = open ? await openFile(out) : undefined;
  if (problem !== undefined) process.stderr.write(`${problem}\n`);
  return EXIT_CODES.conformant;
}
