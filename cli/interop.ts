import type { ExitCode } from '../conformance/exit-code.js';
import { openPair } from './open-pair.js';
import { type PlayFlags, playCommand } from './play.js';

interface InteropFlags extends PlayFlags {
  /** The target where the Organizer lives, and the one where the Attendees live; as `--target` has them. */
  readonly organizer: string;
  readonly attendee: string;
}

/** `itip interop`: plays the selected scenarios on two targets between which mail is carried, and reports. */
export function interopCommand(paths: readonly string[], flags: InteropFlags): Promise<ExitCode> {
  const { organizer, attendee, config, yes, rate, parallel } = flags;
  return playCommand(paths, flags, {
    sideOptions: { organizer, attendee },
    open: (profile, aborted) =>
      openPair({ organizer, attendee, config, yes, rate }, profile, parallel, aborted),
  });
}
