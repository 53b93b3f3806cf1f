import type { ExchangeEvent } from '../../conformance/results.js';
import { nameOf, participantsOf } from '../exchange.js';

/** The lifelines of a ladder: Calendar Users, their Inboxes and Outboxes where some were seen, and mail. */

/** Width of the times on the left. */
export const TIMES = 74;
/** What an intent needs beside the outer lifelines. */
export const MARGIN = 48;
/** From one Calendar User to the next: two of them fit on a phone beside the times. */
const LANE = 136;
/** From a box or mail to somebody else. */
const FROM_BOX = 94;
/** From a Calendar User to an own box. */
const BOX = 44;

export interface Lane {
  /** Id of a Calendar User, of one of their boxes, or of mail. */
  readonly id: string;
  readonly name: string;
  /** Whether a Calendar User stands here; boxes and mail only pass things on. */
  readonly isPerson: boolean;
  readonly x: number;
}

/** Messages by mail pass this lane. */
export const MAIL = '/mail';

/** The lane of somebody's Inbox or Outbox; no id of a Calendar User has a slash. */
export function boxLane(user: string, box: 'inbox' | 'outbox'): string {
  return `${user}/${box}`;
}

/** The lanes in their order; the boxes of the first Calendar User stand right of them, those of the others left. */
export function lanesOf(events: readonly ExchangeEvent[]): Lane[] {
  const people = participantsOf(events);
  const mailAt = placeOfMail(events, people);
  const placed: Lane[] = [];
  people.forEach((user, index) => {
    const boxes = boxesOf(user, events);
    const person = { id: user, name: nameOf(user), isPerson: true };
    const own = index === 0 ? [person, ...boxes] : [...boxes.toReversed(), person];
    if (index === mailAt) place([{ id: MAIL, name: 'mail', isPerson: false }], placed);
    place(own, placed);
  });
  return placed;
}

type Unplaced = Omit<Lane, 'x'>;

/** Adds lanes that belong together right of those that stand already. */
function place(own: readonly Unplaced[], placed: Lane[]): void {
  own.forEach((lane, index) => {
    const last = placed.at(-1);
    const step = index > 0 ? BOX : last?.isPerson && lane.isPerson ? LANE : FROM_BOX;
    const x = last === undefined ? TIMES + MARGIN : last.x + step;
    placed.push({ ...lane, x });
  });
}

function boxesOf(user: string, events: readonly ExchangeEvent[]): Unplaced[] {
  const seen = (box: 'inbox' | 'outbox'): boolean =>
    events.some(({ via, kind, from, to }) => via === box && (kind === 'delivered' ? to : from) === user);
  return (['outbox', 'inbox'] as const).filter(seen).map((box) => {
    return { id: boxLane(user, box), name: box === 'inbox' ? 'Inbox' : 'Outbox', isPerson: false };
  });
}

/** Before the last of those who are reached by mail; -1 where nothing goes by mail. */
function placeOfMail(events: readonly ExchangeEvent[], people: readonly string[]): number {
  const byMail = events.filter(({ via }) => via === 'mail');
  const places = byMail.flatMap(({ from, to }) => [people.indexOf(from ?? ''), people.indexOf(to ?? '')]);
  return Math.max(-1, ...places);
}
