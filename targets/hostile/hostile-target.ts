import { UsageError } from '../outcome-errors.js';
import { openReferenceTarget } from '../reference/reference-target.js';
import type { Stage, Target } from '../target.js';
import {
  acceptingAndIgnoring,
  deliveringNothing,
  deliveringTwice,
  rejectingEverything,
} from './hostile-stages.js';
import { withoutService } from './without-service.js';

const STAGES = {
  'accepts-and-ignores': acceptingAndIgnoring,
  'rejects-everything': rejectingEverything,
  'delivers-nothing': deliveringNothing,
  'delivers-twice': deliveringTwice,
} as const satisfies Record<string, (stage: Stage) => Stage>;

export type HostileKind = keyof typeof STAGES;

/** The kinds of hostile targets. */
export const HOSTILE_KINDS = Object.keys(STAGES) as readonly HostileKind[];

/**
 * The reference wrapped so that it is wrong as a whole. It proves that the suite does not pass by accident: a target
 * that does nothing, or refuses everything, must not look conformant.
 *
 * @throws UsageError for an unknown kind
 */
export async function openHostileTarget(kind: string): Promise<Target> {
  const known = HOSTILE_KINDS.find((candidate) => candidate === kind);
  if (known === undefined) {
    throw new UsageError(`no hostile target is called ${kind}; there are ${HOSTILE_KINDS.join(', ')}`);
  }
  const target = withoutService(await openReferenceTarget());
  return {
    description: { ...target.description, name: `hostile ${kind}`, kind: 'hostile' },
    open: async (request, trace) => STAGES[known](await target.open(request, trace)),
    close: () => target.close(),
  };
}
