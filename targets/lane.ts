import type { Stage, Target, Trace } from './target.js';

/** What went wrong in a scenario, and in which of its parts, as the steps saw it. */
export interface Trouble {
  /** Given, When or Then: only a Then judges the requirement. */
  readonly phase: 'arrange' | 'act' | 'look' | 'hook';
  readonly error: unknown;
  /** The sentence that failed. */
  readonly sentence: string;
}

/** A scenario that has ended on the stage, ready to be judged. The stage is still open, unless it never opened. */
export interface Performance {
  readonly scenarioId: string;
  readonly stage: Stage | undefined;
  readonly trouble: Trouble | undefined;
  readonly waitedMs: number;
  /** UIDs of meetings that only prove an absence; their number depends on the run, so nothing is judged on them. */
  readonly markers?: ReadonlySet<string>;
}

/**
 * One lane of a run: a target on which scenarios are performed one after the other.
 * Steps and the run meet here and know nothing else of each other.
 */
export interface Lane {
  readonly target: Target;
  /** Longest time that a look may wait for an effect, in milliseconds. */
  readonly deadlineMs: number;
  readonly aborted: () => boolean;
  /** Identity of the scenario at this place in its feature file. */
  scenarioAt(uri: string, pickleId: string): string;
  traceOf(scenarioId: string): Trace;
  /** Why what depends on this gate is blocked, or undefined when the gate is open. */
  gateClosed(gate: string, scenarioId: string): string | undefined;
  /** A UID for a meeting of a scenario that no other scenario or run has. */
  uidFor(scenarioId: string, meeting: number): string;
  /** What is wrong with a message that the harness composed; empty when it may be sent. */
  lint(message: string): readonly string[];
  /** Called once per scenario; judges it and closes its stage. */
  finish(performance: Performance): Promise<void>;
}

const lanes = new Map<string, Lane>();

/** Makes a lane known by name; Cucumber clones world parameters, so a lane travels by its name alone. */
export function openLane(name: string, lane: Lane): void {
  lanes.set(name, lane);
}

/** Forgets a lane. */
export function closeLane(name: string): void {
  lanes.delete(name);
}

/** The lane of that name. Throws when there is none, which is a fault of the harness. */
export function laneOf(name: string): Lane {
  const lane = lanes.get(name);
  if (lane === undefined) throw new Error(`no lane is called ${name}`);
  return lane;
}
