import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

export interface PollOptions {
  readonly deadlineMs: number;
  /** Ends the polling early, e.g. on Ctrl-C. */
  readonly aborted?: () => boolean;
}

export interface Polled<T> {
  /** What the last look saw. */
  readonly seen: T;
  /** Whether that was what was waited for. */
  readonly met: boolean;
  /** Time spent between looks, in milliseconds. */
  readonly waitedMs: number;
}

/**
 * Looks until `done`, with growing pauses in between, at least once and until the deadline has passed.
 * This is the only place where the harness waits by the clock.
 */
export async function poll<T>(
  look: () => Promise<T>,
  done: (seen: T) => boolean,
  { deadlineMs, aborted = () => false }: PollOptions,
): Promise<Polled<T>> {
  const end = performance.now() + deadlineMs;
  let waitedMs = 0;
  for (let next = FIRST_PAUSE_MS; ; next = Math.min(next * 2, LONGEST_PAUSE_MS)) {
    const seen = await look();
    if (done(seen)) return { seen, met: true, waitedMs };
    const left = end - performance.now();
    if (left <= 0 || aborted()) return { seen, met: false, waitedMs };
    const length = Math.min(next, left);
    await pause(length);
    waitedMs += length;
  }
}
