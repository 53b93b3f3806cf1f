import { canonicalAddress } from '../icalendar/read.js';
import type { Clock } from '../runtime/clock.js';
import type { Store, Table } from '../runtime/store.js';
import type { Account } from './account.js';
import type { BoxItem, RecipientRecord } from './box-item.js';
import type { Directory } from './directory.js';
import type { MailerRules, MailOutcome, MailResult } from './mailer-rules.js';
import { dropIfLate } from './outbox-history.js';
import type { OutboxRules } from './outbox-rules.js';
import { mailOf, type SchedulingMail } from './scheduling-mail.js';

/** Hands a mail to the mail system. What it throws counts as nobody answering. */
export type MailSender = (mail: SchedulingMail) => Promise<MailResult>;

/** What one run of the mailer did: mails that left, those that were given up, those that will be tried again. */
export interface MailRun {
  readonly sent: number;
  readonly failed: number;
  readonly waiting: number;
}

interface Queued {
  /** Id of the user whose Outbox has it. */
  readonly user: string;
  /** The sending, when it is mailed although its entry was deleted. */
  readonly deleted?: BoxItem;
}

interface Waiting {
  readonly account: Account;
  readonly item: BoxItem;
}

/** Sends by mail what lies unprocessed in the Outboxes, and marks it there. */
export class Mailer {
  readonly #directory: Directory;
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #rules: MailerRules & OutboxRules;
  /** By the name of the sending. */
  readonly #queue: Table<Queued>;
  #running: Promise<MailRun> | undefined;
  /** The mail that is being handed over. */
  #leaving: { readonly name: string; readonly address: string } | undefined;

  constructor(directory: Directory, store: Store, clock: Clock, rules: MailerRules & OutboxRules) {
    this.#directory = directory;
    this.#store = store;
    this.#clock = clock;
    this.#rules = rules;
    this.#queue = store.table('mail-queue');
  }

  /** Puts a sending on the list of those that the mailer looks at. */
  enqueue({ user }: Account, { name, state }: BoxItem): void {
    if (state === 'unprocessed') this.#queue.set(name, { user: user.id });
  }

  /**
   * Hears that the entry of a sending was deleted: what has not left yet stays.
   *
   * @returns calendar addresses of those who get nothing therefore; whom a mail is just leaving for is not among them
   */
  withdraw({ user }: Account, item: BoxItem): readonly string[] {
    if (this.#rules.mailsDeleted()) this.#queue.set(item.name, { user: user.id, deleted: item });
    else this.#queue.delete(item.name);
    const leaving = this.#leaving?.name === item.name ? this.#leaving.address : undefined;
    return this.#rules.unsentTo(item.recipients).filter((address) => address !== leaving);
  }

  /** Runs once. A second call while one is under way is the same run. */
  run(send: MailSender): Promise<MailRun> {
    this.#running ??= this.#runOnce(send).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #runOnce(send: MailSender): Promise<MailRun> {
    const totals = { sent: 0, failed: 0, waiting: 0 };
    const blocked = new Set<string>();
    for (const { account, item } of this.#waiting()) {
      for (const { address } of this.#rules.mailsDue(item.recipients)) {
        const now = this.#now(account, item.name);
        const record = now?.recipients.find((each) => each.address === address);
        if (now === undefined || record === undefined) break;
        const outcome = this.#mustWait(record, blocked)
          ? 'waiting'
          : await this.#attempt(account, now, record, send);
        totals[outcome] += 1;
        if (this.#rules.holdsUp(outcome)) blocked.add(canonicalAddress(address));
        if (outcome !== 'sent' && !this.#rules.mailsOthers()) return totals;
      }
    }
    return totals;
  }

  /** The sendings to look at, in the order in which they leave; those of former users wait until they are back. */
  #waiting(): Waiting[] {
    const accounts = new Map<BoxItem, Account>();
    for (const [name, { user }] of this.#queue) {
      const account = this.#directory.find(user);
      const item = account && this.#now(account, name);
      if (account !== undefined && item !== undefined) accounts.set(item, account);
    }
    return this.#rules.mailOrder([...accounts.keys()]).flatMap((item) => {
      const account = accounts.get(item);
      return account === undefined ? [] : [{ account, item }];
    });
  }

  /** A sending as it is by now; undefined when it was deleted. */
  #now(account: Account, name: string): BoxItem | undefined {
    return account.item('outbox', name) ?? this.#queue.get(name)?.deleted;
  }

  #mustWait({ address, dueAt }: RecipientRecord, blocked: ReadonlySet<string>): boolean {
    if (blocked.has(canonicalAddress(address))) return true;
    return dueAt !== undefined && dueAt > this.#clock.now() && this.#rules.waitsForRetry();
  }

  /** Hands one mail over and notes at once what became of it, so that a crash forgets one mail at most. */
  async #attempt(
    account: Account,
    item: BoxItem,
    record: RecipientRecord,
    send: MailSender,
  ): Promise<MailOutcome> {
    const { address } = record;
    this.#leaving = { name: item.name, address };
    const result = await this.#handOver(send, item, address);
    this.#leaving = undefined;
    const attempts = record.attempts + 1;
    const isOpen = !result.accepted && !this.#rules.isFinal(result.code);
    const delay = isOpen ? this.#rules.retryAfter(attempts) : undefined;
    const outcome = result.accepted ? 'sent' : delay === undefined ? 'failed' : 'waiting';
    const dueAt = delay === undefined ? {} : { dueAt: later(this.#clock.now(), delay) };
    this.#mark(account, item, { address, attempts, ...this.#rules.mailStatus(outcome), ...dueAt });
    return outcome;
  }

  async #handOver(send: MailSender, item: BoxItem, address: string): Promise<MailResult> {
    try {
      return await send(mailOf(item, address, this.#rules));
    } catch {
      return UNANSWERED;
    }
  }

  #mark(account: Account, item: BoxItem, done: RecipientRecord): void {
    const recipients = this.#rules.afterMail(item.recipients, done);
    const after = { ...item, recipients, state: this.#rules.sendingState(recipients) };
    if (account.item('outbox', item.name) !== undefined) {
      account.put('outbox', after);
      dropIfLate(account, after, this.#rules);
    } else if (this.#queue.has(item.name)) {
      this.withdraw(account, after);
    }
    if (after.state !== 'unprocessed') this.#queue.delete(item.name);
    this.#store.commit();
  }
}

const UNANSWERED: MailResult = { accepted: false, code: 0 };

function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
