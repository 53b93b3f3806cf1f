import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Profile } from '../requirements/row.js';
import type { CaldavDescription } from '../targets/caldav/config.js';
import { isLoopback } from '../targets/loopback.js';
import { UsageError } from '../targets/outcome-errors.js';
import { openReferenceTarget, referenceOptionsFrom } from '../targets/reference/reference-target.js';
import type { Target } from '../targets/target.js';
import { describedTarget, loadConfigs, readTargetFile } from './config.js';

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
}

/**
 * Opens the target that was asked for, once for each lane.
 *
 * @throws UsageError when there is none of that name, its description is wrong, or it has users for fewer lanes
 * @throws TargetUnreachable, MalformedAnswer when the server cannot be used
 */
export async function openTarget(
  choice: TargetChoice,
  profile: Profile,
  lanes: number,
): Promise<OpenedTarget> {
  const { open, deadlineMs } = await openingOf(choice, profile, lanes);
  const first = await open(0);
  const others: Target[] = [];
  try {
    for (let lane = 1; lane < lanes; lane += 1) others.push(likeFirst(first, await open(lane), lane));
  } catch (error) {
    await closeAll([first, ...others]);
    throw error;
  }
  return { targets: [first, ...others], deadlineMs };
}

/** Closes the target on all lanes. */
export async function closeAll(targets: readonly Target[]): Promise<void> {
  await Promise.all(targets.map((target) => target.close()));
}

/** How a target is opened for a lane, counted from 0. */
interface Opening {
  readonly open: (lane: number) => Promise<Target>;
  readonly deadlineMs: number;
}

/** What only one kind of target needs is loaded when that is opened: the clients of servers take long to load. */
async function openingOf(choice: TargetChoice, profile: Profile, lanes: number): Promise<Opening> {
  const [scheme = '', rest] = splitOnce(choice.target);
  if (isNoServer(scheme) && choice.rate !== undefined) {
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
  const { allowRemote, deadlineMs } = await consented(first, choice.yes ?? false);
  const descriptions = [first, ...others].map((description) => ({ ...description, allowRemote }));
  const { openProbedCaldavTarget } = await import('../targets/caldav/caldav-target.js');
  const { Pace } = await import('../targets/caldav/pace.js');
  const pace = new Pace(first.rate);
  return { open: (lane) => openProbedCaldavTarget(descriptions[lane] ?? first, pace), deadlineMs };
}

/** Whether a target is opened in another way than by a target file. */
export function isNoServer(scheme: string): boolean {
  return ['reference', 'hostile', 'stdio'].includes(scheme);
}

/** Outcomes must not hang on the lane that a scenario is played on. Throws UsageError where users have other means. */
function likeFirst(first: Target, other: Target, lane: number): Target {
  const means = ({ description }: Target): string =>
    [...description.capabilities].sort((one, two) => one.localeCompare(two)).join(', ');
  if (means(first) === means(other)) return other;
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

/** The description with the consent to write there. Throws UsageError when nobody agrees and it is another machine. */
export async function consented(description: CaldavDescription, yes: boolean): Promise<CaldavDescription> {
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
