import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Profile } from '../requirements/row.js';
import { openCaldavTarget } from '../targets/caldav/caldav-target.js';
import type { CaldavDescription } from '../targets/caldav/config.js';
import { openHostileTarget } from '../targets/hostile/hostile-target.js';
import { isLoopback } from '../targets/loopback.js';
import { UsageError } from '../targets/outcome-errors.js';
import { openReferenceTarget, referenceOptionsFrom } from '../targets/reference/reference-target.js';
import { openStdioTarget } from '../targets/stdio/stdio-target.js';
import type { Target } from '../targets/target.js';
import { describedTarget, loadConfigs, readTargetFile } from './config.js';

/** What was said about the target on the command line. */
export interface TargetChoice {
  /** A name, a file, `reference`, `reference:FAULT`, `reference:POLICY=CHOICE`, `hostile:KIND` or `stdio:COMMAND`. */
  readonly target: string;
  readonly config?: string | undefined;
  /** True to write to another machine without being asked. */
  readonly yes?: boolean | undefined;
}

export interface OpenedTarget {
  readonly target: Target;
  /** Longest wait for an effect, in milliseconds. */
  readonly deadlineMs: number;
}

/**
 * Opens the target that was asked for.
 *
 * @throws UsageError when there is none of that name or its description is wrong
 * @throws TargetUnreachable, MalformedAnswer when the server cannot be used
 */
export async function openTarget(choice: TargetChoice, profile: Profile): Promise<OpenedTarget> {
  const [scheme = '', rest] = splitOnce(choice.target);
  if (scheme === 'reference') {
    const options = rest === undefined ? {} : referenceOptionsFrom(rest);
    return { target: await openReferenceTarget({ ...options, profile }), deadlineMs: 0 };
  }
  if (scheme === 'hostile') return { target: await openHostileTarget(rest ?? ''), deadlineMs: 0 };
  if (scheme === 'stdio') return openAdapter(rest ?? '', profile);
  const described = describe(choice);
  const description = await consented(described, choice.yes ?? false);
  return { target: await openCaldavTarget(description), deadlineMs: description.deadlineMs };
}

/** Longest wait for an answer of an adapter, in milliseconds. */
const ADAPTER_DEADLINE = 10_000;

async function openAdapter(command: string, profile: Profile): Promise<OpenedTarget> {
  if (command.trim() === '')
    throw new UsageError('--target stdio: needs the command that starts the adapter');
  const target = await openStdioTarget({ command, deadlineMs: ADAPTER_DEADLINE, profile });
  return { target, deadlineMs: ADAPTER_DEADLINE };
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf(':');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function describe({ target, config }: TargetChoice): CaldavDescription {
  if (/^https?:/.test(target)) {
    throw new UsageError(
      `an address alone has no accounts to log in with; write a configuration with \`itip init --url ${target}\``,
    );
  }
  const isFile = /\.ya?ml$/.test(target) || target.includes('/');
  if (isFile && !existsSync(target)) throw new UsageError(`the target file ${target} does not exist`);
  return isFile ? readTargetFile(target) : describedTarget(target, loadConfigs(config));
}

async function consented(description: CaldavDescription, yes: boolean): Promise<CaldavDescription> {
  const { url, allowRemote } = description;
  if (isLoopback(url) || allowRemote) return description;
  if (yes || (await agrees(url))) return { ...description, allowRemote: true };
  throw new UsageError(`${url} is not on this machine; say --yes if the suite may write there`);
}

async function agrees(url: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(
    `The suite will write to the calendars of its users on ${url}. Go on? [y/N] `,
  );
  asking.close();
  return /^y(es)?$/i.test(answer.trim());
}
