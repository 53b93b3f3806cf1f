import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 500;

/** How long to wait. */
export interface Patience {
  readonly deadlineMs: number;
  /** Milliseconds for which looks were kept back so far to spare the server; they do not count. */
  readonly throttledMs?: (() => number) | undefined;
}

export interface PollOptions extends Patience {
  /** Ends the polling early, e.g. on Ctrl-C. */
  readonly aborted?: () => boolean;
  /** Makes use of the time between looks, bit by bit; false when there is nothing to do. */
  readonly meanwhile?: () => Promise<boolean>;
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
 * This is the only place where the harness waits by the clock for something to happen.
 */
export async function poll<T>(
  look: () => Promise<T>,
  done: (seen: T) => boolean,
  { deadlineMs, throttledMs = () => 0, aborted = () => false, meanwhile = idle }: PollOptions,
): Promise<Polled<T>> {
  const end = performance.now() + deadlineMs - throttledMs();
  let waitedMs = 0;
  for (let next = FIRST_PAUSE_MS; ; next = Math.min(next * 2, LONGEST_PAUSE_MS)) {
    const seen = await look();
    if (done(seen)) return { seen, met: true, waitedMs };
    const left = end + throttledMs() - performance.now();
    if (left <= 0 || aborted()) return { seen, met: false, waitedMs };
    const length = Math.min(next, left);
    await spend(length, meanwhile);
    waitedMs += length;
  }
}

async function spend(ms: number, meanwhile: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end && (await meanwhile()));
  const left = end - performance.now();
  if (left > 0) await pause(left);
}

function idle(): Promise<boolean> {
  return Promise.resolve(false);
}
