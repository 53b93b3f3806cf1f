import { momentOf } from './date-line.js';
import { spanOf } from './instant.js';
import {
  type JCalComponent,
  type JCalProperty,
  type JCalValue,
  parameter,
  properties,
  property,
} from './jcal.js';
import { statusOf } from './read.js';
import { recurrenceSetOf } from './recurrence-set.js';

/** What has changed between two states of a component, by meaning and not by text (RFC 5546 section 2.1.4). */

/** How many instances of two series are compared; a difference further on is not seen. */
const COMPARED = 500;

/**
 * Whether time or recurrence differ: start, end or DUE as moments, the rules as what they say, dates as sets, and for a
 * series the zone where it moves an instance. DTEND and a DURATION of the same length are the same, so are two TZIDs
 * under which all instances are at the same moment.
 *
 * @param calendar the object with the VTIMEZONEs of both
 * @throws IcalendarError when a rule has to be followed and cannot be
 */
export function isTimeChanged(before: JCalComponent, after: JCalComponent, calendar: JCalComponent): boolean {
  const [one, other] = [before, after].map((component) => timesOf(component, calendar));
  return one !== other || isMovedByZone(before, after, calendar);
}

/** Whether STATUS differs. */
export function changesStatus(before: JCalComponent, after: JCalComponent): boolean {
  return statusOf(before) !== statusOf(after);
}

/**
 * Whether a change of time does more than take instances away: it moves some, or brings new ones or ones that were
 * excluded (RFC 6638 section 3.2.8).
 *
 * @throws IcalendarError when a rule cannot be followed
 */
export function reinstates(before: JCalComponent, after: JCalComponent, calendar: JCalComponent): boolean {
  const [one, other] = [before, after].map((component) => spanText(component, calendar));
  if (one !== other) return true;
  const known = recurrenceSetOf(before, calendar);
  return recurrenceSetOf(after, calendar)
    .first(COMPARED)
    .some(({ key }) => !known.has(key));
}

function timesOf(component: JCalComponent, calendar: JCalComponent): string {
  const rules = ['rrule', 'exrule'].map((name) =>
    properties(component, name).map((line) => ruleText(line[3], line, component, calendar)),
  );
  const dates = ['rdate', 'exdate'].map((name) =>
    properties(component, name).flatMap((line) => datesIn(line, calendar)),
  );
  const sets = [...rules, ...dates].map((list) => [...new Set(list)].sort(byText));
  return JSON.stringify([spanText(component, calendar), ...sets]);
}

function spanText(component: JCalComponent, calendar: JCalComponent): string {
  const due = property(component, 'due');
  const undefinedZone = ['dtstart', 'dtend'].some((name) => hasUndefinedZone(component, name, calendar));
  const span = undefinedZone ? textOfSpan(component, calendar) : spanOf(component, calendar);
  return JSON.stringify([span, due === undefined ? undefined : momentOf(due, calendar)]);
}

function hasUndefinedZone(component: JCalComponent, name: string, calendar: JCalComponent): boolean {
  const line = property(component, name);
  return line !== undefined && momentOf(line, calendar).includes(' ');
}

function textOfSpan(component: JCalComponent, calendar: JCalComponent): unknown {
  const [start, end] = ['dtstart', 'dtend'].map((name) => {
    const line = property(component, name);
    return line === undefined ? undefined : momentOf(line, calendar);
  });
  return { start, end: end ?? property(component, 'duration')?.[3] };
}

/** A rule as a set of parts: order, letter case and defaults do not matter (RFC 5545 section 3.3.10). */
function ruleText(
  rule: JCalValue | undefined,
  line: JCalProperty,
  component: JCalComponent,
  calendar: JCalComponent,
): string {
  const parts = Object.entries(rule ?? {}).flatMap(([name, value]) => {
    const key = name.toLowerCase();
    if (key === 'until') return [[key, untilText(String(value), line, component, calendar)]];
    const list = [...new Set([value].flat().map((one) => String(one).toUpperCase()))].sort(byText);
    const text = key === 'wkst' ? (WEEKDAYS[Number(list[0])] ?? list[0]) : list.join();
    return DEFAULTS[key] === text ? [] : [[key, text]];
  });
  return JSON.stringify(parts.sort(([one = ''], [other = '']) => byText(one, other)));
}

/** ical.js has weekdays as numbers, Sunday is 1. */
const WEEKDAYS = [undefined, 'SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const DEFAULTS: Readonly<Record<string, string>> = { interval: '1', wkst: 'MO' };

/** UNTIL without zone is in that of DTSTART. */
function untilText(
  until: string,
  [name]: JCalProperty,
  component: JCalComponent,
  calendar: JCalComponent,
): string {
  const start = property(component, 'dtstart');
  if (start === undefined || !until.includes('T') || until.endsWith('Z')) return until;
  return momentOf([name, start[1], start[2], until], calendar);
}

function byText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function datesIn(line: JCalProperty, calendar: JCalComponent): string[] {
  const [name, parameters, type, ...values] = line;
  const moment = (value: string) => momentOf([name, parameters, type, value], calendar);
  return values.map((value) => {
    if (!Array.isArray(value)) return moment(String(value));
    const [start = '', end = ''] = value.map(String);
    const event: JCalComponent = [
      'vevent',
      [
        ['dtstart', parameters, 'date-time', start],
        end.startsWith('P') ? ['duration', {}, 'duration', end] : ['dtend', parameters, 'date-time', end],
      ],
      [],
    ];
    return spanText(event, calendar);
  });
}

/** The first instances decide, and only where DTSTART is written in another zone or form. */
function isMovedByZone(before: JCalComponent, after: JCalComponent, calendar: JCalComponent): boolean {
  const [one, other] = [before, after].map((component) => property(component, 'dtstart'));
  const recurs = ['rrule', 'rdate'].some((name) => property(after, name) !== undefined);
  if (!recurs || one === undefined || other === undefined || formOf(one) === formOf(other)) return false;
  const [was, is] = [before, after].map((component) =>
    recurrenceSetOf(component, calendar)
      .first(COMPARED)
      .map(({ key }) => key)
      .join(),
  );
  return was !== is;
}

function formOf(line: JCalProperty): string {
  return `${line[2]} ${String(line[3]).endsWith('Z')} ${parameter(line, 'tzid') ?? ''}`;
}
