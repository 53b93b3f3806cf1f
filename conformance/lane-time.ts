import type { Target } from '../targets/target.js';

/** What a scenario has taken, in milliseconds; the others are parts of the duration. */
export interface TimeSpent {
  readonly durationMs: number;
  /** For which requests were kept back to spare the server. */
  readonly throttledMs: number;
  /** In which the server was answering; undefined where there is none. */
  readonly answeringMs: number | undefined;
}

/** The time of one lane, scenario by scenario. */
export class LaneTime {
  readonly #target: Pick<Target, 'answeringMs' | 'throttledMs'>;
  readonly #begun = new Map<string, TimeSpent>();

  constructor(target: Pick<Target, 'answeringMs' | 'throttledMs'>) {
    this.#target = target;
  }

  /** A scenario begins now. */
  begin(scenarioId: string): void {
    this.#begun.set(scenarioId, this.#now());
  }

  /** What it has taken so far; nothing where it never began. */
  spentOn(scenarioId: string): TimeSpent {
    const now = this.#now();
    const begun = this.#begun.get(scenarioId) ?? now;
    return {
      durationMs: now.durationMs - begun.durationMs,
      throttledMs: now.throttledMs - begun.throttledMs,
      answeringMs: now.answeringMs && now.answeringMs - (begun.answeringMs ?? 0),
    };
  }

  #now(): TimeSpent {
    return {
      durationMs: performance.now(),
      throttledMs: this.#target.throttledMs?.() ?? 0,
      answeringMs: this.#target.answeringMs?.(),
    };
  }
}
