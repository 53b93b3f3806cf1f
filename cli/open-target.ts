import { existsSync } from 'node:fs';
import type { Profile } from '../requirements/row.js';
import type { CaldavDescription } from '../targets/caldav/config.js';
import { UsageError } from '../targets/outcome-errors.js';
import { openReferenceTarget, referenceOptionsFrom } from '../targets/reference/reference-target.js';
import type { Target } from '../targets/target.js';
import { describedTarget, loadConfigs, readTargetFile } from './config.js';
import { endingFor } from './ending.js';

/** What was said about the target on the command line. */
export interface TargetChoice {
  /** A name, a file, `reference`, `reference:FAULT`, `reference:POLICY=CHOICE`, `hostile:KIND` or `stdio:COMMAND`. */
  readonly target: string;
  readonly config?: string | undefined;
  /** True to write to another machine without being asked. */
  readonly yes?: boolean | undefined;
  /** Where the users of a reference have their addresses. */
  readonly domain?: string;
  /** Most requests in a second that a server is asked, in place of what its target file says. */
  readonly rate?: number | undefined;
}

export interface OpenedTarget {
  /** One for each lane, each with users of its own; all alike. */
  readonly targets: readonly [Target, ...Target[]];
  /** Longest wait for an effect, in milliseconds. */
  readonly deadlineMs: number;
  /** Closes it on all lanes, and removes the accounts that were made. Throws AccountTrouble where some are left. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the target that was asked for, once for each lane.
 *
 * @param aborted true once the run shall end
 * @throws UsageError when there is none of that name, its description is wrong, or it has users for fewer lanes
 * @throws TargetUnreachable, MalformedAnswer, AccountTrouble when the server cannot be used
 */
export async function openTarget(
  choice: TargetChoice,
  profile: Profile,
  lanes: number,
  aborted: () => boolean,
): Promise<OpenedTarget> {
  const { open, deadlineMs, leave = async () => {} } = await openingOf(choice, profile, lanes, aborted);
  const targets: Target[] = [];
  const closeAll = async (): Promise<void> => {
    await Promise.all(targets.map((target) => target.close()));
  };
  const close = () => bothDone(closeAll, leave);
  const openAll = async (): Promise<OpenedTarget> => {
    const first = await open(0);
    targets.push(first);
    for (let lane = 1; lane < lanes; lane += 1) {
      const other = await open(lane);
      targets.push(other);
      checkLike(first, other, lane);
    }
    return { targets: [first, ...targets.slice(1)], deadlineMs, close };
  };
  return closedUnless(openAll, close);
}

/**
 * What an action returns. When it fails the rest is closed; if that fails, too, it is said, but the first error counts.
 */
export async function closedUnless<T>(action: () => Promise<T>, close: () => Promise<void>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    await close().catch((trouble: unknown) => process.stderr.write(`${endingFor(trouble).text}\n`));
    throw error;
  }
}

/** Does both, also when the first fails. */
export async function bothDone(one: () => Promise<void>, other: () => Promise<void>): Promise<void> {
  await closedUnless(one, other);
  await other();
}

/** How a target is opened for a lane, counted from 0. */
interface Opening {
  readonly open: (lane: number) => Promise<Target>;
  readonly deadlineMs: number;
  /** What remains to be done when it is closed on all lanes. */
  readonly leave?: () => Promise<void>;
}

/** What only one kind of target needs is loaded when that is opened: the clients of servers take long to load. */
async function openingOf(
  choice: TargetChoice,
  profile: Profile,
  lanes: number,
  aborted: () => boolean,
): Promise<Opening> {
  const [scheme = '', rest] = splitOnce(choice.target);
  if (isNoServer(choice.target) && choice.rate !== undefined) {
    throw new UsageError('--rate is for CalDAV servers; what runs on this machine alone need not be spared');
  }
  if (scheme === 'reference') {
    const options = rest === undefined ? {} : referenceOptionsFrom(rest);
    const { domain } = choice;
    const own = domain === undefined ? {} : { domain };
    return { open: () => openReferenceTarget({ ...options, profile, ...own }), deadlineMs: 0 };
  }
  if (scheme === 'hostile') {
    const { openHostileTarget } = await import('../targets/hostile/hostile-target.js');
    return { open: () => openHostileTarget(rest ?? ''), deadlineMs: 0 };
  }
  if (scheme === 'stdio') return openingOfAdapter(rest ?? '', profile);
  const [first, ...others] = describedBy(choice, lanes);
  if (first === undefined) throw new RangeError('there is no lane');
  const { consented, openServer } = await import('./open-server.js');
  const { allowRemote, deadlineMs } = await consented(first, choice.yes ?? false);
  const descriptions = [first, ...others].map((description) => ({ ...description, allowRemote }));
  return { ...(await openServer(descriptions, aborted)), deadlineMs };
}

/** Whether a target, as `--target` has it, is opened in another way than by a target file. */
export function isNoServer(target: string): boolean {
  const [scheme = ''] = splitOnce(target);
  return ['reference', 'hostile', 'stdio'].includes(scheme);
}

/** Outcomes must not hang on the lane that a scenario is played on. Throws UsageError where users have other means. */
function checkLike(first: Target, other: Target, lane: number): void {
  const means = ({ description }: Target): string =>
    [...description.capabilities].sort((one, two) => one.localeCompare(two)).join(', ');
  if (means(first) === means(other)) return;
  throw new UsageError(
    `the users of cast ${lane + 1} can do other things (${means(other)}) than those of the first (${means(first)}); ` +
      'make their accounts alike',
  );
}

/** Longest wait for an answer of an adapter, in milliseconds. */
const ADAPTER_DEADLINE = 10_000;

async function openingOfAdapter(command: string, profile: Profile): Promise<Opening> {
  if (command.trim() === '')
    throw new UsageError('--target stdio: needs the command that starts the adapter');
  const { openStdioTarget } = await import('../targets/stdio/stdio-target.js');
  const deadlineMs = ADAPTER_DEADLINE;
  return { open: () => openStdioTarget({ command, deadlineMs, profile }), deadlineMs };
}

function splitOnce(text: string): [string, string | undefined] {
  const at = text.indexOf(':');
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/**
 * The description of a CalDAV server that a name or a file stands for, once for each lane with its cast of users.
 *
 * @throws UsageError when there is none, or it has no cast for a lane
 */
export function describedBy({ target, config, rate }: TargetChoice, lanes: number): CaldavDescription[] {
  if (/^https?:/.test(target)) {
    throw new UsageError(
      `an address alone has no accounts to log in with; write a configuration with \`itip init --url ${target}\``,
    );
  }
  const isFile = /\.ya?ml$/.test(target) || target.includes('/');
  if (isFile && !existsSync(target)) throw new UsageError(`the target file ${target} does not exist`);
  const found = isFile ? readTargetFile(target, lanes) : describedTarget(target, loadConfigs(config), lanes);
  if (rate === undefined) return found;
  return found.map((description) => ({ ...description, rate: { burst: 1, requestsPerSecond: rate } }));
}
