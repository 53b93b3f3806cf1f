import { UsageError } from '../outcome-errors.js';
import type { CaldavDescription } from './config.js';
import { DavSession } from './dav.js';
import { discover, type Home } from './discovery.js';
import { secretsOf } from './exchange.js';
import { guardedFetch } from './guarded-fetch.js';

/** What the server tells of one user of a target file. */
export interface UserSurvey {
  /** Who uses the account in the scenarios. */
  readonly id: string;
  readonly username: string;
  readonly home: Home;
  /** Features in the DAV header of the calendar for new events. */
  readonly features: readonly string[];
  /** What the user may do in each collection where the suite reads or writes. */
  readonly rights: readonly { readonly collection: string; readonly privileges: readonly string[] }[];
}

/**
 * Looks up what the server tells of every user of a target file, without writing anything.
 *
 * @throws TargetUnreachable, MalformedAnswer, UsageError as `guardedFetch` and `discover` do, for the first user whose
 *   account is of no use
 */
export async function surveyUsers(config: CaldavDescription): Promise<UserSurvey[]> {
  const surveys: UserSurvey[] = [];
  for (const id of Object.keys(config.users)) surveys.push(await surveyUser(config, id));
  return surveys;
}

async function surveyUser(config: CaldavDescription, id: string): Promise<UserSurvey> {
  const { name, url, users, deadlineMs, allowRemote } = config;
  const login = users[id];
  if (login === undefined) throw new UsageError(`the target file of ${name} has no account for ${id}`);
  const account = `${id} in the target file of ${name}`;
  const secrets = secretsOf(Object.values(users));
  const guard = { ...login, account, secrets, deadlineMs, allowRemote, onExchange: () => {} };
  const dav = new DavSession(guardedFetch(guard));
  const home = await discover(dav, url);
  const [calendar = home.collections] = home.calendars;
  const { features } = await dav.options(calendar);
  const places = [...home.calendars, home.inbox, home.outbox].filter((place) => place !== undefined);
  const rights = await Promise.all(
    places.map(async (collection) => ({ collection, privileges: await dav.privileges(collection) })),
  );
  return { id, username: login.username, home, features, rights };
}
