import { CAPABILITIES, type Capability, OF_A_SERVICE, type TargetDescription } from '../target.js';

/** What is asked of the Organizer's side alone. */
const OF_ORGANIZER: readonly Capability[] = ['last-seen', 'uninvited-decision', 'groups', 'rooms'];

/** What the pair can do, and of what it cannot do, why. */
export type PairCapabilities = Pick<TargetDescription, 'capabilities' | 'missing'>;

/**
 * What two targets can do together. Mail between them waits for the harness, so messages can be held. What is asked of
 * a scheduling service is asked of one, and not of two.
 */
export function capabilitiesOf(organizer: TargetDescription, attendee: TargetDescription): PairCapabilities {
  const common = CAPABILITIES.filter((capability) => !OF_A_SERVICE.some((each) => each === capability));
  const ofOne = OF_A_SERVICE.map(
    (capability) => [capability, 'it is asked of one target, not of two'] as const,
  );
  const lacked = common.flatMap((capability) => {
    const lacking = whoLacks(capability, organizer, attendee);
    return lacking.length === 0 ? [] : [[capability, `${lacking.join(' and ')} cannot do it`] as const];
  });
  const missing = Object.fromEntries([...ofOne, ...lacked]);
  return { capabilities: new Set(common.filter((capability) => !(capability in missing))), missing };
}

function whoLacks(
  capability: Capability,
  organizer: TargetDescription,
  attendee: TargetDescription,
): readonly string[] {
  if (capability === 'hold-messages') return [];
  const asked = OF_ORGANIZER.includes(capability) ? [organizer] : [organizer, attendee];
  return asked.filter(({ capabilities }) => !capabilities.has(capability)).map(({ name }) => name);
}
