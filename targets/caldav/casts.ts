import { UsageError } from '../outcome-errors.js';
import type { CaldavDescription } from './config.js';
import { RUN_PLACEHOLDER } from './logins.js';

/** Stands in user names and passwords for the number of the cast, which the first one does not have. */
const PLACEHOLDER = '{cast}';

/**
 * The description with the accounts of one cast: `organizer{cast}` is `organizer` in the first and `organizer2` in the
 * second. No account is in two casts, so that what is played on one cannot be seen on another.
 *
 * Where accounts are made for the run, a name that is missing is thought of here; {run} in it stays for `castingOf`.
 *
 * @param cast counted from 1
 * @throws UsageError when there are fewer casts, an account would be in several, or name or password of one is missing
 *   or of one run alone, and nothing makes it
 */
export function castOf(description: CaldavDescription, cast: number): CaldavDescription {
  const { name, casts, users: given } = description;
  if (cast > casts) {
    throw new UsageError(
      `target ${name} has ${casts === 1 ? 'one cast' : `${casts} casts`} of users, and ${cast} are needed; make ` +
        `accounts for more and say so by "casts" in its description, or say --parallel ${casts}`,
    );
  }
  const users = Object.fromEntries(
    Object.entries(given).map(([id, user]) => [id, named(id, user, description)]),
  );
  const shared = Object.keys(users).find((id) => !users[id]?.username.includes(PLACEHOLDER));
  if (cast > 1 && shared !== undefined) {
    throw new UsageError(
      `target ${name}: users.${shared}.username is the same account in each of the ${casts} casts; put ` +
        `${PLACEHOLDER} where the number of the cast stands (the first has none), or take "casts" away`,
    );
  }
  const number = cast === 1 ? '' : String(cast);
  const accounts = Object.entries(users).map(([id, { username, password }]) => [
    id,
    {
      username: username.replaceAll(PLACEHOLDER, number),
      password: password.replaceAll(PLACEHOLDER, number),
    },
  ]);
  return { ...description, casts: 1, users: Object.fromEntries(accounts) };
}

type User = CaldavDescription['users'][string];

/** The user with a name. Throws UsageError where something is missing that nothing makes. */
function named(id: string, { username, password }: User, { name, accounts }: CaldavDescription): User {
  if (accounts === undefined && (username === '' || password === '')) {
    throw new UsageError(
      `target ${name}: users.${id} lacks a ${username === '' ? 'username' : 'password'}; give it, or say by ` +
        '"accounts" how accounts are made for a run',
    );
  }
  if (accounts === undefined && username.includes(RUN_PLACEHOLDER)) {
    throw new UsageError(
      `target ${name}: users.${id}.username differs in each run by ${RUN_PLACEHOLDER}, and nothing makes such an ` +
        'account; name one that is there, or say by "accounts" how they are made for a run',
    );
  }
  if (accounts?.kind === 'cyrus' && password === '') {
    throw new UsageError(
      `target ${name}: users.${id} lacks a password; accounts of the kind cyrus are mailboxes, and their logins are ` +
        'kept elsewhere, so give the one that is known there',
    );
  }
  return { username: username || `itip-${id}${PLACEHOLDER}-${RUN_PLACEHOLDER}`, password };
}
