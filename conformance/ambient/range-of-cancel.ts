import { parameter, property } from '../../simulator/icalendar/jcal.js';
import { eventsOf } from '../../simulator/icalendar/read.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';

export const RANGE_OF_CANCEL = '5546/3.2.5/range-is-this-and-future';

/** RANGE in a CANCEL is THISANDFUTURE (RFC 5546 section 3.2.5); RFC 2446 knew another value. */
export function checkRangeOfCancel({ observed, calendar, method }: ReadMessage): Finding[] {
  if (method !== 'CANCEL') return [];
  return eventsOf(calendar).flatMap((event) => {
    const id = property(event, 'recurrence-id');
    const range = id && parameter(id, 'range');
    if (range === undefined) return [];
    if (range.toUpperCase() === 'THISANDFUTURE') return [holds(RANGE_OF_CANCEL)];
    const reason = 'RANGE has a value that RFC 5546 does not know';
    const difference = { reason, expected: 'RANGE=THISANDFUTURE', actual: `RANGE=${range}` };
    return [broken(RANGE_OF_CANCEL, observed, difference)];
  });
}
