import type { ExchangeEvent } from '../../conformance/results.js';
import type { Deciding } from '../deciding.js';
import { type Difference, differencesBetween } from '../difference.js';
import { journeysOf, nameOf } from '../exchange.js';
import { methodIn, uidIn } from '../message-facts.js';
import { differenceTable } from './difference-view.js';
import { type Markup, markup } from './markup.js';

/** What looks have seen of one event in one calendar, oldest first; without text it was gone. */
interface Sightings {
  readonly user: string;
  readonly uid: string;
  readonly places: readonly number[];
}

/** Messages whose content a Recipient takes over; a REPLY only changes the line of its Attendee. */
const TAKEN_OVER: readonly string[] = ['REQUEST', 'CANCEL', 'PUBLISH', 'ADD'];

/**
 * The calendars before and after: each as it was seen last against the look before. Where a message arrived and no look
 * saw a change, it is set against that message.
 *
 * @param deciding the events that the verdict hangs on, by their places; the calendar that one shows stands first
 */
export function calendarsView(
  events: readonly ExchangeEvent[],
  deciding: ReadonlyMap<number, Deciding>,
): Markup | undefined {
  const all = sightingsIn(events);
  const isFirst = ({ places }: Sightings): boolean => places.some((place) => deciding.has(place));
  const inOrder = [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
  if (inOrder.length === 0) return undefined;
  const parts = inOrder.flatMap((one) => told(one, events) ?? []);
  const still = inOrder.filter((one) => told(one, events) === undefined).map(({ user }) => nameOf(user));
  const rest = still.length > 0 && markup`<p class="quiet">No change was seen at ${listed(still)}.</p>`;
  return markup`<h5>Calendars before and after</h5>${parts}${rest}`;
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join(', ');
}

function sightingsIn(events: readonly ExchangeEvent[]): Sightings[] {
  const found = new Map<string, Sightings>();
  events.forEach(({ kind, via, from, detail }, index) => {
    if (kind !== 'observed' || via !== undefined || from === undefined) return;
    const uid = uidIn(detail) ?? onlyOneOf(from, [...found.values()]);
    if (uid === undefined) return;
    const before = found.get(`${from} ${uid}`)?.places ?? [];
    found.set(`${from} ${uid}`, { user: from, uid, places: [...before, index] });
  });
  return [...found.values()];
}

/** What is gone has no text; it is the event that was seen there, unless there were several. */
function onlyOneOf(user: string, all: readonly Sightings[]): string | undefined {
  const own = all.filter((one) => one.user === user);
  return own.length === 1 ? own[0]?.uid : undefined;
}

/** Undefined where it was seen once only. */
function told(sightings: Sightings, events: readonly ExchangeEvent[]): Markup | undefined {
  const whose = `${nameOf(sightings.user)}'s calendar`;
  const [last = 0, before] = sightings.places.toReversed();
  const now = events[last]?.detail;
  const earlier = before === undefined ? undefined : events[before]?.detail;
  const unmoved = arrivedSince(sightings, last, events);
  if (unmoved !== undefined && now !== undefined) return unchanged(whose, now, unmoved);
  if (now === undefined) return markup`<p><b>${whose}</b>: the event is gone.</p>`;
  if (earlier === undefined) return undefined;
  return differenceTable(differencesBetween(earlier, now) ?? [], whose, { before: 'before', after: 'after' });
}

/** A message on its arrival. */
interface Arrived {
  readonly number: number;
  readonly text: string;
}

/** The last message about the event that arrived at its owner after a look; no look saw a change since. */
function arrivedSince(
  { user, uid }: Sightings,
  since: number,
  events: readonly ExchangeEvent[],
): Arrived | undefined {
  const journeys = journeysOf(events);
  const arrivals = events.slice(since + 1).flatMap(({ kind, to, messageId }) => {
    const journey = journeys.get(messageId ?? '');
    const text = events[journey?.sent ?? -1]?.detail;
    const fits = kind === 'delivered' && to === user && journey !== undefined && uidIn(text) === uid;
    return fits && text !== undefined ? [{ number: journey.number, text }] : [];
  });
  return arrivals.at(-1);
}

function unchanged(whose: string, now: string, { number, text }: Arrived): Markup {
  const method = methodIn(text) ?? 'message';
  const name = `${method} #${number}`;
  const title = `${whose}: not changed by ${name}`;
  if (!TAKEN_OVER.includes(method)) return markup`<p><b>${title}</b></p>`;
  const differences = (differencesBetween(text, now) ?? []).filter(isOfContent);
  return differenceTable(differences, title, { before: `in the ${name}`, after: 'in the calendar' });
}

/** METHOD and PRODID are the message's own. */
function isOfContent({ where }: Difference): boolean {
  return !where.startsWith('VCALENDAR ');
}
