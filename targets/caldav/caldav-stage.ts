import { IcalendarError, parseCalendar } from '../../simulator/icalendar/parse.js';
import {
  attendeesOf,
  dtstampOf,
  eventsOf,
  methodOf,
  organizerOf,
  uidOf,
} from '../../simulator/icalendar/read.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';
import { type Edit, editFor } from '../implicit-driver.js';
import { MalformedAnswer, NotExpressible } from '../outcome-errors.js';
import { poll } from '../poll.js';
import type {
  ActResult,
  CalendarUser,
  DeliveryReport,
  Intent,
  MessageInTransit,
  Observation,
  ObservedMessage,
  Stage,
  Trace,
} from '../target.js';
import type { DavSession, Resource, Taken } from './dav.js';
import type { Home } from './discovery.js';

/** A Calendar User on the server, with a session of its own. */
export interface Member {
  readonly user: CalendarUser;
  readonly home: Home;
  readonly dav: DavSession;
}

const PRECONDITION_FAILED = 412;

/** One scenario on a CalDAV server. */
export class CaldavStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #deadlineMs: number;
  readonly #trace: Trace;
  readonly #uids = new Set<string>();
  readonly #messages = new Map<string, ObservedMessage>();

  constructor(members: readonly Member[], deadlineMs: number, trace: Trace) {
    this.#members = new Map(members.map((member) => [member.user.id, member]));
    this.cast = new Map(members.map(({ user }) => [user.id, user]));
    this.#deadlineMs = deadlineMs;
    this.#trace = trace;
  }

  async act(intent: Intent): Promise<ActResult> {
    this.#uids.add(intent.uid);
    const first = await this.#tryOnce(intent);
    const result = first.status === PRECONDITION_FAILED ? await this.#tryOnce(intent) : first;
    if (result.status >= 200 && result.status < 300) return { accepted: true };
    return { accepted: false, reason: result.precondition ?? `status ${result.status}` };
  }

  drain(): Promise<readonly MessageInTransit[]> {
    return Promise.resolve([]);
  }

  deliver(): Promise<DeliveryReport> {
    throw new NotExpressible('a CalDAV server takes no scheduling message in by itself');
  }

  settle(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async observe(userId: string): Promise<Observation> {
    const member = this.#member(userId);
    const [copies, inbox] = await Promise.all([this.#copies(member), this.#inbox(member)]);
    for (const entry of inbox) this.#note(member, entry);
    return {
      calendar: copies.map(({ url, data, scheduleTag }) => ({
        uid: uidIn(data),
        name: nameIn(url),
        data,
        ...(scheduleTag === undefined ? {} : { scheduleTag }),
      })),
      inbox: inbox.map(({ url, data }) => ({ name: nameIn(url), uid: uidIn(data), data, recipients: [] })),
      outbox: [],
      lastSeen: [],
    };
  }

  async messages(): Promise<readonly ObservedMessage[]> {
    for (const member of this.#members.values()) {
      const entries = await this.#inbox(member);
      for (const entry of [...entries].sort(byStamp)) this.#note(member, entry);
    }
    return [...this.#messages.values()];
  }

  advance(): Promise<void> {
    return Promise.resolve();
  }

  /** Removes objects until two looks in a row find none: what is removed may itself send messages. */
  async close(): Promise<void> {
    if (this.#uids.size === 0) return;
    let clean = 0;
    await poll(
      async () => {
        clean = (await this.#sweep()) === 0 ? clean + 1 : 0;
        return clean;
      },
      (looks) => looks >= 2,
      { deadlineMs: this.#deadlineMs },
    );
  }

  async #tryOnce(intent: Intent): Promise<Taken> {
    const member = this.#member(intent.actor);
    const current = (await this.#copies(member)).find(({ data }) => uidIn(data) === intent.uid);
    const edit = editFor(intent, {
      cast: this.cast,
      current: current && readable(current.data),
      now: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    });
    return this.#carryOut(member, edit, current, intent.uid);
  }

  async #carryOut(member: Member, edit: Edit, current: Resource | undefined, uid: string): Promise<Taken> {
    if (edit.kind === 'impossible') return { status: 0, precondition: edit.reason };
    if (edit.kind === 'create') {
      const url = new URL(`${encodeURIComponent(uid)}.ics`, member.home.calendars[0]).href;
      return member.dav.create(url, writeCalendar(edit.calendar));
    }
    if (current === undefined) return { status: 0, precondition: 'the event is not in the calendar' };
    return edit.kind === 'remove'
      ? member.dav.remove(current.url)
      : member.dav.change(current, writeCalendar(edit.calendar));
  }

  async #copies({ dav, home }: Member): Promise<Resource[]> {
    return this.#find(dav, home.calendars);
  }

  async #inbox({ dav, home }: Member): Promise<Resource[]> {
    return home.inbox === undefined ? [] : this.#find(dav, [home.inbox]);
  }

  async #find(dav: DavSession, collections: readonly string[]): Promise<Resource[]> {
    if (this.#uids.size === 0) return [];
    const prefix = commonPrefix([...this.#uids]);
    const found = await Promise.all(collections.map((url) => dav.withUid(url, prefix)));
    return found.flat().filter(({ data }) => this.#uids.has(uidIn(data)));
  }

  #note({ user }: Member, { url, data }: Resource): void {
    const id = `${user.id}:${nameIn(url)}`;
    if (this.#messages.has(id)) return;
    const recipient = user.addresses[0] ?? '';
    const originator = originatorIn(data);
    this.#messages.set(id, { id, originator, recipient, data, composedBy: 'target', channel: 'inbox' });
    const text = methodIn(data);
    this.#trace.add({ kind: 'composed', from: originator, to: recipient, text, detail: data, messageId: id });
    this.#trace.add({ kind: 'delivered', to: user.id, text: `${text} in the Inbox`, messageId: id });
  }

  async #sweep(): Promise<number> {
    let removed = 0;
    for (const member of this.#members.values()) {
      for (const { url } of await this.#inbox(member)) {
        await member.dav.remove(url);
        removed += 1;
      }
      for (const { url } of await this.#copies(member)) {
        await member.dav.remove(url, true);
        removed += 1;
      }
    }
    return removed;
  }

  #member(id: string): Member {
    const member = this.#members.get(id);
    if (member === undefined) throw new RangeError(`${id} is not in the cast`);
    return member;
  }
}

function readable(data: string): ReturnType<typeof parseCalendar> {
  try {
    return parseCalendar(data);
  } catch (error) {
    if (!(error instanceof IcalendarError)) throw error;
    throw new MalformedAnswer(`the server stores what is no iCalendar object: ${error.message}`, data);
  }
}

function uidIn(data: string): string {
  return uidOf(readable(data)) ?? '';
}

function methodIn(data: string): string {
  return methodOf(readable(data)) ?? '(no METHOD)';
}

/** A REPLY comes from the ATTENDEE in it, all else from the ORGANIZER. */
function originatorIn(data: string): string {
  const calendar = readable(data);
  const [event] = eventsOf(calendar);
  if (event === undefined) return '';
  const replying = methodOf(calendar) === 'REPLY' ? attendeesOf(event)[0]?.address : undefined;
  return replying ?? organizerOf(event) ?? '';
}

function byStamp(one: Resource, other: Resource): number {
  const [left, right] = [stampIn(one.data), stampIn(other.data)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function stampIn(data: string): string {
  const [event] = eventsOf(readable(data));
  return event === undefined ? '' : dtstampOf(event);
}

function nameIn(url: string): string {
  return decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '');
}

/** The longest text with which all UIDs begin: UIDs of one scenario share one, so one query finds them all. */
function commonPrefix(uids: readonly string[]): string {
  const [first = '', ...others] = uids;
  let length = first.length;
  for (const uid of others) while (!uid.startsWith(first.slice(0, length))) length -= 1;
  return first.slice(0, length);
}
