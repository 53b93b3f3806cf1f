import { spawn } from 'node:child_process';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { htmlText } from './formats.js';
import { loadMaterial } from './material.js';
import { DEFAULT_OUT, readResultsAt, writeText } from './results-file.js';

export interface ReportFlags {
  readonly out: string;
  /** Show the report in the browser. */
  readonly open?: boolean;
}

/** `itip report`: one HTML page from one or several results; of several the targets stand side by side. */
export async function reportCommand(
  paths: readonly string[],
  { out, open = false }: ReportFlags,
): Promise<ExitCode> {
  const results = (paths.length === 0 ? [DEFAULT_OUT] : paths).map(readResultsAt);
  writeText(out, htmlText(results, loadMaterial()));
  process.stdout.write(`wrote ${out}\n`);
  if (open) await openFile(out);
  return EXIT_CODES.conformant;
}

/** Hands a file to the program that the system shows such files with; says so when there is none. */
async function openFile(path: string): Promise<void> {
  const [command, ...parameters] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...parameters, path], { detached: true, stdio: 'ignore' });
  const problem = await new Promise<Error | undefined>((resolve) => {
    child.once('spawn', () => resolve(undefined));
    child.once('error', resolve);
  });
  child.unref();
  if (problem !== undefined) {
    process.stderr.write(`${path} cannot be shown with ${command}: ${problem.message}; open it by hand\n`);
  }
}

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
