import { openReferenceTarget } from '../../reference/reference-target.js';
import type { Side, Stage, Target, TraceEvent } from '../../target.js';
import { openPairTarget } from '../pair-target.js';

/** Two references in domains of their own; on each side one fault may be seeded. */
export async function pairOfReferences(faults: Partial<Record<Side, string>> = {}): Promise<Target> {
  const reference = (side: Side) => {
    const fault = faults[side];
    return openReferenceTarget({ domain: `${side}.example`, ...(fault === undefined ? {} : { fault }) });
  };
  return openPairTarget({ organizer: await reference('organizer'), attendee: await reference('attendee') });
}

/** A stage for these people, of whom Erik is played by the harness, and Sven acts for Anna and Bert. */
export async function openPair(
  names: readonly string[],
  faults: Partial<Record<Side, string>> = {},
): Promise<{ readonly stage: Stage; readonly trace: readonly Omit<TraceEvent, 'at'>[] }> {
  const target = await pairOfReferences(faults);
  const trace: Omit<TraceEvent, 'at'>[] = [];
  const stage = await target.open(
    { scenario: 'pair', names, external: ['Erik'], rights: { Sven: ['Anna', 'Bert'] } },
    { add: (event) => trace.push(event), rule: () => {} },
  );
  return { stage, trace };
}
