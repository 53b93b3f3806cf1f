import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { type ISupportCodeLibrary, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import { closeLane, openLane } from '../targets/lane.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import { measureNatively } from './native-groups.js';
import { PACKAGE_ROOT } from './package-root.js';
import { openPass } from './pickle-filter.js';
import { rememberMatches } from './remembered-matches.js';
import type { RunLane } from './run-lane.js';
import type { Scenario } from './suite.js';

let library: Promise<ISupportCodeLibrary> | undefined;
let passes = 0;

/** Plays scenarios one after the other on a lane, in the order given. What they end with is told to the lane. */
export async function perform(scenarios: readonly Scenario[], lane: RunLane): Promise<void> {
  if (scenarios.length === 0) return;
  passes += 1;
  const id = `pass-${passes}`;
  const placeOf = new Map<string, string>();
  const places = scenarios.map(({ uri, line }) => `${uri}:${line}`);
  const closePass = openPass(id, { places, placeOf });
  openLane(id, lane);
  lane.beginPass(placeOf);
  const stderr = new PassThrough();
  const complaints: string[] = [];
  stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()));
  try {
    await runCucumber(await configuration(scenarios, id), { cwd: PACKAGE_ROOT, stdout: nowhere(), stderr });
  } finally {
    await lane.clearUp();
    closeLane(id);
    closePass();
  }
  if (complaints.length > 0) throw new HarnessFault(`Cucumber complains: ${complaints.join('').trim()}`);
}

async function configuration(
  scenarios: readonly Scenario[],
  pass: string,
): Promise<Parameters<typeof runCucumber>[0]> {
  const built = (name: string) => pathToFileURL(join(PACKAGE_ROOT, 'dist', 'conformance', name)).href;
  const paths = [...new Set(scenarios.map(({ uri }) => uri))];
  library ??= loadSteps();
  return {
    sources: { defaultDialect: 'en', paths, names: [], tagExpression: '', order: 'defined' },
    support: await library,
    runtime: {
      dryRun: false,
      failFast: false,
      filterStacktraces: true,
      parallel: 0,
      retry: 0,
      retryTagFilter: '',
      strict: true,
      worldParameters: { lane: pass },
    },
    formats: { stdout: built('silent-formatter.js'), files: {}, publish: false, options: {} },
    plugins: { specifiers: [built('pickle-filter.js')], options: { pass: { id: pass } } },
  };
}

/** The sentences are loaded once in a process. */
async function loadSteps(): Promise<ISupportCodeLibrary> {
  const library = await loadSupport(
    {
      sources: { defaultDialect: 'en', paths: [], names: [], tagExpression: '', order: 'defined' },
      support: { importPaths: ['dist/steps/*.js'] },
    },
    { cwd: PACKAGE_ROOT },
  );
  measureNatively(library);
  rememberMatches(library);
  return library;
}

function nowhere(): PassThrough {
  return new PassThrough().resume();
}
