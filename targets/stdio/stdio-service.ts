import type {
  DeletionResult,
  InboxProcessing,
  ScheduleCall,
  ScheduleResult,
  SchedulingService,
  ServiceMail,
} from '../scheduling-service.js';
import type { Capability, DeliveryReport } from '../target.js';
import type { AdapterConnection } from './connection.js';

/** What of a scheduling service an adapter may offer. */
const OFFERS: readonly Capability[] = [
  'schedule',
  'mailer',
  'client-processing',
  'box-deletion',
  'rights',
  'restart',
];

/** What the service needs of its stage. */
export interface StdioServiceParts {
  readonly connection: AdapterConnection;
  /** Primary calendar address of a user id. */
  readonly addressOf: (userId: string) => string;
  /** Takes what was sent. */
  readonly collect: () => Promise<void>;
  /** All mail that has left so far, oldest first. */
  readonly mails: () => readonly ServiceMail[];
}

/** The scheduling service of an adapter; each method throws as `AdapterConnection.call` does. */
export class StdioService implements SchedulingService {
  readonly #parts: StdioServiceParts;

  private constructor(parts: StdioServiceParts) {
    this.#parts = parts;
  }

  /** The service, where the adapter offers any of it. */
  static offered(capabilities: ReadonlySet<Capability>, parts: StdioServiceParts): StdioService | undefined {
    return OFFERS.some((offer) => capabilities.has(offer)) ? new StdioService(parts) : undefined;
  }

  async schedule({ originator, recipients, data }: ScheduleCall): Promise<ScheduleResult> {
    const { responses, error } = await this.#parts.connection.call('schedule', {
      ...{ user: originator, originator: this.#parts.addressOf(originator), data },
      ...(recipients === undefined ? {} : { recipients: [...recipients] }),
    });
    await this.#parts.collect();
    return error === undefined ? { accepted: true, responses } : { accepted: false, reason: error };
  }

  async runMailer(): Promise<void> {
    await this.#parts.connection.call('outbox/process', {});
    await this.#parts.collect();
  }

  async failMail(recipient: string, code: number, times: number): Promise<void> {
    await this.#parts.connection.call('mail/fail', { recipient, code, times });
  }

  mails(): Promise<readonly ServiceMail[]> {
    return Promise.resolve(this.#parts.mails());
  }

  async mailIn(mail: ServiceMail): Promise<DeliveryReport> {
    const { outcome, reason = '' } = await this.#parts.connection.call('mail/deliver', { ...mail });
    await this.#parts.collect();
    return { outcome, reason };
  }

  async setProcessing(user: string, processing: InboxProcessing): Promise<void> {
    await this.#parts.connection.call('inbox/mode', { user, processing });
  }

  async processInbox(user: string): Promise<void> {
    await this.#parts.connection.call('inbox/process', { user });
    await this.#parts.collect();
  }

  async deleteEntry(user: string, box: 'inbox' | 'outbox', name: string): Promise<DeletionResult> {
    const told = await this.#parts.connection.call(`${box}/delete`, { user, name });
    await this.#parts.collect();
    if (!told.accepted) return { accepted: false, reason: told.error?.text ?? 'no reason given' };
    return {
      accepted: true,
      ...(told.consequence === undefined ? {} : { consequence: told.consequence }),
      ...(told.recipients === undefined ? {} : { recipients: told.recipients }),
    };
  }

  async setRight(user: string, actor: string, isGiven: boolean): Promise<void> {
    await this.#parts.connection.call('rights/set', { user, actor, may: isGiven ? ['schedule'] : [] });
  }

  async restart(): Promise<void> {
    await this.#parts.connection.call('restart', {});
  }
}
