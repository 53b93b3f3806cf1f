import { components, type JCalComponent, parameter, textValue } from '../../simulator/icalendar/jcal.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';

export const TIMEZONE_FOR_EVERY_TZID = '2446/3.1/timezone-for-every-tzid';

/**
 * Each TZID that a property names is defined by a VTIMEZONE of the same message (RFC 2446 section 3.1). One that
 * begins with a slash names a zone of a global registry (RFC 5545 section 3.2.19).
 */
export function checkTimezones({ observed, calendar }: ReadMessage): Finding[] {
  const wanted = new Set(zonesNamedIn(calendar).filter((zone) => !zone.startsWith('/')));
  if (wanted.size === 0) return [];
  const defined = new Set(components(calendar, 'vtimezone').map((zone) => textValue(zone, 'tzid')));
  const missing = [...wanted].filter((zone) => !defined.has(zone));
  if (missing.length === 0) return [holds(TIMEZONE_FOR_EVERY_TZID)];
  const difference = {
    reason: 'a date-time names a zone that the message does not define',
    expected: `a VTIMEZONE for ${missing.join(', ')}`,
    actual: 'none',
  };
  return [broken(TIMEZONE_FOR_EVERY_TZID, observed, difference)];
}

function zonesNamedIn([, list, parts]: JCalComponent): string[] {
  return [...list.flatMap((property) => parameter(property, 'tzid') ?? []), ...parts.flatMap(zonesNamedIn)];
}
