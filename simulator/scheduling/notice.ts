import { type JCalComponent, textValue } from '../icalendar/jcal.js';
import { methodOf, sequenceOf, uidOf } from '../icalendar/read.js';
import { eventOf } from '../itip/entry.js';
import type { Account } from './account.js';
import type { Notice } from './box-item.js';

/**
 * What a user is told when a message takes effect, made before it does.
 *
 * @param now UTC
 * @returns the notice, and whether it tells of more than the event as the user has it
 */
export function noticeOf(
  account: Account,
  message: JCalComponent,
  now: string,
): { readonly notice: Notice; readonly isNews: boolean } {
  const uid = uidOf(message) ?? '';
  const part = message[2].find(([name]) => name !== 'vtimezone') ?? message;
  const recurrenceId = textValue(part, 'recurrence-id');
  const kind = methodOf(message) ?? '';
  const before = account.find(uid)?.entry;
  const isRepeated =
    kind === 'REQUEST' && before !== undefined && sequenceOf(eventOf(before)) === sequenceOf(part);
  const notice = { kind, uid, ...(recurrenceId === undefined ? {} : { recurrenceId }), at: now };
  return { notice, isNews: !isRepeated };
}
