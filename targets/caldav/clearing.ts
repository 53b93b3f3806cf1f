import { MalformedAnswer } from '../outcome-errors.js';
import { type Patience, poll } from '../poll.js';

/** Looks for what is left and removes it; gives way after each request, and tells in the end how much was found. */
export type Sweep = () => AsyncGenerator<void, number>;

/** Looks in a row that must find nothing: what is removed may itself send messages. */
const CLEAN_LOOKS = 2;

/** Removes what a scenario left behind: at once, or request by request while something else is waited for. */
export class Clearing {
  readonly #sweep: Sweep;
  readonly #patience: Patience;
  #round: AsyncGenerator<void, number> | undefined;
  #cleanLooks = 0;
  #left = 0;
  #failure: { readonly error: unknown } | undefined;

  constructor(sweep: Sweep, patience: Patience) {
    this.#sweep = sweep;
    this.#patience = patience;
  }

  /**
   * Makes one request more. The last look is left for later, when messages have had their time. What goes wrong is kept
   * for `finish`: it is none of what is waited for.
   *
   * @returns false when nothing is to be done at present
   */
  async step(): Promise<boolean> {
    if (this.#failure !== undefined || this.#cleanLooks >= CLEAN_LOOKS - 1) return false;
    await this.#advance().catch((error: unknown) => {
      this.#failure = { error };
    });
    return true;
  }

  /**
   * Does what is still to be done. Safe to call twice.
   *
   * @throws MalformedAnswer when something is left at the deadline; then one look that finds nothing is enough
   */
  async finish(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.error;
    const { met } = await poll(
      () => this.#lookAgain(),
      () => this.#cleanLooks >= CLEAN_LOOKS,
      this.#patience,
    );
    if (met || this.#left === 0) return;
    throw new MalformedAnswer(
      `the server still holds ${this.#left} of our objects, whose removal it does not carry out`,
      '',
    );
  }

  /** Looks to the end of a round; where that found something, to that of the next. */
  async #lookAgain(): Promise<void> {
    if (this.#cleanLooks >= CLEAN_LOOKS) return;
    await this.#endRound();
    if (this.#left > 0) await this.#endRound();
  }

  async #endRound(): Promise<void> {
    do await this.#advance();
    while (this.#round !== undefined);
  }

  async #advance(): Promise<void> {
    this.#round ??= this.#sweep();
    const { done, value } = await this.#round.next();
    if (done !== true) return;
    this.#round = undefined;
    this.#left = value;
    this.#cleanLooks = value === 0 ? this.#cleanLooks + 1 : 0;
  }
}

/** What is to be done on a lane while nothing else can be: the clearing after the scenario before. */
export class Chores {
  #clearing: Clearing | undefined;

  /** Takes a clearing over, in the place of the one before. */
  take(clearing: Clearing): void {
    this.#clearing = clearing;
  }

  /** Makes one request; false when there is none to make. */
  async step(): Promise<boolean> {
    return (await this.#clearing?.step()) ?? false;
  }
}
