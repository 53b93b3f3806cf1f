import type { MethodName, Params, Result } from '../../adapter/protocol.js';
import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { methodOf, uidOf } from '../../simulator/icalendar/read.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';
import { calendarInAnswer } from '../calendar-in-answer.js';
import { castAtExample, rightsIn } from '../example-cast.js';
import { editFor } from '../implicit-driver.js';
import type {
  ActResult,
  BoxEntry,
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

/** One scenario on an adapter. */
export class StdioStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly #connection: AdapterConnection;
  readonly #description: TargetDescription;
  readonly #trace: Trace;
  readonly #composed: ObservedMessage[] = [];
  #waiting: ObservedMessage[] = [];
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
  }

  /** Resets the adapter to the cast of a scenario. */
  static async open(
    connection: AdapterConnection,
    description: TargetDescription,
    request: CastRequest,
    trace: Trace,
  ): Promise<StdioStage> {
    const cast = castAtExample(request);
    const users = [...cast.values()].map(({ id, name, addresses, placement, cutype, members }) => ({
      ...{ id, name, kind: kindOf(cutype) },
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

  async observe(user: string): Promise<Observation> {
    const { objects } = await this.#connection.call('calendar/list', { user });
    const box = async (capability: 'inbox' | 'outbox'): Promise<BoxEntry[]> =>
      this.#description.capabilities.has(capability)
        ? (await this.#connection.call(`${capability}/list`, { user })).items.map(boxEntry)
        : [];
    return {
      calendar: objects.map(({ name, data, scheduleTag }) => ({
        ...{ uid: uidIn(data), name, data },
        ...(scheduleTag === undefined ? {} : { scheduleTag }),
      })),
      inbox: await box('inbox'),
      outbox: await box('outbox'),
      lastSeen: [],
    };
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

  async #decide({ kind, actor, onBehalfOf, uid, ...args }: Intent): Promise<ActResult> {
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
      const message = {
        ...{ id, originator, recipient, data },
        composedBy: 'target',
        channel: 'network',
      } as const;
      this.#composed.push(message);
      this.#waiting.push(message);
      const text = methodOf(readable(data)) ?? 'message';
      this.#trace.add({
        kind: 'composed',
        from: originator,
        to: recipient,
        text,
        detail: data,
        messageId: id,
      });
    }
  }
}

function kindOf(cutype: Cutype | undefined): Params<'reset'>['users'][number]['kind'] {
  return cutype === undefined ? 'individual' : (cutype.toLowerCase() as 'group' | 'resource' | 'room');
}

function boxEntry(item: Result<'inbox/list'>['items'][number]): BoxEntry {
  const { name, recipients, state, data } = item;
  return {
    ...{ name, data, uid: uidIn(data) },
    recipients: recipients.map(({ address, status }) => ({
      address,
      ...(status === undefined ? {} : { status }),
    })),
    ...(state === undefined ? {} : { state }),
  };
}

function readable(data: string): JCalComponent {
  return calendarInAnswer(data, 'the adapter tells');
}

function uidIn(data: string): string {
  return uidOf(readable(data)) ?? '';
}
