import type { ScenarioResult } from '../conformance/results.js';
import { shortened, WIDTH } from '../reports/text.js';
import { visibleLine } from '../reports/visible.js';

/** Tells how far a run has got while it runs. */
export interface Progress {
  /** A scenario has begun; several may be under way. */
  begin(scenario: Pick<ScenarioResult, 'id' | 'name'>): void;
  add(result: Pick<ScenarioResult, 'id' | 'outcome'>): void;
  /** Clears what is on the screen. */
  end(): void;
}

/** Time between two lines where nothing can be overwritten, in milliseconds. */
const BETWEEN_LINES = 5_000;
/** How often a terminal is drawn anew while nothing ends, in milliseconds. */
const REDRAWN = 1_000;
/** A scenario that has lasted longer is named, in milliseconds. */
const SLOW = 2_000;

/**
 * Progress on standard error, at most 79 columns wide: one line that is overwritten on a terminal; elsewhere a line
 * now and then, so that a log shows that a long run is alive. What takes long is named while it does.
 */
export function createProgress(all: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const counts = new Map<string, number>();
  const underWay = new Map<string, { readonly name: string; readonly since: number }>();
  let done = 0;
  let last = performance.now();
  const draw = (): void => {
    const line = shortened(
      `${done} of ${all}${countsTold(counts)}${slowest(underWay)}`,
      Math.min(stream.columns ?? WIDTH, WIDTH) - 1,
    );
    if (stream.isTTY) stream.write(`\r\u001b[K${line}`);
    else if (performance.now() - last >= BETWEEN_LINES) {
      last = performance.now();
      stream.write(`${line}\n`);
    }
  };
  const timer = setInterval(draw, REDRAWN).unref();
  return {
    begin({ id, name }) {
      underWay.set(id, { name: visibleLine(name), since: performance.now() });
    },
    add({ id, outcome }) {
      done += 1;
      underWay.delete(id);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      draw();
    },
    end() {
      clearInterval(timer);
      if (stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}

function countsTold(counts: ReadonlyMap<string, number>): string {
  return counts.size === 0
    ? ''
    : `: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
}

/** The scenario that has been under way longest, if that is long. */
function slowest(underWay: ReadonlyMap<string, { readonly name: string; readonly since: number }>): string {
  const [first] = [...underWay.values()].sort((one, other) => one.since - other.since);
  const lasted = performance.now() - (first?.since ?? Number.POSITIVE_INFINITY);
  return first === undefined || lasted < SLOW ? '' : `; ${Math.floor(lasted / 1000)} s: ${first.name}`;
}
