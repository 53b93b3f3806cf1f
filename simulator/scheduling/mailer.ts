import type { JCalComponent } from '../icalendar/jcal.js';
import { canonicalAddress } from '../icalendar/read.js';
import type { Clock } from '../runtime/clock.js';
import type { Store, Table } from '../runtime/store.js';
import type { Account } from './account.js';
import type { BoxItem, RecipientRecord } from './box-item.js';
import type { Directory } from './directory.js';
import type { MailerRules, MailResult } from './mailer-rules.js';

/** A scheduling message that leaves by mail (RFC 6047). */
export interface SchedulingMail {
  /** The same for each attempt at the same sending to the same Recipient, so that a repeated mail can be told. */
  readonly messageId: string;
  /** Calendar address. */
  readonly from: string;
  /** Calendar address. */
  readonly to: string;
  /** When the message was sent by its Originator, UTC. */
  readonly at: string;
  readonly calendar: JCalComponent;
}

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
  readonly #rules: MailerRules;
  /** By the name of the sending. */
  readonly #queue: Table<Queued>;
  #running: Promise<MailRun> | undefined;

  constructor(directory: Directory, store: Store, clock: Clock, rules: MailerRules) {
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

  /** Hears that the entry of a sending was deleted: what has not left yet stays. */
  withdraw({ user }: Account, item: BoxItem): void {
    if (this.#rules.mailsDeleted()) this.#queue.set(item.name, { user: user.id, deleted: item });
    else this.#queue.delete(item.name);
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
        const done = this.#mustWait(record, blocked) ? record : await this.#attempt(now, record, send);
        if (done !== record) this.#mark(account, now, done);
        totals[becameOf(done)] += 1;
        if (done.state === 'unprocessed') blocked.add(canonicalAddress(address));
        if (blocked.size > 0 && !this.#rules.mailsOthers()) return totals;
      }
    }
    return totals;
  }

  /** The sendings to look at, in the order in which they leave. */
  #waiting(): Waiting[] {
    const accounts = new Map<BoxItem, Account>();
    for (const [name, { user }] of this.#queue) {
      const account = this.#directory.account(user);
      const item = this.#now(account, name);
      if (item !== undefined) accounts.set(item, account);
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
    if (blocked.has(canonicalAddress(address)) && this.#rules.waitsForEarlier()) return true;
    return dueAt !== undefined && dueAt > this.#clock.now() && this.#rules.waitsForRetry();
  }

  async #attempt(item: BoxItem, record: RecipientRecord, send: MailSender): Promise<RecipientRecord> {
    const result = await send(mailOf(item, record.address, this.#rules)).catch(() => UNANSWERED);
    const attempts = record.attempts + 1;
    const { address } = record;
    if (result.accepted) return { address, attempts, state: 'processed', status: '1.2' };
    const delay = this.#rules.isFinal(result.code) ? undefined : this.#rules.retryAfter(attempts);
    if (delay === undefined) return { address, attempts, state: 'failed', status: '5.1' };
    return { address, attempts, state: 'unprocessed', status: '1.1', dueAt: later(this.#clock.now(), delay) };
  }

  #mark(account: Account, item: BoxItem, done: RecipientRecord): void {
    const recipients = this.#rules.afterMail(item.recipients, done);
    const after = { ...item, recipients, state: this.#rules.sendingState(recipients) };
    if (account.item('outbox', item.name) !== undefined) account.put('outbox', after);
    else if (this.#queue.has(item.name)) this.withdraw(account, after);
    if (after.state !== 'unprocessed') this.#queue.delete(item.name);
    this.#store.commit();
  }
}

function becameOf({ state, status }: RecipientRecord): keyof MailRun {
  if (state === 'unprocessed') return 'waiting';
  return status === '1.2' ? 'sent' : 'failed';
}

const UNANSWERED: MailResult = { accepted: false, code: 0 };

function mailOf(
  { number, at, originator, organizer, calendar }: BoxItem,
  to: string,
  rules: MailerRules,
): SchedulingMail {
  const from = rules.mailFrom(originator, organizer);
  const host = from.split('@').at(-1) ?? 'localhost';
  const recipient = encodeURIComponent(canonicalAddress(to).replace(/^mailto:/, ''));
  return { messageId: `<${number}.${recipient.replaceAll('%', '=')}@${host}>`, from, to, at, calendar };
}

function later(now: string, seconds: number): string {
  return new Date(Date.parse(now) + seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z');
}
