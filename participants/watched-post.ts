import type { Method } from '../targets/methods.js';
import { Blocked, HarnessFault } from '../targets/outcome-errors.js';
import type { Observation } from '../targets/target.js';
import type { Play } from './play.js';
import { type Expected, gateOf, type Post } from './post.js';
import { waitFor } from './wait.js';

/** The post of a target that delivers by itself: a message has arrived when its Recipient's side shows a change. */
export class WatchedPost implements Post {
  readonly #play: Play;
  readonly #before = new Map<string, string>();
  #expected: Expected[] = [];

  constructor(play: Play) {
    this.#play = play;
  }

  async beforeAction(expected: readonly Expected[]): Promise<void> {
    const here = [...this.#play.stage.cast.values()].filter(({ placement }) => placement === 'target');
    await this.#play.noteBefore(...here.map(({ id }) => id));
    for (const { to } of expected) this.#before.set(to, fingerprint(this.#play.shownBefore(to)));
    this.#expected.push(...expected);
  }

  afterAction(): Promise<void> {
    return Promise.resolve();
  }

  /** Whether somebody should hear of an action by such a message and has not been looked at yet. */
  isAnyExpected(method: Method): boolean {
    return this.#expected.some((expected) => expected.method === method);
  }

  async deliverEvery(method: Method): Promise<readonly string[]> {
    const closed = this.#play.lane.gateClosed(gateOf(method), this.#play.scenarioId);
    if (closed !== undefined) throw new Blocked(closed);
    const due = this.#expected.filter((expected) => expected.method === method);
    this.#expected = this.#expected.filter((expected) => expected.method !== method);
    const missing: string[] = [];
    for (const { to } of due) if (!(await this.#hasArrived(to))) missing.push(to);
    return due.length === 0 ? ['nobody'] : missing;
  }

  /** What such a target sent is seen where it arrives. */
  hasLeft(): boolean {
    return true;
  }

  deliver(): Promise<void> {
    throw notHeld();
  }

  put(): void {
    throw notHeld();
  }

  lastArrived(): undefined {
    throw notHeld();
  }

  /** They arrive by themselves. */
  deliverMarkers(): Promise<void> {
    return Promise.resolve();
  }

  /** What has not arrived here was never seen. */
  end(): void {}

  async #hasArrived(to: string): Promise<boolean> {
    const before = this.#before.get(to);
    const { met } = await waitFor(
      this.#play,
      () => this.#play.stage.observe(to),
      (seen) => fingerprint(seen) !== before,
    );
    await this.#play.noteAfter(to);
    return met;
  }
}

/** With the text of Inbox entries: some servers put a message in the place of the one before it. */
function fingerprint(seen: Observation | undefined): string {
  const copies = (seen?.calendar ?? []).map(({ name, data }) => `${name}\n${data}`);
  const entries = (seen?.inbox ?? []).map(({ name, data }) => `${name}\n${data}`);
  return JSON.stringify([copies.sort(), entries.sort()]);
}

function notHeld(): HarnessFault {
  return new HarnessFault('a scenario that handles single messages must be tagged @needs:hold-messages');
}
