import type { Profile, Row } from '../requirements/row.js';
import { performedBy, sideOfParty } from '../targets/duties.js';
import type { Capability, Driver, Party, TargetDescription } from '../targets/target.js';
import type { Scenario } from './suite.js';

/** Why a scenario cannot judge this target, known before it is played; undefined when it can. */
export function reasonNotApplicable(
  scenario: Scenario,
  row: Row,
  target: TargetDescription,
  profile: Profile,
): string | undefined {
  if (row.source.document === 'service' && !target.capabilities.has('schedule')) {
    return 'is a rule of the scheduling service as the suite models it, which this target does not claim to be';
  }
  const missing = scenario.needs.filter((need) => !target.capabilities.has(need));
  if (missing.length > 0) return lacking(missing, target);
  const driver = driverFor(row.party, target);
  if (performedBy(row.duty, driver) === 'harness') {
    return `to ${row.duty} is not this target's duty under the ${driver} driver`;
  }
  if (!row.profiles.includes(profile)) return `is no rule of the profile ${profile}`;
  return undefined;
}

function lacking(needs: readonly Capability[], { missing = {} }: TargetDescription): string {
  const told = needs.flatMap((need) => (missing[need] === undefined ? [] : `; ${need}: ${missing[need]}`));
  return `needs ${needs.join(' and ')}, which this target does not have${told.join('')}`;
}

/** Of two targets that exchange mail, each side has a driver of its own. */
function driverFor(party: Party, { driver, sides }: TargetDescription): Driver {
  return sides?.[sideOfParty(party) ?? 'organizer'].driver ?? driver;
}
