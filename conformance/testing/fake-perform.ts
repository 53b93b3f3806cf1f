import type { Trouble } from '../../targets/lane.js';
import { Blocked } from '../../targets/outcome-errors.js';
import type { Stage } from '../../targets/target.js';
import type { RunLane } from '../run-lane.js';
import type { Scenario } from '../suite.js';

/**
 * Stands for the pass through Cucumber in unit tests of a run: each scenario acts once and looks once. One tagged
 * `@behind:GATE` depends on that gate, one tagged `@lost` never ends.
 */
export async function perform(scenarios: readonly Scenario[], lane: RunLane): Promise<void> {
  lane.beginPass(new Map(scenarios.map(({ id, uri, line }) => [pickleOf(id), `${uri}:${line}`])));
  for (const scenario of scenarios) {
    if (!lane.aborted() && !scenario.tags.includes('@lost')) await play(scenario, lane);
  }
  await lane.clearUp();
}

async function play({ uri, tags, ...scenario }: Scenario, lane: RunLane): Promise<void> {
  const id = lane.scenarioAt(uri, pickleOf(scenario.id));
  let phase: Trouble['phase'] = 'hook';
  let stage: Stage | undefined;
  let trouble: Trouble | undefined;
  try {
    stage = await lane.target.open({ scenario: id, names: [], external: [] }, lane.traceOf(id));
    phase = 'act';
    for (const tag of tags.filter((each) => each.startsWith('@behind:'))) {
      const closed = lane.gateClosed(tag.slice('@behind:'.length), id);
      if (closed !== undefined) throw new Blocked(closed);
    }
    await stage.act({ kind: 'cancel', actor: 'anna', uid: lane.uidFor(id, 1) });
    phase = 'look';
    await stage.observe('bert');
  } catch (error) {
    trouble = { phase, error, sentence: 'something happens' };
  }
  await lane.finish({ scenarioId: id, stage, trouble, waitedMs: 0 });
}

function pickleOf(id: string): string {
  return `pickle of ${id}`;
}
