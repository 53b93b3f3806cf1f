import { property } from '../../simulator/icalendar/jcal.js';
import { type Attendee, attendeesOf, eventsOf, organizerOf } from '../../simulator/icalendar/read.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';
import { type Cast, personOf } from './people.js';

export const ORGANIZER_METHODS = '2446/1.3/organizer-methods';
export const ATTENDEE_METHODS = '2446/1.3/attendee-methods';

const OF_ORGANIZER = ['PUBLISH', 'REQUEST', 'ADD', 'CANCEL', 'DECLINECOUNTER'];
const OF_ATTENDEE = ['REPLY', 'REFRESH', 'COUNTER'];

/**
 * Who sends which METHOD (RFC 2446 section 1.3). Whoever is listed neither as ORGANIZER nor as ATTENDEE, nor as SENT-BY
 * of one, is not judged; and in an Inbox the message alone tells who sent it, so there is nothing to compare.
 */
export function checkMethodOfSender({ observed, calendar, method }: ReadMessage, cast: Cast): Finding[] {
  const [event] = eventsOf(calendar);
  const organizer = event && organizerOf(event);
  if (event === undefined || organizer === undefined || observed.channel === 'inbox') return [];
  const sender = personOf(observed.originator, cast);
  const sentBy = property(event, 'organizer')?.[1]['sent-by'];
  if ([organizer, ...[sentBy ?? []].flat()].some((address) => personOf(address, cast) === sender)) {
    return [
      judged(ORGANIZER_METHODS, OF_ORGANIZER.includes(method ?? ''), 'the Organizer', observed, method),
    ];
  }
  const listed = attendeesOf(event);
  if (!listed.some((attendee) => acts(attendee, sender, cast))) return [];
  const to = personOf(observed.recipient, cast);
  const passedOn = method === 'REQUEST' && to !== personOf(organizer, cast) && isNewTo(listed, to, cast);
  const isRight = OF_ATTENDEE.includes(method ?? '') || passedOn;
  return [judged(ATTENDEE_METHODS, isRight, 'an Attendee', observed, method)];
}

function acts({ address, parameters }: Attendee, sender: string, cast: Cast): boolean {
  return [address, ...[parameters['sent-by'] ?? []].flat()].some((each) => personOf(each, cast) === sender);
}

/** Whether a REQUEST may be passed on to somebody: to one who was not invited, or to a Delegate. */
function isNewTo(listed: readonly Attendee[], to: string, cast: Cast): boolean {
  const own = listed.filter(({ address }) => personOf(address, cast) === to);
  return own.every(({ parameters }) => parameters['delegated-from'] !== undefined);
}

function judged(
  requirement: string,
  isRight: boolean,
  sender: string,
  observed: ReadMessage['observed'],
  method: string | undefined,
): Finding {
  if (isRight) return holds(requirement);
  const ofAttendee = [...OF_ATTENDEE, 'or a REQUEST that is passed on'].join(', ');
  return broken(requirement, observed, {
    reason: `${sender} sends a method of the other side`,
    expected: requirement === ORGANIZER_METHODS ? OF_ORGANIZER.join(', ') : ofAttendee,
    actual: `${method ?? 'no METHOD'} from ${observed.originator} to ${observed.recipient}`,
  });
}
