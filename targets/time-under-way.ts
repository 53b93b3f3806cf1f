/** Time in which at least one of several things was under way. Several such times may be parts of a wider one. */
export class TimeUnderWay {
  readonly #now: () => number;
  readonly #wider: TimeUnderWay | undefined;
  #underWay = 0;
  #since = 0;
  #spentMs = 0;

  /**
   * @param now milliseconds since some moment
   * @param wider what all that is counted here counts for, too
   */
  constructor(now: () => number = () => performance.now(), wider?: TimeUnderWay) {
    this.#now = now;
    this.#wider = wider;
  }

  /** Milliseconds so far. */
  get spentMs(): number {
    return this.#spentMs + (this.#underWay === 0 ? 0 : this.#now() - this.#since);
  }

  /** Counts until the work has ended, in whatever way. */
  during<T>(work: () => Promise<T>): Promise<T> {
    return this.#wider === undefined ? this.#count(work) : this.#wider.during(() => this.#count(work));
  }

  async #count<T>(work: () => Promise<T>): Promise<T> {
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
