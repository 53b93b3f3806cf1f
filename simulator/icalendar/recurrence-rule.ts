import ICAL from 'ical.js';
import type { Budget } from './budget.js';
import { IcalendarError } from './icalendar-error.js';
import type { JCalValue } from './jcal.js';
import { DAY } from './moment.js';
import { isDayOf } from './rule-day.js';

/**
 * One recurrence rule (RFC 5545 section 3.3.10), followed with ical.js. Times are milliseconds of the wall clock that
 * the rule is written for. What ical.js gets wrong is put right or refused here: it takes 30 February for 2 March,
 * ignores BYWEEKNO and most of BYSETPOS, and would follow a rule that nothing satisfies for ever.
 */

/** A rule in jCal (RFC 7265 section 3.6.10). ical.js has the day that a week starts with as a number. */
export interface RuleParts {
  readonly freq: string;
  readonly interval?: number;
  readonly count?: number;
  readonly until?: string;
  readonly wkst?: string | number;
  readonly [part: string]: JCalValue | undefined;
}

type RecurData = Parameters<typeof ICAL.Recur.fromData>[0];

/** How far a rule is followed: after 400 years the calendar repeats itself. */
const HORIZON_YEARS = 400;
/** Longest list of one BY part; there are 732 days of the year, counted from both ends. */
const MAX_LIST = 750;

/** Follows one rule through its occurrences, as far as it is asked to. */
export class RuleFollower {
  readonly #occurrences: Iterator<number>;
  /** How many steps it takes at least from DTSTART to a time. */
  readonly #stepsTo: (time: number) => number;
  readonly #budget: Budget;
  #given = 0;
  #ahead: IteratorResult<number> | undefined;

  /**
   * @param start wall clock time of DTSTART
   * @param isPastEnd whether a wall clock time lies behind the rule's UNTIL
   */
  constructor(rule: JCalValue, start: number, budget: Budget, isPastEnd: (time: number) => boolean) {
    const parts = partsOf(rule);
    const pace = paceOf(parts);
    this.#stepsTo = (time) => (pace === undefined ? 0 : Math.floor((time - start) / pace));
    this.#budget = budget;
    this.#occurrences = occurrences(parts, start, budget, isPastEnd);
  }

  /** Whether the rule is known to have no more occurrences. */
  get isAtEnd(): boolean {
    return this.#ahead?.done === true;
  }

  /**
   * The occurrences up to a time that were not given before, in order.
   *
   * @throws IcalendarError when the rule cannot be followed, or not within the budget
   */
  upTo(bound: number): number[] {
    const found: number[] = [];
    this.#budget.foresee(this.#stepsTo(bound) - this.#given);
    for (;;) {
      this.#ahead ??= this.#occurrences.next();
      if (this.#ahead.done === true || this.#ahead.value > bound) return found;
      found.push(this.#ahead.value);
      this.#given += 1;
      this.#ahead = undefined;
    }
  }
}

/** The parts of a rule as ical.js takes them, lists without doubles. Throws IcalendarError when it cannot be one. */
function partsOf(rule: JCalValue): RuleParts {
  if (typeof rule !== 'object' || rule === null || !('freq' in rule)) {
    throw new IcalendarError(`not a recurrence rule: ${JSON.stringify(rule)}`);
  }
  const entries = Object.entries(rule).map(([name, value]) => [name.toLowerCase(), listed(name, value)]);
  const parts = Object.fromEntries(entries) as RuleParts;
  if (parts.byweekno !== undefined)
    throw new IcalendarError('BYWEEKNO in a recurrence rule is not supported');
  if (parts.bysetpos !== undefined && !takesPositions(parts)) {
    throw new IcalendarError(
      'BYSETPOS is supported with FREQ=MONTHLY;BYDAY and FREQ=YEARLY;BYMONTH;BYDAY alone',
    );
  }
  return parts;
}

function listed(name: string, value: unknown): unknown {
  if (!name.toLowerCase().startsWith('by')) return value;
  const list = [...new Set(Array.isArray(value) ? value : [value])];
  if (list.length > MAX_LIST)
    throw new IcalendarError(`${name.toUpperCase()} has more than ${MAX_LIST} values`);
  return list;
}

function takesPositions({ freq, byday, bymonth, bymonthday }: RuleParts): boolean {
  if (byday === undefined || bymonthday !== undefined) return false;
  return freq === 'MONTHLY' || (freq === 'YEARLY' && bymonth !== undefined);
}

/** COUNT and UNTIL are watched here, since not all that ical.js yields is an occurrence. */
function* occurrences(
  parts: RuleParts,
  start: number,
  budget: Budget,
  isPastEnd: (time: number) => boolean,
): Generator<number> {
  const next = iteratorOver(parts, start, budget);
  const fits = isDayOf(parts, start);
  const count = parts.count ?? Number.POSITIVE_INFINITY;
  for (let given = 0; given < count; ) {
    const time = next();
    if (time === undefined || isPastEnd(time)) return;
    if (time < start || !fits(time)) continue;
    given += 1;
    yield time;
  }
}

/**
 * Goes from one candidate of ical.js to the next; undefined at the end. A step is paid for before it is taken, and so
 * is each further one that ical.js takes by itself because a candidate does not satisfy the rule.
 */
function iteratorOver(parts: RuleParts, start: number, budget: Budget): () => number | undefined {
  const { count: _count, until: _until, ...rest } = parts;
  const first = timeOf(start);
  const until = first.clone();
  until.year += HORIZON_YEARS;
  const cost = costOf(parts);
  const iterator = guarded(() =>
    ICAL.Recur.fromData({ ...rest, until } as unknown as RecurData).iterator(first),
  );
  const checks = iterator.check_contracting_rules.bind(iterator);
  let paid = false;
  iterator.check_contracting_rules = () => {
    if (!paid) budget.spend(cost);
    paid = false;
    return checks();
  };
  return () => {
    budget.spend(cost);
    paid = true;
    const time: InstanceType<typeof ICAL.Time> | null | undefined = guarded(() => iterator.next());
    return time
      ? Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
      : undefined;
  };
}

const PACES: Readonly<Record<string, number>> = {
  SECONDLY: 1000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: DAY,
};

/** Milliseconds from one occurrence to the next, where the rule has no end and says nothing else. */
function paceOf({ freq, interval = 1, wkst: _wkst, ...others }: RuleParts): number | undefined {
  const pace = PACES[freq];
  return pace === undefined || Object.keys(others).length > 0 ? undefined : pace * Math.max(1, interval);
}

/** ical.js goes from day to day, so a long interval takes long. */
function costOf({ freq, interval = 1 }: RuleParts): number {
  const days = { DAILY: 1, WEEKLY: 7, HOURLY: 1 / 24, MINUTELY: 1 / 1440, SECONDLY: 1 / 86_400 }[freq] ?? 0;
  return Math.ceil(1 + days * interval);
}

/** Errors of ical.js as ours. */
function guarded<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof IcalendarError) throw error;
    throw new IcalendarError(`the recurrence rule cannot be followed: ${(error as Error).message}`);
  }
}

function timeOf(milliseconds: number): InstanceType<typeof ICAL.Time> {
  const date = new Date(milliseconds);
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  const clock = { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() };
  return new ICAL.Time({ ...day, ...clock, isDate: false }, ICAL.Timezone.localTimezone);
}
