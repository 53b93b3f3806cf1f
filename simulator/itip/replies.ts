import type { Entry } from './entry.js';
import type { Revision } from './revision.js';
import type { OrderingRules } from './rules.js';

/** What an Organizer remembers of the REPLYs: the last one applied, for each Attendee and instance (2.1.5). */

type KeyRules = Pick<OrderingRules, 'replyInstanceKey' | 'replyKey'>;

/** The revision of the last REPLY of an Attendee (canonical address) for an instance. */
export function lastReply(
  entry: Entry,
  attendee: string,
  instance: string,
  rules: KeyRules,
): Revision | undefined {
  return entry.replies.get(keyOf(attendee, instance, rules));
}

/** The entry after a REPLY. */
export function withReply(
  entry: Entry,
  attendee: string,
  instance: string,
  revision: Revision,
  rules: KeyRules,
): Entry {
  return { ...entry, replies: entry.replies.with(keyOf(attendee, instance, rules), revision) };
}

/** The last REPLYs of all Attendees; `instance` is empty for the series. */
export function repliesOf(entry: Entry): { attendee: string; instance: string; revision: Revision }[] {
  return [...entry.replies].map(([key, revision]) => {
    const [instance = '', attendee = ''] = key.split(SEPARATOR);
    return { attendee, instance, revision };
  });
}

const SEPARATOR = '\n';

function keyOf(attendee: string, instance: string, rules: KeyRules): string {
  return `${rules.replyInstanceKey(instance)}${SEPARATOR}${rules.replyKey(attendee)}`;
}
