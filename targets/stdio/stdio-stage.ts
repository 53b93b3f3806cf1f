import type { MethodName, Params, Result } from '../../adapter/protocol.js';
import { methodOf } from '../../simulator/icalendar/read.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';
import { castAtExample, rightsIn } from '../example-cast.js';
import { messagesIn } from '../imip/observed-mail.js';
import { editFor } from '../implicit-driver.js';
import type { SchedulingService, ServiceMail } from '../scheduling-service.js';
import type {
  ActResult,
  CalendarUser,
  CastRequest,
  Cutype,
  DeliveryReport,
  Intent,
  MessageInTransit,
  Observation,
  ObservedMessage,
  Stage,
  TargetDescription,
  Trace,
} from '../target.js';
import { OPENING_TIME } from '../virtual-time.js';
import type { AdapterConnection } from './connection.js';
import { decidePending } from './pending-decision.js';
import { observeUser, readable, uidIn } from './stdio-observe.js';
import { StdioService } from './stdio-service.js';

/** One scenario on an adapter. */
export class StdioStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly service?: SchedulingService;
  readonly #connection: AdapterConnection;
  readonly #description: TargetDescription;
  readonly #trace: Trace;
  readonly #composed: ObservedMessage[] = [];
  readonly #mails: ServiceMail[] = [];
  #waiting: ObservedMessage[] = [];
  #mailed = 0;
  #now = OPENING_TIME;

  private constructor(
    connection: AdapterConnection,
    description: TargetDescription,
    cast: ReadonlyMap<string, CalendarUser>,
    trace: Trace,
  ) {
    this.#connection = connection;
    this.#description = description;
    this.cast = cast;
    this.#trace = trace;
    const service = StdioService.offered(description.capabilities, {
      connection,
      addressOf: (id) => this.#addressOf(id),
      collect: () => this.#collect(),
      mails: () => this.#mails,
    });
    if (service !== undefined) this.service = service;
  }

  /** Resets the adapter to the cast of a scenario. */
  static async open(
    connection: AdapterConnection,
    description: TargetDescription,
    request: CastRequest,
    trace: Trace,
  ): Promise<StdioStage> {
    const cast = castAtExample(request);
    const users = [...cast.values()].map(({ id, name, addresses, placement, cutype, members, byMail }) => ({
      ...{ id, name, kind: kindOf(cutype) },
      ...(byMail === undefined ? {} : { byMail }),
      ...(members === undefined ? {} : { members: [...members] }),
      addresses: [...addresses],
      external: placement === 'harness',
    }));
    await connection.call('reset', {
      now: OPENING_TIME,
      users,
      rights: rightsIn(request).map((right) => ({ ...right, may: [...right.may] })),
    });
    return new StdioStage(connection, description, cast, trace);
  }

  async act(intent: Intent): Promise<ActResult> {
    const result =
      this.#description.driver === 'explicit' ? await this.#decide(intent) : await this.#edit(intent);
    await this.#collect();
    return result;
  }

  drain(): Promise<readonly MessageInTransit[]> {
    const taken = this.#waiting;
    this.#waiting = [];
    return Promise.resolve(taken);
  }

  async deliver({ id, originator, recipient, data }: MessageInTransit): Promise<DeliveryReport> {
    const report = await this.#connection.call('message/deliver', { id, originator, recipient, data });
    await this.#collect();
    return { outcome: report.outcome, reason: report.reason ?? '' };
  }

  async settle(): Promise<boolean> {
    return (await this.#connection.call('settle', {})).quiet;
  }

  observe(user: string): Promise<Observation> {
    return observeUser(this.#connection, this.#description.capabilities, user);
  }

  messages(): Promise<readonly ObservedMessage[]> {
    return Promise.resolve(this.#composed);
  }

  async advance(seconds: number): Promise<void> {
    if (!this.#description.capabilities.has('clock')) return;
    this.#now = new Date(Date.parse(this.#now) + seconds * 1000).toISOString().replace('.000Z', 'Z');
    await this.#connection.call('clock/set', { now: this.#now });
    await this.#collect();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #decide(intent: Intent): Promise<ActResult> {
    if (intent.kind !== 'decide') return this.#carryOut(intent);
    const decided = await decidePending(this.#connection, intent, this.#addressOf(intent.about));
    return decided ?? this.#carryOut(intent);
  }

  #addressOf(userId: string): string {
    return this.cast.get(userId)?.addresses[0] ?? '';
  }

  async #carryOut({ kind, actor, onBehalfOf, uid, ...args }: Intent): Promise<ActResult> {
    const who = onBehalfOf === undefined ? { user: actor } : { user: onBehalfOf, actor };
    const { accepted, error } = await this.#change(actor, 'act', { ...who, intent: kind, uid, args });
    return accepted ? { accepted } : { accepted, reason: error ?? 'no reason given' };
  }

  async #edit(intent: Intent): Promise<ActResult> {
    const { objects } = await this.#connection.call('calendar/list', { user: intent.actor });
    const found = objects.find(({ data }) => uidIn(data) === intent.uid);
    const current = found === undefined ? undefined : readable(found.data);
    const edit = editFor(intent, { cast: this.cast, current, now: this.#now });
    if (edit.kind === 'impossible') return { accepted: false, reason: edit.reason };
    const place = { user: intent.actor, name: found?.name ?? `${encodeURIComponent(intent.uid)}.ics` };
    const { accepted, error } =
      edit.kind === 'remove'
        ? await this.#change(intent.actor, 'calendar/delete', place)
        : await this.#change(intent.actor, 'calendar/put', { ...place, data: writeCalendar(edit.calendar) });
    return accepted ? { accepted } : { accepted, reason: error?.text ?? 'no reason given' };
  }

  /** A call by which somebody changes something, told with its answer. */
  async #change<N extends MethodName>(from: string, name: N, params: Params<N>): Promise<Result<N>> {
    const result = await this.#connection.call(name, params);
    const detail = `${name} ${JSON.stringify(params)}\n\nanswer ${JSON.stringify(result)}`;
    this.#trace.add({ kind: 'exchange', from, text: name, detail });
    return result;
  }

  async #collect(): Promise<void> {
    const { messages } = await this.#connection.call('messages/drain', {});
    for (const { id, originator, recipient, data } of messages) {
      const message = { id, originator, recipient, data };
      this.#note(
        { ...message, composedBy: 'target', channel: 'network' },
        methodOf(readable(data)) ?? 'message',
      );
    }
    if (this.#description.capabilities.has('mailer')) await this.#collectMail();
  }

  async #collectMail(): Promise<void> {
    const { mails } = await this.#connection.call('mail/drain', {});
    this.#mails.push(...mails);
    const mailed = await messagesIn(mails, this.#mailed);
    this.#mailed += mailed.length;
    for (const { message, method } of mailed) this.#note(message, `${method} by mail`);
  }

  #note(message: ObservedMessage, text: string): void {
    this.#composed.push(message);
    this.#waiting.push(message);
    const { id: messageId, originator: from, recipient: to, data: detail, channel } = message;
    const via = channel === 'mail' ? { via: 'mail' as const } : {};
    this.#trace.add({ kind: 'composed', from, to, text, detail, messageId, ...via });
  }
}

function kindOf(cutype: Cutype | undefined): Params<'reset'>['users'][number]['kind'] {
  return cutype === undefined ? 'individual' : (cutype.toLowerCase() as 'group' | 'resource' | 'room');
}
