import type { JCalComponent, JCalProperty } from '../icalendar/jcal.js';
import { reaches as reachesFrom } from '../icalendar/range.js';
import { seriesWithout } from '../icalendar/series-without.js';
import {
  eventAt,
  eventsByScope,
  instanceIn,
  keepEvents,
  masterOf,
  overridesOf,
  type Scope,
  SERIES,
  scopeFrom,
  scopeText,
  withEvent,
} from './instances.js';
import type { Rules } from './rules.js';

/** What becomes of an object when instances of it are cancelled (RFC 5546 section 3.2.5). */

/** A RECURRENCE-ID for a scope. */
export function idOf({ instance, range }: Scope): JCalProperty {
  const type = instance.includes('T') ? 'date-time' : 'date';
  return ['recurrence-id', range === undefined ? {} : { range }, type, instance];
}

/** Whether a scope reaches an instance. */
export function covers(scope: Scope, instance: string): boolean {
  return instance !== SERIES && reachesFrom({ range: scope.range, named: scope.instance }, instance);
}

/**
 * The Organizer's object without these instances.
 *
 * @returns undefined when nothing is left
 * @throws IcalendarError when that cannot be found out in reasonable time
 */
export function withoutInstances(
  calendar: JCalComponent,
  scopes: readonly Scope[],
  rules: Rules,
): JCalComponent | undefined {
  const master = masterOf(calendar);
  const series =
    master && rules.seriesAfterInstanceCancel(seriesWithout(master, scopes.map(idOf), calendar), master);
  const kept = keepEvents(
    calendar,
    (text) => (text === SERIES ? series !== undefined : !reaches(scopes, text)),
    rules,
  );
  const left = series === undefined ? kept : withEvent(kept, SERIES, series, rules);
  return series === undefined && overridesOf(left).length === 0 ? undefined : left;
}

function reaches(scopes: readonly Scope[], text: string): boolean {
  return scopes.some((scope) => scopeText(scope) === text || covers(scope, scopeFrom(text).instance));
}

/**
 * An Attendee's object after instances were cancelled: a single one shows as cancelled or is excluded (rule
 * `cancelledInstance`), a range ends the series there. Something always stays to be seen.
 *
 * @throws IcalendarError when the instances cannot be found in reasonable time
 */
export function cancelledCopy(calendar: JCalComponent, scope: Scope, rules: Rules): JCalComponent {
  const master = masterOf(calendar);
  if (scope.range === undefined) return cancelledOne(calendar, master, scope, rules);
  if (master === undefined) return eachCancelled(calendar, [scope], rules);
  const kept = keepEvents(calendar, (text) => text === SERIES || !reaches([scope], text), rules);
  return withSeriesLess(kept, master, scope, rules);
}

function cancelledOne(
  calendar: JCalComponent,
  master: JCalComponent | undefined,
  scope: Scope,
  rules: Rules,
): JCalComponent {
  const isChanged = eventAt(calendar, scope.instance, rules) !== undefined;
  const kept = keepEvents(calendar, (text) => text !== scope.instance, rules);
  if (master !== undefined && isChanged && !rules.cancelOfChangedReachesSeries()) return kept;
  if (master !== undefined && rules.cancelledInstance() === 'exdate') {
    return withSeriesLess(kept, master, scope, rules);
  }
  const event = instanceIn(calendar, scope.instance, rules);
  return event === undefined
    ? calendar
    : withEvent(calendar, scope.instance, rules.copyAfterCancel(event), rules);
}

function withSeriesLess(
  calendar: JCalComponent,
  master: JCalComponent,
  scope: Scope,
  rules: Rules,
): JCalComponent {
  const series = seriesWithout(master, [idOf(scope)], calendar);
  return withEvent(calendar, SERIES, series ?? rules.copyAfterCancel(master), rules);
}

/** The object with those VEVENTs cancelled that the scopes reach. */
function eachCancelled(calendar: JCalComponent, scopes: readonly Scope[], rules: Rules): JCalComponent {
  return eventsByScope(calendar, rules)
    .filter(([text]) => reaches(scopes, text))
    .reduce(
      (changed, [text, event]) => withEvent(changed, text, rules.copyAfterCancel(event), rules),
      calendar,
    );
}
