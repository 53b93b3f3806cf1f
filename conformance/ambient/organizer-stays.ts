import { type JCalComponent, textValue } from '../../simulator/icalendar/jcal.js';
import { attendeesOf, eventsOf, organizerOf, sequenceOf } from '../../simulator/icalendar/read.js';
import type { ObservedMessage } from '../../targets/target.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';
import { type Cast, personOf } from './people.js';

export const ORGANIZER_STAYS = '2446/3.2.2/organizer-stays';

/** What a message says about who organizes an event. */
interface Claim {
  readonly observed: ObservedMessage;
  readonly event: JCalComponent;
  readonly organizer: string;
}

/**
 * Compares ORGANIZER in each REQUEST and CANCEL with the one known for that event so far (RFC 2446 section 3.2.2). An
 * Attendee may become the Organizer with a new revision that it sends itself (3.2.2.4 and 4.2.11).
 */
export function checkOrganizerStays(messages: readonly ReadMessage[], cast: Cast): Finding[] {
  const known = new Map<string, Claim>();
  return messages.flatMap(({ observed, calendar, method }) =>
    method === 'REQUEST' || method === 'CANCEL'
      ? eventsOf(calendar).flatMap((event) => compared(event, observed, known, cast))
      : [],
  );
}

function compared(
  event: JCalComponent,
  observed: ObservedMessage,
  known: Map<string, Claim>,
  cast: Cast,
): Finding[] {
  const [uid, organizer] = [textValue(event, 'uid'), organizerOf(event)];
  if (uid === undefined || organizer === undefined) return [];
  const claim = { observed, event, organizer };
  const before = known.get(uid);
  if (before === undefined) {
    known.set(uid, claim);
    return [];
  }
  const same = personOf(before.organizer, cast) === personOf(organizer, cast);
  const isNewer = sequenceOf(event) > sequenceOf(before.event);
  if (isNewer && (same || takesOver(claim, before, cast))) known.set(uid, claim);
  return [same || areInTurn(claim, before, cast) ? holds(ORGANIZER_STAYS) : replaced(claim, before)];
}

function replaced({ observed, organizer }: Claim, before: Claim): Finding {
  return broken(ORGANIZER_STAYS, observed, {
    reason: 'a message about the same event names another Organizer',
    expected: `ORGANIZER ${before.organizer}`,
    actual: `ORGANIZER ${organizer}`,
  });
}

/** Whether the later one took over; in an Inbox and in the mail messages change places, so there either may have. */
function areInTurn(later: Claim, earlier: Claim, cast: Cast): boolean {
  const mayBeTurned = later.observed.channel !== 'network';
  return takesOver(later, earlier, cast) || (mayBeTurned && takesOver(earlier, later, cast));
}

/** Whether one who was an Attendee of the older revision sends a newer one as its Organizer. */
function takesOver(newer: Claim, older: Claim, cast: Cast): boolean {
  const organizer = personOf(newer.organizer, cast);
  return (
    sequenceOf(newer.event) > sequenceOf(older.event) &&
    personOf(newer.observed.originator, cast) === organizer &&
    attendeesOf(older.event).some(({ address }) => personOf(address, cast) === organizer)
  );
}
