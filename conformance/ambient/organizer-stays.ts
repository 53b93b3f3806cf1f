import { type JCalComponent, textValue } from '../../simulator/icalendar/jcal.js';
import { eventsOf, organizerOf } from '../../simulator/icalendar/read.js';
import type { ObservedMessage } from '../../targets/target.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';
import { type Cast, personOf } from './people.js';

export const ORGANIZER_STAYS = '2446/3.2.2/organizer-stays';

/** Compares ORGANIZER in each REQUEST and CANCEL with the first one seen for that event (RFC 2446 section 3.2.2). */
export function checkOrganizerStays(messages: readonly ReadMessage[], cast: Cast): Finding[] {
  const first = new Map<string, string>();
  return messages.flatMap(({ observed, calendar, method }) =>
    method === 'REQUEST' || method === 'CANCEL'
      ? eventsOf(calendar).flatMap((event) => compared(event, observed, first, cast))
      : [],
  );
}

function compared(
  event: JCalComponent,
  observed: ObservedMessage,
  first: Map<string, string>,
  cast: Cast,
): Finding[] {
  const [uid, organizer] = [textValue(event, 'uid'), organizerOf(event)];
  if (uid === undefined || organizer === undefined) return [];
  const before = first.get(uid);
  if (before === undefined) {
    first.set(uid, organizer);
    return [];
  }
  if (personOf(before, cast) === personOf(organizer, cast)) return [holds(ORGANIZER_STAYS)];
  const reason = 'a message about the same event names another Organizer';
  const difference = { reason, expected: `ORGANIZER ${before}`, actual: `ORGANIZER ${organizer}` };
  return [broken(ORGANIZER_STAYS, observed, difference)];
}
