import type { CaldavDescription } from '../config.js';
import { DavSession } from '../dav.js';
import { discover } from '../discovery.js';
import { guardedFetch } from '../guarded-fetch.js';
import { Pace, Throttle } from '../pace.js';

/**
 * Address and text of every object in every collection of the homes of a target file's users, sorted. It does not ask
 * by UID as the target does, so it also finds what the target would overlook.
 */
export async function everyObject(config: CaldavDescription): Promise<string[]> {
  const found = await Promise.all(Object.keys(config.users).map((id) => objectsOf(config, id)));
  return found.flat().sort();
}

async function objectsOf(
  { users, url, deadlineMs, allowRemote }: CaldavDescription,
  id: string,
): Promise<string[]> {
  const login = users[id] ?? { username: '', password: '' };
  const fetch = guardedFetch({
    ...login,
    account: id,
    secrets: [],
    deadlineMs,
    allowRemote,
    throttle: new Throttle(new Pace(undefined)),
    onExchange: () => {},
  });
  const dav = new DavSession(fetch);
  const { calendars, inbox } = await discover(dav, url);
  const home = new URL('../', inbox ?? calendars[0]).href;
  const collections = (await membersOf(dav, home)).filter((member) => member.endsWith('/'));
  if (collections.length === 0)
    throw new Error(`${home} of ${id} has no collection; the look is worth nothing`);
  const objects = (await Promise.all(collections.map((each) => membersOf(dav, each)))).flat();
  return Promise.all(objects.map(async (object) => `${object}\n${await (await fetch(object)).text()}`));
}

async function membersOf(dav: DavSession, collection: string): Promise<string[]> {
  const found = await dav.propfind(collection, ['d:resourcetype'], '1');
  return found.map((member) => member.url).filter((member) => member !== collection);
}
