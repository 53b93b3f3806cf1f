import { type JCalComponent, textValue } from '../icalendar/jcal.js';
import { methodOf, sequenceOf, uidOf } from '../icalendar/read.js';
import { eventOf } from '../itip/entry.js';
import type { Account } from './account.js';
import type { Notice } from './box-item.js';

/** What a message says of itself; read once, however many Recipients it has. */
interface Facts {
  readonly kind: string;
  readonly uid: string;
  readonly sequence: number;
  /** The newest notice made of it, which all who are told at that moment share. */
  notice: Notice;
}

const known = new WeakMap<JCalComponent, Facts>();

function factsOf(message: JCalComponent): Facts {
  const before = known.get(message);
  if (before !== undefined) return before;
  const part = message[2].find(([name]) => name !== 'vtimezone') ?? message;
  const [kind, uid] = [methodOf(message) ?? '', uidOf(message) ?? ''];
  const recurrenceId = textValue(part, 'recurrence-id');
  const about = { kind, uid, ...(recurrenceId === undefined ? {} : { recurrenceId }) };
  const facts = { kind, uid, sequence: sequenceOf(part), notice: { ...about, at: '' } };
  known.set(message, facts);
  return facts;
}

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
  const facts = factsOf(message);
  const { kind, uid, sequence } = facts;
  const before = kind === 'REQUEST' ? account.find(uid)?.entry : undefined;
  const isRepeated = before !== undefined && sequenceOf(eventOf(before)) === sequence;
  if (facts.notice.at !== now) facts.notice = { ...facts.notice, at: now };
  return { notice: facts.notice, isNews: !isRepeated };
}
