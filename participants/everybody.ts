import type { Observation, Stage } from '../targets/target.js';

/** What can be seen of each Calendar User who lives on the target, by user id. */
export async function everybody(stage: Stage): Promise<ReadonlyMap<string, Observation>> {
  const here = [...stage.cast.values()].filter(({ placement }) => placement === 'target');
  return new Map(await Promise.all(here.map(async ({ id }) => [id, await stage.observe(id)] as const)));
}
