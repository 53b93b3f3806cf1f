/** Ctrl-C: the first one ends the run after what is under way, and cleans up; the second one ends at once. */
export interface Interrupt {
  readonly aborted: () => boolean;
  /** Gives the signals back to the shell. */
  release(): void;
}

/** Listens for SIGINT and SIGTERM. */
export function listenForInterrupt(): Interrupt {
  let count = 0;
  const onSignal = (): void => {
    count += 1;
    if (count > 1) process.exit(130);
    process.stderr.write('\ninterrupted: cleaning up; once more ends at once and may leave things behind\n');
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    aborted: () => count > 0,
    release() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
}
