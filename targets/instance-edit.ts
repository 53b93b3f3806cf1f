import { atMoment } from '../simulator/icalendar/date-line.js';
import { withComponents, withProperties } from '../simulator/icalendar/edit.js';
import { instantOf } from '../simulator/icalendar/instant.js';
import { type JCalComponent, property } from '../simulator/icalendar/jcal.js';
import { eventsOf } from '../simulator/icalendar/read.js';
import { recurrenceSetOf } from '../simulator/icalendar/recurrence-set.js';
import { instanceOfSeries } from '../simulator/icalendar/series-instance.js';
import { timeProperty } from './event-draft.js';
import type { ZonedTime } from './target.js';

/** How a CUA edits single instances in an object that holds a series: with overrides and EXDATE. */

/** The VEVENT without RECURRENCE-ID. */
export function seriesIn(calendar: JCalComponent): JCalComponent | undefined {
  return eventsOf(calendar).find((event) => property(event, 'recurrence-id') === undefined);
}

/** What a RECURRENCE-ID names, for the instance that begins at that time in the series; see `InstanceWish`. */
export function keyOf(instance: ZonedTime, calendar: JCalComponent): string {
  const series = seriesIn(calendar);
  const start = series && property(series, 'dtstart');
  if (start?.[2] === 'date') return instance.local.slice(0, 10);
  return instantOf(timeProperty('recurrence-id', instance), calendar);
}

/**
 * The VEVENT of one instance: the override if there is one, else made from the series.
 *
 * @returns undefined when the object has no such instance
 */
export function instanceIn(calendar: JCalComponent, instance: ZonedTime): JCalComponent | undefined {
  const series = seriesIn(calendar);
  const key = keyOf(instance, calendar);
  return overrideIn(calendar, key) ?? (series && instanceOfSeries(series, key, calendar));
}

/** The object with this VEVENT for an instance, in place of the one it had or beside the series. */
export function withInstance(
  calendar: JCalComponent,
  instance: ZonedTime,
  event: JCalComponent,
): JCalComponent {
  const before = overrideIn(calendar, keyOf(instance, calendar));
  const others = calendar[2].filter((part) => part !== before);
  return withComponents(calendar, [...others, event]);
}

/** The object without an instance: its override is gone and the series has an EXDATE for it. */
export function withoutInstance(calendar: JCalComponent, instance: ZonedTime): JCalComponent {
  const key = keyOf(instance, calendar);
  const series = seriesIn(calendar);
  const override = overrideIn(calendar, key);
  const parts = calendar[2].filter((part) => part !== override);
  const start = series && property(series, 'dtstart');
  if (series === undefined || start === undefined) return withComponents(calendar, parts);
  const [, parameters, type, value = ''] = atMoment(start, Date.parse(key), calendar);
  const shortened = withProperties(series, [...series[1], ['exdate', parameters, type, value]]);
  return withComponents(
    calendar,
    parts.map((part) => (part === series ? shortened : part)),
  );
}

/** The object without overrides for what is no instance of its series, or none any more. */
export function withoutStrays(calendar: JCalComponent): JCalComponent {
  const series = seriesIn(calendar);
  if (series === undefined) return calendar;
  const instances = recurrenceSetOf(series, calendar);
  const belongs = (part: JCalComponent): boolean => {
    const id = part[0] === 'vevent' ? property(part, 'recurrence-id') : undefined;
    return id === undefined || instances.has(instantOf(id, calendar));
  };
  return withComponents(calendar, calendar[2].filter(belongs));
}

function overrideIn(calendar: JCalComponent, key: string): JCalComponent | undefined {
  return eventsOf(calendar).find((event) => {
    const id = property(event, 'recurrence-id');
    return id !== undefined && instantOf(id, calendar) === key;
  });
}
