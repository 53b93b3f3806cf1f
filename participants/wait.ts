import { poll } from '../targets/poll.js';
import type { Play } from './play.js';

/** What was seen last, and whether it was what was waited for. */
export interface Seen<T> {
  readonly seen: T;
  readonly met: boolean;
}

/**
 * Looks until `done` or until the deadline of the lane. Where the target proves that nothing is under way any more,
 * one look says it all.
 *
 * @param share how much of the deadline to wait at most
 */
export async function waitFor<T>(
  play: Play,
  look: () => Promise<T>,
  done: (seen: T) => boolean,
  share = 1,
): Promise<Seen<T>> {
  if (play.has('quiescence') && (await play.stage.settle())) {
    const seen = await look();
    return { seen, met: done(seen) };
  }
  const { seen, met, waitedMs } = await poll(look, done, {
    deadlineMs: play.lane.deadlineMs * share,
    throttledMs: () => play.lane.target.throttledMs?.() ?? 0,
    aborted: play.lane.aborted,
    meanwhile: () => play.stage.meanwhile?.() ?? Promise.resolve(false),
  });
  play.waitedMs += waitedMs;
  return { seen, met };
}
