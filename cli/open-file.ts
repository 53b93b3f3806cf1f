import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/**
 * The program by which a system shows a file to its user. The path goes along as one argument and never through a
 * shell, whatever characters it has: on Windows `start` would be one.
 */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** How long an opener may take to say that it failed, in milliseconds; some live as long as what they have opened. */
const PATIENCE = 2_000;

/**
 * Shows a file with the program that the system has for it.
 *
 * @returns what to tell the user when that is not possible; undefined when it is
 */
export async function openFile(path: string, platform = process.platform): Promise<string | undefined> {
  const whole = resolve(path);
  const [command, ...parameters] = OPENERS[platform] ?? ['xdg-open'];
  const child = spawn(command, [...parameters, whole], { detached: true, stdio: 'ignore' });
  const problem = await problemOf(child, command);
  child.unref();
  return problem === undefined ? undefined : `${problem}; open ${whole} in a browser yourself`;
}

function problemOf(child: ChildProcess, command: string): Promise<string | undefined> {
  return new Promise((told) => {
    const timer = setTimeout(() => told(undefined), PATIENCE);
    child.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const why = error.code === 'ENOENT' ? 'is not installed' : `cannot be started (${error.message})`;
      told(`${command}, which opens files on this system, ${why}`);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      told(
        code === 0 ? undefined : `${command} failed (${code ?? 'killed'}); it may have no browser to open`,
      );
    });
  });
}
