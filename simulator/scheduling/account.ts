import type { JCalComponent } from '../icalendar/jcal.js';
import { sameAddress, uidOf } from '../icalendar/read.js';
import type { Entry } from '../itip/entry.js';
import type { Question } from '../itip/outcome.js';
import type { Rules } from '../itip/rules.js';

/** A Calendar User of the scheduling service. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** Calendar addresses, primary first. */
  readonly addresses: readonly string[];
  /** Of a group: calendar addresses of its members, who answer for themselves. */
  readonly members?: readonly string[];
}

/** One entry of an Inbox or Outbox: a scheduling message and how far it got. */
export interface BoxItem {
  readonly name: string;
  readonly calendar: JCalComponent;
  readonly recipients: readonly { readonly address: string; readonly status: string }[];
  readonly state: 'unprocessed' | 'processed';
}

/** A message of which the user decides whether it has an effect. */
export interface Pending extends Question {
  readonly id: string;
  readonly calendar: JCalComponent;
}

/**
 * What the service keeps for one Calendar User: calendar, Inbox, Outbox, messages held until another one has come, and
 * those that the user decides on.
 */
export class Account {
  readonly user: User;
  readonly inbox: BoxItem[] = [];
  readonly outbox: BoxItem[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #held = new Map<string, JCalComponent[]>();
  #pending: readonly Pending[] = [];
  #asked = 0;

  constructor(user: User) {
    this.user = user;
  }

  /**
   * Name and entry of the event with that UID, if the calendar has it.
   *
   * @param sameEvent how a received UID is compared with a stored one; the owner's own events are found without
   */
  find(uid: string, sameEvent: Rules['sameEvent'] = equal): { name: string; entry: Entry } | undefined {
    const entry = this.#entries.get(nameFor(uid));
    if (entry === undefined || !sameEvent(uid, uidOf(entry.calendar) ?? '')) return undefined;
    return { name: nameFor(uid), entry };
  }

  /** Stores an entry under its name, or under a new one. */
  store(entry: Entry, name = this.#freeName(uidOf(entry.calendar) ?? '')): void {
    this.#entries.set(name, entry);
  }

  /** Removes the entry of that name. */
  remove(name: string): void {
    this.#entries.delete(name);
  }

  /** All entries by name. */
  entries(): ReadonlyMap<string, Entry> {
    return this.#entries;
  }

  /** Asks the user about a message. A later one of the same kind, sender and event takes the place of an earlier. */
  ask({ kind, from }: Question, calendar: JCalComponent): void {
    const others = this.#pending.filter((other) => {
      const same = other.kind === kind && sameAddress(other.from, from);
      return !same || uidOf(other.calendar) !== uidOf(calendar);
    });
    this.#asked += 1;
    this.#pending = [...others, { id: `question-${this.#asked}`, kind, from, calendar }];
  }

  /** What the user has not decided yet, oldest first. */
  pending(): readonly Pending[] {
    return this.#pending;
  }

  /** Takes a question that the user decides now. Throws RangeError for an unknown one. */
  takePending(id: string): Pending {
    const found = this.#pending.find((each) => each.id === id);
    if (found === undefined) throw new RangeError(`${this.user.id} is not asked ${id}`);
    this.#pending = this.#pending.filter((each) => each !== found);
    return found;
  }

  /** Keeps a message that waits for another one (RFC 2446 section 5.2.1, RFC 5546 section 5.2.2). */
  hold(uid: string, message: JCalComponent): void {
    this.#held.set(uid, [...(this.#held.get(uid) ?? []), message]);
  }

  /** Takes the messages held for that UID. */
  releaseHeld(uid: string): JCalComponent[] {
    const held = this.#held.get(uid) ?? [];
    this.#held.delete(uid);
    return held;
  }

  #freeName(uid: string): string {
    let name = nameFor(uid);
    for (let copy = 2; this.#entries.has(name); copy += 1) name = nameFor(`${uid}-${copy}`);
    return name;
  }
}

function equal(one: string, other: string): boolean {
  return one === other;
}

let last = { uid: '', name: '.ics' };

/** One message is taken in by many, one after the other, so the last name is remembered. */
function nameFor(uid: string): string {
  if (last.uid !== uid) last = { uid, name: `${encodeURIComponent(uid)}.ics` };
  return last.name;
}
