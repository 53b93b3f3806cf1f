import type { Profile } from '../requirements/row.js';
import { UsageError } from '../targets/outcome-errors.js';
import { openPairTarget } from '../targets/pair/pair-target.js';
import type { Side, Target } from '../targets/target.js';
import {
  bothDone,
  closedUnless,
  isNoServer,
  type OpenedTarget,
  openTarget,
  type TargetChoice,
} from './open-target.js';

/** What was said about two targets on the command line. */
export interface PairChoice extends Omit<TargetChoice, 'target' | 'domain'> {
  readonly organizer: string;
  readonly attendee: string;
}

/** Where the users of a reference have their addresses, so that those of two are not the same. */
const DOMAINS: Readonly<Record<Side, string>> = {
  organizer: 'organizer.example',
  attendee: 'attendee.example',
};

/**
 * Opens two targets as one that exchanges mail with itself, once for each lane.
 *
 * @throws UsageError when both are the same server, or one exchanges no mail; else as `openTarget`
 */
export async function openPair(
  choice: PairChoice,
  profile: Profile,
  lanes: number,
  aborted: () => boolean,
): Promise<OpenedTarget> {
  const { organizer, attendee, rate, ...shared } = choice;
  const hasServer = !isNoServer(organizer) || !isNoServer(attendee);
  const opening = (side: Side) => {
    const target = choice[side];
    const pace = !isNoServer(target) || !hasServer ? { rate } : {};
    return openTarget({ ...shared, ...pace, target, domain: DOMAINS[side] }, profile, lanes, aborted);
  };
  if (organizer === attendee && !isNoServer(organizer)) {
    throw new UsageError(
      `${organizer} cannot exchange mail with itself; name another target for one of the sides`,
    );
  }
  const one = await opening('organizer');
  const other = await closedUnless(() => opening('attendee'), one.close);
  const close = () => bothDone(one.close, other.close);
  const pair = async (): Promise<OpenedTarget> => {
    const [first, ...further] = one.targets.map((target, lane) =>
      openPairTarget({ organizer: target, attendee: other.targets[lane] ?? other.targets[0] }),
    ) as [Target, ...Target[]];
    return { targets: [first, ...further], deadlineMs: Math.max(one.deadlineMs, other.deadlineMs), close };
  };
  return closedUnless(pair, close);
}
