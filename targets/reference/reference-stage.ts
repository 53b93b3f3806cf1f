import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { parseCalendar } from '../../simulator/icalendar/parse.js';
import { methodOf } from '../../simulator/icalendar/read.js';
import { createClock } from '../../simulator/runtime/clock.js';
import type { SchedulingRules } from '../../simulator/scheduling/scheduling-rules.js';
import type { Travelling } from '../../simulator/transport/network.js';
import { castAtExample, rightsIn } from '../example-cast.js';
import { messagesIn } from '../imip/observed-mail.js';
import type { ServiceMail } from '../scheduling-service.js';
import type {
  ActResult,
  CalendarUser,
  CastRequest,
  DeliveryReport,
  Intent,
  MessageInTransit,
  ObservedMessage,
  Stage,
  Trace,
} from '../target.js';
import { OPENING_TIME } from '../virtual-time.js';
import { carryOut } from './intents.js';
import { LivingScheduler, membersOf } from './living-scheduler.js';
import { observeAccount } from './observe.js';
import { ReferenceService } from './reference-service.js';
import { textOf } from './text-of.js';

/** Under which rules a scheduler works, and in which domain its users have their addresses. */
export interface StageSettings {
  readonly rules: SchedulingRules;
  readonly domain?: string | undefined;
}

/** Opens a scheduler for one scenario. Where others live elsewhere, its mailer runs whenever something was done. */
export function openReferenceStage(request: CastRequest, settings: StageSettings, trace: Trace): Stage {
  return new ReferenceStage(request, settings, trace);
}

class ReferenceStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly service: ReferenceService;
  readonly #scheduler: LivingScheduler;
  readonly #clock = createClock(OPENING_TIME);
  readonly #trace: Trace;
  readonly #composed: ObservedMessage[] = [];
  readonly #read = new Map<string, JCalComponent>();
  #waiting: ObservedMessage[] = [];
  #mailed = 0;
  readonly #mailsAtOnce: boolean;

  constructor(request: CastRequest, { rules, domain }: StageSettings, trace: Trace) {
    this.cast = castAtExample(request, domain);
    this.#mailsAtOnce = request.elsewhere !== undefined;
    this.#trace = trace;
    this.#scheduler = new LivingScheduler({
      clock: this.#clock,
      rules,
      ...membersOf([...this.cast.values()]),
      rights: rightsIn(request),
      trace: {
        rule: (name) => trace.rule(name),
        decision: (user, text) =>
          trace.add({ kind: 'decision', from: user, text, virtual: this.#clock.now() }),
      },
    });
    this.service = new ReferenceService({
      scheduler: this.#scheduler,
      addressOf: (userId) => this.cast.get(userId)?.addresses[0] ?? '',
      collect: () => this.#collect(),
      collectMail: (mails) => this.#collectMail(mails),
      arrive: (recipient, message, originator) => this.#arrive(recipient, message, originator),
    });
  }

  async act(intent: Intent): Promise<ActResult> {
    const result = carryOut(this.#scheduler.now, this.cast, intent);
    this.#collect();
    await this.#mail();
    return result;
  }

  drain(): Promise<readonly MessageInTransit[]> {
    const taken = this.#waiting;
    this.#waiting = [];
    return Promise.resolve(taken);
  }

  async deliver({ recipient, data, originator, raw }: MessageInTransit): Promise<DeliveryReport> {
    const report =
      raw === undefined
        ? this.#arrive(recipient, this.#calendarIn(data), originator)
        : await this.service.mailIn({ from: originator, to: recipient, raw });
    await this.#mail();
    return report;
  }

  /** All to whom a message goes get the same one, as they do within the scheduler. */
  #calendarIn(data: string): JCalComponent {
    const calendar = this.#read.get(data) ?? parseCalendar(data);
    this.#read.set(data, calendar);
    return calendar;
  }

  settle(): Promise<boolean> {
    return Promise.resolve(true);
  }

  observe(userId: string): ReturnType<Stage['observe']> {
    return Promise.resolve(observeAccount(this.#scheduler.now.account(userId)));
  }

  messages(): Promise<readonly ObservedMessage[]> {
    return Promise.resolve(this.#composed);
  }

  advance(seconds: number): Promise<void> {
    this.#clock.advance(seconds);
    this.#scheduler.now.purge();
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #arrive(recipient: string, message: JCalComponent, originator: string): DeliveryReport {
    const decision = this.#scheduler.now.deliver(recipient, message, originator);
    this.#collect();
    return decision === undefined
      ? { outcome: 'rejected', reason: `no Calendar User ${recipient}` }
      : { outcome: decision.outcome, reason: `${decision.rule}: ${decision.reason}` };
  }

  #collect(): void {
    for (const sent of this.#scheduler.now.drain()) {
      this.#note(observed(sent), methodOf(sent.calendar) ?? 'message');
    }
  }

  async #mail(): Promise<void> {
    if (this.#mailsAtOnce) await this.service.runMailer();
  }

  async #collectMail(mails: readonly ServiceMail[]): Promise<void> {
    const mailed = await messagesIn(mails, this.#mailed);
    this.#mailed += mailed.length;
    for (const { message, method } of mailed) this.#note(message, `${method} by mail`);
  }

  #note(message: ObservedMessage, text: string): void {
    this.#composed.push(message);
    this.#waiting.push(message);
    this.#trace.add({
      kind: 'composed',
      from: message.originator,
      to: message.recipient,
      text,
      detail: message.data,
      messageId: message.id,
      ...(message.channel === 'mail' && { via: 'mail' as const }),
      virtual: this.#clock.now(),
    });
  }
}

function observed({ id, originator, recipient, calendar }: Travelling): ObservedMessage {
  return { id, originator, recipient, data: textOf(calendar), composedBy: 'target', channel: 'network' };
}
