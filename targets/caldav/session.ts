import { Blocked } from '../outcome-errors.js';
import type { CaldavDescription } from './config.js';
import { DavSession } from './dav.js';
import { type Exchange, secretsOf } from './exchange.js';
import { guardedFetch } from './guarded-fetch.js';
import type { Throttle } from './pace.js';

/**
 * The requests of one user of a target file.
 *
 * @param id the person in the scenarios, in lower case
 * @param onExchange told of every request and its answer
 * @throws Blocked for somebody without account: what needs that person cannot be arranged
 */
export function sessionOf(
  { name, users, deadlineMs, allowRemote }: CaldavDescription,
  id: string,
  throttle: Throttle,
  onExchange: (exchange: Exchange) => void = () => {},
): DavSession {
  const login = users[id];
  if (login === undefined) {
    throw new Blocked(`the target file of ${name} has no account for ${id}; add one under "users"`);
  }
  const account = `users.${id} in the target file of ${name}`;
  const secrets = secretsOf(Object.values(users));
  const guard = { ...login, account, secrets, throttle, deadlineMs, allowRemote, onExchange };
  return new DavSession(guardedFetch(guard));
}
