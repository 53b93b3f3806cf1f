import { Blocked, Mismatch } from '../targets/outcome-errors.js';
import type { Play } from './play.js';
import { gateOf } from './post.js';
import type { Method } from './scheduling-message.js';
import { waitFor } from './wait.js';

/** What one look found. */
export interface Finding {
  readonly holds: boolean;
  /** What is there, in words. */
  readonly actual: string;
  /** The object or message that decides, as iCalendar text. */
  readonly evidence?: string | undefined;
}

/** Looks until it holds or until the deadline. Throws Mismatch when it never did. */
export async function expectThat(play: Play, expected: string, look: () => Promise<Finding>): Promise<void> {
  const { seen } = await waitFor(play, look, ({ holds }) => holds);
  if (!seen.holds) throw new Mismatch(expected, seen.actual, seen.evidence);
}

/** Throws Blocked when messages of that kind are known not to get through. */
export function checkGate(play: Play, method: Method): void {
  const closed = play.lane.gateClosed(gateOf(method), play.scenarioId);
  if (closed !== undefined) throw new Blocked(closed);
}
