import { poll } from '../poll.js';
import type { Intent } from '../target.js';

const SECOND_MS = 1000;

/** What an Attendee does with the own copy. */
const ANSWERS: ReadonlySet<Intent['kind']> = new Set([
  'accept',
  'tentative',
  'decline',
  'delete-copy',
  'edit-copy',
]);

type Action = Pick<Intent, 'kind' | 'actor' | 'uid'>;

/** When the actions of one scenario took place. */
export class ActionTimes {
  readonly #sharesClock: boolean;
  /** When each actor's last action about each UID ended, in epoch milliseconds, in the order of these ends. */
  readonly #last = new Map<string, Map<string, number>>();

  /** @param sharesClock whether the server is on this machine, so that its seconds begin when ours do */
  constructor(sharesClock: boolean) {
    this.#sharesClock = sharesClock;
  }

  /** The events that anything was done about. */
  get uids(): ReadonlySet<string> {
    return new Set(this.#last.keys());
  }

  /** An event may be on the server from now on, though nobody has acted on it here. */
  expect(uid: string): void {
    if (!this.#last.has(uid)) this.#last.set(uid, new Map());
  }

  /** An action takes place now. */
  note({ actor, uid }: Action): void {
    const acts = this.#last.get(uid) ?? new Map<string, number>();
    acts.delete(actor);
    this.#last.set(uid, acts.set(actor, Date.now()));
  }

  /**
   * Waits until DTSTAMP, which counts seconds, differs from that of the last action about the event: of two messages
   * of the same second nobody can tell the order, and a verdict would hang on the moment of the run. A REPLY is
   * ordered among those of its Attendee alone (RFC 5546 section 2.1.5); what an Organizer sends must follow the
   * answers as well, which servers pass on.
   *
   * @param meanwhile makes use of the time, bit by bit; false when there is nothing to do
   */
  async secondAfterLast(
    { kind, actor, uid }: Action,
    meanwhile: () => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<void> {
    const acts = this.#last.get(uid) ?? new Map<string, number>();
    const last = ANSWERS.has(kind) ? acts.get(actor) : [...acts.values()].at(-1);
    if (last === undefined) return;
    const due = nextSecond(last, this.#sharesClock);
    // Once more where the clock was put right by a little meanwhile; by more than a second nothing can be made of it.
    for (let left = due - Date.now(); left > 0 && left <= SECOND_MS; left = due - Date.now()) {
      await poll(
        () => Promise.resolve(Date.now()),
        (now) => now >= due,
        { deadlineMs: left, meanwhile },
      );
    }
  }
}

/**
 * The first moment that is in a later second than another one, on a clock that counts whole seconds: on the same clock
 * when that ticks; elsewhere, where its seconds may begin at any moment of ours, a whole second later.
 *
 * @param moment epoch milliseconds
 */
export function nextSecond(moment: number, sharesClock: boolean): number {
  return sharesClock ? (Math.floor(moment / SECOND_MS) + 1) * SECOND_MS : moment + SECOND_MS;
}
