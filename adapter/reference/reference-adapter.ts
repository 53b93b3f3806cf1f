import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { uidOf } from '../../simulator/icalendar/read.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';
import { createClock } from '../../simulator/runtime/clock.js';
import { deleteObject, putObject } from '../../simulator/scheduling/implicit-operations.js';
import type { Scheduler } from '../../simulator/scheduling/scheduler.js';
import { carryOut } from '../../targets/reference/intents.js';
import { LivingScheduler, membersOf } from '../../targets/reference/living-scheduler.js';
import type { CalendarUser, Intent } from '../../targets/target.js';
import { INTENT_ARGS, isIntent } from '../intents.js';
import { type Params, PROTOCOL_VERSION, type Result, RPC_ERRORS } from '../protocol.js';
import { issuesOf, RpcError } from '../serve.js';
import {
  CAPABILITIES,
  CAPABILITIES_OF_ACT,
  calendarUser,
  DUTIES,
  etagOf,
  listed,
  readable,
  refusal,
  told,
} from './adapter-values.js';
import { ServiceAdapter } from './service-adapter.js';

type Message = Result<'messages/drain'>['messages'][number];

/** A reference scheduler, its answers in the forms of the protocol. */
export class ReferenceAdapter {
  /** What is asked of the scheduling service beyond calendars and messages. */
  readonly service = new ServiceAdapter({
    scheduler: () => this.#ready(),
    collect: () => this.#collect(),
    restart: () => this.#begun().restart(),
    arrive: (recipient, message, originator) => this.#arrive(recipient, message, originator),
  });
  readonly #version: string;
  readonly #decides: boolean;
  #profile: Params<'initialize'>['profile'] = 'rfc5546';
  #delivery: Params<'initialize'>['delivery'] = 'manual';
  #living: LivingScheduler | undefined;
  #clock = createClock('1970-01-01T00:00:00Z');
  #cast: ReadonlyMap<string, CalendarUser> = new Map();
  #sent: Message[] = [];

  constructor(version: string, decides: boolean) {
    this.#version = version;
    this.#decides = decides;
  }

