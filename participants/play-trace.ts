import { unfold } from '../simulator/icalendar/folding.js';
import { methodOf } from '../simulator/icalendar/read.js';
import { calendarIfAny } from '../targets/calendar-in.js';
import type { BoxEntry, Observation, Stage, Trace, TraceEvent } from '../targets/target.js';
import { OPENING_TIME } from '../targets/virtual-time.js';

type Unstamped = Omit<TraceEvent, 'at'>;

/**
 * The trace of one scenario while it is played. Every event gets the virtual time where the target has a clock, and
 * of what looks see only that is added which no look has seen before.
 */
export class PlayTrace implements Trace {
  /** UIDs of meetings that only prove an absence: what is done about them is no part of the exchange. */
  readonly markers = new Set<string>();
  readonly #trace: Trace;
  readonly #hasClock: boolean;
  /** What is known of each object, by the Calendar User and the place where it lies. */
  readonly #known = new Map<string, Sight>();
  readonly #ofMessages: Unstamped[] = [];
  readonly #ofMarkers = new Set<string>();
  #isOver = false;
  #now = Date.parse(OPENING_TIME);
  #virtual = OPENING_TIME;

  constructor(trace: Trace, hasClock: boolean) {
    this.#trace = trace;
    this.#hasClock = hasClock;
  }

  /** Moves the virtual time of what follows, in seconds. */
  advance(seconds: number): void {
    this.#now += seconds * 1000;
    this.#virtual = new Date(this.#now).toISOString().replace('.000Z', 'Z');
  }

  /** From now on there is only cleaning up, of which the wire is not told. */
  end(): void {
    this.#isOver = true;
  }

  add(event: Unstamped): void {
    if (this.#isAside(event)) return;
    if (event.messageId !== undefined) this.#ofMessages.push(event);
    this.#trace.add(this.#hasClock ? { virtual: this.#virtual, ...event } : event);
  }

  rule(name: string): void {
    this.#trace.rule(name);
  }

  /** Adds what a look has seen of a Calendar User's side and no look before it. */
  saw(user: string, { calendar, inbox, outbox }: Observation): void {
    const sights: Sight[] = [
      ...calendar.map(({ uid, name, data }) => ({ uid, name, data, place: 'calendar' as const, state: '' })),
      ...inbox.map((entry) => sightOf(entry, 'inbox')),
      ...outbox.map((entry) => sightOf(entry, 'outbox')),
    ].filter(({ uid }) => !this.markers.has(uid));
    const here = new Map(sights.map((sight) => [`${user} ${sight.place} ${sight.name}`, sight]));
    for (const [key, sight] of here) this.#note(user, key, sight);
    for (const [key, sight] of this.#known) {
      if (!key.startsWith(`${user} `) || here.has(key)) continue;
      this.#known.delete(key);
      this.#tell(user, sight, 'gone from');
    }
  }

  #isAside({ kind, text, detail = '', messageId = '' }: Unstamped): boolean {
    if (kind === 'exchange' && this.#isOver) return true;
    if (this.#ofMarkers.has(messageId)) return true;
    if (this.markers.size === 0) return false;
    const told = `${text} ${unfold(detail)}`;
    const names = [...this.markers].map((uid) => uid.replace(/@.*/, ''));
    if (!names.some((name) => told.includes(name))) return false;
    if (messageId !== '') this.#ofMarkers.add(messageId);
    return true;
  }

  #note(user: string, key: string, sight: Sight): void {
    const known = this.#known.get(key);
    if (known?.data === sight.data && known.state === sight.state) return;
    this.#known.set(key, sight);
    const message = this.#messageIn(user, sight);
    if (known === undefined && message?.via === 'inbox') return;
    const { messageId } = message ?? {};
    const source = messageId === undefined ? { detail: sight.data } : { messageId };
    this.#tell(user, sight, known === undefined ? 'in' : 'changed in', source);
  }

  /** Of the message that lies in a box: its arrival in the Inbox, or its sending. Its text is not told again. */
  #messageIn(user: string, { place, data }: Sight): Unstamped | undefined {
    if (place === 'calendar') return undefined;
    const ids = this.#ofMessages.flatMap(({ detail, messageId }) => (detail === data ? messageId : []));
    const ofIt = this.#ofMessages.filter(({ messageId }) => ids.includes(messageId));
    return place === 'outbox' ? ofIt[0] : ofIt.find(({ kind, to }) => kind === 'delivered' && to === user);
  }

  #tell(from: string, { place, data, state }: Sight, how: string, source: Source = {}): void {
    const what = place === 'calendar' ? [] : [methodIn(data)];
    const text = [...what, how, PLACES[place], ...(state === '' ? [] : [`(${state})`])].join(' ');
    const via = place === 'calendar' ? {} : { via: place };
    this.add({ kind: 'observed', from, text, ...via, ...source });
  }
}

/** Where the text of something seen stands: here, or in a message that has been told. */
type Source = Pick<Unstamped, 'messageId' | 'detail'>;

/** Something that lies in a place of a Calendar User. */
interface Sight {
  readonly uid: string;
  readonly name: string;
  readonly data: string;
  readonly place: keyof typeof PLACES;
  /** What its box says of it besides, in words. */
  readonly state: string;
}

const PLACES = { calendar: 'the calendar', inbox: 'the Inbox', outbox: 'the Outbox' } as const;

function sightOf({ uid, name, data, state, recipients }: BoxEntry, place: 'inbox' | 'outbox'): Sight {
  const statuses = place === 'outbox' ? recipients.flatMap(({ status }) => status ?? []) : [];
  const told = [...(state === undefined ? [] : [state]), ...statuses];
  return { uid, name, data, place, state: told.join(', ') };
}

function methodIn(data: string): string {
  const calendar = calendarIfAny(data);
  return (calendar && methodOf(calendar)) ?? 'message';
}

/**
 * A stage of which the trace is told what is seen and how time passes. All else goes through as it is, so a stage that
 * can do more than the port asks for still can.
 */
export function watched(stage: Stage, trace: PlayTrace): Stage {
  const observe: Stage['observe'] = async (userId) => {
    const seen = await stage.observe(userId);
    trace.saw(userId, seen);
    return seen;
  };
  const advance: Stage['advance'] = (seconds) => {
    trace.advance(seconds);
    return stage.advance(seconds);
  };
  return new Proxy(stage, {
    get: (target, name) => {
      if (name === 'observe') return observe;
      if (name === 'advance') return advance;
      const own: unknown = Reflect.get(target, name, target);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
