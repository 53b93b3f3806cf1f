import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Results } from '../conformance/results.js';
import { UsageError } from '../targets/outcome-errors.js';

/** Where results go when nothing else is said. */
export const DEFAULT_OUT = 'reports/out';

/** Writes `results.json` into a folder, which is made if need be. Returns its path. */
export function writeResults(results: Results, folder: string): string {
  const path = join(folder, 'results.json');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  } catch (error) {
    throw new UsageError(
      `${path} cannot be written: ${(error as Error).message}; say another folder by --out`,
    );
  }
  return path;
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
