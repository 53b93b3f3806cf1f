import type { JCalComponent } from '../icalendar/jcal.js';
import { sameAddress, uidOf } from '../icalendar/read.js';
import type { Entry } from '../itip/entry.js';
import type { Question } from '../itip/outcome.js';
import type { Rules } from '../itip/rules.js';
import type { Store, Table } from '../runtime/store.js';
import type { BoxItem, Notice } from './box-item.js';
import type { BoxRules } from './box-rules.js';
import { entryCodec } from './entry-codec.js';

/** A Calendar User of the scheduling service. */
export interface User {
  readonly id: string;
  readonly name: string;
  /** Calendar addresses, primary first. */
  readonly addresses: readonly string[];
  /** Of a group: calendar addresses of its members, who answer for themselves. */
  readonly members?: readonly string[];
}

/** A message of which the user decides whether it has an effect. */
export interface Pending extends Question {
  readonly id: string;
  readonly calendar: JCalComponent;
}

/** The two boxes of a Calendar User. */
export type BoxName = 'inbox' | 'outbox';

/**
 * What the service keeps for one Calendar User: calendar, Inbox, Outbox, notices, messages held until another one has
 * come, and those that the user decides on. All of it lies in the store.
 */
export class Account {
  readonly user: User;
  readonly #entries: Table<Entry>;
  readonly #boxes: Readonly<Record<BoxName, Table<BoxItem>>>;
  readonly #notices: Table<Notice>;
  readonly #held: Table<readonly JCalComponent[]>;
  readonly #pending: Table<Pending>;
  /** Names of the Outbox entries about each UID, so that a sending need not look at all others. */
  readonly #sent = new Map<string, Set<string>>();

  constructor(user: User, store: Store, rules: Pick<BoxRules, 'entryRemembered'>) {
    this.user = user;
    this.#entries = store.table(
      `calendar ${user.id}`,
      entryCodec((entry) => rules.entryRemembered(entry)),
    );
    this.#boxes = { inbox: store.table(`inbox ${user.id}`), outbox: store.table(`outbox ${user.id}`) };
    this.#notices = store.table(`notices ${user.id}`);
    this.#held = store.table(`held ${user.id}`);
    this.#pending = store.table(`pending ${user.id}`);
    for (const item of this.#boxes.outbox.values()) this.#index(item);
  }

  /** Scheduling messages received, oldest first. */
  get inbox(): readonly BoxItem[] {
    return [...this.#boxes.inbox.values()];
  }

  /** Scheduling messages sent, oldest first. */
  get outbox(): readonly BoxItem[] {
    return [...this.#boxes.outbox.values()];
  }

  /** Those about one event, oldest first. */
  sentAbout(uid: string): readonly BoxItem[] {
    return [...(this.#sent.get(uid) ?? [])].flatMap((name) => this.item('outbox', name) ?? []);
  }

  #index({ name, calendar }: BoxItem): void {
    const uid = uidOf(calendar) ?? '';
    const names = this.#sent.get(uid);
    if (names === undefined) this.#sent.set(uid, new Set([name]));
    else names.add(name);
  }

  /** One entry of a box, if it is there. */
  item(box: BoxName, name: string): BoxItem | undefined {
    return this.#boxes[box].get(name);
  }

  /** Puts an entry into a box, or in the place of the one of that name. */
  put(box: BoxName, item: BoxItem): void {
    this.#boxes[box].set(item.name, item);
    if (box === 'outbox') this.#index(item);
  }

  /** Takes an entry out of a box. */
  discard(box: BoxName, name: string): void {
    const item = this.item(box, name);
    if (box === 'outbox' && item !== undefined) this.#sent.get(uidOf(item.calendar) ?? '')?.delete(name);
    this.#boxes[box].delete(name);
  }

  /** What the user was told, oldest first. */
  get notices(): readonly Notice[] {
    return [...this.#notices.values()];
  }

  /** Tells the user. */
  notify(notice: Notice): void {
    this.#notices.set(String(this.#notices.size + 1), notice);
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

  /**
   * Asks the user about a message. A later one of the same kind, sender and event takes the place of an earlier.
   *
   * @param id of the question
   */
  ask(id: string, { kind, from }: Question, calendar: JCalComponent): void {
    for (const other of this.pending()) {
      const same = other.kind === kind && sameAddress(other.from, from);
      if (same && uidOf(other.calendar) === uidOf(calendar)) this.#pending.delete(other.id);
    }
    this.#pending.set(id, { id, kind, from, calendar });
  }

  /** What the user has not decided yet, oldest first. */
  pending(): readonly Pending[] {
    return [...this.#pending.values()];
  }

  /** Takes a question that the user decides now. Throws RangeError for an unknown one. */
  takePending(id: string): Pending {
    const found = this.#pending.get(id);
    if (found === undefined) throw new RangeError(`${this.user.id} is not asked ${id}`);
    this.#pending.delete(id);
    return found;
  }

  /** Keeps a message that waits for another one (RFC 2446 section 5.2.1, RFC 5546 section 5.2.2). */
  hold(uid: string, message: JCalComponent): void {
    this.#held.set(uid, [...(this.#held.get(uid) ?? []), message]);
  }

  /** Takes the messages held for that UID. */
  releaseHeld(uid: string): readonly JCalComponent[] {
    const held = this.#held.get(uid);
    if (held === undefined) return [];
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
