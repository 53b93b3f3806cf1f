import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';

export const ONE_COMPONENT_TYPE = '5546/1.4/one-component-type';

const TYPES = ['vevent', 'vtodo', 'vjournal', 'vfreebusy'];

/** Of the components that METHOD can be about a message has one type only (RFC 5546 section 1.4). */
export function checkOneComponentType({ observed, calendar }: ReadMessage): Finding[] {
  const found = typesIn(calendar);
  if (found.length === 0) return [];
  if (found.length === 1) return [holds(ONE_COMPONENT_TYPE)];
  const names = found.map((name) => name.toUpperCase());
  return [
    broken(ONE_COMPONENT_TYPE, observed, {
      reason: 'the message has calendar components of several types',
      expected: `${names[0]} only`,
      actual: names.join(', '),
    }),
  ];
}

function typesIn([, , parts]: JCalComponent): string[] {
  return [...new Set(parts.map(([name]) => name).filter((name) => TYPES.includes(name)))];
}
