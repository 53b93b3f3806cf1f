import type { JCalComponent } from '../icalendar/jcal.js';
import { methodOf, statusOf, uidOf } from '../icalendar/read.js';
import type { Account, BoxName } from './account.js';
import type { BoxItem } from './box-item.js';
import type { BoxRules } from './box-rules.js';
import type { Directory } from './directory.js';
import { newestOf } from './newest-messages.js';
import type { OutboxRules } from './outbox-rules.js';

/** An entry and the box that it lies in. */
interface Lying {
  readonly box: BoxName;
  readonly item: BoxItem;
}

/**
 * Removes the box entries about meetings that are over.
 *
 * @param now UTC
 */
export function purgeBoxes(directory: Directory, rules: BoxRules & OutboxRules, now: string): void {
  for (const account of directory.accounts()) {
    const judged = [...lyingByUid(account)].map(([uid, lying]) => {
      const until = keptUntil(lying, calendarsWith(uid, account, lying, directory), rules);
      return { lying, isOver: until !== undefined && until <= now };
    });
    if (!judged.some(({ isOver }) => isOver)) continue;
    for (const { lying, isOver } of judged) {
      for (const { box, item } of lying) {
        if (box === 'outbox' && rules.outlivesMeeting(item)) continue;
        if (rules.purges(box, isOver)) account.discard(box, item.name);
      }
    }
  }
}

/** What the owner of the boxes has in the calendar of the meeting, and what its Organizer has: a secretary has none. */
function calendarsWith(
  uid: string,
  account: Account,
  lying: readonly Lying[],
  directory: Directory,
): JCalComponent[] {
  const organizers = lying.flatMap(({ item }) => directory.at(item.organizer) ?? []);
  const found = [...new Set([account, ...organizers])].flatMap((each) => each.find(uid) ?? []);
  return found.map(({ entry }) => entry.calendar);
}

/** What waits in the Inbox counts too: the calendar does not know of it yet. */
function keptUntil(
  lying: readonly Lying[],
  stored: readonly JCalComponent[],
  rules: BoxRules,
): string | undefined {
  const messages = lying.map(({ item }) => item.calendar);
  const waiting = lying
    .filter(({ box, item }) => box === 'inbox' && item.state === 'unprocessed')
    .map(({ item }) => item.calendar);
  const known = [...rules.endKnownFrom(stored, () => messages), ...newestOf(waiting)];
  if (known.length === 0) return undefined;
  const ends = known.map((calendar) => rules.endOfMeeting(calendar));
  return rules.keptUntil(ends, [...known, ...messages].some(isCancelled));
}

function lyingByUid(account: Account): Map<string, Lying[]> {
  const found = new Map<string, Lying[]>();
  for (const box of ['inbox', 'outbox'] as const) {
    for (const item of account[box]) {
      const uid = uidOf(item.calendar) ?? '';
      const known = found.get(uid);
      if (known === undefined) found.set(uid, [{ box, item }]);
      else known.push({ box, item });
    }
  }
  return found;
}

function isCancelled(calendar: JCalComponent): boolean {
  return methodOf(calendar) === 'CANCEL' || calendar[2].some((part) => statusOf(part) === 'CANCELLED');
}
