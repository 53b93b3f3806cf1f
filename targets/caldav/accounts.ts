import type { Account, AccountMaker } from '../accounts/account-maker.js';
import { AccountTrouble, LoginRefused } from '../outcome-errors.js';
import type { CaldavDescription } from './config.js';
import { principalAt } from './discovery.js';
import { firstVisit } from './first-visit.js';
import type { Casting } from './logins.js';
import { makerOf } from './maker.js';
import { type Pace, Throttle } from './pace.js';
import { sessionOf } from './session.js';

/** An account of a target file before a run. */
export interface PlannedAccount {
  readonly id: string;
  readonly username: string;
  readonly isThere: boolean;
  /** What makes it, where it is not there and something does. */
  readonly by?: string;
}

/** The accounts that were made for one run. */
export interface MadeAccounts {
  /** Their user names. */
  readonly usernames: readonly string[];
  /**
   * Removes them, and none that was there before.
   *
   * @throws AccountTrouble that names those which are left
   */
  remove(): Promise<void>;
}

/**
 * Makes the accounts that are not there, as the target file says, and visits each once, so that it can be used. Where
 * it says nothing of it, none is made. When something goes wrong, what was made is removed again.
 * No connection stays open during the run: one that lies idle for so long would be gone in the end.
 *
 * @param castings the users of each lane
 * @param aborted true once nothing shall be made any more
 * @throws AccountTrouble, and what `guardedFetch` throws
 */
export async function makeAccounts(
  castings: readonly Casting[],
  pace: Pace,
  aborted: () => boolean = () => false,
): Promise<MadeAccounts> {
  const throttle = new Throttle(pace);
  const made: Account[] = [];
  const { accounts: how } = castings[0]?.description ?? {};
  if (how === undefined) return { usernames: [], remove: () => Promise.resolve() };
  const maker = makerOf(how, castings, throttle);
  const remove = () => removeAll(made.splice(0).reverse(), maker);
  try {
    for (const { description, accounts } of castings) {
      for (const account of accounts) {
        checkGoesOn(aborted);
        if (await isThere(account, description, maker, throttle)) continue;
        await make(account, maker);
        made.push(account);
        await firstVisit(description, account, throttle);
      }
    }
    await maker.close?.();
  } catch (error) {
    await remove().catch(({ message }: Error) => {
      throw new AccountTrouble(`${(error as Error).message}\nWhat is more, ${message}`);
    });
    throw error;
  }
  return { usernames: made.map(({ username }) => username), remove };
}

function checkGoesOn(aborted: () => boolean): void {
  if (!aborted()) return;
  throw new AccountTrouble('interrupted while they were made; those made are removed again');
}

/** Which accounts are there, and what would make the others; nothing is made. */
export async function planAccounts(
  { description, accounts }: Casting,
  pace: Pace,
): Promise<PlannedAccount[]> {
  const throttle = new Throttle(pace);
  const { accounts: how } = description;
  if (how === undefined) return accounts.map(({ id, username }) => ({ id, username, isThere: true }));
  const maker = makerOf(how, [{ description, accounts }], throttle);
  try {
    const planned: PlannedAccount[] = [];
    for (const account of accounts) {
      const found = await isThere(account, description, maker, throttle);
      const { id, username } = account;
      planned.push({ id, username, isThere: found, ...(found ? {} : { by: maker.name }) });
    }
    return planned;
  } finally {
    await maker.close?.();
  }
}

/** A password that is made for this run opens no account that is there already. */
async function isThere(
  account: Account,
  description: CaldavDescription,
  maker: AccountMaker,
  throttle: Throttle,
): Promise<boolean> {
  const { id, username, isFresh } = account;
  const found =
    maker.exists === undefined
      ? !isFresh && (await canLogIn(description, id, throttle))
      : await maker.exists(account);
  if (!found || !isFresh) return found;
  throw new AccountTrouble(
    `${username} is there already, and its password is not known; give it as users.${id}.password, or another name`,
  );
}

/** Where it fails and the account is there all the same, it may be ours or somebody else's: it is told, and stays. */
async function make(account: Account, maker: AccountMaker): Promise<void> {
  try {
    await maker.create(account);
  } catch (error) {
    if ((await maker.exists?.(account).catch(() => false)) !== true) throw error;
    throw new AccountTrouble(
      `${(error as Error).message}\n${account.username} is there all the same; if nobody else made it, remove it`,
    );
  }
}

async function canLogIn(description: CaldavDescription, id: string, throttle: Throttle): Promise<boolean> {
  try {
    await principalAt(sessionOf(description, id, throttle), description.url);
    return true;
  } catch (error) {
    if (error instanceof LoginRefused) return false;
    throw error;
  }
}

async function removeAll(made: readonly Account[], maker: AccountMaker): Promise<void> {
  const left: string[] = [];
  const troubles: string[] = [];
  for (const account of made) {
    await maker.remove(account).catch(({ message }: Error) => {
      left.push(account.username);
      troubles.push(message);
    });
  }
  await maker.close?.();
  if (left.length === 0) return;
  throw new AccountTrouble(
    `${left.join(', ')} could not be removed and must be by hand: ${troubles.join('; ')}`,
  );
}
