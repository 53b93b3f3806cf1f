import { momentOf } from '../icalendar/date-line.js';
import { withProperties, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, property } from '../icalendar/jcal.js';
import { keepEvents, masterOf, type Scope, SERIES, scopeOf, scopeText, withEvent } from './instances.js';
import type { Rules } from './rules.js';

/**
 * The object with an instance as it was sent or received last. Where a moved instance takes its new start for its
 * RECURRENCE-ID (RFC 2446 section 3.7.1), the series has an instance there and none at the old place.
 */
export function withInstance(
  calendar: JCalComponent,
  scope: Scope,
  event: JCalComponent,
  rules: Rules,
): JCalComponent {
  const [id, start] = [property(event, 'recurrence-id'), property(event, 'dtstart')];
  if (scope.range !== undefined || id === undefined || start === undefined) {
    return withEvent(calendar, scopeText(scope), event, rules);
  }
  const named = rules.recurrenceIdOfMoved(id, start);
  if (momentOf(named, calendar) === momentOf(id, calendar))
    return withEvent(calendar, scopeText(scope), event, rules);
  const freed = keepEvents(calendar, (other) => other !== scope.instance, rules);
  const master = masterOf(freed);
  const moved = master === undefined ? freed : withEvent(freed, SERIES, withMoved(master, id, start), rules);
  const renamed = withProperty(event, named);
  return withEvent(moved, scopeText(scopeOf(renamed, moved, rules)), renamed, rules);
}

function withMoved(master: JCalComponent, from: JCalProperty, to: JCalProperty): JCalComponent {
  return withProperties(master, [...master[1], renamed('exdate', from), renamed('rdate', to)]);
}

function renamed(name: string, [, parameters, type, ...values]: JCalProperty): JCalProperty {
  return [name, parameters, type, ...values];
}
