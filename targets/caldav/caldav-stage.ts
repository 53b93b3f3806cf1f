import { sameAddress } from '../../simulator/icalendar/read.js';
import { writeCalendar } from '../../simulator/icalendar/write.js';
import { checkExpressible, type Edit, editFor } from '../implicit-driver.js';
import { isLoopback } from '../loopback.js';
import { NotExpressible } from '../outcome-errors.js';
import type { Patience } from '../poll.js';
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
import { ActionTimes } from './action-times.js';
import { Chores, Clearing } from './clearing.js';
import type { Resource, Taken } from './dav.js';
import { InboxLog } from './inbox-log.js';
import { copiesOf, type Member, messagesTo, sweep, type Uids } from './member.js';
import { nameIn, readable, uidIn } from './stored-object.js';

const PRECONDITION_FAILED = 412;

/** What is known of a server and its surroundings when a stage opens. */
export interface StageKnowledge {
  /** See `InboxLog`. */
  readonly inboxReplaces?: boolean;
  /** Calendar Users who are not on the server, and may be invited all the same. */
  readonly others?: readonly CalendarUser[];
  /** What to do while nothing else can be. */
  readonly chores?: Chores;
}

/** One scenario on a CalDAV server. */
export class CaldavStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #chores: Chores;
  readonly #clearing: Clearing;
  readonly #actions: ActionTimes;
  readonly #inboxes: InboxLog;

  /** @param knowledge see `StageKnowledge` */
  constructor(
    members: readonly Member[],
    patience: Patience,
    trace: Trace,
    { inboxReplaces = false, others = [], chores = new Chores() }: StageKnowledge = {},
  ) {
    this.#members = new Map(members.map((member) => [member.user.id, member]));
    this.cast = new Map([...members.map(({ user }) => user), ...others].map((user) => [user.id, user]));
    this.#chores = chores;
    this.#clearing = new Clearing(() => sweep(members, this.#uids), patience);
    this.#actions = new ActionTimes(members.every(({ home }) => isLoopback(home.principal)));
    this.#inboxes = new InboxLog(trace, inboxReplaces, others);
  }

  async act(intent: Intent): Promise<ActResult> {
    const member = this.#member(intent.actor);
    checkExpressible(intent);
    await this.#actions.secondAfterLast(intent, () => this.meanwhile());
    this.#actions.note(intent);
    const first = await this.#tryOnce(member, intent);
    const result = first.status === PRECONDITION_FAILED ? await this.#tryOnce(member, intent) : first;
    this.#actions.note(intent);
    if (result.status >= 200 && result.status < 300) return { accepted: true };
    return { accepted: false, reason: result.precondition ?? `status ${result.status}` };
  }

  /** That this event may be on the server from now on, though nobody has acted on it here. */
  expect(uid: string): void {
    this.#actions.expect(uid);
  }

  drain(): Promise<readonly MessageInTransit[]> {
    return Promise.resolve([]);
  }

  deliver(): Promise<DeliveryReport> {
    return Promise.reject(new NotExpressible('a CalDAV server takes no scheduling message in by itself'));
  }

  settle(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async observe(userId: string): Promise<Observation> {
    const member = this.#member(userId);
    const [copies, inbox] = await Promise.all([copiesOf(member, this.#uids), messagesTo(member, this.#uids)]);
    this.#inboxes.note(member.user, inbox, this.#isKnown);
    for (const { data } of copies) readable(data);
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
    const members = [...this.#members.values()];
    const boxes = await Promise.all(members.map((member) => messagesTo(member, this.#uids)));
    for (const [index, { user }] of members.entries()) {
      this.#inboxes.note(user, boxes[index] ?? [], this.#isKnown);
    }
    return this.#inboxes.messages;
  }

  advance(): Promise<void> {
    return Promise.resolve();
  }

  meanwhile(): Promise<boolean> {
    return this.#chores.step();
  }

  leave(): void {
    this.#chores.take(this.#clearing);
  }

  /** @throws MalformedAnswer when the server does not let everything be removed until the deadline */
  async close(): Promise<void> {
    if (this.#uids.size > 0) await this.#clearing.finish();
  }

  async #tryOnce(member: Member, intent: Intent): Promise<Taken> {
    const found = (await copiesOf(member, this.#uids)).find(({ data }) => uidIn(data) === intent.uid);
    const current = found && (await member.dav.tagged(found));
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

  readonly #isKnown = (address: string): boolean =>
    [...this.cast.values()].some(({ addresses }) => addresses.some((own) => sameAddress(own, address)));

  get #uids(): Uids {
    return this.#actions.uids;
  }

  #member(id: string): Member {
    const member = this.#members.get(id);
    if (member === undefined) throw new RangeError(`${id} is not in the cast`);
    return member;
  }
}
