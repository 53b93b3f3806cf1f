import type { Lane } from '../targets/lane.js';
import type { Method } from '../targets/methods.js';
import { Blocked } from '../targets/outcome-errors.js';
import type { DeletionResult, ScheduleResult } from '../targets/scheduling-service.js';
import type { ActResult, CalendarUser, Capability, Intent, Observation, Stage } from '../targets/target.js';
import { everybody } from './everybody.js';
import { FinalCopies } from './final-copies.js';
import type { Meeting } from './meeting.js';
import { ABOUT_PEOPLE, EXTERNAL } from './personas.js';
import { PlayTrace, watched } from './play-trace.js';
import type { Expected, Post } from './post.js';
import { postFor } from './post-office.js';
import { readMessage, type SchedulingMessage, type Sent, type Transit } from './scheduling-message.js';

/** Virtual time between two things that people do, in seconds; DTSTAMP counts whole seconds. */
const BETWEEN_ACTIONS = 60;

/** DTSTAMP before everything that a simulated counterpart composes when nothing else is known. */
const FIRST_STAMP = Date.parse('2030-01-07T09:00:00Z');

/** One scenario being played: its stage, its meetings, and what the harness must remember to look at later. */
export class Play {
  readonly lane: Lane;
  readonly scenarioId: string;
  readonly stage: Stage;
  readonly trace: PlayTrace;
  readonly post: Post;
  readonly meetings = new Map<string, Meeting>();
  /** UIDs of meetings that only prove an absence; no look counts their messages. */
  readonly markers: Set<string>;
  /** Channels on which a marker has followed the last action and has arrived. */
  readonly proved = new Set<string>();
  readonly finalCopies = new FinalCopies();
  /** What the target said about the last call of the schedule operation, and about the last deletion in a box. */
  scheduled: ScheduleResult | undefined;
  deletion: DeletionResult | undefined;
  /** What was seen at people before time passed, when that was the last thing that happened. */
  beforePause: ReadonlyMap<string, Observation> | undefined;
  /** Milliseconds spent waiting so far. */
  waitedMs = 0;
  #sentBefore = 0;
  #sentBeforeArrival = 0;
  #composedHere = 0;
  #lastStamp = FIRST_STAMP;
  readonly #shown = new Map<string, Observation>();
  readonly #onceSeen = new Set<string>();

  private constructor(lane: Lane, scenarioId: string, stage: Stage, trace: PlayTrace) {
    this.lane = lane;
    this.scenarioId = scenarioId;
    this.stage = watched(stage, trace);
    this.trace = trace;
    this.markers = trace.markers;
    this.post = postFor(this);
  }

  /** Opens a stage for these people and begins to play. */
  static async open(lane: Lane, scenarioId: string, names: readonly string[]): Promise<Play> {
    const external = names.filter((name) => EXTERNAL.includes(name));
    const request = { scenario: scenarioId, names, external, ...ABOUT_PEOPLE };
    const hasClock = lane.target.description.capabilities.has('clock');
    const trace = new PlayTrace(lane.traceOf(scenarioId), hasClock);
    return new Play(lane, scenarioId, await lane.target.open(request, trace), trace);
  }

  has(capability: Capability): boolean {
    return this.lane.target.description.capabilities.has(capability);
  }

  /** The Calendar User of that id. Throws RangeError for somebody outside the cast. */
  user(id: string): CalendarUser {
    const user = this.stage.cast.get(id);
    if (user === undefined) throw new RangeError(`${id} is not in the cast of ${this.scenarioId}`);
    return user;
  }

  /** The meeting of that title. Throws RangeError when the scenario has not organized it. */
  meeting(title: string): Meeting {
    const meeting = this.meetings.get(title);
    if (meeting === undefined) throw new RangeError(`nobody organized "${title}"`);
    return meeting;
  }

  /** The only meeting, or the one organized last, for sentences that name none. */
  currentMeeting(): Meeting {
    const meeting = [...this.meetings.values()].at(-1);
    if (meeting === undefined) throw new RangeError('the scenario has no meeting yet');
    return meeting;
  }

  newUid(): string {
    return this.lane.uidFor(this.scenarioId, this.meetings.size + this.markers.size + 1);
  }

  /** Number of the next message that a simulated counterpart composes, counted from 1. */
  newMessageNumber(): number {
    this.#composedHere += 1;
    return this.#composedHere;
  }

