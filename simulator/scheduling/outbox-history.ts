import { uidOf } from '../icalendar/read.js';
import type { Account } from './account.js';
import type { BoxItem } from './box-item.js';
import type { OutboxRules } from './outbox-rules.js';

/** Removes the entries of an Outbox that give way to a later sending of the same kind. */
export function dropEarlier(account: Account, latest: BoxItem, rules: OutboxRules): void {
  for (const earlier of account.sentAbout(uidOf(latest.calendar) ?? '')) {
    const isEarlier = earlier.number < latest.number && rules.givesWay(earlier);
    if (isEarlier && rules.isSameSending(earlier.calendar, latest.calendar)) {
      account.discard('outbox', earlier.name);
    }
  }
}

/** Removes an entry that has waited for the mailer, when it gives way now to a later one. */
export function dropIfLate(account: Account, item: BoxItem, rules: OutboxRules): void {
  if (!rules.givesWay(item)) return;
  const isLate = account
    .sentAbout(uidOf(item.calendar) ?? '')
    .some((other) => other.number > item.number && rules.isSameSending(item.calendar, other.calendar));
  if (isLate) account.discard('outbox', item.name);
}
