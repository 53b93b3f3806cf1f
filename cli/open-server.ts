import { createInterface } from 'node:readline/promises';
import { makeAccounts } from '../targets/caldav/accounts.js';
import { openProbedCaldavTarget } from '../targets/caldav/caldav-target.js';
import type { CaldavDescription } from '../targets/caldav/config.js';
import { castingOf, newRunName } from '../targets/caldav/logins.js';
import { Pace } from '../targets/caldav/pace.js';
import { isLoopback } from '../targets/loopback.js';
import { UsageError } from '../targets/outcome-errors.js';
import type { Target } from '../targets/target.js';

/** A CalDAV server whose accounts are there. */
export interface OpenedServer {
  /** Opens it for a lane, counted from 0. */
  readonly open: (lane: number) => Promise<Target>;
  /** Removes the accounts that were made for the run. Throws AccountTrouble where some are left. */
  readonly leave: () => Promise<void>;
}

/**
 * Makes the accounts of all lanes that are not there yet. All lanes keep one pace.
 *
 * @param descriptions one for each lane, with the consent to write
 * @param aborted true once the run shall end
 * @throws AccountTrouble, TargetUnreachable, MalformedAnswer, UsageError when accounts cannot be made
 */
export async function openServer(
  descriptions: readonly CaldavDescription[],
  aborted: () => boolean,
): Promise<OpenedServer> {
  const run = newRunName();
  const castings = descriptions.map((description, lane) => castingOf(description, lane + 1, run));
  const pace = new Pace(descriptions[0]?.rate);
  const made = await makeAccounts(castings, pace, aborted);
  const open = (lane: number): Promise<Target> => {
    const casting = castings[lane];
    if (casting === undefined) throw new RangeError(`there is no lane ${lane}`);
    return openProbedCaldavTarget(casting.description, pace);
  };
  return { open, leave: made.remove };
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
