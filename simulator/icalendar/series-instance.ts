import { atMoment, timeOf, zoneOf } from './date-line.js';
import { makeProperty, withoutProperty, withProperty } from './edit.js';
import { type JCalComponent, type JCalProperty, type JCalValue, property } from './jcal.js';
import { type Occurrence, recurrenceSetOf } from './recurrence-set.js';

/** Single instances of a series, made from the event that describes them all. */

const OF_SERIES = ['rrule', 'rdate', 'exdate', 'exrule'] as const;

/**
 * The instance of a series that a RECURRENCE-ID key names, as an event of its own: with RECURRENCE-ID in the form of
 * the series' DTSTART, its own start and end, and without the properties that make the series. The duration is that
 * of the series: the same exact one with DTEND, the same DURATION else (RFC 5545 section 3.8.5.3).
 *
 * @param key see `Occurrence`
 * @param calendar the object with the VTIMEZONEs that the series refers to
 * @returns undefined when the series has no such instance
 * @throws IcalendarError when that cannot be found out in reasonable time
 */
export function instanceOfSeries(
  master: JCalComponent,
  key: string,
  calendar: JCalComponent,
): JCalComponent | undefined {
  const occurrence = recurrenceSetOf(master, calendar).at(key);
  return occurrence === undefined ? undefined : instanceAt(master, occurrence, calendar);
}

/**
 * The instance that an override with a RANGE describes at another place of the series: moved by the same time of day
 * and days as the one that the override begins or ends with (RFC 5545 section 3.8.4.4).
 *
 * @param occurrence the instance as the series has it
 */
export function instanceOfRange(
  override: JCalComponent,
  occurrence: Occurrence,
  calendar: JCalComponent,
): JCalComponent {
  const start = property(override, 'dtstart');
  const named = property(override, 'recurrence-id');
  if (start === undefined || named === undefined) return override;
  const zone = zoneOf(start, calendar);
  const local = (line: JCalProperty) => zone.toLocal(timeOf(line, calendar));
  const moved = zone.toUtc(zone.toLocal(occurrence.start) + local(start) - local(named));
  const id = atMoment(named, occurrence.start, calendar);
  const placed = placedAt(override, moved, calendar);
  return withProperty(placed, [id[0], withoutRange(id[1]), id[2], ...values(id)]);
}

/** The instance of a series at an occurrence of it; see `instanceOfSeries`. */
export function instanceAt(
  master: JCalComponent,
  occurrence: Occurrence,
  calendar: JCalComponent,
): JCalComponent {
  const bare = withoutProperty(master, ...OF_SERIES);
  const start = property(bare, 'dtstart') ?? makeProperty('dtstart', '');
  const placed = withPeriod(placedAt(bare, occurrence.start, calendar), occurrence.period);
  const [, parameters, type, ...when] = atMoment(start, occurrence.start, calendar);
  return withProperty(placed, ['recurrence-id', parameters, type, ...when]);
}

/** The event at another start, as long as before. */
function placedAt(event: JCalComponent, start: number, calendar: JCalComponent): JCalComponent {
  const [first, end] = [property(event, 'dtstart'), property(event, 'dtend')];
  if (first === undefined) return event;
  const begun = withProperty(event, atMoment(first, start, calendar));
  if (end === undefined) return begun;
  const length = timeOf(end, calendar) - timeOf(first, calendar);
  return withProperty(begun, atMoment(end, start + length, calendar));
}

/** A period of RDATE has its own end or duration. */
function withPeriod(event: JCalComponent, period: readonly string[] | undefined): JCalComponent {
  const until = period?.[1];
  const start = property(event, 'dtstart');
  if (until === undefined || start === undefined) return event;
  const open = withoutProperty(event, 'dtend', 'duration');
  return withProperty(
    open,
    until.startsWith('P') ? makeProperty('duration', until) : ['dtend', start[1], start[2], until],
  );
}

function withoutRange({ range: _range, ...rest }: JCalProperty[1]): JCalProperty[1] {
  return rest;
}

function values([, , , ...list]: JCalProperty): JCalValue[] {
  return list;
}
