import { type JCalComponent, textValue } from '../icalendar/jcal.js';
import { methodOf, sequenceOf, uidOf } from '../icalendar/read.js';
import { remembered } from '../icalendar/remembered.js';
import { type Entry, eventOf } from '../itip/entry.js';
import type { Notice } from './box-item.js';

/** What a message says of itself; read once, however many Recipients it has. */
interface Facts {
  readonly kind: string;
  readonly sequence: number;
  /** The newest notice made of it, which all who are told at that moment share. */
  notice: Notice;
}

const known = remembered<Facts>();

function factsOf(message: JCalComponent): Facts {
  const before = known.of(message);
  if (before !== undefined) return before;
  const part = message[2].find(([name]) => name !== 'vtimezone') ?? message;
  const [kind, uid] = [methodOf(message) ?? '', uidOf(message) ?? ''];
  const recurrenceId = textValue(part, 'recurrence-id');
  const about = { kind, uid, ...(recurrenceId === undefined ? {} : { recurrenceId }) };
  const facts = { kind, sequence: sequenceOf(part), notice: { ...about, at: '' } };
  known.keep(message, facts);
  return facts;
}

/**
 * What a user is told when a message takes effect.
 *
 * @param now UTC
 */
export function noticeOf(message: JCalComponent, now: string): Notice {
  const facts = factsOf(message);
  if (facts.notice.at !== now) facts.notice = { ...facts.notice, at: now };
  return facts.notice;
}

/**
 * Whether a message tells a user of more than the event as it was in the calendar.
 *
 * @param before the event before the message took effect, where the calendar had it
 */
export function isNews(message: JCalComponent, before: Entry | undefined): boolean {
  const { kind, sequence } = factsOf(message);
  return kind !== 'REQUEST' || before === undefined || sequenceOf(eventOf(before)) !== sequence;
}
