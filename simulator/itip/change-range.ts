import { withoutProperty, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, property } from '../icalendar/jcal.js';
import { recurrenceSetOf } from '../icalendar/recurrence-set.js';
import { instanceOfRange } from '../icalendar/series-instance.js';
import type { Change } from './change.js';
import { changeInstance, presentIn } from './change-instance.js';
import type { Entry } from './entry.js';
import { eventAt, masterOf, type Scope } from './instances.js';
import type { Outgoing } from './message.js';
import type { Rules } from './rules.js';
import { writtenScopes } from './written-scopes.js';

/**
 * The Organizer changes an instance, or a range of them (RFC 5546 section 3.7.1); see `changeInstance`. Where no RANGE
 * says how far the change reaches it is one of each instance. As with RANGE (RFC 5545 section 3.8.4.4) all move by as
 * much as the named one, and those that were changed before stay as they are.
 *
 * @param edit makes the named instance as the Organizer wants it
 * @throws RangeError when the entry has no such instance
 */
export function changeRange(
  entry: Entry,
  scope: Scope,
  edit: (event: JCalComponent) => JCalComponent,
  now: string,
  rules: Rules,
): Change {
  const { calendar } = entry;
  if (scope.range === undefined || rules.writesRange(scope.range)) {
    return changeInstance(entry, scope, edit, now, rules);
  }
  const single: Scope = { instance: scope.instance, range: undefined };
  const named = edit(presentIn(calendar, single, rules));
  const plain = writtenScopes(calendar, scope, rules)
    .map(({ instance }) => instance)
    .filter((key) => key === scope.instance || eventAt(calendar, key, rules) === undefined);
  let changed: Entry = entry;
  const outgoing: Outgoing[] = [];
  for (const instance of rules.changeReaches(plain, scope.instance)) {
    const like = (event: JCalComponent) => withTimesOf(edit(event), timed(named, instance, calendar));
    const change = changeInstance(changed, { instance, range: undefined }, like, now, rules);
    changed = change.entry ?? changed;
    outgoing.push(...change.outgoing);
  }
  return { entry: changed, outgoing };
}

/** The named instance as it would be at another place of the series. */
function timed(named: JCalComponent, instance: string, calendar: JCalComponent): JCalComponent {
  const master = masterOf(calendar);
  const occurrence = master && recurrenceSetOf(master, calendar).at(instance);
  return occurrence === undefined ? named : instanceOfRange(named, occurrence, calendar);
}

function withTimesOf(event: JCalComponent, other: JCalComponent): JCalComponent {
  const times = ['dtstart', 'dtend', 'duration'].flatMap((name) => {
    const line = property(other, name);
    return line === undefined ? [] : [line];
  });
  return times.reduce(withProperty, withoutProperty(event, 'dtend', 'duration'));
}
