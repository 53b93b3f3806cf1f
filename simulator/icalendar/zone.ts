import { IcalendarError } from './icalendar-error.js';
import { components, type JCalComponent, type JCalValue, properties, property, textValue } from './jcal.js';
import { DAY, millisecondsOf } from './moment.js';
import { type YearlyRule, yearlyRule } from './yearly-rule.js';

/**
 * A time zone as a VTIMEZONE defines it (RFC 5545 section 3.6.5). All times are milliseconds; a wall clock time is
 * counted as if its clock showed UTC. Both throw IcalendarError when the VTIMEZONE lacks what it must have, or has
 * an RRULE that is not a simple yearly one.
 */
export interface Zone {
  /**
   * The moment at which the clock shows this time. Where it shows it twice, the first; where it never does, the
   * moment at which the clock of before the change would have shown it (RFC 5545 section 3.3.5). Before the first
   * onset of all, the clock is the TZOFFSETFROM of that ahead.
   */
  toUtc(local: number): number;
  /** What the clock shows at this moment. */
  toLocal(utc: number): number;
}

/** The zone whose clock shows UTC; it also serves for dates and for floating times, which have no zone. */
export const UTC: Zone = { toUtc: (local) => local, toLocal: (utc) => utc };

const known = new WeakMap<JCalComponent, Zone>();

/** The zone that an object defines under that TZID, if it does. */
export function zoneIn(calendar: JCalComponent, tzid: string): Zone | undefined {
  const definition = components(calendar, 'vtimezone').find((zone) => textValue(zone, 'tzid') === tzid);
  if (definition === undefined) return undefined;
  const zone = known.get(definition) ?? new DefinedZone(definition);
  known.set(definition, zone);
  return zone;
}

/** The clock changes from one offset to another. */
interface Change {
  /** UTC. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How often a rule comes round before it has surely picked a day: there are 40 years between some leap Sundays. */
const ROUNDS = 40;
/** Most rounds of all the rules of one zone. */
const MAX_ROUNDS = 5000;

class DefinedZone implements Zone {
  readonly #definition: JCalComponent;
  readonly #changes = new Map<number, readonly Change[]>();

  constructor(definition: JCalComponent) {
    this.#definition = definition;
  }

  toUtc(local: number): number {
    return local - this.#offset(local, ({ at, from, to }) => local >= at + Math.max(from, to));
  }

  toLocal(utc: number): number {
    return utc + this.#offset(utc, ({ at }) => utc >= at);
  }

  /** The offset that the last of the changes so far leads to. */
  #offset(time: number, isPast: (change: Change) => boolean): number {
    const year = new Date(time).getUTCFullYear();
    const changes = this.#changes.get(year) ?? changesAround(year, this.#definition);
    this.#changes.set(year, changes);
    const [first] = changes;
    if (first === undefined) throw unfit(this.#definition, 'has neither STANDARD nor DAYLIGHT');
    return changes.findLast(isPast)?.to ?? first.from;
  }
}

/** In order; those of the year before and after, and of each observance the first and the last before that. */
function changesAround(year: number, definition: JCalComponent): Change[] {
  const observances = definition[2]
    .filter(([name]) => name === 'standard' || name === 'daylight')
    .map((part) => observanceFrom(part, definition))
    .map((observance) => ({ observance, rounds: roundsOf(observance, year + 1) }));
  const sum = observances.reduce((total, { rounds: [from, to] }) => total + to - from, 0);
  if (sum > MAX_ROUNDS) throw unfit(definition, `has rules with more than ${MAX_ROUNDS} rounds`);
  return observances
    .flatMap(({ observance, rounds }) => changesBy(observance, rounds))
    .sort((one, other) => one.at - other.at);
}

/** A STANDARD or DAYLIGHT part: the onsets of one offset. Start and dates are wall clock times. */
interface Observance {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly dates: readonly number[];
  readonly rule: YearlyRule | undefined;
}

function observanceFrom(part: JCalComponent, definition: JCalComponent): Observance {
  const name = part[0].toUpperCase();
  const start = millisecondsOf(textValue(part, 'dtstart') ?? '');
  const [from, to] = [offsetOf(part, 'tzoffsetfrom'), offsetOf(part, 'tzoffsetto')];
  if (Number.isNaN(start + from + to)) {
    throw unfit(definition, `has a ${name} without DTSTART, TZOFFSETFROM or TZOFFSETTO`);
  }
  const rrule = property(part, 'rrule')?.[3];
  const rule = rrule === undefined ? undefined : yearlyRule(rrule, start);
  if (rrule !== undefined && rule === undefined) {
    throw unfit(definition, `has a ${name} with an RRULE that is not a simple yearly one`);
  }
  const rdates = properties(part, 'rdate').flatMap(([, , , ...values]) => values);
  return { from, to, start, dates: rdates.map((value) => onDate(value, start, from)), rule };
}

/** TZOFFSETFROM or TZOFFSETTO, such as `-08:00` or `+01:00:30` in jCal; NaN when it is absent. */
function offsetOf(part: JCalComponent, name: string): number {
  const [, sign, hours, minutes, seconds = '0'] =
    /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(textValue(part, name) ?? '') ?? [];
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -size : size;
}

/** An RDATE is a wall clock time; UTC and dates are understood too. */
function onDate(value: JCalValue, start: number, from: number): number {
  const text = String(value);
  const time = millisecondsOf(text);
  if (text.endsWith('Z')) return time + from;
  return text.includes('T') ? time : time + (start - startOfDay(start));
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

/** Which times the rule of an observance comes round that matter in a year, counted from that of DTSTART. */
function roundsOf({ start, rule }: Observance, year: number): [from: number, end: number] {
  if (rule === undefined) return [0, 0];
  const last = rule.until === undefined ? year : Math.min(year, Number(rule.until.slice(0, 4)) + 1);
  const end = Math.max(0, Math.floor((last - new Date(start).getUTCFullYear()) / rule.interval) + 1);
  return [rule.count === undefined ? Math.max(0, end - ROUNDS) : 0, end];
}

/** DTSTART is the first onset, also where the rule does not pick it. */
function changesBy(observance: Observance, [from, end]: [number, number]): Change[] {
  const { start, dates, rule } = observance;
  const { interval = 1, count = Number.POSITIVE_INFINITY, until } = rule ?? {};
  const first = new Date(start).getUTCFullYear();
  const last = lastOnset(until, observance.from);
  const later = Array.from({ length: end - from }, (_, index) => first + (from + index) * interval)
    .flatMap((year) => rule?.timesIn(year) ?? [])
    .filter((local) => local > start && local - observance.from <= last)
    .slice(0, Math.max(0, count - 1));
  return [start, ...later, ...dates].map((local) => ({
    at: local - observance.from,
    from: observance.from,
    to: observance.to,
  }));
}

/** UNTIL as a moment. It should be written in UTC, but a local time or a date is understood. */
function lastOnset(until: string | undefined, from: number): number {
  if (until === undefined) return Number.POSITIVE_INFINITY;
  const time = millisecondsOf(until);
  if (until.endsWith('Z')) return time;
  return (until.includes('T') ? time : time + DAY - 1) - from;
}

function unfit(definition: JCalComponent, what: string): IcalendarError {
  return new IcalendarError(`the VTIMEZONE of ${textValue(definition, 'tzid') ?? '(no TZID)'} ${what}`);
}
