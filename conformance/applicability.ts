import type { Profile, Row } from '../requirements/row.js';
import { performedBy } from '../targets/duties.js';
import type { TargetDescription } from '../targets/target.js';
import type { Scenario } from './suite.js';

/** Why a scenario cannot judge this target, known before it is played; undefined when it can. */
export function reasonNotApplicable(
  scenario: Scenario,
  row: Row,
  target: TargetDescription,
  profile: Profile,
): string | undefined {
  const missing = scenario.needs.filter((need) => !target.capabilities.has(need));
  if (missing.length > 0) return `needs ${missing.join(' and ')}, which this target does not have`;
  if (row.source.document === 'service' && !target.capabilities.has('schedule')) {
    return 'is a rule of the scheduling service as the suite models it, which this target does not claim to be';
  }
  if (performedBy(row.duty, target.driver) === 'harness') {
    return `to ${row.duty} is not this target's duty under the ${target.driver} driver`;
  }
  if (!row.profiles.includes(profile)) return `is no rule of the profile ${profile}`;
  return undefined;
}
