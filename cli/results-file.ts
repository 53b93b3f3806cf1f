import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Results } from '../conformance/results.js';
import { UsageError } from '../targets/outcome-errors.js';

/** Where results go when nothing else is said. */
export const DEFAULT_OUT = 'reports/out';

/** Name of the file that the results of a run are kept in. */
export const RESULTS_NAME = 'results.json';

/** Writes `results.json` into a folder, which is made if need be. Returns its path. */
export function writeResults(results: Results, folder: string): string {
  const path = join(folder, RESULTS_NAME);
  writeText(path, `${JSON.stringify(results, null, 2)}\n`);
  return path;
}

/** Writes a text to a file, whose folder is made if need be. Throws UsageError when that is not possible. */
export function writeText(path: string, text: string, remedy = 'say another place by --out'): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${(error as Error).message}; ${remedy}`);
  }
}

/** Reads the results at a path, which is the file or the folder that it lies in. Throws UsageError like the next. */
export function readResultsAt(path: string): Results {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  return readResults(isFolder ? join(path, RESULTS_NAME) : path);
}

/** Reads `results.json`. Throws UsageError when it is missing, no JSON, or not of this schema. */
export function readResults(path: string): Results {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}; run \`itip run\` first`);
  }
  const parsed = Results.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`${path} is no results file: ${issue?.path.join('.')}: ${issue?.message}`);
}
