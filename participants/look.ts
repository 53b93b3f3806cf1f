import { IcalendarError } from '../simulator/icalendar/parse.js';
import type { Method } from '../targets/methods.js';
import { Blocked, Mismatch } from '../targets/outcome-errors.js';
import type { Play } from './play.js';
import { gateOf } from './post.js';
import { usualShare, waitFor } from './wait.js';

/** What one look found. */
export interface Finding {
  readonly holds: boolean;
  /** What is there, in words. */
  readonly actual: string;
  /** The object or message that decides, as iCalendar text. */
  readonly evidence?: string | undefined;
}

/** What the judge finds; what it cannot understand, e.g. for want of a VTIMEZONE, does not hold. */
export function ifUnderstood(judge: () => Finding): Finding {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof IcalendarError || error instanceof RangeError)) throw error;
    return { holds: false, actual: `an object that cannot be understood: ${error.message}` };
  }
}

/** Most of the deadline that passes before it is proved that nothing comes. */
export const FIRST_PATIENCE = 0.1;

/**
 * Looks until it holds, until nothing more can come, or until the deadline. Throws Mismatch when it never did.
 *
 * @param isOver proves that what is looked at will not change any more; false when that cannot be proved
 * @param patience share of the deadline before that is asked
 */
export async function expectThat(
  play: Play,
  expected: string,
  look: () => Promise<Finding>,
  isOver?: () => Promise<boolean>,
  patience = usualShare(play, FIRST_PATIENCE),
): Promise<void> {
  const holds = (finding: Finding) => finding.holds;
  let last = (await waitFor(play, look, holds, isOver === undefined ? 1 : patience)).seen;
  if (!last.holds && isOver !== undefined) {
    last = (await isOver()) ? await look() : (await waitFor(play, look, holds)).seen;
  }
  if (!last.holds) throw new Mismatch(expected, last.actual, last.evidence);
}

/** Throws Blocked when messages of that kind are known not to get through. */
export function checkGate(play: Play, method: Method): void {
  const closed = play.lane.gateClosed(gateOf(method), play.scenarioId);
  if (closed !== undefined) throw new Blocked(closed);
}
