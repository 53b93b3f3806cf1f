import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** What a program is given. */
export interface ProgramInput {
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly timeoutMs: number;
}

/** How a program ended. */
export interface ProgramEnd {
  /** Its exit code; undefined where it came to none. */
  readonly code?: number | undefined;
  /** In words where it was not by exit code 0; undefined where it was. */
  readonly trouble: string | undefined;
  /** The end of what it wrote, standard error and output. */
  readonly said: string;
}

/** Characters that are kept. */
const LONGEST_SAYING = 2_000;

/**
 * Runs a program to its end, without a shell. Ctrl-C does not reach it, so that it leaves no half account behind; after
 * the time that it may take it is ended, with all that it has started.
 */
export function runProgram(
  [program = '', ...parameters]: readonly string[],
  { env, stdin, timeoutMs }: ProgramInput,
): Promise<ProgramEnd> {
  const child = spawn(program, parameters, {
    detached: true,
    stdio: 'pipe',
    env: { ...process.env, ...env },
  });
  // Who does not read its input may well succeed.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const said = endOfOutput(child);
  return new Promise((resolve) => {
    const ended = (trouble?: string, code?: number): void => {
      clearTimeout(overdue);
      resolve({ code, trouble, said: said().trim() });
    };
    const overdue = setTimeout(() => {
      endAll(child.pid);
      ended(`it had not ended after ${timeoutMs} ms, and was ended`);
    }, timeoutMs);
    child.on('error', (error) => ended(`it could not be started: ${error.message}`));
    // What it has started and left running would keep its output open.
    child.on('exit', () => endAll(child.pid));
    child.on('close', (code, signal) =>
      ended(code === 0 ? undefined : `it ended with ${signal ?? code}`, code ?? undefined),
    );
  });
}

/** Keeps the end of what a program writes, to be asked for at any time. */
function endOfOutput({ stdout, stderr }: ChildProcessWithoutNullStreams): () => string {
  let said = '';
  const keep = (chunk: Buffer): void => {
    said = `${said}${chunk.toString()}`.slice(-LONGEST_SAYING);
  };
  stdout.on('data', keep);
  stderr.on('data', keep);
  return () => said;
}

function endAll(group: number | undefined): void {
  if (group === undefined) return;
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // Everything in it has ended already.
  }
}
