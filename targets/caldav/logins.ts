import { randomBytes } from 'node:crypto';
import type { Account } from '../accounts/account-maker.js';
import type { CaldavDescription } from './config.js';

/** Stands in user names for what tells the accounts of one run from those of all others. */
export const RUN_PLACEHOLDER = '{run}';

/** The users of one cast as they log in, and the accounts behind them. */
export interface Casting {
  readonly description: CaldavDescription;
  readonly accounts: readonly Account[];
}

/** What stands for a run in user names: short, in lower case, and unlike that of any other run. */
export function newRunName(): string {
  return randomBytes(3).toString('hex');
}

/**
 * A description whose users all have a name and a password. A password that the target file does not give is made here:
 * nobody can guess it, and it has every kind of character that a server may ask for.
 *
 * @param cast number of the cast, from 1
 * @param run see `newRunName`
 */
export function castingOf(description: CaldavDescription, cast: number, run: string): Casting {
  const accounts = Object.entries(description.users).map(([id, { username, password }]): Account => {
    const isFresh = password === '';
    return {
      ...{ id, cast, isFresh, username: username.replaceAll(RUN_PLACEHOLDER, run) },
      password: isFresh ? `Aa1-${randomBytes(18).toString('base64url')}` : password,
    };
  });
  const users = accounts.map(({ id, username, password }) => [id, { username, password }] as const);
  return { description: { ...description, users: Object.fromEntries(users) }, accounts };
}
