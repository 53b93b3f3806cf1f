import { poll } from '../targets/poll.js';
import type { Target } from '../targets/target.js';
import type { Play } from './play.js';

/** What was seen last, and whether it was what was waited for. */
export interface Seen<T> {
  readonly seen: T;
  readonly met: boolean;
}

/** Longest wait by target, in milliseconds, after which what was waited for was there. */
const slowest = new WeakMap<Target, number>();

/** How many times the longest wait so far is usual, and what is in any case, in milliseconds. */
const USUAL = { times: 5, atLeastMs: 100 };

/**
 * Share of the deadline within which this target usually has delivered: only then it pays to prove that nothing comes.
 *
 * @param most never more than this
 */
export function usualShare({ lane: { target, deadlineMs } }: Play, most: number): number {
  const usualMs = Math.max((slowest.get(target) ?? 0) * USUAL.times, USUAL.atLeastMs);
  return Math.min(usualMs / Math.max(deadlineMs, 1), most);
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
  const { target } = play.lane;
  const { seen, met, waitedMs } = await poll(look, done, {
    deadlineMs: play.lane.deadlineMs * share,
    throttledMs: () => target.throttledMs?.() ?? 0,
    aborted: play.lane.aborted,
    meanwhile: () => play.stage.meanwhile?.() ?? Promise.resolve(false),
  });
  play.waitedMs += waitedMs;
  if (met) slowest.set(target, Math.max(slowest.get(target) ?? 0, waitedMs));
  return { seen, met };
}
