import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { parseCalendar } from '../../simulator/icalendar/parse.js';
import { methodOf } from '../../simulator/icalendar/read.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';
import { createClock } from '../../simulator/runtime/clock.js';
import { createScheduler, type Scheduler } from '../../simulator/scheduling/scheduler.js';
import type { SchedulingRules } from '../../simulator/scheduling/scheduling-rules.js';
import type { Travelling } from '../../simulator/transport/network.js';
import { castAtExample, rightsIn } from '../example-cast.js';
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
import { observeAccount } from './observe.js';

/** Opens a scheduler for one scenario. */
export function openReferenceStage(request: CastRequest, rules: SchedulingRules, trace: Trace): Stage {
  return new ReferenceStage(request, rules, trace);
}

class ReferenceStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly #scheduler: Scheduler;
  readonly #clock = createClock(OPENING_TIME);
  readonly #trace: Trace;
  readonly #composed: ObservedMessage[] = [];
  #waiting: ObservedMessage[] = [];

  constructor(request: CastRequest, rules: SchedulingRules, trace: Trace) {
    this.cast = castAtExample(request);
    this.#trace = trace;
    this.#scheduler = createScheduler({
      clock: this.#clock,
      rules,
      users: [...this.cast.values()].filter(({ placement }) => placement === 'target'),
      neighbours: [...this.cast.values()]
        .filter(({ placement }) => placement === 'harness')
        .flatMap(({ addresses }) => addresses),
      rights: rightsIn(request),
      trace: {
        rule: (name) => trace.rule(name),
        decision: (user, text) =>
          trace.add({ kind: 'decision', from: user, text, virtual: this.#clock.now() }),
      },
    });
  }

  act(intent: Intent): Promise<ActResult> {
    const result = carryOut(this.#scheduler, this.cast, intent);
    this.#collect();
    return Promise.resolve(result);
  }

  drain(): Promise<readonly MessageInTransit[]> {
    const taken = this.#waiting;
    this.#waiting = [];
    return Promise.resolve(taken);
  }

  deliver(message: MessageInTransit): Promise<DeliveryReport> {
    const decision = this.#scheduler.deliver(message.recipient, parseCalendar(message.data));
    this.#collect();
    return Promise.resolve(
      decision === undefined
        ? { outcome: 'rejected', reason: `no Calendar User ${message.recipient}` }
        : { outcome: decision.outcome, reason: `${decision.rule}: ${decision.reason}` },
    );
  }

  settle(): Promise<boolean> {
    return Promise.resolve(true);
  }

  observe(userId: string): ReturnType<Stage['observe']> {
    return Promise.resolve(observeAccount(this.#scheduler.account(userId)));
  }

  messages(): Promise<readonly ObservedMessage[]> {
    return Promise.resolve(this.#composed);
  }

  advance(seconds: number): Promise<void> {
    this.#clock.advance(seconds);
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #collect(): void {
    for (const sent of this.#scheduler.drain()) {
      const message = observed(sent);
      this.#composed.push(message);
      this.#waiting.push(message);
      this.#trace.add({
        kind: 'composed',
        from: sent.originator,
        to: sent.recipient,
        text: methodOf(sent.calendar) ?? 'message',
        detail: message.data,
        messageId: sent.id,
        virtual: this.#clock.now(),
      });
    }
  }
}

const written = new WeakMap<JCalComponent, string>();

/** Equal messages of one fan-out share their object, so they are serialised once. */
function observed(sent: Travelling): ObservedMessage {
  const text = written.get(sent.calendar) ?? writeCalendar(sent.calendar);
  written.set(sent.calendar, text);
  const { id, originator, recipient } = sent;
  return { id, originator, recipient, data: text, composedBy: 'target', channel: 'network' };
}
