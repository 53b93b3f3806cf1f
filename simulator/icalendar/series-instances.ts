import { momentOf, timeOf } from './date-line.js';
import { IcalendarError } from './icalendar-error.js';
import { spanOf } from './instant.js';
import { type JCalComponent, property } from './jcal.js';
import { millisecondsOf } from './moment.js';
import { nearestReaching, type Reach, rangeOf } from './range.js';
import { eventsOf } from './read.js';
import { type Occurrence, recurrenceSetOf } from './recurrence-set.js';
import { instanceAt, instanceOfRange } from './series-instance.js';

/** One instance of an event as it takes place. */
export interface SeriesInstance {
  /** What RECURRENCE-ID names it by (see `Occurrence`); where it takes place may be elsewhere. */
  readonly key: string;
  /** As `spanOf` has them. */
  readonly start: string;
  readonly end: string;
  /** The VEVENT of this instance alone; its STATUS may be CANCELLED. */
  readonly event: JCalComponent;
}

/** Most instances that are told at once. */
const MOST = 10_000;

/**
 * The instances of an event that take place within a span of time: by its rules and dates, each as an override or a
 * range has it, and overrides of which there is no series. Dates and floating times count as if they were in UTC.
 *
 * @param calendar the VEVENTs of one UID
 * @param from first moment, in UTC
 * @param to moment behind the last, in UTC
 * @returns in order of their starts
 * @throws IcalendarError when there are more than 10,000, or when they cannot be found in reasonable time
 * @throws RangeError when a start or end refers to a zone that the object does not define
 */
export function instancesBetween(calendar: JCalComponent, from: string, to: string): SeriesInstance[] {
  const [begin, end] = [millisecondsOf(from), millisecondsOf(to)];
  const written = overridesIn(calendar);
  const master = eventsOf(calendar).find((event) => property(event, 'recurrence-id') === undefined);
  const made = master === undefined ? [] : madeOf(master, written, end, calendar);
  const found: SeriesInstance[] = [];
  for (const [key, make] of [...written.single.map(([key, event]) => [key, () => event] as const), ...made]) {
    const event = make();
    const span = spanOf(event, calendar);
    const [start, until] = [millisecondsOf(span.start), millisecondsOf(span.end)];
    if (start >= end || (until <= begin && start < begin)) continue;
    if (found.length === MOST) throw new IcalendarError(`there are more than ${MOST} instances`);
    found.push({ key, ...span, event });
  }
  return found.sort((one, other) => millisecondsOf(one.start) - millisecondsOf(other.start));
}

interface Overrides {
  readonly single: readonly (readonly [key: string, event: JCalComponent])[];
  readonly ranges: readonly (Reach & { readonly event: JCalComponent })[];
}

function overridesIn(calendar: JCalComponent): Overrides {
  const all = eventsOf(calendar).flatMap((event) => {
    const id = property(event, 'recurrence-id');
    return id === undefined ? [] : [{ named: momentOf(id, calendar), range: rangeOf(event), event }];
  });
  return {
    single: all.filter(({ range }) => range === undefined).map(({ named, event }) => [named, event] as const),
    ranges: all.filter(({ range }) => range !== undefined),
  };
}

type Made = readonly [key: string, make: () => JCalComponent];

/** The instances up to a time that are not written down one by one; made only when they are needed. */
function madeOf(
  master: JCalComponent,
  { single, ranges }: Overrides,
  end: number,
  calendar: JCalComponent,
): Made[] {
  const own = new Set(single.map(([key]) => key));
  const shift = Math.max(0, ...ranges.map(({ event }) => shiftOf(event, calendar)));
  return recurrenceSetOf(master, calendar)
    .between(Number.NEGATIVE_INFINITY, end + shift)
    .filter(({ key }) => !own.has(key))
    .map((occurrence) => [occurrence.key, () => madeAt(master, ranges, occurrence, calendar)]);
}

function madeAt(
  master: JCalComponent,
  ranges: Overrides['ranges'],
  occurrence: Occurrence,
  calendar: JCalComponent,
): JCalComponent {
  const range = nearestReaching(ranges, occurrence.key);
  return range === undefined
    ? instanceAt(master, occurrence, calendar)
    : instanceOfRange(range.event, occurrence, calendar);
}

/** By how much a range is moved, in either direction. */
function shiftOf(event: JCalComponent, calendar: JCalComponent): number {
  const [id, start] = [property(event, 'recurrence-id'), property(event, 'dtstart')];
  return id === undefined || start === undefined
    ? 0
    : Math.abs(timeOf(start, calendar) - timeOf(id, calendar));
}
