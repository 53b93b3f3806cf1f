/** Time in which at least one of several things was under way. */
export class TimeUnderWay {
  readonly #now: () => number;
  #underWay = 0;
  #since = 0;
  #spentMs = 0;

  /** @param now milliseconds since some moment */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Milliseconds so far. */
  get spentMs(): number {
    return this.#spentMs + (this.#underWay === 0 ? 0 : this.#now() - this.#since);
  }

  /** Counts until the work has ended, in whatever way. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.#underWay === 0) this.#since = this.#now();
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#spentMs += this.#now() - this.#since;
    }
  }
}
