import { uidOf } from '../../simulator/icalendar/read.js';
import { repliesOf } from '../../simulator/itip/replies.js';
import type { Account } from '../../simulator/scheduling/account.js';
import type { BoxItem } from '../../simulator/scheduling/box-item.js';
import type { BoxEntry, LastSeen, Observation } from '../target.js';
import { textOf } from './text-of.js';

/** The facts of one account of the reference, as the port tells them. */
export function observeAccount(account: Account): Observation {
  const entries = [...account.entries()];
  return {
    calendar: entries.map(([name, { calendar }]) => ({
      name,
      uid: uidOf(calendar) ?? '',
      data: textOf(calendar),
    })),
    inbox: account.inbox.map(boxEntry),
    outbox: account.outbox.map(boxEntry),
    notifications: account.notices,
    lastSeen: entries.flatMap(([, entry]) =>
      repliesOf(entry).map(({ attendee, instance, revision }): LastSeen => {
        const uid = uidOf(entry.calendar) ?? '';
        return { uid, attendee, ...(instance === '' ? {} : { recurrenceId: instance }), ...revision };
      }),
    ),
  };
}

function boxEntry(item: BoxItem): BoxEntry {
  return {
    name: item.name,
    uid: uidOf(item.calendar) ?? '',
    data: textOf(item.calendar),
    originator: item.originator,
    organizer: item.organizer,
    recipients: item.recipients,
    state: item.state,
  };
}
