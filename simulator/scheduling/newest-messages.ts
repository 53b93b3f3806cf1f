import { type JCalComponent, property, textValue } from '../icalendar/jcal.js';
import { dtstampOf, methodOf, sequenceOf } from '../icalendar/read.js';

/**
 * Of the messages about one event those that tell how it is now: for the series, and for each instance that is named,
 * the one with the highest SEQUENCE, then DTSTAMP (RFC 5546 section 2.1.5). A COUNTER tells of another event than takes
 * place, and a CANCEL need not say when the event would have been.
 */
export function newestOf(messages: readonly JCalComponent[]): JCalComponent[] {
  const newest = new Map<string, Told>();
  for (const calendar of messages.filter((each) => methodOf(each) !== 'COUNTER')) {
    for (const part of calendar[2].filter(saysWhen)) {
      const scope = textValue(part, 'recurrence-id') ?? '';
      const known = newest.get(scope);
      if (known === undefined || isNewer(part, known.part)) newest.set(scope, { calendar, part });
    }
  }
  return [...new Set([...newest.values()].map(({ calendar }) => calendar))];
}

interface Told {
  readonly calendar: JCalComponent;
  readonly part: JCalComponent;
}

function saysWhen(part: JCalComponent): boolean {
  return part[0] !== 'vtimezone' && (part[0] !== 'vevent' || property(part, 'dtstart') !== undefined);
}

function isNewer(one: JCalComponent, other: JCalComponent): boolean {
  const difference = sequenceOf(one) - sequenceOf(other);
  return difference > 0 || (difference === 0 && dtstampOf(one) > dtstampOf(other));
}
