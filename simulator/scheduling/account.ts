import type { JCalComponent } from '../icalendar/jcal.js';
import { uidOf } from '../icalendar/read.js';
import type { Entry } from '../itip/entry.js';
import type { Rules } from '../itip/rules.js';

/** A Calendar User of the scheduling service. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** Calendar addresses, primary first. */
  readonly addresses: readonly string[];
}

/** One entry of an Inbox or Outbox: a scheduling message and how far it got. */
export interface BoxItem {
  readonly name: string;
  readonly calendar: JCalComponent;
  readonly recipients: readonly { readonly address: string; readonly status: string }[];
  readonly state: 'unprocessed' | 'processed';
}

/** What the service keeps for one Calendar User: calendar, Inbox, Outbox, and CANCELs held for their REQUEST. */
export class Account {
  readonly user: User;
  readonly inbox: BoxItem[] = [];
  readonly outbox: BoxItem[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #held = new Map<string, JCalComponent[]>();

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

  /** Keeps a message whose event is not known yet (RFC 2446 section 5.2.1). */
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

function nameFor(uid: string): string {
  return `${encodeURIComponent(uid)}.ics`;
}
