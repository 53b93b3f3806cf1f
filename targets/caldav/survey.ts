import type { CaldavDescription } from './config.js';
import { discover, type Home } from './discovery.js';
import { Pace, Throttle } from './pace.js';
import { sessionOf } from './session.js';

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
export async function surveyUsers(
  config: CaldavDescription,
  pace = new Pace(config.rate),
): Promise<UserSurvey[]> {
  const throttle = new Throttle(pace);
  const surveys: UserSurvey[] = [];
  for (const id of Object.keys(config.users)) surveys.push(await surveyUser(config, id, throttle));
  return surveys;
}

async function surveyUser(config: CaldavDescription, id: string, throttle: Throttle): Promise<UserSurvey> {
  const dav = sessionOf(config, id, throttle);
  const home = await discover(dav, config.url);
  const [calendar = home.collections] = home.calendars;
  const { features } = await dav.options(calendar);
  const places = [...home.calendars, home.inbox, home.outbox].filter((place) => place !== undefined);
  const rights = await Promise.all(
    places.map(async (collection) => ({ collection, privileges: await dav.privileges(collection) })),
  );
  return { id, username: config.users[id]?.username ?? '', home, features, rights };
}
