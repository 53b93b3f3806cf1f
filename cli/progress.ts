import type { ScenarioResult } from '../conformance/results.js';

/** Tells how far a run has got while it runs. */
export interface Progress {
  add(result: ScenarioResult): void;
  /** Clears what is on the screen. */
  end(): void;
}

/** Time between two lines where nothing can be overwritten, in milliseconds. */
const BETWEEN_LINES = 5_000;

/**
 * Progress on standard error: one line that is overwritten on a terminal; elsewhere a line now and then, so that
 * a log shows that a long run is alive.
 */
export function createProgress(all: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const counts = new Map<string, number>();
  let done = 0;
  let last = performance.now();
  const line = (): string => {
    const words = [...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
    return `${done} of ${all}: ${words}`;
  };
  return {
    add({ outcome }) {
      done += 1;
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      if (stream.isTTY) stream.write(`\r\u001b[K${line().slice(0, 79)}`);
      else if (performance.now() - last >= BETWEEN_LINES) {
        last = performance.now();
        stream.write(`${line()}\n`);
      }
    },
    end() {
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
