import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { JCalComponent } from '../../../simulator/icalendar/jcal.js';
import { parseCalendar } from '../../../simulator/icalendar/parse.js';
import { canonicalAddress, eventsOf, methodOf, statusOf, uidOf } from '../../../simulator/icalendar/read.js';
import { poll } from '../../poll.js';
import type {
  CalendarCopy,
  Capability,
  Intent,
  ObservedMessage,
  Stage,
  Target,
  TraceEvent,
} from '../../target.js';

const MONDAY = { local: '2031-03-03T10:00:00', zone: 'UTC' };
const MONDAY_END = { local: '2031-03-03T11:00:00', zone: 'UTC' };

/** `cancel-for-the-uninvited`: somebody who is uninvited gets no CANCEL, and keeps the copy. */
export type Lack = 'cancel-for-the-uninvited';

/** What the cases of the contract share: the target, and stages on it that are closed whatever happens. */
export class Rehearsal {
  /** Set before the first case begins. */
  target!: Target;
  readonly #deadlineMs: number;
  readonly #run = randomBytes(4).toString('hex');
  #count = 0;

  constructor(deadlineMs: number) {
    this.#deadlineMs = deadlineMs;
  }

  has(...capabilities: readonly Capability[]): boolean {
    return capabilities.some((capability) => this.target.description.capabilities.has(capability));
  }

  /** Opens a stage for these people, all of them on the target. */
  open(
    names: readonly string[],
    onTrace: (event: Omit<TraceEvent, 'at'>) => void = () => {},
  ): Promise<Stage> {
    this.#count += 1;
    const request = { scenario: `contract-${this.#count}`, names, external: [] };
    return this.target.open(request, { add: onTrace, rule: () => {} });
  }

  /** Does something on a stage of its own. */
  async on(names: readonly string[], body: (stage: Stage) => Promise<void>): Promise<void> {
    const stage = await this.open(names);
    try {
      await body(stage);
    } finally {
      await stage.close();
    }
  }

  newUid(): string {
    this.#count += 1;
    return `itip-${this.#run}-${this.#count}-contract@itip-conformance.invalid`;
  }

  /** Anna invites; everybody has got the REQUEST when it is done. */
  async invited(stage: Stage, attendees: readonly string[]): Promise<string> {
    const uid = this.newUid();
    const times = { start: MONDAY, end: MONDAY_END };
    await this.accepted(stage, {
      kind: 'invite',
      actor: 'anna',
      uid,
      summary: 'Contract',
      attendees,
      ...times,
    });
    for (const id of attendees) await this.until(async () => (await copies(stage, id, uid)).length > 0);
    return uid;
  }

  /** Carries out what must be accepted, a minute after what was before, and lets its messages travel. */
  async accepted(stage: Stage, intent: Intent): Promise<void> {
    await stage.advance(60);
    expect(await stage.act(intent)).toEqual({ accepted: true });
    await this.travel(stage);
  }

  /** Lets all messages arrive that wait for the harness, and those that they cause. */
  async travel(stage: Stage): Promise<void> {
    for (let waiting = await stage.drain(); waiting.length > 0; waiting = await stage.drain()) {
      for (const message of waiting) await stage.deliver(message);
    }
  }

  /** Looks until it holds. Fails when that does not come about before the deadline. */
  async until(holds: () => Promise<boolean>): Promise<void> {
    const { met } = await poll(holds, (seen) => seen, { deadlineMs: this.#deadlineMs });
    expect(met, 'came about before the deadline').toBe(true);
  }

  /** Whether messages can be seen at all: on their way or in an Inbox. */
  get showsMessages(): boolean {
    return this.has('hold-messages', 'inbox');
  }
}

/** The copies of an event in somebody's calendar. */
export async function copies(stage: Stage, userId: string, uid: string): Promise<CalendarCopy[]> {
  return (await stage.observe(userId)).calendar.filter((copy) => copy.uid === uid);
}

/** The event in somebody's calendar; undefined when it is not there or cancelled. */
export async function activeEvent(
  stage: Stage,
  userId: string,
  uid: string,
): Promise<JCalComponent | undefined> {
  const [copy] = await copies(stage, userId, uid);
  const [event] = copy === undefined ? [] : eventsOf(parseCalendar(copy.data));
  return event === undefined || statusOf(event) === 'CANCELLED' ? undefined : event;
}

/** The messages about an event of one kind, to one user. */
export async function messagesTo(
  stage: Stage,
  userId: string,
  method: string,
  uid: string,
): Promise<ObservedMessage[]> {
  const all = await stage.messages();
  return all.filter(({ recipient, data }) => {
    const calendar = parseCalendar(data);
    return isOf(stage, userId, recipient) && methodOf(calendar) === method && uidOf(calendar) === uid;
  });
}

/** Whether an address is one of a user's. */
export function isOf(stage: Stage, userId: string, address: string): boolean {
  const known = stage.cast.get(userId)?.addresses ?? [];
  return known.some((own) => canonicalAddress(own) === canonicalAddress(address));
}

/** All that can be seen on a stage, for telling whether anything changed. */
export async function everything(stage: Stage): Promise<string> {
  const users = [...stage.cast.values()].filter(({ placement }) => placement === 'target');
  const seen = await Promise.all(users.map(({ id }) => stage.observe(id)));
  return JSON.stringify([seen, await stage.messages()]);
}
