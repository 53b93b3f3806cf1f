import type { CalendarUser } from '../target.js';
import type { DavSession, Resource } from './dav.js';
import type { Home } from './discovery.js';
import { toldBy, uidIn } from './stored-object.js';

/** A Calendar User on the server, with a session of its own. */
export interface Member {
  readonly user: CalendarUser;
  readonly home: Home;
  readonly dav: DavSession;
}

/** UIDs of the events of one scenario. */
export type Uids = ReadonlySet<string>;

/** The copies of a scenario's events in all calendars of a member. */
export function copiesOf({ dav, home }: Member, uids: Uids): Promise<Resource[]> {
  return find(dav, home.calendars, uids);
}

/** What is in the Inbox about events of a scenario, in the order of sending as far as DTSTAMP tells it. */
export async function inboxOf({ dav, home }: Member, uids: Uids): Promise<Resource[]> {
  const found = home.inbox === undefined ? [] : await find(dav, [home.inbox], uids);
  return found.toSorted((one, other) => compareText(toldBy(one.data).dtstamp, toldBy(other.data).dtstamp));
}

/**
 * Removes all objects about a scenario's events, silently where that can be said. The server may send messages about
 * it all the same, so it takes several sweeps until nothing is left.
 *
 * @returns how many there were
 */
export async function sweep(members: Iterable<Member>, uids: Uids): Promise<number> {
  let removed = 0;
  for (const member of members) {
    for (const { url } of await inboxOf(member, uids)) {
      await member.dav.remove(url);
      removed += 1;
    }
    for (const { url } of await copiesOf(member, uids)) {
      await member.dav.remove(url, true);
      removed += 1;
    }
  }
  return removed;
}

async function find(dav: DavSession, collections: readonly string[], uids: Uids): Promise<Resource[]> {
  if (uids.size === 0) return [];
  const prefix = commonPrefix([...uids]);
  const found = await Promise.all(collections.map((url) => dav.withUid(url, prefix)));
  return found.flat().filter(({ data }) => uids.has(uidIn(data)));
}

/** The longest text with which all UIDs begin: UIDs of one scenario share one, so one query finds them all. */
function commonPrefix(uids: readonly string[]): string {
  const [first = '', ...others] = uids;
  let length = first.length;
  for (const uid of others) while (!uid.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
