import type { ExitCode } from '../conformance/exit-code.js';
import { mergeShards } from '../conformance/merge.js';
import { loadMaterial } from './material.js';
import { readResultsAt } from './results-file.js';
import { type Telling, tell } from './tell.js';

/** `itip merge`: the results of a whole run from those of its shards; ends like the run would have ended. */
export async function mergeCommand(paths: readonly string[], flags: Telling): Promise<ExitCode> {
  const material = await loadMaterial();
  const shards = paths.map((path) => ({ path, results: readResultsAt(path) }));
  return tell(
    { results: mergeShards(shards, material), faults: [], unreachable: undefined },
    material,
    flags,
  );
}
