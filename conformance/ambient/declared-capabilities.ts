import type { CapabilityProbe, TargetDescription } from '../../targets/target.js';
import { type Finding, holds } from './finding.js';

/** The gate with whose scenario it is recorded, once in a run, what was tried of the target. */
const RECORDS_PROBES = 'request-delivered';

/** What was tried of the target, for the scenario of that gate; empty for all scenarios but one. */
export function probesRecordedWith(
  gate: string | undefined,
  { probes = [] }: TargetDescription,
): readonly CapabilityProbe[] {
  return gate === RECORDS_PROBES ? probes : [];
}

/** What a target declares must be there, as far as a row of the catalogue demands it. */
export function checkDeclared(probes: readonly CapabilityProbe[]): Finding[] {
  return probes.flatMap(({ requirement, declared, present, evidence, capability }) => {
    if (requirement === undefined || declared === undefined) return [];
    if (present) return [holds(requirement)];
    const reason = `the target declares ${capability} by ${declared}, and does not have it`;
    return [{ requirement, ok: false, reason, expected: capability, actual: evidence }];
  });
}
