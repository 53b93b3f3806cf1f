import { dirname, relative, resolve, sep } from 'node:path';
import { loadBaseline } from '../conformance/baseline.js';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { gather } from '../conformance/findings/gather.js';
import { loadNotes } from '../conformance/findings/notes.js';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { findingsPage } from '../reports/findings/page.js';
import { loadMaterial } from './material.js';
import { DEFAULT_OUT, readResultsAt, writeText } from './results-file.js';

export interface FindingsFlags {
  readonly notes: string;
  readonly baseline: string;
  /** The page to write; it is printed unless given. */
  readonly out?: string;
}

/**
 * `itip findings`: the page of findings about one implementation. It is written only if every MUST failure is in a
 * finding (else 1) and every finding and entry of the baseline is still seen (else 6); what is not is named.
 */
export async function findingsCommand(path: string | undefined, flags: FindingsFlags): Promise<ExitCode> {
  const results = readResultsAt(path ?? DEFAULT_OUT);
  const notes = loadNotes(flags.notes);
  const gathered = gather(results, loadBaseline(flags.baseline), notes);
  const { unexplained, stale } = gathered;
  for (const one of unexplained) process.stderr.write(`unexplained: ${one}\n`);
  for (const one of stale) process.stderr.write(`stale: ${one}\n`);
  if (unexplained.length > 0) return EXIT_CODES.notConformant;
  if (stale.length > 0) return EXIT_CODES.baselineStale;
  const root = flags.out === undefined ? undefined : wayToFeatures(flags.out);
  const sources = [flags.notes, flags.baseline];
  const { catalogue } = await loadMaterial();
  const page = findingsPage({ results, catalogue, root, notes, gathered, sources });
  if (flags.out === undefined) process.stdout.write(page);
  else {
    writeText(flags.out, page);
    process.stdout.write(`wrote ${flags.out}\n`);
  }
  return EXIT_CODES.conformant;
}

/** The way from a page in the checkout to its root; nothing where the page lies elsewhere. */
function wayToFeatures(page: string): string | undefined {
  const way = relative(dirname(resolve(page)), PACKAGE_ROOT);
  if (way === '') return '.';
  const steps = way.split(sep);
  return steps.every((step) => step === '..') ? steps.join('/') : undefined;
}
