import type { Play } from './play.js';

/**
 * Tells the trace how a play ends: which messages never arrived and, where a look has found something else than what
 * should be, what everybody's side shows by then.
 */
export async function tellEnding(play: Play, missed: boolean): Promise<void> {
  play.post.end();
  if (missed && !play.lane.aborted()) await lookAround(play);
  play.trace.end();
}

/** The verdict has been reached: what this last look cannot see is missing in the report and nowhere else. */
async function lookAround({ stage }: Play): Promise<void> {
  for (const { id, placement } of stage.cast.values()) {
    if (placement === 'target') await stage.observe(id).catch(() => undefined);
  }
}
