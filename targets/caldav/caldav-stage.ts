import { writeCalendar } from '../../simulator/icalendar/write.js';
import { checkExpressible, type Edit, editFor } from '../implicit-driver.js';
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
import type { Resource, Taken } from './dav.js';
import { InboxMessages } from './inbox-messages.js';
import { copiesOf, inboxOf, type Member, sweep, type Uids } from './member.js';
import { nameIn, readable, uidIn } from './stored-object.js';

const PRECONDITION_FAILED = 412;
const SECOND_MS = 1000;
/** What an Attendee does with the own copy. */
const ANSWERS: ReadonlySet<Intent['kind']> = new Set([
  'accept',
  'tentative',
  'decline',
  'delete-copy',
  'edit-copy',
]);

/** One scenario on a CalDAV server. */
export class CaldavStage implements Stage {
  readonly cast: ReadonlyMap<string, CalendarUser>;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #deadlineMs: number;
  /** When each member's last action about each UID ended, on the clock of `performance.now()`. */
  readonly #lastActs = new Map<string, Map<string, number>>();
  readonly #messages: InboxMessages;

  /** @param others Calendar Users who are not on the server, and may be invited all the same */
  constructor(
    members: readonly Member[],
    deadlineMs: number,
    trace: Trace,
    others: readonly CalendarUser[] = [],
  ) {
    this.#members = new Map(members.map((member) => [member.user.id, member]));
    this.cast = new Map([...members.map(({ user }) => user), ...others].map((user) => [user.id, user]));
    this.#deadlineMs = deadlineMs;
    this.#messages = new InboxMessages(trace, others);
  }

  async act(intent: Intent): Promise<ActResult> {
    const member = this.#member(intent.actor);
    checkExpressible(intent);
    await this.#secondAfterLast(intent);
    this.#noteAct(intent);
    const first = await this.#tryOnce(member, intent);
    const result = first.status === PRECONDITION_FAILED ? await this.#tryOnce(member, intent) : first;
    this.#noteAct(intent);
    if (result.status >= 200 && result.status < 300) return { accepted: true };
    return { accepted: false, reason: result.precondition ?? `status ${result.status}` };
  }

  /** That this event may be on the server from now on, though nobody has acted on it here. */
  expect(uid: string): void {
    if (!this.#lastActs.has(uid)) this.#lastActs.set(uid, new Map());
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
    const [copies, inbox] = await Promise.all([copiesOf(member, this.#uids), inboxOf(member, this.#uids)]);
    this.#messages.note(member, inbox);
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
    const boxes = await Promise.all(members.map((member) => inboxOf(member, this.#uids)));
    for (const [index, member] of members.entries()) this.#messages.note(member, boxes[index] ?? []);
    return this.#messages.all();
  }

  advance(): Promise<void> {
    return Promise.resolve();
  }

  /**
   * Removes objects until two looks in a row find none: what is removed may itself send messages.
   *
   * @throws MalformedAnswer when some are left at the deadline
   */
  async close(): Promise<void> {
    if (this.#lastActs.size === 0) return;
    let clean = 0;
    const { seen: left, met } = await poll(
      () => sweep(this.#members.values(), this.#uids),
      (found) => {
        clean = found === 0 ? clean + 1 : 0;
        return clean >= 2;
      },
      { deadlineMs: this.#deadlineMs },
    );
    if (met) return;
    throw new MalformedAnswer(
      `the server still holds ${left} of our objects, whose removal it does not carry out`,
      '',
    );
  }

  /**
   * Waits until a whole second has passed since the last action about that event. DTSTAMP counts seconds: of two
   * messages of the same one nobody can tell the order, and a verdict would hang on the moment of the run. A REPLY is
   * ordered among those of its Attendee alone (RFC 5546 section 2.1.5); what an Organizer sends must follow the answers
   * as well, which servers pass on.
   */
  async #secondAfterLast({ kind, actor, uid }: Intent): Promise<void> {
    const acts = this.#lastActs.get(uid) ?? new Map<string, number>();
    const last = ANSWERS.has(kind) ? acts.get(actor) : [...acts.values()].at(-1);
    if (last === undefined) return;
    const due = last + SECOND_MS;
    const now = () => Promise.resolve(performance.now());
    await poll(now, (reached) => reached >= due, { deadlineMs: due - performance.now() });
  }

  /** Keeps the actors of each event in the order of their last actions. */
  #noteAct({ actor, uid }: Intent): void {
    const acts = this.#lastActs.get(uid) ?? new Map<string, number>();
    acts.delete(actor);
    this.#lastActs.set(uid, acts.set(actor, performance.now()));
  }

  async #tryOnce(member: Member, intent: Intent): Promise<Taken> {
    const current = (await copiesOf(member, this.#uids)).find(({ data }) => uidIn(data) === intent.uid);
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

  get #uids(): Uids {
    return new Set(this.#lastActs.keys());
  }

  #member(id: string): Member {
    const member = this.#members.get(id);
    if (member === undefined) throw new RangeError(`${id} is not in the cast`);
    return member;
  }
}
