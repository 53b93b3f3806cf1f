import type { JCalComponent } from '../icalendar/jcal.js';
import { sequenceOf, uidOf } from '../icalendar/read.js';
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
  readonly #received: Readonly<Record<ItemState, Map<string, readonly RecipientRecord[]>>> = {
    unprocessed: new Map(),
    processed: new Map(),
    failed: new Map(),
  };

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
   * Makes the Inbox entry of a message, not processed yet, and room for it. Who calls puts it there, with `settle` once
   * the message is processed: most are at once, and then it is written once.
   *
   * @returns undefined when it is about nothing: no component has a UID
   */
  received(account: Account, message: JCalComponent, { originator, sentTo }: Arriving): BoxItem | undefined {
    if (uidOf(message) === undefined) return undefined;
    const own = account.user.addresses[0] ?? '';
    const calendar = this.#rules.depositedMessage(message, own);
    const shown = this.#rules.recipientsShown(own, sentTo);
    const recipients = this.#recordsOf(shown, 'unprocessed');
    const item = this.#newItem(calendar, originator, recipients, 'unprocessed');
    const earlier = () => account.inbox.filter((each) => uidOf(each.calendar) === uidOf(calendar));
    for (const { name } of this.#rules.displaced(item, earlier)) account.discard('inbox', name);
    return item;
  }

  /** Puts an entry into the Inbox, or in its place there, with what came of the message. */
  settle(account: Account, item: BoxItem, { outcome }: Pick<Decision<unknown>, 'outcome'>): void {
    const state = this.#rules.stateAfter(outcome);
    const shown = item.recipients.map(({ address }) => address);
    account.put('inbox', { ...item, recipients: this.#recordsOf(shown, state), state });
  }

  /** What an Inbox entry says of those whom it names. All entries of one Inbox that name one share it. */
  #recordsOf(shown: readonly string[], state: ItemState): readonly RecipientRecord[] {
    const [only] = shown;
    if (only === undefined || shown.length > 1) return shown.map((address) => received(address, state));
    const known = this.#received[state].get(only);
    if (known !== undefined) return known;
    const records = [received(only, state)];
    this.#received[state].set(only, records);
    return records;
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
    if (!this.#rules.isListed(calendar)) return;
    const isRepeated = () =>
      account.outbox.some((earlier) => this.#isSameRevision(earlier.calendar, calendar));
    for (const named of this.#rules.entriesOf(recipients)) {
      const state = this.#rules.stateOfSending(this.#rules.sendingState(named), isRepeated);
      const item = this.#newItem(calendar, originator, named, state);
      dropEarlier(account, item, this.#rules);
      account.put('outbox', item);
      this.#mailer.enqueue(account, item);
    }
  }

  /** Whether a later sending is the same thing once more, with the same SEQUENCE. */
  #isSameRevision(earlier: JCalComponent, later: JCalComponent): boolean {
    const [before, now] = [earlier, later].map((calendar) => Math.max(...calendar[2].map(sequenceOf)));
    return this.#rules.isSameSending(earlier, later) && before === now;
  }

  #newItem(
    calendar: JCalComponent,
    sender: string,
    recipients: readonly RecipientRecord[],
    state: ItemState,
  ): BoxItem {
    const number = this.next();
    const organizer = organizerIn(calendar) ?? '';
    return {
      name: `${number}.ics`,
      number,
      at: this.#clock.now(),
      originator: this.#rules.recordedOriginator(sender, organizer),
      organizer: this.#rules.recordedOrganizer(sender, organizer),
      calendar,
      recipients,
      state,
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
}

function received(address: string, state: ItemState): RecipientRecord {
  return { address, state, status: '1.2', attempts: 0 };
}

function consequenceOf(box: BoxName, state: ItemState, unsent: readonly string[]): Consequence {
  if (box === 'inbox') return { kind: state === 'unprocessed' ? 'not-processed' : 'record-lost' };
  return unsent.length === 0 ? { kind: 'record-lost' } : { kind: 'not-sent', recipients: unsent };
}