  /**
   * DTSTAMP of a message that a simulated counterpart composes now: a minute after the newest one known.
   *
   * @param known epoch milliseconds of the DTSTAMPs that the target wrote
   */
  stampAfter(known: readonly number[]): string {
    this.#lastStamp = Math.max(this.#lastStamp, ...known) + BETWEEN_ACTIONS * 1000;
    return new Date(this.#lastStamp).toISOString().replace(/\.\d+Z$/, 'Z');
  }

  /** Time passes, in seconds of virtual time, without anybody doing anything. */
  async letPass(seconds: number): Promise<void> {
    await this.beginAction([]);
    this.beforePause = await everybody(this.stage);
    await this.stage.advance(seconds);
    await this.post.afterAction();
  }

  /** Time passes and a new action begins: what is sent from now on is its consequence. */
  async beginAction(expected: readonly Expected[]): Promise<void> {
    await this.stage.advance(BETWEEN_ACTIONS);
    this.beforePause = undefined;
    this.#sentBefore = (await this.stage.messages()).length;
    this.proved.clear();
    await this.post.beforeAction(expected);
  }

  /** Lets the target carry out an intent. Throws Blocked when it refuses: then there is nothing to judge. */
  async act(intent: Intent, expected: readonly Expected[]): Promise<void> {
    const result = await this.attempt(intent, expected);
    if (result.accepted) return;
    const who = this.user(intent.actor).name;
    throw new Blocked(`the target did not let ${who} ${intent.kind}: ${result.reason}`);
  }

  /** Lets the target carry out an intent that it may as well refuse. */
  async attempt(intent: Intent, expected: readonly Expected[]): Promise<ActResult> {
    const from = intent.onBehalfOf ?? intent.actor;
    await this.beginAction(expected.map((each) => ({ from, ...each })));
    this.trace.add({ kind: 'intent', from: intent.actor, text: intent.kind });
    this.finalCopies.acted(intent.actor, intent.uid);
    const result = await this.stage.act(intent);
    await this.post.afterAction();
    return result;
  }

  /** The messages that the target composed, oldest first: before the last action, and since. */
  async sent(): Promise<Sent> {
    const all = await this.stage.messages();
    return {
      earlier: this.#read(all.slice(0, this.#sentBefore)),
      latest: this.#read(all.slice(this.#sentBefore)),
    };
  }

  /** The messages that the target composed since the last message arrived anywhere. */
  async sentInReturn(): Promise<SchedulingMessage[]> {
    return this.#read((await this.stage.messages()).slice(this.#sentBeforeArrival));
  }

  /** UIDs of the marker meetings of which a message of that kind has been sent. */
  async markersArrived(method: Method): Promise<ReadonlySet<string>> {
    const all = this.#readAll(await this.stage.messages());
    return new Set(all.filter((message) => message.method === method).map(({ uid }) => uid));
  }

  #read(messages: readonly Transit[]): SchedulingMessage[] {
    return this.#readAll(messages).filter(({ uid }) => !this.markers.has(uid));
  }

  #readAll(messages: readonly Transit[]): SchedulingMessage[] {
    return messages.flatMap((transit) => readMessage(transit, this.stage.cast) ?? []);
  }

  /** Observes people before a message arrives anywhere, to be able to tell what it changed. */
  async noteBefore(...userIds: readonly string[]): Promise<void> {
    const seen = await Promise.all(userIds.map((id) => this.stage.observe(id)));
    for (const [index, id] of userIds.entries()) {
      const observation = seen[index];
      if (observation !== undefined) this.#shown.set(id, observation);
    }
    this.#sentBeforeArrival = (await this.stage.messages()).length;
  }

  /** What was seen at a user before the last message arrived there. */
  shownBefore(userId: string): Observation | undefined {
    return this.#shown.get(userId);
  }

  /** Remembers which meetings a user has by now, so that "gone" can be told from "never there". */
  async noteAfter(userId: string): Promise<void> {
    for (const { uid } of (await this.stage.observe(userId)).calendar) this.#onceSeen.add(`${userId} ${uid}`);
  }

  /** Whether the user's calendar has had that event at some time. */
  hasHad(userId: string, uid: string): boolean {
    return this.#onceSeen.has(`${userId} ${uid}`);
  }
}
