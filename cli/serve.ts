import { referenceHandlers } from '../adapter/reference/handlers.js';
import { serve } from '../adapter/serve.js';
import { toolVersion } from '../conformance/assemble-results.js';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { UsageError } from '../targets/outcome-errors.js';

export interface ServeFlags {
  readonly stdio?: boolean;
  /** False without `act`. */
  readonly act: boolean;
}

/** `itip serve --stdio`: the reference behind the adapter protocol, until the input ends. */
export async function serveCommand({ stdio = false, act }: ServeFlags): Promise<ExitCode> {
  if (!stdio) throw new UsageError('say how to serve: --stdio');
  await serve(
    process.stdin,
    (line) => process.stdout.write(`${line}\n`),
    referenceHandlers(toolVersion(), act),
    (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
  );
  return EXIT_CODES.conformant;
}
