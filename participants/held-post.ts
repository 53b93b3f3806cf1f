import type { Method } from '../targets/methods.js';
import { Blocked } from '../targets/outcome-errors.js';
import type { DeliveryReport } from '../targets/target.js';
import { handInByMail } from './mail.js';
import type { Play } from './play.js';
import { gateOf, type Pick, type Post, TAKEN_IN } from './post.js';
import { readMessage, type SchedulingMessage } from './scheduling-message.js';

interface Held {
  readonly message: SchedulingMessage;
  arrived: boolean;
  /** The trace has been told that it was kept back. */
  told: boolean;
}

/** The post of a target whose messages wait until the harness delivers them. */
export class HeldPost implements Post {
  readonly #play: Play;
  readonly #isHeld: (message: SchedulingMessage) => boolean;
  readonly #bag: Held[] = [];

  /** @param isHeld which of the target's messages wait here; those that it delivers by itself do not */
  constructor(play: Play, isHeld: (message: SchedulingMessage) => boolean = () => true) {
    this.#play = play;
    this.#isHeld = isHeld;
  }

  /** What is still on the way when something new begins is held. */
  beforeAction(): Promise<void> {
    for (const held of this.#bag) this.#tellHeld(held, 'still in transit');
    return Promise.resolve();
  }

  async afterAction(): Promise<void> {
    for (const transit of await this.#play.stage.drain()) {
      const message = readMessage(transit, this.#play.stage.cast);
      if (message !== undefined && this.#isHeld(message)) this.put(message);
    }
  }

  put(message: SchedulingMessage): void {
    this.#bag.push({ message, arrived: false, told: false });
  }

  hasLeft({ transit }: SchedulingMessage): boolean {
    return this.#bag.some(({ message }) => message.transit.id === transit.id);
  }

  lastArrived(method: Method, to: string): SchedulingMessage | undefined {
    return this.#bag.findLast(
      ({ message, arrived }) => arrived && message.method === method && message.to === to,
    )?.message;
  }

  async deliverEvery(method: Method): Promise<readonly string[]> {
    const waiting = this.#fitting({ method }).filter(({ arrived }) => !arrived);
    if (waiting.length === 0) this.#checkGate(gateOf(method));
    for (const held of waiting) await this.#handOver(held);
    return waiting.length === 0 ? ['nobody'] : [];
  }

  /** Whether the message of that number lies here, arrived or not; without a number, whether any waits. */
  has(pick: Pick): boolean {
    const fitting = this.#fitting(pick);
    return pick.ordinal === undefined
      ? fitting.some(({ arrived }) => !arrived)
      : fitting.length >= pick.ordinal;
  }

  #fitting(pick: Pick): Held[] {
    return this.#bag.filter(
      ({ message, arrived }) =>
        !this.#play.markers.has(message.uid) &&
        (arrived || pick.again !== true) &&
        (pick.method === undefined || message.method === pick.method) &&
        (pick.from === undefined || message.from === pick.from) &&
        (pick.to === undefined || message.to === pick.to),
    );
  }

  async deliver(pick: Pick): Promise<void> {
    const fitting = this.#fitting(pick);
    const held = pick.ordinal === undefined ? fitting.at(-1) : fitting[pick.ordinal - 1];
    if (held === undefined) {
      if (pick.method !== undefined) this.#checkGate(gateOf(pick.method));
      const kind = pick.method ?? 'message';
      throw new Blocked(`that ${kind} was never sent (${fitting.length} of the kind were)`);
    }
    await this.#handOver(held);
  }

  async deliverMarkers(uids: readonly string[]): Promise<void> {
    await this.afterAction();
    for (const held of this.#bag) {
      if (held.arrived || !uids.includes(held.message.uid)) continue;
      held.arrived = true;
      await this.#play.stage.deliver(held.message.transit);
    }
  }

  end(): void {
    for (const { message, arrived } of this.#bag)
      if (!arrived) this.#trace('held', message, 'not delivered until the end');
  }

  #tellHeld(held: Held, how: string): void {
    if (held.arrived || held.told) return;
    held.told = true;
    this.#trace('held', held.message, how);
  }

  #trace(kind: 'held' | 'delivered', { transit, from, to, method }: SchedulingMessage, how: string): void {
    const sender = kind === 'held' ? { from } : {};
    const way = this.#goesByMail(from) ? { via: 'mail' as const } : {};
    this.#play.trace.add({ kind, ...sender, to, ...way, text: `${method} ${how}`, messageId: transit.id });
  }

  #checkGate(gate: string): void {
    const closed = this.#play.lane.gateClosed(gate, this.#play.scenarioId);
    if (closed !== undefined) throw new Blocked(closed);
  }

  async #handOver(held: Held): Promise<void> {
    const { from, to, method, uid } = held.message;
    this.#checkGate(this.#isOurs(from) ? TAKEN_IN : gateOf(method));
    for (const older of this.#olderThan(held)) this.#tellHeld(older, 'overtaken');
    const again = held.arrived ? 'again, ' : '';
    held.arrived = true;
    if (this.#isOurs(to)) {
      this.#trace('delivered', held.message, `${again}to the counterpart`);
      return;
    }
    const known = this.#play.stage.cast.has(to);
    if (known) await this.#play.noteBefore(to);
    const report = await this.#handIn(held.message);
    this.#trace('delivered', held.message, `${again}${report.outcome}: ${report.reason}`);
    if (this.#isOurs(from)) this.#play.finalCopies.came(to, uid);
    if (known) await this.#play.noteAfter(to);
    await this.afterAction();
  }

  /** By mail, where its Originator has nothing else. */
  #handIn({ from, transit }: SchedulingMessage): Promise<DeliveryReport> {
    const { service } = this.#play.stage;
    return service !== undefined && this.#goesByMail(from)
      ? handInByMail(service, transit)
      : this.#play.stage.deliver(transit);
  }

  #goesByMail(from: string): boolean {
    const { cast, service } = this.#play.stage;
    return service !== undefined && cast.get(from)?.byMail === true;
  }

  /** Messages between the same two that were sent before it. */
  #olderThan(held: Held): readonly Held[] {
    const { from, to } = held.message;
    return this.#bag
      .slice(0, this.#bag.indexOf(held))
      .filter(({ message }) => message.from === from && message.to === to);
  }

  #isOurs(userId: string): boolean {
    return this.#play.stage.cast.get(userId)?.placement === 'harness';
  }
}
