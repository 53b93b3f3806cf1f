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
  return new ProgressLine(all, stream);
}

class ProgressLine implements Progress {
  readonly #all: number;
  readonly #stream: NodeJS.WriteStream;
  readonly #counts = new Map<string, number>();
  readonly #underWay = new Map<string, Started>();
  readonly #timer: NodeJS.Timeout;
  #done = 0;
  #last = performance.now();

  constructor(all: number, stream: NodeJS.WriteStream) {
    this.#all = all;
    this.#stream = stream;
    this.#timer = setInterval(() => this.#draw(), REDRAWN).unref();
  }

  begin({ id, name }: Pick<ScenarioResult, 'id' | 'name'>): void {
    this.#underWay.set(id, { name: visibleLine(name), since: performance.now() });
  }

  add({ id, outcome }: Pick<ScenarioResult, 'id' | 'outcome'>): void {
    this.#done += 1;
    this.#underWay.delete(id);
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
    this.#draw();
  }

  end(): void {
    clearInterval(this.#timer);
    if (this.#stream.isTTY) this.#stream.write(CLEARED);
  }

  #draw(): void {
    const { isTTY, columns = WIDTH } = this.#stream;
    const text = `${this.#done} of ${this.#all}${countsTold(this.#counts)}${slowest(this.#underWay)}`;
    const line = shortened(text, Math.min(columns, WIDTH) - 1);
    if (isTTY) this.#stream.write(`${CLEARED}${line}`);
    else if (performance.now() - this.#last >= BETWEEN_LINES) {
      this.#last = performance.now();
      this.#stream.write(`${line}\n`);
    }
  }
}

/** A scenario that is under way. */
interface Started {
  readonly name: string;
  readonly since: number;
}

/** Back to the beginning of the line, which becomes empty. */
const CLEARED = '\r\u001b[K';

function countsTold(counts: ReadonlyMap<string, number>): string {
  return counts.size === 0
    ? ''
    : `: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
}

/** The scenario that has been under way longest, if that is long. */
function slowest(underWay: ReadonlyMap<string, Started>): string {
  const [first] = [...underWay.values()].sort((one, other) => one.since - other.since);
  const lasted = performance.now() - (first?.since ?? Number.POSITIVE_INFINITY);
  return first === undefined || lasted < SLOW ? '' : `; ${Math.floor(lasted / 1000)} s: ${first.name}`;
}