  initialize({ protocol, profile, delivery }: Params<'initialize'>): Result<'initialize'> {
    if (protocol !== PROTOCOL_VERSION) {
      const advice = `this adapter speaks version ${PROTOCOL_VERSION}; use a suite of that version`;
      throw new RpcError(RPC_ERRORS.notReady, `version ${protocol} is not spoken; ${advice}`);
    }
    this.#profile = profile;
    this.#delivery = delivery;
    return {
      ...{ protocol, name: 'itip-conformance reference', version: this.#version, language: 'TypeScript' },
      capabilities: [
        ...CAPABILITIES,
        ...(this.#decides ? CAPABILITIES_OF_ACT : []),
        ...(delivery === 'manual' ? ['hold-messages'] : []),
      ],
      duties: DUTIES.filter((duty) => this.#decides || duty !== 'decide'),
      policies: {},
    };
  }

  reset({ now, users, rights }: Params<'reset'>): Result<'reset'> {
    this.#clock = createClock(now);
    this.#cast = new Map(users.map((user) => [user.id, calendarUser(user)]));
    this.#living = new LivingScheduler({
      ...membersOf([...this.#cast.values()]),
      ...{ clock: this.#clock, rights, profile: this.#profile },
    });
    this.service.reset();
    this.#sent = [];
    return {};
  }

  setClock({ now }: Params<'clock/set'>): Result<'clock/set'> {
    const seconds = (Date.parse(now) - Date.parse(this.#clock.now())) / 1000;
    if (seconds < 0) throw new RpcError(RPC_ERRORS.invalidParams, `it is ${this.#clock.now()} already`);
    this.#clock.advance(seconds);
    this.#living?.now.purge();
    if (this.#living !== undefined) this.#collect();
    return {};
  }

  act({ user, actor, intent, uid = '', args = {} }: Params<'act'>): Result<'act'> {
    if (!isIntent(intent)) {
      throw new RpcError(RPC_ERRORS.methodNotFound, `no intent is called ${intent}`);
    }
    const known = INTENT_ARGS[intent].safeParse(args);
    if (!known.success) throw new RpcError(RPC_ERRORS.invalidParams, `args: ${issuesOf(known.error)}`);
    const who = actor === undefined ? { actor: user } : { actor, onBehalfOf: user };
    const wish = { ...known.data, kind: intent, ...who, uid } as Intent;
    const result = carryOut(this.#ready(), this.#cast, wish);
    this.#collect();
    return result.accepted ? { accepted: true } : { accepted: false, error: result.reason };
  }

  put({ user, data }: Params<'calendar/put'>): Result<'calendar/put'> {
    return this.#edit(() => {
      const calendar = readable(data);
      putObject(this.#ready(), user, calendar);
      const stored = this.#ready()
        .account(user)
        .find(uidOf(calendar) ?? '');
      return stored === undefined ? {} : { etag: etagOf(writeCalendar(stored.entry.calendar)) };
    });
  }

  remove({ user, name, reply }: Params<'calendar/delete'>): Result<'calendar/delete'> {
    return this.#edit(() => {
      const entry = this.#ready().account(user).entries().get(name);
      if (entry === undefined) throw new RangeError(`${user} has no object ${name}`);
      deleteObject(this.#ready(), user, uidOf(entry.calendar) ?? '', reply ?? true);
      return {};
    });
  }

  objectsOf(user: string): Result<'calendar/list'>['objects'] {
    return [...this.#ready().account(user).entries()].map(([name, { calendar }]) => {
      const data = writeCalendar(calendar);
      return { name, data, etag: etagOf(data) };
    });
  }

  schedule({ originator, recipients, data }: Params<'schedule'>): Result<'schedule'> {
    try {
      const calendar = readable(data);
      const responses = this.#ready().schedule({
        ...{ originator, calendar },
        ...(recipients === undefined ? {} : { recipients }),
      });
      this.#collect();
      return { responses: [...responses] };
    } catch (error) {
      if (error instanceof RangeError) return { responses: [], error: error.message };
      throw error;
    }
  }

  boxOf(user: string, box: 'inbox' | 'outbox'): Result<'inbox/list'>['items'] {
    return this.#ready().account(user)[box].map(listed);
  }

  drain(): Message[] {
    const taken = this.#sent;
    this.#sent = [];
    return taken;
  }

  deliver({ originator, recipient, data }: Params<'message/deliver'>): Result<'message/deliver'> {
    return this.#arrive(recipient, readable(data), originator);
  }

  #arrive(recipient: string, message: JCalComponent, originator: string): Result<'message/deliver'> {
    const decision = this.#ready().deliver(recipient, message, originator);
    this.#collect();
    return decision === undefined
      ? { outcome: 'rejected', reason: `no Calendar User ${recipient} lives here` }
      : { outcome: decision.outcome, reason: `${decision.rule}: ${decision.reason}` };
  }

  /** Takes what was sent; with automatic delivery it arrives at once, and so does what is sent in return. */
  #collect(): void {
    for (let sent = this.#ready().drain(); sent.length > 0; sent = this.#ready().drain()) {
      for (const message of sent) {
        this.#sent.push(told(message, this.#clock.now()));
        if (this.#delivery === 'auto') {
          this.#ready().deliver(message.recipient, message.calendar, message.originator);
        }
      }
    }
  }

  #edit(work: () => { etag?: string }): Result<'calendar/put'> {
    try {
      const taken = work();
      this.#collect();
      return { accepted: true, ...taken };
    } catch (error) {
      return refusal(error);
    }
  }

  #ready(): Scheduler {
    return this.#begun().now;
  }

  #begun(): LivingScheduler {
    if (this.#living === undefined) throw new RpcError(RPC_ERRORS.notReady, 'call reset first');
    return this.#living;
  }
}
