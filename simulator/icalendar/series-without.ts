import { atMoment, formOf, momentOf } from './date-line.js';
import { withProperties } from './edit.js';
import { type JCalComponent, type JCalProperty, type JCalValue, parameter, property } from './jcal.js';
import { DAY, millisecondsOf } from './moment.js';
import { recurrenceSetOf } from './recurrence-set.js';

/**
 * A series without some of its instances: each is excluded by EXDATE in the form of DTSTART; a range of all further
 * ones ends the rules before it.
 *
 * @param removed RECURRENCE-IDs, with RANGE where they name more than one instance
 * @param calendar the object with the VTIMEZONEs of all of them
 * @returns undefined when no instance is left
 * @throws IcalendarError when that cannot be found out in reasonable time
 */
export function seriesWithout(
  master: JCalComponent,
  removed: readonly JCalProperty[],
  calendar: JCalComponent,
): JCalComponent | undefined {
  const left = removed.reduce((series, id) => withoutOne(series, id, calendar), master);
  return recurrenceSetOf(left, calendar).first(1).length === 0 ? undefined : left;
}

function withoutOne(master: JCalComponent, id: JCalProperty, calendar: JCalComponent): JCalComponent {
  const moment = millisecondsOf(momentOf(id, calendar));
  const start = property(master, 'dtstart');
  if (Number.isNaN(moment) || start === undefined) return master;
  switch (parameter(id, 'range')?.toUpperCase()) {
    case 'THISANDFUTURE':
      return endedBefore(master, start, moment, calendar);
    case 'THISANDPRIOR': {
      const prior = recurrenceSetOf(master, calendar).between(Number.NEGATIVE_INFINITY, moment);
      return withExdates(
        master,
        start,
        prior.map((occurrence) => occurrence.start),
        calendar,
      );
    }
    default:
      return withExdates(master, start, [moment], calendar);
  }
}

function withExdates(
  master: JCalComponent,
  start: JCalProperty,
  moments: readonly number[],
  calendar: JCalComponent,
): JCalComponent {
  const excluded = new Set(datesOf(master, 'exdate', calendar));
  const lines = moments
    .filter((moment) => !excluded.has(moment))
    .map((moment): JCalProperty => {
      const [, parameters, type, ...values] = atMoment(start, moment, calendar);
      return ['exdate', parameters, type, ...values];
    });
  return lines.length === 0 ? master : withProperties(master, [...master[1], ...lines]);
}

function datesOf(master: JCalComponent, name: string, calendar: JCalComponent): number[] {
  return master[1]
    .filter((line) => line[0] === name)
    .flatMap((line) => valuesOf(line, calendar).map(({ moment }) => moment));
}

function endedBefore(
  master: JCalComponent,
  start: JCalProperty,
  moment: number,
  calendar: JCalComponent,
): JCalComponent {
  const lines = master[1].flatMap((line): JCalProperty[] => {
    const [name, parameters, type] = line;
    if (name === 'rrule') return [[name, parameters, type, endingRule(line[3], start, moment)]];
    if (name !== 'rdate' && name !== 'exdate') return [line];
    const earlier = valuesOf(line, calendar).filter((value) => value.moment < moment);
    return earlier.length === 0 ? [] : [[name, parameters, type, ...earlier.map(({ value }) => value)]];
  });
  const ended = withProperties(master, lines);
  const first = millisecondsOf(momentOf(start, calendar));
  return first < moment ? ended : withExdates(ended, start, [first], calendar);
}

/** The rule with UNTIL before that moment instead of an UNTIL or COUNT of its own. */
function endingRule(rule: JCalValue | undefined, start: JCalProperty, moment: number): JCalValue {
  const { count: _count, until, ...parts } = rule as Record<string, JCalValue>;
  const end = untilBefore(start, moment);
  const sooner = until !== undefined && millisecondsOf(String(until)) < millisecondsOf(end);
  return { ...parts, until: sooner ? until : end };
}

/** UNTIL is a date where DTSTART is, floating where DTSTART is, else in UTC (RFC 5545 section 3.3.10). */
function untilBefore(start: JCalProperty, moment: number): string {
  return formOf(start)(moment - (start[2] === 'date' ? DAY : 1000));
}

/** The values of RDATE or EXDATE, each with its moment; of a period its start. */
function valuesOf(line: JCalProperty, calendar: JCalComponent): { value: JCalValue; moment: number }[] {
  const [name, parameters, type, ...values] = line;
  return values.map((value) => {
    const start = Array.isArray(value) ? String(value[0]) : String(value);
    return { value, moment: millisecondsOf(momentOf([name, parameters, type, start], calendar)) };
  });
}
