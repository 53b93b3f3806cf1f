/** Virtual time, passed in wherever time matters. */
export interface Clock {
  /** Now, as UTC text `YYYY-MM-DDTHH:MM:SSZ`. */
  now(): string;
  /** Moves forward by whole seconds. Throws RangeError for a negative number: time never goes back. */
  advance(seconds: number): void;
}

/**
 * A clock that stands still until it is moved.
 *
 * @param start UTC text `YYYY-MM-DDTHH:MM:SSZ`
 */
export function createClock(start: string): Clock {
  let moment = Date.parse(start);
  if (Number.isNaN(moment)) throw new RangeError(`not a UTC date-time: ${start}`);
  let text = textOf(moment);
  return {
    now: () => text,
    advance: (seconds) => {
      if (!(seconds >= 0)) throw new RangeError(`time cannot move by ${seconds} s`);
      moment += seconds * 1000;
      text = textOf(moment);
    },
  };
}

function textOf(moment: number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}
