import { withComponents } from '../icalendar/edit.js';
import { IcalendarError } from '../icalendar/icalendar-error.js';
import { instantOf, spanOf } from '../icalendar/instant.js';
import {
  components,
  type JCalComponent,
  type JCalProperty,
  properties,
  property,
} from '../icalendar/jcal.js';
import { DAY, dateTimeOf, millisecondsOf } from '../icalendar/moment.js';
import { eventsOf } from '../icalendar/read.js';
import { instancesBetween } from '../icalendar/series-instances.js';

/** A day or a floating time is over only when it is over everywhere: twelve hours after it is in UTC. */
const BEHIND_UTC = DAY / 2;

interface Known {
  readonly times: readonly unknown[];
  readonly end: string | undefined;
}

/** By the first line that the end depends on, which copies of an event share as long as nobody moves it. */
const known = new WeakMap<object, Known>();
/** What the end depends on, beside the zones. */
const TIMES = new Set([
  'dtstart',
  'dtend',
  'due',
  'duration',
  'rrule',
  'exrule',
  'rdate',
  'exdate',
  'recurrence-id',
]);

/**
 * When a meeting is over: the end of its last instance.
 *
 * @param calendar the components of one UID
 * @returns UTC, `YYYY-MM-DDTHH:MM:SSZ`; undefined when it never is, or nobody can say: a series without end, a to-do
 *   without DUE, a journal, a series that cannot be followed in reasonable time
 */
export function meetingEnd(calendar: JCalComponent): string | undefined {
  const times = timesIn(calendar);
  const first = times.find((each) => typeof each === 'object') ?? calendar;
  const before = known.get(first);
  if (before !== undefined && isSame(before.times, times)) return before.end;
  const end = endIn(calendar);
  known.set(first, { times, end });
  return end;
}

/** The kinds of the components and their times, and the zones as they are. */
function timesIn(calendar: JCalComponent): (string | JCalComponent | JCalProperty)[] {
  const others = calendar[2].filter(([name]) => name !== 'vtimezone');
  const times = others.flatMap(([kind, lines]) => [kind, ...lines.filter(([name]) => TIMES.has(name))]);
  return [...times, ...components(calendar, 'vtimezone')];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}

function endIn(calendar: JCalComponent): string | undefined {
  try {
    const timed = withComponents(calendar, calendar[2].map(asEvent));
    const others = timed[2].filter(([name]) => name === 'vtodo' || name === 'vjournal');
    const ends = [...others.map((each) => dueOf(each, timed)), ...endsOfEvents(timed)];
    const times = ends.map((end) => (end === undefined ? Number.NaN : overAt(end)));
    const last = Math.max(...times);
    return Number.isFinite(last) ? `${dateTimeOf(last)}Z` : undefined;
  } catch (error) {
    if (error instanceof IcalendarError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A to-do that has a beginning and an end takes place, and may recur, like an event. */
function asEvent(component: JCalComponent): JCalComponent {
  const [name, lines] = component;
  const begins = property(component, 'dtstart') !== undefined;
  const ends = property(component, 'due') !== undefined || property(component, 'duration') !== undefined;
  if (name !== 'vtodo' || !begins || !ends) return component;
  return ['vevent', lines.map((line) => (line[0] === 'due' ? withName(line, 'dtend') : line)), []];
}

function withName([, ...rest]: JCalProperty, name: string): JCalProperty {
  return [name, ...rest];
}

function endsOfEvents(calendar: JCalComponent): (string | undefined)[] {
  const events = eventsOf(calendar);
  if (events.some(isEndless)) return [undefined];
  if (!events.some(recurs)) return events.map((event) => spanOf(event, calendar).end);
  return instancesBetween(calendar, '0000-01-01T00:00:00Z', '9999-12-31T00:00:00Z').map(({ end }) => end);
}

function recurs(event: JCalComponent): boolean {
  return event[1].some(([name]) => name === 'rrule' || name === 'rdate');
}

function isEndless(event: JCalComponent): boolean {
  return properties(event, 'rrule').some(([, , , rule]) => {
    const { count, until } = rule as { readonly count?: unknown; readonly until?: unknown };
    return count === undefined && until === undefined;
  });
}

/** When a to-do without beginning is due; a journal never is. */
function dueOf(component: JCalComponent, calendar: JCalComponent): string | undefined {
  const due = property(component, 'due');
  return due === undefined ? undefined : instantOf(due, calendar);
}

function overAt(end: string): number {
  return millisecondsOf(end) + (end.endsWith('Z') ? 0 : BEHIND_UTC);
}
