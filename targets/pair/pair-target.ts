import { Blocked, UsageError } from '../outcome-errors.js';
import type { CastRequest, Side, Stage, Target, TargetDescription, Trace } from '../target.js';
import { capabilitiesOf } from './pair-capabilities.js';
import { idOn, PairStage } from './pair-stage.js';
import { Residence } from './residence.js';

/** Two targets, by who lives there. */
export type Sides = Readonly<Record<Side, Target>>;

/**
 * Two targets that exchange mail as one: the Organizer's side lives on the one, the Attendees' on the other, and the
 * harness carries the mail.
 *
 * @throws UsageError for a target that exchanges no mail with others
 */
export function openPairTarget(sides: Sides): Target {
  const addressesOn = { organizer: addressBook(sides.organizer), attendee: addressBook(sides.attendee) };
  return {
    description: describe(sides),
    open: (request, trace) => openStage(sides, request, trace, (side, name) => addressesOn[side](name)),
    // What both are spared at the same time counts twice: no look shall lose any of it.
    throttledMs: () => (sides.organizer.throttledMs?.() ?? 0) + (sides.attendee.throttledMs?.() ?? 0),
    close: async () => {
      await Promise.all([sides.organizer.close(), sides.attendee.close()]);
    },
  };
}

function addressBook(target: Target): NonNullable<Target['addressesOf']> {
  const { name, kind } = target.description;
  if (target.addressesOf === undefined) {
    throw new UsageError(
      `${name} (${kind}) exchanges no mail with others; the reference does, and a CalDAV server with "mail" in its ` +
        'target file',
    );
  }
  return async (person) => {
    const addresses = (await target.addressesOf?.(person)) ?? [];
    if (addresses.length > 0) return addresses;
    throw new Blocked(
      `${name} has no mailto: address for ${person}, so no mail gets there from the other side`,
    );
  };
}

function describe({ organizer, attendee }: Sides): TargetDescription {
  const [one, other] = [organizer.description, attendee.description];
  return {
    name: `${one.name}+${other.name}`,
    kind: 'pair',
    product: `${one.product} with ${other.product}`,
    driver: one.driver,
    ...capabilitiesOf(one, other),
    literal: one.literal && other.literal,
    sides: { organizer: sideOf(one), attendee: sideOf(other) },
  };
}

function sideOf({ name, product, driver }: TargetDescription) {
  return { name, product, driver };
}

async function openStage(
  { organizer, attendee }: Sides,
  request: CastRequest,
  trace: Trace,
  addressesOn: (side: Side, name: string) => Promise<readonly string[]>,
): Promise<Stage> {
  const residence = await Residence.of(request, addressesOn);
  const opening = (side: Side, target: Target) =>
    target.open(residence.requestTo(side), tracing(side, trace));
  const first = await opening('organizer', organizer);
  try {
    const stages = { organizer: first, attendee: await opening('attendee', attendee) };
    const descriptions = { organizer: organizer.description, attendee: attendee.description };
    return new PairStage(stages, residence, descriptions);
  } catch (error) {
    await first.close();
    throw error;
  }
}

/** The trace of one side: the ids of its messages are those that the pair tells them by. */
function tracing(side: Side, trace: Trace): Trace {
  return {
    add: ({ messageId, ...event }) =>
      trace.add(messageId === undefined ? event : { ...event, messageId: idOn(side, messageId) }),
    rule: (name) => trace.rule(name),
  };
}
