import type { CalendarUser } from '../target.js';
import { toldBy } from '../told-by.js';
import type { DavSession, Resource } from './dav.js';
import type { Home } from './discovery.js';
import type { MailEntry, MailInbox } from './mail-inbox.js';
import { uidIn } from './stored-object.js';

/** A Calendar User on the server, with a session of its own. */
export interface Member {
  readonly user: CalendarUser;
  readonly home: Home;
  readonly dav: DavSession;
  /** Where messages to the user are seen in place of the Inbox. */
  readonly mail?: MailInbox;
}

/** UIDs of the events of one scenario. */
export type Uids = ReadonlySet<string>;

/** The copies of a scenario's events in all calendars of a member. */
export function copiesOf({ dav, home }: Member, uids: Uids): Promise<Resource[]> {
  return find(dav, home.calendars, uids);
}

/** What is in the Inbox about events of a scenario, in the order of sending as far as DTSTAMP tells it. */
async function inboxOf({ dav, home }: Member, uids: Uids): Promise<Resource[]> {
  const found = home.inbox === undefined ? [] : await find(dav, [home.inbox], uids);
  return found.toSorted((one, other) => compareText(toldBy(one.data).dtstamp, toldBy(other.data).dtstamp));
}

/** The messages to a member about events of a scenario, where they can be seen. */
export function messagesTo(member: Member, uids: Uids): Promise<readonly (Resource | MailEntry)[]> {
  return member.mail === undefined ? inboxOf(member, uids) : member.mail.of(member.user, uids);
}

/**
 * Removes all objects about a scenario's events, silently where that can be said. The server may send messages about
 * it all the same, so it takes several sweeps until nothing is left. Gives way after each request.
 *
 * @returns how many there were
 */
export async function* sweep(members: Iterable<Member>, uids: Uids): AsyncGenerator<void, number> {
  const found = await Promise.all([...members].map((member) => leftWith(member, uids)));
  for (const { member, entries, copies } of found) {
    const removals = [
      ...entries.map(
        ({ url }) =>
          () =>
            member.dav.remove(url),
      ),
      ...copies.map(
        ({ url }) =>
          () =>
            member.dav.remove(url, true),
      ),
    ];
    for (const remove of removals) {
      yield;
      await remove();
    }
  }
  return found.reduce((sum, { entries, copies }) => sum + entries.length + copies.length, 0);
}

async function leftWith(member: Member, uids: Uids) {
  const [entries, copies] = await Promise.all([inboxOf(member, uids), copiesOf(member, uids)]);
  return { member, entries, copies };
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
