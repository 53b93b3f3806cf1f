import { type Budget, budgetOf } from './budget.js';
import { formOf, timeOf, zoneOf } from './date-line.js';
import {
  type JCalComponent,
  type JCalProperty,
  type JCalValue,
  parameter,
  properties,
  property,
} from './jcal.js';
import { DAY, millisecondsOf } from './moment.js';
import { RuleFollower } from './recurrence-rule.js';
import { type Zone, zoneIn } from './zone.js';

/** One instance that a series has by its rules and dates, before overrides. */
export interface Occurrence {
  /**
   * What RECURRENCE-ID names it by: its moment in UTC (`YYYY-MM-DDTHH:MM:SSZ`), for an all-day series the date, for
   * a floating one the time without zone.
   */
  readonly key: string;
  /** The key in milliseconds. */
  readonly start: number;
  /** The period as RDATE gives it, start and end or duration, where it does. */
  readonly period?: readonly string[];
}

/** Most steps that may be taken to find the instances of one series. */
const MAX_STEPS = 50_000;

/** The properties that make a recurrence set. */
const DEFINING = new Set(['dtstart', 'rrule', 'rdate', 'exdate', 'exrule']);

/**
 * The instances that DTSTART, RRULE and RDATE of an event make, without those that EXDATE and EXRULE take away
 * (RFC 5545 section 3.8.5, RFC 2445 for EXRULE). They are looked up as far as somebody asks, and remembered.
 */
export class RecurrenceSet {
  readonly #zone: Zone;
  readonly #form: (start: number) => string;
  readonly #start: number;
  readonly #rules: readonly RuleFollower[];
  readonly #exceptionRules: readonly RuleFollower[];
  readonly #included = new Map<number, Occurrence>();
  readonly #excluded: Set<number>;
  #knownUntil = Number.NEGATIVE_INFINITY;
  /** The last start that is known. */
  #last = Number.NEGATIVE_INFINITY;
  /** A rule that could not be followed once cannot be followed at all: what is known of it is not all. */
  #failure: unknown;

