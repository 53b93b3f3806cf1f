import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { type Attendee, attendeesOf, eventsOf } from '../../simulator/icalendar/read.js';
import type { ObservedMessage } from '../../targets/target.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';
import { type Cast, personOf } from './people.js';

export const REPLY_NAMES_ITS_ATTENDEE = '2446/3.2.3/reply-names-its-attendee';

/**
 * In each REPLY: who answers is listed, and nobody else but the other side of a delegation (RFC 2446 section 3.2.3,
 * examples 4.2.5 to 4.2.7). Somebody else may send it for the Attendee, who then is marked by SENT-BY.
 */
export function checkReplyAttendee(messages: readonly ReadMessage[], cast: Cast): Finding[] {
  return messages
    .filter(({ method }) => method === 'REPLY')
    .flatMap(({ observed, calendar }) => eventsOf(calendar).map((event) => judged(event, observed, cast)));
}

function judged(event: JCalComponent, observed: ObservedMessage, cast: Cast): Finding {
  const listed = attendeesOf(event);
  const sender = personOf(observed.originator, cast);
  const own =
    listed.find(({ address }) => personOf(address, cast) === sender) ??
    listed.find(({ parameters }) => peopleIn(parameters['sent-by'], cast).includes(sender));
  const strangers = listed.filter((attendee) => own === undefined || !isAtHome(attendee, own, cast));
  if (own !== undefined && strangers.length === 0) return holds(REPLY_NAMES_ITS_ATTENDEE);
  return broken(REPLY_NAMES_ITS_ATTENDEE, observed, {
    reason: own === undefined ? 'the REPLY does not list who sends it' : 'the REPLY lists others, too',
    expected: `ATTENDEE ${observed.originator} and nobody else`,
    actual: listed.map(({ address }) => `ATTENDEE ${address}`).join(', ') || 'no ATTENDEE',
  });
}

/** Whether an ATTENDEE is the one who answers, or delegated to that one, or is the one delegated to. */
function isAtHome(attendee: Attendee, own: Attendee, cast: Cast): boolean {
  const [one, other] = [personOf(own.address, cast), personOf(attendee.address, cast)];
  return (
    one === other || delegationsOf(own, cast).includes(other) || delegationsOf(attendee, cast).includes(one)
  );
}

function delegationsOf({ parameters }: Attendee, cast: Cast): string[] {
  return [parameters['delegated-to'], parameters['delegated-from']].flatMap((list) => peopleIn(list, cast));
}

function peopleIn(addresses: string | readonly string[] | undefined, cast: Cast): string[] {
  return [addresses ?? []].flat().map((address) => personOf(address, cast));
}
