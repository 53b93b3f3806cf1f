import { UsageError } from '../outcome-errors.js';
import type { CaldavDescription } from './config.js';

/** Stands in user names and passwords for the number of the cast, which the first one does not have. */
const PLACEHOLDER = '{cast}';

/**
 * The description with the accounts of one cast: `organizer{cast}` is `organizer` in the first and `organizer2` in the
 * second. No account is in two casts, so that what is played on one cannot be seen on another.
 *
 * @param cast counted from 1
 * @throws UsageError when there are fewer casts, or an account would be in several
 */
export function castOf(description: CaldavDescription, cast: number): CaldavDescription {
  const { name, casts, users } = description;
  if (cast > casts) {
    throw new UsageError(
      `target ${name} has ${casts === 1 ? 'one cast' : `${casts} casts`} of users, and ${cast} are needed; make ` +
        `accounts for more and say so by "casts" in its description, or say --parallel ${casts}`,
    );
  }
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
