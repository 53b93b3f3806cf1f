import { perform } from './perform.js';
import type { RunLane } from './run-lane.js';
import type { Scenario } from './suite.js';

/** Into how many portions a lane divides its part of what is left: long scenarios must not gather on one lane. */
const PORTIONS = 4;

/**
 * Plays scenarios on several lanes at once: each lane takes a portion of what is left when it has played its last one.
 * On one lane they are played in the order given. Returns, or throws, when all lanes have come to rest.
 *
 * @throws the error of the first lane that had one; the others take nothing more then
 */
export async function performOn(
  lanes: readonly [RunLane, ...RunLane[]],
  scenarios: readonly Scenario[],
): Promise<void> {
  if (lanes.length === 1) return perform(scenarios, lanes[0]);
  let left = scenarios;
  const work = async (lane: RunLane): Promise<void> => {
    while (left.length > 0 && !lane.aborted()) {
      const count = Math.ceil(left.length / (lanes.length * PORTIONS));
      const portion = left.slice(0, count);
      left = left.slice(count);
      await perform(portion, lane).catch((error: unknown) => {
        left = [];
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(lanes.map(work));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
