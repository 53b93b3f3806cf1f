import type { Policies } from '../../itip/policies.js';
import { type Clock, createClock } from '../../runtime/clock.js';
import { MemoryStore } from '../../runtime/memory-store.js';
import { sampleCalendar } from '../../testing/sample-event.js';
import type { MailRun } from '../mailer.js';
import type { MailResult } from '../mailer-rules.js';
import { createScheduler, type Scheduler } from '../scheduler.js';
import type { SchedulingMail } from '../scheduling-mail.js';
import { addressOf, UID } from './office.js';

/**
 * Anna and Bert on one scheduler, Mona and Mark reached by mail alone, and a mail system that takes over what it is
 * not told to refuse. Time stands still unless somebody moves `clock`; it is 9:00 UTC on 7 January 2030.
 */
export class MailRoom {
  readonly clock: Clock = createClock('2030-01-07T09:00:00Z');
  /** What was taken over, oldest first. */
  readonly taken: SchedulingMail[] = [];
  /** Every attempt, by user id. */
  readonly attempts: string[] = [];
  /** What the mail system answers the next time, by user id; `undefined` throws. */
  readonly answers = new Map<string, (MailResult | undefined)[]>();
  /** Happens while a mail is being handed over. */
  meanwhile: () => void = () => undefined;
  scheduler: Scheduler;
  #store = new MemoryStore();
  readonly #policies: Partial<Policies>;

  constructor(policies: Partial<Policies> = {}) {
    this.#policies = policies;
    this.scheduler = this.#begin();
  }

  /** Anna organizes the sample event with these. */
  invite(...attendees: string[]): void {
    const asked = Object.fromEntries(attendees.map((id) => [id, 'NEEDS-ACTION']));
    this.scheduler.invite('anna', sampleCalendar({ attendees: asked }));
  }

  /** Anna sends the event again; SEQUENCE stays. */
  again(): void {
    this.scheduler.renotify('anna', UID);
  }

  /** The mail system refuses mail to somebody with these codes, one after the other; 0 when it throws. */
  refuse(id: string, ...codes: number[]): void {
    this.answers.set(
      id,
      codes.map((code) => (code === 0 ? undefined : { accepted: false, code })),
    );
  }

  run(): Promise<MailRun> {
    return this.scheduler.runMailer((mail) => this.#send(mail));
  }

  /** Runs after that many seconds. */
  runAfter(seconds: number): Promise<MailRun> {
    this.clock.advance(seconds);
    return this.run();
  }

  /** Begins again with what is stored, for these users. */
  restart(...users: string[]): void {
    this.#store = this.#store.reopened();
    this.scheduler = this.#begin(users.length === 0 ? undefined : users);
  }

  /** What Anna's Outbox says, e.g. `unprocessed: bert processed 1.2, mona unprocessed 1.1`; oldest first. */
  get outbox(): string[] {
    return this.scheduler.account('anna').outbox.map(({ state, recipients }) => {
      const each = recipients.map(
        ({ address, state: own, status }) => `${address.replace(/^mailto:|@.*$/g, '')} ${own} ${status}`,
      );
      return `${state}: ${each.join(', ')}`;
    });
  }

  #begin(ids: readonly string[] = ['anna', 'bert']): Scheduler {
    const users = ids.map((id) => ({ id, name: id, addresses: [addressOf(id)] }));
    const { clock } = this;
    return createScheduler({
      ...{ clock, users, delivery: 'auto', store: this.#store, policies: this.#policies },
    });
  }

  #send(mail: SchedulingMail): Promise<MailResult> {
    const id = mail.to.replace(/^mailto:|@.*$/g, '');
    this.attempts.push(id);
    this.meanwhile();
    const scripted = this.answers.get(id) ?? [];
    const isScripted = scripted.length > 0;
    const answer = scripted.shift();
    if (isScripted && answer === undefined) throw new Error('nobody there');
    if (answer !== undefined) return Promise.resolve(answer);
    this.taken.push(mail);
    return Promise.resolve({ accepted: true });
  }
}