  /** See `recurrenceSetOf`. */
  constructor(event: JCalComponent, calendar: JCalComponent) {
    const first = property(event, 'dtstart') ?? ['dtstart', {}, 'date-time', ''];
    this.#zone = zoneOf(first, calendar);
    this.#form = formOf(first);
    this.#start = timeOf(first, calendar);
    const budget = budgetOf(MAX_STEPS, 'instances of a series');
    this.#rules = this.#followers(event, 'rrule', budget);
    this.#exceptionRules = this.#followers(event, 'exrule', budget);
    this.#excluded = new Set(timesOf(event, 'exdate', calendar).map(({ start }) => start));
    for (const time of [{ start: this.#start }, ...timesOf(event, 'rdate', calendar)]) this.#include(time);
  }

  /** Whether an instance is called that. Throws IcalendarError when that cannot be found out in reasonable time. */
  has(key: string): boolean {
    return this.at(key) !== undefined;
  }

  /** The instance of that key. Throws like `has`. */
  at(key: string): Occurrence | undefined {
    const start = millisecondsOf(key);
    if (Number.isNaN(start) || this.#form(start) !== key) return undefined;
    this.#lookUpTo(start);
    return this.#excluded.has(start) ? undefined : this.#included.get(start);
  }

  /** The instances that begin in a span of time, ends included, in order. Throws like `has`. */
  between(from: number, to: number): Occurrence[] {
    this.#lookUpTo(to);
    return [...this.#included.values()]
      .filter(({ start }) => start >= from && start <= to && !this.#excluded.has(start))
      .sort((one, other) => one.start - other.start);
  }

  /** The first instances, in order, at most that many. Throws like `has`. */
  first(count: number): Occurrence[] {
    for (let span = 31 * DAY; ; span *= 4) {
      const found = this.between(Number.NEGATIVE_INFINITY, this.#start + span);
      if (found.length >= count || span > FAR) return found.slice(0, count);
      if (this.#isComplete) return this.between(Number.NEGATIVE_INFINITY, LATEST).slice(0, count);
    }
  }

  #followers(event: JCalComponent, name: string, budget: Budget): RuleFollower[] {
    const start = this.#zone.toLocal(this.#start);
    return properties(event, name).map((line) => {
      const isPastEnd = endOf(line[3], this.#zone);
      return new RuleFollower(line[3] ?? '', start, budget, isPastEnd);
    });
  }

  #include(time: Omit<Occurrence, 'key'>): void {
    if (Number.isNaN(time.start)) return;
    this.#last = Math.max(this.#last, time.start);
    const before = this.#included.get(time.start);
    if (before?.period === undefined)
      this.#included.set(time.start, { ...time, key: this.#form(time.start) });
  }

  #lookUpTo(bound: number): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (bound <= this.#knownUntil) return;
    try {
      for (const start of this.#moments(this.#rules, bound)) this.#include({ start });
      const last = this.#isComplete ? this.#last : bound;
      for (const start of this.#moments(this.#exceptionRules, last)) this.#excluded.add(start);
    } catch (error) {
      this.#failure = error;
      throw error;
    }
    this.#knownUntil = bound;
  }

  /** A day more is looked up, since the order of local times is not always that of the moments. */
  #moments(followers: readonly RuleFollower[], bound: number): number[] {
    const local = this.#zone.toLocal(Math.max(EARLIEST, Math.min(bound, LATEST))) + DAY;
    return followers.flatMap((follower) => follower.upTo(local)).map((time) => this.#zone.toUtc(time));
  }

  /** Whether all instances are known. */
  get #isComplete(): boolean {
    return this.#rules.every(({ isAtEnd }) => isAtEnd);
  }
}

const EARLIEST = millisecondsOf('0001-01-01');
const LATEST = millisecondsOf('9999-12-30');
/** Further than a rule is followed. */
const FAR = 410 * 366 * DAY;

const known = new WeakMap<JCalProperty, { lines: readonly unknown[]; set: RecurrenceSet }>();

/**
 * The recurrence set of an event. A copy of the event with the same time properties shares it.
 *
 * @param calendar the object with the VTIMEZONEs that the event refers to
 */
export function recurrenceSetOf(event: JCalComponent, calendar: JCalComponent): RecurrenceSet {
  const first = property(event, 'dtstart');
  if (first === undefined) return new RecurrenceSet(event, calendar);
  const tzid = parameter(first, 'tzid');
  const zone = tzid === undefined ? undefined : zoneIn(calendar, tzid);
  const lines = [zone, ...event[1].filter(([name]) => DEFINING.has(name))];
  const before = known.get(first);
  if (before !== undefined && isSame(before.lines, lines)) return before.set;
  const set = new RecurrenceSet(event, calendar);
  known.set(first, { lines, set });
  return set;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((line, index) => line === other[index]);
}

/** The times that RDATE or EXDATE properties list. */
function timesOf(event: JCalComponent, name: string, calendar: JCalComponent): Omit<Occurrence, 'key'>[] {
  return properties(event, name).flatMap((line) =>
    line.slice(3).map((value) => {
      const period = Array.isArray(value) ? value.map(String) : undefined;
      const single: JCalProperty = [line[0], line[1], line[2], period?.[0] ?? String(value)];
      const start = timeOf(single, calendar);
      return period === undefined ? { start } : { start, period };
    }),
  );
}

/** Whether a wall clock time lies behind UNTIL, which is a date, a moment in UTC or a wall clock time itself. */
function endOf(rule: JCalValue | undefined, zone: Zone): (time: number) => boolean {
  const until = String((rule as { until?: string } | undefined)?.until ?? '');
  const end = millisecondsOf(until);
  if (until.endsWith('Z')) return (time) => zone.toUtc(time) > end;
  if (until.includes('T')) return (time) => time > end;
  return (time) => time >= end + DAY;
}
