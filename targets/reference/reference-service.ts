import { IcalendarError } from '../../simulator/icalendar/icalendar-error.js';
import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { parseCalendar } from '../../simulator/icalendar/parse.js';
import type {
  DeletionResult,
  InboxProcessing,
  ScheduleCall,
  ScheduleResult,
  SchedulingService,
  ServiceMail,
} from '../scheduling-service.js';
import type { DeliveryReport } from '../target.js';
import type { LivingScheduler } from './living-scheduler.js';
import { takeInMail } from './mail-in.js';
import { MailSystem } from './mail-system.js';

/** What the service needs of its stage. */
export interface ServiceStageParts {
  /** Calendar address of somebody of the cast, whom the scheduler need not know. */
  readonly addressOf: (userId: string) => string;
  readonly scheduler: LivingScheduler;
  /** Puts what was sent on the way. */
  readonly collect: () => void;
  /** Takes note of mail that has left. */
  readonly collectMail: (mails: readonly ServiceMail[]) => Promise<void>;
  /** Hands a message to its Recipient's side. */
  readonly arrive: (recipient: string, message: JCalComponent, originator: string) => DeliveryReport;
}

/** The scheduling service of the reference. */
export class ReferenceService implements SchedulingService {
  readonly #parts: ServiceStageParts;
  readonly #mail = new MailSystem();

  constructor(parts: ServiceStageParts) {
    this.#parts = parts;
  }

  schedule({ originator, recipients, data }: ScheduleCall): Promise<ScheduleResult> {
    const call = {
      originator: this.#parts.addressOf(originator),
      calendar: parseCalendar(data),
      ...(recipients === undefined ? {} : { recipients }),
    };
    return this.#tried((): ScheduleResult => ({ accepted: true, responses: this.#scheduler.schedule(call) }));
  }

  async runMailer(): Promise<void> {
    const before = this.#mail.mails.length;
    await this.#scheduler.runMailer((mail) => this.#mail.send(mail));
    await this.#parts.collectMail(this.#mail.mails.slice(before));
  }

  failMail(recipient: string, code: number, times: number): Promise<void> {
    return Promise.resolve(this.#mail.refuse(recipient, code, times));
  }

  mails(): Promise<readonly ServiceMail[]> {
    return Promise.resolve([...this.#mail.mails]);
  }

  mailIn(mail: ServiceMail): Promise<DeliveryReport> {
    return takeInMail(mail, this.#parts.arrive);
  }

  setProcessing(userId: string, who: InboxProcessing): Promise<void> {
    return Promise.resolve(this.#scheduler.setProcessing(userId, who));
  }

  processInbox(userId: string): Promise<void> {
    this.#scheduler.processInbox(userId);
    return Promise.resolve(this.#parts.collect());
  }

  deleteEntry(userId: string, box: 'inbox' | 'outbox', name: string): Promise<DeletionResult> {
    return this.#tried((): DeletionResult => {
      const { kind, ...whom } = this.#scheduler.deleteItem(userId, box, name);
      return { accepted: true, consequence: kind, ...whom };
    });
  }

  setRight(userId: string, actor: string, isGiven: boolean): Promise<void> {
    return Promise.resolve(this.#scheduler.setRight(userId, actor, isGiven));
  }

  restart(): Promise<void> {
    return Promise.resolve(this.#parts.scheduler.restart());
  }

  get #scheduler() {
    return this.#parts.scheduler.now;
  }

  /** Does it; what the scheduler refuses comes back as not accepted. */
  #tried<Result>(
    operation: () => Result,
  ): Promise<Result | { readonly accepted: false; readonly reason: string }> {
    try {
      const result = operation();
      this.#parts.collect();
      return Promise.resolve(result);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof IcalendarError)) throw error;
      return Promise.resolve({ accepted: false, reason: error.message });
    }
  }
}
