import { setTimeout } from 'node:timers/promises';
import { TimeUnderWay } from '../time-under-way.js';
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
  /** While the server is answering any lane, or is spared. */
  readonly busy: TimeUnderWay;
  readonly #intervalMs: number;
  readonly #burst: number;
  /** When the next request would be due if all had come at the rate. */
  #due = 0;
  #heldUntil = 0;
  #last: Promise<void> = Promise.resolve();
  #queued = 0;

  /** @param rate undefined for as often as one likes; the server itself may still ask for a pause */
  constructor(rate: Rate | undefined, clock: Clock = REAL) {
    this.clock = clock;
    this.busy = new TimeUnderWay(() => clock.now());
    this.#intervalMs = rate === undefined ? 0 : SECOND_MS / rate.requestsPerSecond;
    this.#burst = rate?.burst ?? 1;
  }

  /** Returns when the next request may be sent; undefined where that is at once. */
  turn(): Promise<void> | undefined {
    if (this.#queued === 0 && this.#leftMs() <= 0) {
      this.#count();
      return undefined;
    }
    this.#queued += 1;
    this.#last = this.#last.then(() => this.#pass());
    return this.#last;
  }

  /** Nothing is sent for that time, in milliseconds, by nobody. */
  holdFor(ms: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, this.clock.now() + ms);
  }

  async #pass(): Promise<void> {
    for (let left = this.#leftMs(); left > 0; left = this.#leftMs()) await this.clock.pause(left);
    this.#count();
    this.#queued -= 1;
  }

  /** Milliseconds until a request may be sent. */
  #leftMs(): number {
    return Math.max(this.#due - (this.#burst - 1) * this.#intervalMs, this.#heldUntil) - this.clock.now();
  }

  /** A request is sent now. */
  #count(): void {
    this.#due = Math.max(this.#due, this.clock.now()) + this.#intervalMs;
  }
}

/** The pace as one lane keeps it, with the time that it and the server have taken the lane. */
export class Throttle {
  /** While requests of the lane are under way to the server, or their answers back. */
  readonly answering: TimeUnderWay;
  readonly #pace: Pace;
  readonly #keptBack: TimeUnderWay;

  constructor(pace: Pace) {
    this.#pace = pace;
    const now = () => pace.clock.now();
    this.answering = new TimeUnderWay(now, pace.busy);
    this.#keptBack = new TimeUnderWay(now, pace.busy);
  }

  /** Milliseconds so far in which the server was answering any lane, or was spared. */
  get busyMs(): number {
    return this.#pace.busy.spentMs;
  }

  /** Milliseconds for which something that the lane wanted to send has been kept back so far. */
  get spentMs(): number {
    return this.#keptBack.spentMs;
  }

  /** See `Pace`. */
  async turn(): Promise<void> {
    const turn = this.#pace.turn();
    if (turn !== undefined) await this.#keptBack.during(() => turn);
  }

  /** See `Pace`. */
  holdFor(ms: number): void {
    this.#pace.holdFor(ms);
  }
}
