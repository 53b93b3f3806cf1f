import type { JCalComponent } from '../icalendar/jcal.js';
import { millisecondsOf } from '../icalendar/moment.js';
import { recurrenceSetOf } from '../icalendar/recurrence-set.js';
import { covers } from './cancelled-copy.js';
import { eventsByScope, masterOf, type Scope, scopeFrom } from './instances.js';
import type { Rules } from './rules.js';

/**
 * A scope as a message can say it: as it is, or where no RANGE says it each of the instances up to it (rule
 * `writesRange`).
 */
export function writtenScopes(calendar: JCalComponent, scope: Scope, rules: Rules): Scope[] {
  if (scope.range === undefined || rules.writesRange(scope.range)) return [scope];
  const master = masterOf(calendar);
  const ofSeries =
    master === undefined
      ? []
      : recurrenceSetOf(master, calendar).between(Number.NEGATIVE_INFINITY, millisecondsOf(scope.instance));
  const overrides = eventsByScope(calendar, rules).map(([text]) => scopeFrom(text).instance);
  const reached = [...ofSeries.map(({ key }) => key), ...overrides].filter((key) => covers(scope, key));
  return [...new Set(reached)].map((instance) => ({ instance, range: undefined }));
}
