import { instantOf, spanOf } from '../simulator/icalendar/instant.js';
import { type JCalComponent, property } from '../simulator/icalendar/jcal.js';
import { nearestReaching, type Reach, rangeOf } from '../simulator/icalendar/range.js';
import { eventsOf, statusOf } from '../simulator/icalendar/read.js';
import { recurrenceSetOf } from '../simulator/icalendar/recurrence-set.js';
import { instanceOfRange, instanceOfSeries } from '../simulator/icalendar/series-instance.js';

/** One instance as a calendar shows it. */
export interface ShownInstance {
  /** What RECURRENCE-ID names it by, as UTC text, date or floating time. */
  readonly id: string;
  /** UTC text `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly start: string;
  readonly end: string;
  readonly event: JCalComponent;
}

/** Time in which instances are looked at: all meetings of the suite lie in it. */
const FROM = Date.parse('2029-12-01T00:00:00Z');
const UNTIL = Date.parse('2032-01-01T00:00:00Z');

/**
 * The instances that one calendar object shows, those that are cancelled left out, in order of their start. An event
 * that does not recur is its own only instance; an instance that is written down twice shows twice.
 */
export function instancesShown(calendar: JCalComponent): ShownInstance[] {
  const events = eventsOf(calendar);
  const master = events.find((event) => property(event, 'recurrence-id') === undefined);
  const overrides = events.filter((event) => event !== master);
  const scopes = overrides.map((event) => ({ range: rangeOf(event), named: idOf(event, calendar), event }));
  const single = scopes.filter(({ range }) => range === undefined);
  const written = new Set(single.map(({ named }) => named));
  const ranges = scopes.filter(({ range }) => range !== undefined);
  const ofSeries = master === undefined ? [] : seriesInstances(master, ranges, calendar);
  const all = [
    ...ofSeries.filter(({ id }) => !written.has(id)),
    ...single.map(({ named, event }) => shownAs(named, event, calendar)),
  ];
  return all
    .filter(({ event }) => statusOf(event) !== 'CANCELLED')
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

function seriesInstances(
  master: JCalComponent,
  ranges: readonly (Reach & { readonly event: JCalComponent })[],
  calendar: JCalComponent,
): ShownInstance[] {
  return recurrenceSetOf(master, calendar)
    .between(FROM, UNTIL)
    .flatMap((occurrence) => {
      const range = nearestReaching(ranges, occurrence.key);
      const event =
        range === undefined
          ? instanceOfSeries(master, occurrence.key, calendar)
          : instanceOfRange(range.event, occurrence, calendar);
      return event === undefined ? [] : [shownAs(occurrence.key, event, calendar)];
    });
}

function shownAs(id: string, event: JCalComponent, calendar: JCalComponent): ShownInstance {
  return { id, event, ...spanOf(event, calendar) };
}

/** RECURRENCE-ID of a component as a moment; empty where it has none. */
export function idOf(event: JCalComponent, calendar: JCalComponent): string {
  const id = property(event, 'recurrence-id');
  return id === undefined ? '' : instantOf(id, calendar);
}
