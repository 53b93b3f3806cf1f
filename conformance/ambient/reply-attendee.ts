import { type Attendee, attendeesOf, eventsOf } from '../../simulator/icalendar/read.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';
import { type Cast, personOf } from './people.js';

export const REPLY_NAMES_ITS_ATTENDEE = '2446/3.2.3/reply-names-its-attendee';

/**
 * In each REPLY: who sends it is listed, and nobody else but the other side of a delegation (RFC 2446 section 3.2.3,
 * examples 4.2.5 to 4.2.7).
 */
export function checkReplyAttendee(messages: readonly ReadMessage[], cast: Cast): Finding[] {
  return messages
    .filter(({ method }) => method === 'REPLY')
    .flatMap(({ observed, calendar }) =>
      eventsOf(calendar).map((event) => {
        const listed = attendeesOf(event);
        const self = personOf(observed.originator, cast);
        const own = listed.find(({ address }) => personOf(address, cast) === self);
        const strangers = listed.filter((attendee) => attendee !== own && !isOtherSide(attendee, own, cast));
        if (own !== undefined && strangers.length === 0) return holds(REPLY_NAMES_ITS_ATTENDEE);
        return broken(REPLY_NAMES_ITS_ATTENDEE, observed, {
          reason: own === undefined ? 'the REPLY does not list who sends it' : 'the REPLY lists others, too',
          expected: `ATTENDEE ${observed.originator} and nobody else`,
          actual:
            listed.length === 0
              ? 'no ATTENDEE'
              : listed.map(({ address }) => `ATTENDEE ${address}`).join(', '),
        });
      }),
    );
}

/** Whether an ATTENDEE beside the one who answers delegated to that one, or is the one delegated to. */
function isOtherSide(other: Attendee, own: Attendee | undefined, cast: Cast): boolean {
  const named = [own?.parameters['delegated-to'], own?.parameters['delegated-from']].flat();
  return named.some(
    (address) => typeof address === 'string' && personOf(address, cast) === personOf(other.address, cast),
  );
}
