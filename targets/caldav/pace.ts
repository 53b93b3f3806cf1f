import { setTimeout } from 'node:timers/promises';
import type { Rate } from './config.js';

const SECOND_MS = 1000;

/** Where time comes from; a test brings its own. */
export interface Clock {
  /** Milliseconds since some moment. */
  now(): number;
  pause(ms: number): Promise<void>;
}

const REAL: Clock = { now: () => performance.now(), pause: (ms) => setTimeout(ms) };

/**
 * How often a server is asked: all that is sent to it, on however many lanes, takes its turn here, first come, first
 * served. `burst` requests may follow each other at once where nothing was sent for a while; over any longer time the
 * rate holds.
 */
export class Pace {
  readonly clock: Clock;
  readonly #intervalMs: number;
  readonly #burst: number;
  /** When the next request would be due if all had come at the rate. */
  #due = 0;
  #heldUntil = 0;
  #last: Promise<void> = Promise.resolve();

  /** @param rate undefined for as often as one likes; the server itself may still ask for a pause */
  constructor(rate: Rate | undefined, clock: Clock = REAL) {
    this.clock = clock;
    this.#intervalMs = rate === undefined ? 0 : SECOND_MS / rate.requestsPerSecond;
    this.#burst = rate?.burst ?? 1;
  }

  /** Returns when the next request may be sent. */
  turn(): Promise<void> {
    this.#last = this.#last.then(() => this.#pass());
    return this.#last;
  }

  /** Nothing is sent for that time, in milliseconds, by nobody. */
  holdFor(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.clock.now() + ms);
  }

  async #pass(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const at = Math.max(this.#due - (this.#burst - 1) * this.#intervalMs, this.#heldUntil);
      if (at <= now) {
        this.#due = Math.max(this.#due, now) + this.#intervalMs;
        return;
      }
      await this.clock.pause(at - now);
    }
  }
}

/** The pace as one lane keeps it, with the time that this has cost the lane. */
export class Throttle {
  readonly #pace: Pace;
  #waiting = 0;
  #since = 0;
  #spentMs = 0;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  /** Milliseconds for which something that the lane wanted to send has been kept back so far. */
  get spentMs(): number {
    return this.#spentMs + (this.#waiting === 0 ? 0 : this.#pace.clock.now() - this.#since);
  }

  /** See `Pace`. */
  async turn(): Promise<void> {
    if (this.#waiting === 0) this.#since = this.#pace.clock.now();
    this.#waiting += 1;
    await this.#pace.turn();
    this.#waiting -= 1;
    if (this.#waiting === 0) this.#spentMs += this.#pace.clock.now() - this.#since;
  }

  /** See `Pace`. */
  holdFor(ms: number): void {
    this.#pace.holdFor(ms);
  }
}
