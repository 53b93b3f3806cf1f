import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';
import type { Scheduler } from '../../simulator/scheduling/scheduler.js';
import { takeInMail } from '../../targets/reference/mail-in.js';
import { MailSystem } from '../../targets/reference/mail-system.js';
import { observeAccount } from '../../targets/reference/observe.js';
import type { ServiceMail } from '../../targets/scheduling-service.js';
import { type Params, type Result, RPC_ERRORS } from '../protocol.js';
import { RpcError } from '../serve.js';

/** What the methods of the service need of the adapter. */
export interface ServiceAdapterParts {
  readonly scheduler: () => Scheduler;
  /** Takes what was sent. */
  readonly collect: () => void;
  readonly restart: () => void;
  /** Hands a message to its Recipient's side. */
  readonly arrive: (recipient: string, message: JCalComponent, originator: string) => Result<'mail/deliver'>;
}

/** The scheduling service of the reference, its answers in the forms of the protocol. */
export class ServiceAdapter {
  readonly #parts: ServiceAdapterParts;
  #mail = new MailSystem();
  #drained = 0;

  constructor(parts: ServiceAdapterParts) {
    this.#parts = parts;
  }

  /** Begins anew, without mail. */
  reset(): void {
    this.#mail = new MailSystem();
    this.#drained = 0;
  }

  restart(): Result<'restart'> {
    this.#parts.restart();
    return {};
  }

  deleteEntry(box: 'inbox' | 'outbox', { user, name }: Params<'inbox/delete'>): Result<'inbox/delete'> {
    const scheduler = this.#known(user);
    if (scheduler.account(user).item(box, name) === undefined) {
      return { accepted: false, error: { code: '404', text: `${user} has no entry ${name} in the ${box}` } };
    }
    const deleted = scheduler.deleteItem(user, box, name);
    this.#parts.collect();
    const whom = deleted.kind === 'not-sent' ? { recipients: [...deleted.recipients] } : {};
    return { accepted: true, consequence: deleted.kind, ...whom };
  }

  setProcessing({ user, processing }: Params<'inbox/mode'>): Result<'inbox/mode'> {
    this.#known(user).setProcessing(user, processing);
    return {};
  }

  processInbox({ user, name }: Params<'inbox/process'>): Result<'inbox/process'> {
    const scheduler = this.#known(user);
    if (name !== undefined && scheduler.account(user).item('inbox', name) === undefined) {
      throw new RpcError(RPC_ERRORS.invalidParams, `${user} has no entry ${name} in the inbox`);
    }
    const outcomes = scheduler.processInbox(user, name).map(({ outcome }) => outcome);
    this.#parts.collect();
    return { outcomes };
  }

  async runMailer(): Promise<Result<'outbox/process'>> {
    return { ...(await this.#parts.scheduler().runMailer((mail) => this.#mail.send(mail))) };
  }

  pending(user: string): Result<'pending/list'> {
    const items = this.#known(user).pending(user);
    return {
      items: items.map(({ id, kind, from, calendar }) => ({ id, kind, from, data: writeCalendar(calendar) })),
    };
  }

  decide({ user, id, decision, args = {} }: Params<'pending/decide'>): Result<'pending/decide'> {
    const scheduler = this.#known(user);
    if (!scheduler.pending(user).some((item) => item.id === id)) {
      throw new RpcError(RPC_ERRORS.invalidParams, `${user} is not asked ${id}; see pending/list`);
    }
    const { telling } = args;
    scheduler.decide(user, id, decision, telling === undefined ? {} : { tells: telling });
    this.#parts.collect();
    return {};
  }

  notifications(user: string): Result<'notifications/list'> {
    return {
      items: this.#known(user)
        .account(user)
        .notices.map((notice) => ({ ...notice })),
    };
  }

  lastSeen(user: string): Result<'last-seen/list'> {
    return { items: observeAccount(this.#known(user).account(user)).lastSeen.map((seen) => ({ ...seen })) };
  }

  setRight({ user, actor, may }: Params<'rights/set'>): Result<'rights/set'> {
    this.#known(actor);
    this.#known(user).setRight(user, actor, may.includes('schedule'));
    return {};
  }

  drainMail(): Result<'mail/drain'> {
    const mails = this.#mail.mails.slice(this.#drained);
    this.#drained = this.#mail.mails.length;
    return { mails: mails.map((mail) => ({ ...mail })) };
  }

  takeMail(mail: ServiceMail): Promise<Result<'mail/deliver'>> {
    return takeInMail(mail, this.#parts.arrive);
  }

  failMail({ recipient, code, times }: Params<'mail/fail'>): Result<'mail/fail'> {
    this.#mail.refuse(recipient, code, times);
    return {};
  }

  /** The scheduler, when it knows that user: a wrong one is the caller's mistake. */
  #known(user: string): Scheduler {
    const scheduler = this.#parts.scheduler();
    try {
      scheduler.account(user);
      return scheduler;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new RpcError(RPC_ERRORS.invalidParams, `${error.message}; reset names the users`);
    }
  }
}
