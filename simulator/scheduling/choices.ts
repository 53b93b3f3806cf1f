import type { Range } from '../icalendar/range.js';

/** Who does it, where that is not the user in whose name it is done (RFC 5546 section 2.1.3). */
export interface OnBehalf {
  /** Id of a user who has the right to schedule for the other. */
  readonly by?: string | undefined;
}

/** Which instance of a series is meant; without it, the series. */
export interface InstanceChoice {
  /**
   * What RECURRENCE-ID names it by: its moment in UTC (`YYYY-MM-DDTHH:MM:SSZ`), for an all-day series its date, for a
   * floating one its time without zone.
   */
  readonly recurrenceId?: string;
}

/** Which instances of a series are meant; without any, the series. */
export interface InstanceChoices {
  /** See `InstanceChoice`. */
  readonly recurrenceIds?: readonly string[];
  /** What comes after them, or in RFC 2446 before, is meant as well. */
  readonly range?: Range;
}

/** Who gets what is sent, where not the usual ones do. */
export interface Recipients {
  /** Calendar addresses, whether the event lists them or not; none: nothing is sent. */
  readonly recipients?: readonly string[] | undefined;
}
