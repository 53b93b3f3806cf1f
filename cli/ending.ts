import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import {
  AccountTrouble,
  HarnessFault,
  MalformedAnswer,
  TargetUnreachable,
  UsageError,
} from '../targets/outcome-errors.js';

/** How a command ends that could not do its work: the code for the shell and the text for standard error. */
export interface Ending {
  readonly code: ExitCode;
  readonly text: string;
}

/** The ending for an error that reached the top. What is none of the known kinds is our own fault. */
export function endingFor(error: unknown): Ending {
  if (error instanceof UsageError) return { code: EXIT_CODES.usage, text: error.message };
  if (error instanceof TargetUnreachable) {
    return { code: EXIT_CODES.unreachable, text: `the target cannot be reached: ${error.message}` };
  }
  if (error instanceof MalformedAnswer) {
    return { code: EXIT_CODES.unreachable, text: `the target cannot be used: ${error.message}` };
  }
  if (error instanceof AccountTrouble) {
    return { code: EXIT_CODES.unreachable, text: `the accounts of the target: ${error.message}` };
  }
  const text = error instanceof HarnessFault ? error.message : stackOf(error);
  return { code: EXIT_CODES.harnessFault, text: `fault of the harness: ${text}` };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
