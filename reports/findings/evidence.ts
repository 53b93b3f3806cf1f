import type { Check, ExchangeEvent } from '../../conformance/results.js';
import { nameOf } from '../exchange.js';
import { methodIn, uidIn } from '../message-facts.js';

/** One text of an exchange that a verdict hangs on, and what it is. */
export interface Evidence {
  readonly caption: string;
  /** iCalendar, or a request to the server with its answer; empty where the caption says all. */
  readonly text: string;
}

/** So many texts show what was done, what came of it and what is wrong with it; more are not read. */
const MOST = 3;

/**
 * The texts that show why a check did not pass, in the order in which they came up: what the client wrote or what had
 * been sent before, and at the end the message or object that was judged. An object that does not change is not seen
 * again, so what should have changed it may have come up later. Where what was due never came: what the client wrote or
 * somebody sent, and the calendar of somebody else as it was seen last.
 */
export function evidenceFor(check: Check, events: readonly ExchangeEvent[]): Evidence[] {
  const { message } = check;
  if (message === undefined) return withoutMessage(events);
  const judged = placeOf(message, events);
  if (judged < 0) return [{ caption: captionOfText(message), text: message }];
  const { kind, from, to, detail } = events[judged] as ExchangeEvent;
  const reader = kind === 'observed' ? from : to;
  const before = events.slice(0, kind === 'observed' ? undefined : judged).filter((event) => {
    if (isWrite(event)) return true;
    const isSame = uidIn(event.detail) === uidIn(detail) && event.to === reader;
    return event.kind === 'composed' && isSame && event.detail !== detail;
  });
  const write = before.findLast(isWrite);
  const earlier = before.filter((event) => !isWrite(event)).slice(write === undefined ? -2 : -1);
  const chosen = [...earlier, ...(write === undefined ? [] : [write])];
  const inOrder = before.filter((event) => chosen.includes(event)).slice(1 - MOST);
  return [...inOrder, events[judged] as ExchangeEvent].map((event) => told(event, events));
}

/**
 * Where a text was judged: in the calendar where it was seen last, or where it was sent. The copy of somebody may be
 * the same as the object of who wrote last; then it is the copy that tells what came of it.
 */
function placeOf(message: string, events: readonly ExchangeEvent[]): number {
  const writer = events.findLast(isWrite)?.from;
  const shows = ({ kind, detail }: ExchangeEvent): boolean => kind === 'observed' && detail === message;
  const copy = events.findLastIndex((event) => shows(event) && event.from !== writer);
  const seen = copy >= 0 ? copy : events.findLastIndex(shows);
  return seen >= 0 ? seen : events.findIndex(({ kind, detail }) => kind !== 'exchange' && detail === message);
}

function withoutMessage(events: readonly ExchangeEvent[]): Evidence[] {
  const cause = events.findLast(isWrite) ?? events.findLast(({ kind }) => kind === 'composed');
  if (cause === undefined) return [];
  const isCopy = ({ kind, from, detail, via }: ExchangeEvent): boolean =>
    kind === 'observed' && via === undefined && from !== cause.from && detail !== undefined;
  const copy = events.findLast((event) => isCopy(event) && isAbout(cause, event));
  return [cause, ...(copy === undefined ? [] : [copy])].map((event) => told(event, events));
}

/** Whether what was written or sent is the meeting that was seen; what was deleted has no text to tell. */
function isAbout(cause: ExchangeEvent, seen: ExchangeEvent): boolean {
  const uid = uidIn(seen.detail);
  return uid !== undefined && (uidIn(bodyOf(cause)) ?? uid) === uid;
}

/** The object that was written or sent; empty where it was deleted. */
function bodyOf({ detail = '' }: ExchangeEvent): string {
  return /BEGIN:VCALENDAR[\s\S]*END:VCALENDAR/.exec(detail)?.[0] ?? '';
}

function isWrite({ kind, text }: ExchangeEvent): boolean {
  return kind === 'exchange' && /^(PUT|DELETE) /.test(text);
}

function told(event: ExchangeEvent, events: readonly ExchangeEvent[]): Evidence {
  const { kind, detail = '' } = event;
  return { caption: captionOf(event, events), text: kind === 'exchange' ? bodyOf(event) : detail };
}

function captionOf(event: ExchangeEvent, events: readonly ExchangeEvent[]): string {
  const { kind, from = '', to = '', text, detail } = event;
  if (kind === 'exchange') {
    const [verb, status] = text.split(' ');
    const what = verb === 'PUT' ? 'stores this (PUT)' : 'deletes it (DELETE)';
    return `${nameOf(from)}'s client ${what}, answered ${status}`;
  }
  if (kind === 'composed') return `${methodIn(detail) ?? 'message'} from ${nameOf(from)} to ${nameOf(to)}`;
  const last = events.findLast(
    (other) => other.kind === 'observed' && other.from === from && other.via === undefined,
  );
  return `${nameOf(from)}'s calendar${last === event ? ', as it was seen last' : ''}`;
}

/** Of a text that stands in no event: a request with its answer, or a message that nobody was seen to get. */
function captionOfText(text: string): string {
  const [, verb, status] = /^([A-Z]+) https?:[\s\S]*\nanswer (\d+)/.exec(text) ?? [];
  return verb === undefined ? 'What was judged' : `The client's ${verb}, answered ${status}`;
}
