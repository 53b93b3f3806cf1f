import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../pace.js';

/** A clock on which only pauses let time pass. */
export class PausedClock implements Clock {
  /** The pauses that were made, in milliseconds. */
  readonly pauses: number[] = [];
  #now = 1_000;

  now(): number {
    return this.#now;
  }

  /** What is ready goes on before time passes. */
  async pause(ms: number): Promise<void> {
    this.pauses.push(ms);
    await setImmediate();
    this.#now += ms;
  }

  /** Time passes while something else is done. */
  pass(ms: number): void {
    this.#now += ms;
  }
}
