import { type JCalComponent, property } from '../icalendar/jcal.js';
import { methodOf, statusOf, uidOf } from '../icalendar/read.js';
import type { Decision } from '../itip/outcome.js';
import type { Clock } from '../runtime/clock.js';
import type { Store, Table } from '../runtime/store.js';
import type { Account, BoxName } from './account.js';
import { organizerIn } from './admit-call.js';
import type { BoxItem, ItemState, RecipientRecord } from './box-item.js';
import type { Directory } from './directory.js';
import type { Mailer } from './mailer.js';
import { dropEarlier } from './outbox-history.js';
import type { SchedulingRules } from './scheduling-rules.js';

/** What the deletion of a box entry leads to. */
export type Consequence =
  /** The message has done all it can; only the record of it is gone. */
  | { readonly kind: 'record-lost' }
  /** The message of this Inbox entry will never take effect. */
  | { readonly kind: 'not-processed' }
  /** What has not left yet will not: these Recipients get nothing. */
  | { readonly kind: 'not-sent'; readonly recipients: readonly string[] };

/** How a message arrived. */
export interface Arriving {
  /** Calendar address of who sent it. */
  readonly originator: string;
  /** To whom it went, as far as this service knows. */
  readonly sentTo: () => readonly string[];
}

/** Makes, keeps and removes the entries of the Inboxes and Outboxes. */
export class Boxes {
  readonly #clock: Clock;
  readonly #rules: SchedulingRules;
  readonly #mailer: Mailer;
  readonly #counters: Table<number>;

  constructor(store: Store, clock: Clock, rules: SchedulingRules, mailer: Mailer) {
    this.#clock = clock;
    this.#rules = rules;
    this.#mailer = mailer;
    this.#counters = store.table('counters');
  }

  /** A number that nothing else of this service has had, one more than the last. */
  next(): number {
    const number = (this.#counters.get('last') ?? 0) + 1;
    this.#counters.set('last', number);
    return number;
  }

  /**
   * Puts a message into somebody's Inbox, not processed yet.
   *
   * @returns undefined when it is about nothing: no component has a UID
   */
  deposit(account: Account, message: JCalComponent, { originator, sentTo }: Arriving): BoxItem | undefined {
    if (uidOf(message) === undefined) return undefined;
    const own = account.user.addresses[0] ?? '';
    const calendar = this.#rules.depositedMessage(message, own);
    const recipients = this.#rules
      .recipientsShown(own, sentTo)
      .map((address): RecipientRecord => ({ address, state: 'unprocessed', status: '1.2', attempts: 0 }));
    const item = this.#newItem('received', calendar, originator, recipients, 'unprocessed');
    account.put('inbox', item);
    return item;
  }

  /** Marks an Inbox entry with what came of the message. */
  settle(account: Account, item: BoxItem, { outcome }: Pick<Decision<unknown>, 'outcome'>): void {
    const state = outcome === 'rejected' ? 'failed' : 'processed';
    const recipients = item.recipients.map((record) => ({ ...record, state }) as const);
    account.put('inbox', { ...item, recipients, state });
  }

  /** Lists a sending in the Outbox where it belongs, when that is here; earlier ones may give way to it. */
  file(
    directory: Directory,
    calendar: JCalComponent,
    originator: string,
    recipients: readonly RecipientRecord[],
  ): void {
    const account = directory.at(this.#rules.outboxOwner(originator, organizerIn(calendar) ?? ''));
    if (account === undefined) return;
    for (const named of this.#rules.isListed(calendar) ? this.#rules.entriesOf(recipients) : []) {
      const item = this.#newItem('sent', calendar, originator, named, this.#rules.sendingState(named));
      dropEarlier(account, item, this.#rules);
      account.put('outbox', item);
      this.#mailer.enqueue(account, item);
    }
  }

  #newItem(
    prefix: string,
    calendar: JCalComponent,
    sender: string,
    recipients: readonly RecipientRecord[],
    state: ItemState,
  ): BoxItem {
    const number = this.next();
    const organizer = organizerIn(calendar) ?? '';
    return {
      name: `${prefix}-${number}.ics`,
      number,
      at: this.#clock.now(),
      originator: this.#rules.recordedOriginator(sender, organizer),
      organizer: this.#rules.recordedOrganizer(sender, organizer),
      ...{ calendar, recipients, state },
    };
  }

  /**
   * A user deletes an entry of a box. Calendar and last seen revisions do not depend on it.
   *
   * @throws RangeError when there is no such entry
   */
  delete(account: Account, box: BoxName, name: string): Consequence {
    const item = account.item(box, name);
    if (item === undefined) throw new RangeError(`${account.user.id} has no entry ${name} in the ${box}`);
    account.discard(box, name);
    const unsent = box === 'outbox' ? this.#mailer.withdraw(account, item) : [];
    const found = account.find(uidOf(item.calendar) ?? '');
    if (found !== undefined) {
      const left = this.#rules.entryAfterDeletion(found.entry);
      if (left === undefined) account.remove(found.name);
      else if (left !== found.entry) account.store(left, found.name);
    }
    return consequenceOf(box, item.state, unsent);
  }

  /** Removes the entries about meetings that are over. */
  purge(accounts: Iterable<Account>): void {
    const now = this.#clock.now();
    for (const account of accounts) {
      for (const [uid, items] of itemsByUid(account)) {
        const until = this.#keptUntil(
          account.find(uid)?.entry.calendar,
          items.map(({ item }) => item.calendar),
        );
        if (until === undefined || until > now) continue;
        for (const { box, item } of items) {
          if (box === 'outbox' && this.#rules.outlivesMeeting(item)) continue;
          if (this.#rules.purges(box)) account.discard(box, item.name);
        }
      }
    }
  }

  /** By what the calendar has of the meeting; else by all that the boxes have of it and that says when it is. */
  #keptUntil(stored: JCalComponent | undefined, messages: readonly JCalComponent[]): string | undefined {
    const known = stored === undefined ? messages.filter(saysWhen) : [stored];
    if (known.length === 0) return undefined;
    const ends = known.map((calendar) => this.#rules.endOfMeeting(calendar));
    return this.#rules.keptUntil(ends, [...known, ...messages].some(isCancelled));
  }
}

interface Lying {
  readonly box: BoxName;
  readonly item: BoxItem;
}

function itemsByUid(account: Account): Map<string, Lying[]> {
  const found = new Map<string, Lying[]>();
  for (const box of ['inbox', 'outbox'] as const) {
    for (const item of account[box]) {
      const uid = uidOf(item.calendar) ?? '';
      const known = found.get(uid);
      if (known === undefined) found.set(uid, [{ box, item }]);
      else known.push({ box, item });
    }
  }
  return found;
}

/** A CANCEL need not say when the event would have been; a journal never does. */
function saysWhen(calendar: JCalComponent): boolean {
  return calendar[2].some(
    (part) => part[0] !== 'vtimezone' && (part[0] !== 'vevent' || property(part, 'dtstart') !== undefined),
  );
}

function consequenceOf(box: BoxName, state: ItemState, unsent: readonly string[]): Consequence {
  if (box === 'inbox') return { kind: state === 'unprocessed' ? 'not-processed' : 'record-lost' };
  return unsent.length === 0 ? { kind: 'record-lost' } : { kind: 'not-sent', recipients: unsent };
}

function isCancelled(calendar: JCalComponent): boolean {
  return methodOf(calendar) === 'CANCEL' || calendar[2].some((part) => statusOf(part) === 'CANCELLED');
}
