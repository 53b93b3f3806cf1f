import type { Recurrence, ZonedTime } from '../targets/target.js';

/** A meeting as the people of the scenario know it. */
export interface Meeting {
  readonly title: string;
  readonly uid: string;
  /** User id of the Organizer. */
  readonly organizer: string;
  /** User ids of the Attendees who are invited now, without the Organizer. */
  attendees: readonly string[];
  start: ZonedTime;
  end: ZonedTime;
  readonly recurrence?: Recurrence;
  /** SEQUENCE that the scenario gave it before it was first sent; 0 when missing. */
  readonly sequence?: number;
}
