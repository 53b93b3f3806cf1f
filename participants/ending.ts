import { Blocked, Mismatch } from '../targets/outcome-errors.js';
import type { Play } from './play.js';

/**
 * Tells the trace how a play ends: which messages never arrived and, where something else was found than what should
 * be, or something did not come about, what everybody's side shows by then: a SCHEDULE-STATUS may tell why.
 *
 * @param error what went wrong, if anything
 */
export async function tellEnding(play: Play, error: unknown): Promise<void> {
  play.post.end();
  const isMissed = error instanceof Mismatch || error instanceof Blocked;
  if (isMissed && !play.lane.aborted()) await lookAround(play);
  play.trace.end();
}

/** The verdict has been reached: what this last look cannot see is missing in the report and nowhere else. */
async function lookAround({ stage }: Play): Promise<void> {
  for (const { id, placement } of stage.cast.values()) {
    if (placement === 'target') await stage.observe(id).catch(() => undefined);
  }
}
