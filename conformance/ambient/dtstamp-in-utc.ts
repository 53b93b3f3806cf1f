import { parameter, property } from '../../simulator/icalendar/jcal.js';
import { eventsOf } from '../../simulator/icalendar/read.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';

export const DTSTAMP_IN_UTC = '2446/2.1.5/dtstamp-in-utc';

/** DTSTAMP of each event is a date-time in UTC. One that is missing is the business of the tables. */
export function checkDtstampInUtc({ observed, calendar }: ReadMessage): Finding[] {
  return eventsOf(calendar).flatMap((event) => {
    const dtstamp = property(event, 'dtstamp');
    if (dtstamp === undefined) return [];
    const [value, tzid] = [String(dtstamp[3]), parameter(dtstamp, 'tzid')];
    if (value.endsWith('Z') && tzid === undefined) return [holds(DTSTAMP_IN_UTC)];
    const actual = tzid === undefined ? `DTSTAMP ${value}` : `DTSTAMP ${value} with TZID ${tzid}`;
    const reason = 'DTSTAMP is not in UTC';
    return [broken(DTSTAMP_IN_UTC, observed, { reason, expected: 'DTSTAMP as a date-time in UTC', actual })];
  });
}
