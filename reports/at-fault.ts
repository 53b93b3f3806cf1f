import type { Check, Results } from '../conformance/results.js';

const WHOSE = { organizer: "the Organizer's side", attendee: "the Attendees' side" } as const;

/** Of two targets that exchange mail, the one that broke a rule, in words; undefined where that is not known. */
export function atFaultIn({ atFault }: Check, { target: { sides } }: Results): string | undefined {
  return sides === undefined || atFault === undefined
    ? undefined
    : `${WHOSE[atFault]}: ${sides[atFault].name}`;
}
