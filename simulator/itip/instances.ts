import { withComponents } from '../icalendar/edit.js';
import { components, type JCalComponent, parameter, property } from '../icalendar/jcal.js';
import { nearestReaching, type Range } from '../icalendar/range.js';
import { eventsOf } from '../icalendar/read.js';
import { recurrenceSetOf } from '../icalendar/recurrence-set.js';
import { remembered } from '../icalendar/remembered.js';
import { instanceOfRange, instanceOfSeries } from '../icalendar/series-instance.js';
import type { RecurrenceRules } from './recurrence-rules.js';

/** The VEVENTs of one object and the instances that they are. Keys of instances come from the rule `instanceKey`. */

type KeyRules = Pick<RecurrenceRules, 'instanceKey'>;

/** Key of the series as a whole. */
export const SERIES = '';

/** The VEVENT that describes the series, or the only instance of what does not recur; it has no RECURRENCE-ID. */
export function masterOf(calendar: JCalComponent): JCalComponent | undefined {
  return calendar[2].find((part) => part[0] === 'vevent' && property(part, 'recurrence-id') === undefined);
}

/** The VEVENTs that describe single instances or ranges of them. */
export function overridesOf(calendar: JCalComponent): JCalComponent[] {
  return eventsOf(calendar).filter((event) => property(event, 'recurrence-id') !== undefined);
}

/** What a component is about: the series, one instance, or a range of instances. */
export interface Scope {
  /** Key of the instance, `SERIES` for the whole. */
  readonly instance: string;
  readonly range: Range | undefined;
}

/** What a component is about. A RANGE that nobody knows is read as it stands. */
export function scopeOf(event: JCalComponent, calendar: JCalComponent, rules: KeyRules): Scope {
  const id = property(event, 'recurrence-id');
  if (id === undefined) return { instance: SERIES, range: undefined };
  const range = parameter(id, 'range')?.toUpperCase() as Range | undefined;
  return { instance: rules.instanceKey(id, calendar), range };
}

/** A scope as one text: components of the same scope replace each other. */
export function scopeText({ instance, range }: Scope): string {
  return range === undefined ? instance : `${instance} ${range}`;
}

const RANGED = /^(.*) (THISANDFUTURE|THISANDPRIOR)$/;

/** The scope that a text stands for. */
export function scopeFrom(text: string): Scope {
  const [, instance = text, range] = RANGED.exec(text) ?? [];
  return { instance, range: range as Range | undefined };
}

/** Whether a component names no instance, or one by a RECURRENCE-ID that is understood for that series. */
export function isFindable(
  event: JCalComponent,
  calendar: JCalComponent,
  rules: Pick<RecurrenceRules, 'findsInstance'>,
): boolean {
  const series = masterOf(calendar);
  const [id, start] = [property(event, 'recurrence-id'), series && property(series, 'dtstart')];
  return id === undefined || start === undefined || rules.findsInstance(id, start);
}

type Places = ReadonlyMap<string, number>;
const known = remembered<{ by: KeyRules['instanceKey']; places: Places }>();

/** Where the VEVENT of each scope stands among the components of an object; made once per object. */
function placesIn(calendar: JCalComponent, rules: KeyRules): Places {
  const by = rules.instanceKey;
  const before = known.of(calendar);
  if (before?.by === by) return before.places;
  const places = new Map(
    calendar[2].flatMap((part, place) =>
      part[0] === 'vevent' ? [[scopeText(scopeOf(part, calendar, rules)), place] as const] : [],
    ),
  );
  known.keep(calendar, { by, places });
  return places;
}

/** The VEVENT of a scope, given as text; for a single instance only what was written for it, not what follows. */
export function eventAt(calendar: JCalComponent, scope: string, rules: KeyRules): JCalComponent | undefined {
  const place = placesIn(calendar, rules).get(scope);
  return place === undefined ? undefined : calendar[2][place];
}

/** The VEVENTs with the text of their scope. */
export function eventsByScope(
  calendar: JCalComponent,
  rules: KeyRules,
): [scope: string, event: JCalComponent][] {
  return [...placesIn(calendar, rules)].flatMap(([scope, place]) => {
    const event = calendar[2][place];
    return event === undefined ? [] : [[scope, event]];
  });
}

/** The object with these VEVENTs and its own VTIMEZONEs. */
export function withEvents(calendar: JCalComponent, events: readonly JCalComponent[]): JCalComponent {
  return withComponents(calendar, [...components(calendar, 'vtimezone'), ...events]);
}

/** The object with this VEVENT in the place of the one of its scope, or at the end. */
export function withEvent(
  calendar: JCalComponent,
  scope: string,
  event: JCalComponent,
  rules: KeyRules,
): JCalComponent {
  const before = placesIn(calendar, rules);
  const place = before.get(scope);
  const changed = withComponents(
    calendar,
    place === undefined ? [...calendar[2], event] : calendar[2].with(place, event),
  );
  const places = place === undefined ? new Map(before).set(scope, calendar[2].length) : before;
  known.keep(changed, { by: rules.instanceKey, places });
  return changed;
}

/** The object without the VEVENTs of which the scope is not wanted. */
export function keepEvents(
  calendar: JCalComponent,
  wanted: (scope: string, event: JCalComponent) => boolean,
  rules: KeyRules,
): JCalComponent {
  const dropped = new Set(
    eventsByScope(calendar, rules)
      .filter(([scope, event]) => !wanted(scope, event))
      .map(([, event]) => event),
  );
  if (dropped.size === 0) return calendar;
  return withComponents(
    calendar,
    calendar[2].filter((part) => !dropped.has(part)),
  );
}

/**
 * An instance as it is now: the VEVENT written for it, else made from the range that covers it, else from the series.
 *
 * @returns undefined when the object has no such instance
 * @throws IcalendarError when that cannot be found out in reasonable time
 */
export function instanceIn(
  calendar: JCalComponent,
  instance: string,
  rules: KeyRules,
): JCalComponent | undefined {
  const written = eventAt(calendar, instance, rules);
  if (written !== undefined) return written;
  const master = masterOf(calendar);
  if (master === undefined) return undefined;
  const range = coveringRange(calendar, instance, rules);
  if (range === undefined) return instanceOfSeries(master, instance, calendar);
  const occurrence = recurrenceSetOf(master, calendar).at(instance);
  return occurrence === undefined ? undefined : instanceOfRange(range, occurrence, calendar);
}

/** The override with a RANGE that covers an instance. */
function coveringRange(
  calendar: JCalComponent,
  instance: string,
  rules: KeyRules,
): JCalComponent | undefined {
  const ranges = eventsByScope(calendar, rules).flatMap(([text, event]) => {
    const scope = scopeFrom(text);
    return scope.range === undefined ? [] : [{ range: scope.range, named: scope.instance, event }];
  });
  return nearestReaching(ranges, instance)?.event;
}
