import type { Method } from '../targets/methods.js';
import { Blocked, NotExpressible } from '../targets/outcome-errors.js';
import { HeldPost } from './held-post.js';
import type { Play } from './play.js';
import { type Expected, type Pick, type Post, SENT_OUT } from './post.js';
import { type SchedulingMessage, userOf } from './scheduling-message.js';
import { waitFor } from './wait.js';
import { WatchedPost } from './watched-post.js';

/**
 * The post of a target that delivers by itself among its own users, while what goes to and comes from others waits
 * until the harness delivers it: a simulated counterpart, and on a pair of targets whoever lives on the other side.
 */
export class CounterpartPost implements Post {
  readonly #play: Play;
  readonly #held: HeldPost;
  readonly #watched: WatchedPost;
  /** What should go out to counterparts and has not been waited for yet. */
  #due: Expected[] = [];

  constructor(play: Play) {
    this.#play = play;
    this.#held = new HeldPost(play, ({ from, to }) => this.#passesUs({ from, to }));
    this.#watched = new WatchedPost(play);
  }

  async beforeAction(expected: readonly Expected[]): Promise<void> {
    const each = expected.flatMap((one) => this.#eachMemberOf(one));
    this.#due.push(...each.filter((one) => this.#passesUs(one)));
    await this.#watched.beforeAction(each.filter((one) => !this.#passesUs(one)));
  }

  async afterAction(): Promise<void> {
    await this.#held.afterAction();
  }

  async deliverEvery(method: Method): Promise<readonly string[]> {
    const due = this.#due.filter((expected) => expected.method === method);
    if (due.some(({ to }) => this.#isOurs(to))) this.#checkSentOut();
    this.#due = this.#due.filter((expected) => expected.method !== method);
    const missing: string[] = [];
    for (const { to } of due) if (!(await this.#hasComeOut({ method, to }))) missing.push(to);
    const found = await Promise.all([
      this.#held.has({ method }) || due.length > 0 ? this.#held.deliverEvery(method) : ['nobody'],
      this.#watched.isAnyExpected(method) ? this.#watched.deliverEvery(method) : ['nobody'],
    ]);
    const others = found.flat().filter((id) => id !== 'nobody');
    const nobody = found.every((ids) => ids.includes('nobody'));
    return nobody ? [...missing, 'nobody'] : [...missing, ...others];
  }

  async deliver(pick: Pick): Promise<void> {
    if (pick.to !== undefined && this.#isOurs(pick.to)) this.#checkSentOut();
    if (pick.again !== true && !(await this.#hasComeOut(pick))) await this.#checkPassesUs(pick);
    await this.#held.deliver(pick);
  }

  /** What such a target sent is seen where it arrives. */
  hasLeft(): boolean {
    return true;
  }

  put(message: SchedulingMessage): void {
    this.#held.put(message);
  }

  lastArrived(method: Method, to: string): SchedulingMessage | undefined {
    return this.#held.lastArrived(method, to);
  }

  deliverMarkers(uids: readonly string[]): Promise<void> {
    return this.#held.deliverMarkers(uids);
  }

  end(): void {
    this.#held.end();
    this.#watched.end();
  }

  /** Waits until such a message of the target has come out, or lies here already. */
  async #hasComeOut(pick: Pick): Promise<boolean> {
    const { met } = await waitFor(
      this.#play,
      () => this.#held.afterAction(),
      () => this.#held.has(pick),
    );
    return met;
  }

  #checkSentOut(): void {
    const closed = this.#play.lane.gateClosed(SENT_OUT, this.#play.scenarioId);
    if (closed !== undefined) throw new Blocked(closed);
  }

  /** Throws NotExpressible when such a message was sent, but among users whose target delivers it by itself. */
  async #checkPassesUs({ method, from, to }: Pick): Promise<void> {
    const { earlier, latest } = await this.#play.sent();
    const gone = [...earlier, ...latest].find(
      (message) =>
        (method === undefined || message.method === method) &&
        (from === undefined || message.from === from) &&
        (to === undefined || message.to === to) &&
        !this.#passesUs(message),
    );
    if (gone === undefined) return;
    const [sender, recipient] = [gone.from, gone.to].map((id) => this.#play.stage.cast.get(id)?.name ?? id);
    throw new NotExpressible(
      `the ${gone.method} from ${sender} to ${recipient} is delivered by their own target, and cannot be held`,
    );
  }

  /** What goes to a group comes out for its members. */
  #eachMemberOf(expected: Expected): Expected[] {
    const { cast } = this.#play.stage;
    const { members = [] } = cast.get(expected.to) ?? {};
    if (members.length === 0) return [expected];
    const ids = members.map((address) => userOf(address, cast)).filter((id) => cast.has(id));
    return ids.map((to) => ({ ...expected, to }));
  }

  #passesUs({ from, to }: { readonly from?: string | undefined; readonly to: string }): boolean {
    const { stage } = this.#play;
    const isSent = from !== undefined && from !== to;
    return this.#isOurs(to) || (isSent && stage.holds?.(from, to) === true);
  }

  #isOurs(userId: string): boolean {
    return this.#play.stage.cast.get(userId)?.placement === 'harness';
  }
}
