import type { ExitCode } from '../conformance/exit-code.js';
import { openTarget, type TargetChoice } from './open-target.js';
import { type PlayFlags, playCommand } from './play.js';

type RunFlags = PlayFlags & Pick<TargetChoice, 'target'>;

/** `itip run`: plays the selected scenarios against a target, reports, and returns the exit code. */
export function runCommand(paths: readonly string[], flags: RunFlags): Promise<ExitCode> {
  return playCommand(paths, flags, {
    targetOption: flags.target,
    open: (profile, aborted) => openTarget(flags, profile, flags.parallel, aborted),
  });
}
