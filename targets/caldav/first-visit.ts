import type { Account } from '../accounts/account-maker.js';
import { AccountTrouble } from '../outcome-errors.js';
import { poll } from '../poll.js';
import type { CaldavDescription } from './config.js';
import type { DavSession } from './dav.js';
import { discover, NoCalendar } from './discovery.js';
import type { Throttle } from './pace.js';
import { sessionOf } from './session.js';

/**
 * Visits an account that has just been made until its calendars are found, at most until the deadline: many servers
 * make them at the first visit, and some take a new account in after a while. Where the home stays without a calendar
 * for events, one is made (MKCALENDAR).
 *
 * @throws AccountTrouble when it cannot be used
 */
export async function firstVisit(
  description: CaldavDescription,
  { id, username }: Account,
  throttle: Throttle,
): Promise<void> {
  const { url, deadlineMs } = description;
  const dav = sessionOf(description, id, throttle);
  const visit = () => settle(dav, url).catch((error: unknown) => error as Error);
  const patience = { deadlineMs, throttledMs: () => throttle.spentMs };
  const { seen: trouble } = await poll(visit, (failed) => failed === undefined, patience);
  if (trouble === undefined) return;
  throw new AccountTrouble(`${username} was made, but cannot be used: ${trouble.message}`);
}

async function settle(dav: DavSession, url: string): Promise<undefined> {
  try {
    await discover(dav, url);
  } catch (error) {
    if (!(error instanceof NoCalendar)) throw error;
    const { status } = await dav.makeCalendar(new URL('itip/', error.home).href);
    if (status !== CREATED)
      throw new AccountTrouble(`${error.message} MKCALENDAR there is answered ${status}`);
    await discover(dav, url);
  }
}

const CREATED = 201;
