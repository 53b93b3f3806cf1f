import type { JCalComponent } from '../icalendar/jcal.js';
import { dtstampOf, sequenceOf } from '../icalendar/read.js';

/** What orders two states of a component or two answers: RFC 2446 section 2.1.5, rules 2 to 4. */
export interface Revision {
  readonly sequence: number;
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly dtstamp: string;
}

export type Order = 'newer' | 'same' | 'older';

/** The revision that a component carries. */
export function revisionOf(component: JCalComponent): Revision {
  return { sequence: sequenceOf(component), dtstamp: dtstampOf(component) };
}

/** A revision for people, e.g. `SEQUENCE 1 of 2030-03-04T10:00:00Z`. */
export function revisionText(revision: Revision): string {
  return `SEQUENCE ${revision.sequence} of ${revision.dtstamp}`;
}
