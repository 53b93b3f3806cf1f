import { type JCalComponent, type JCalProperty, nameOf } from '../simulator/icalendar/jcal.js';
import { canonicalAddress } from '../simulator/icalendar/read.js';
import { calendarIn } from './message-facts.js';

/** One difference between two iCalendar objects. A side is missing where it has nothing of the kind. */
export interface Difference {
  /** Component, property and parameter, e.g. `VEVENT ATTENDEE mailto:bert@example.com PARTSTAT`. */
  readonly where: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * In what two iCalendar objects differ by meaning: neither the order of properties, components and parameters counts,
 * nor folding, nor the spelling of addresses. Attendees are compared by address, instances by RECURRENCE-ID.
 *
 * @returns undefined when one of the texts is no iCalendar object
 */
export function differencesBetween(before: string, after: string): Difference[] | undefined {
  const [one, other] = [calendarIn(before), calendarIn(after)];
  return one === undefined || other === undefined ? undefined : ofComponents([one], [other], '');
}

function ofComponents(
  before: readonly JCalComponent[],
  after: readonly JCalComponent[],
  path: string,
): Difference[] {
  const [one, other] = [numbered(before), numbered(after)];
  return keysOf(one, other).flatMap((key) => {
    const [left, right] = [one.get(key), other.get(key)];
    const where = `${path}${key} `;
    if (left === undefined || right === undefined) {
      return [{ where: where.trim(), before: left && 'present', after: right && 'present' }];
    }
    return [...ofProperties(left[1], right[1], where), ...ofComponents(left[2], right[2], insideOf(where))];
  });
}

/** VCALENDAR is not worth saying. */
function insideOf(where: string): string {
  return where === 'VCALENDAR ' ? '' : where;
}

function ofProperties(
  before: readonly JCalProperty[],
  after: readonly JCalProperty[],
  path: string,
): Difference[] {
  const [one, other] = [byKey(before), byKey(after)];
  return keysOf(one, other).flatMap((key) => {
    const [left, right] = [one.get(key) ?? [], other.get(key) ?? []];
    const [single, only] = [left[0], right[0]];
    if (left.length === 1 && right.length === 1 && single !== undefined && only !== undefined)
      return ofLines(single, only, `${path}${key}`);
    const [lost, gained] = [missingFrom(right, left), missingFrom(left, right)];
    return Array.from({ length: Math.max(lost.length, gained.length) }, (_, index) => {
      return { where: `${path}${key}`, before: lost[index], after: gained[index] };
    });
  });
}

function ofLines(before: JCalProperty, after: JCalProperty, where: string): Difference[] {
  const [one, other] = [valueText(before), valueText(after)];
  const value = one === other ? [] : [{ where, before: one, after: other }];
  const names = new Set([...Object.keys(before[1]), ...Object.keys(after[1])]);
  const parameters = [...names].flatMap((name) => {
    const [left, right] = [before[1][name], after[1][name]].map((given) => given?.toString());
    return left === right ? [] : [{ where: `${where} ${name.toUpperCase()}`, before: left, after: right }];
  });
  return [...value, ...parameters];
}

/** The lines of the second list that the first does not have, as text. */
function missingFrom(list: readonly JCalProperty[], others: readonly JCalProperty[]): string[] {
  const known = new Set(list.map(textOf));
  return others.map(textOf).filter((text) => !known.has(text));
}

function textOf(line: JCalProperty): string {
  const parameters = Object.entries(line[1]).map(([name, value]) => `${name.toUpperCase()}=${value}`);
  return [...parameters.sort(), valueText(line)].filter((part) => part !== '').join(' ');
}

function valueText([name, , , ...values]: JCalProperty): string {
  const texts = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return (ADDRESSES.includes(name) ? texts.map(canonicalAddress) : texts).join(', ');
}

const ADDRESSES: readonly string[] = ['attendee', 'organizer'];

/** What makes two lines speak of the same thing; of an ATTENDEE it is the address. */
function propertyKey(line: JCalProperty): string {
  const name = nameOf(line).toUpperCase();
  return name === 'ATTENDEE' ? `${name} ${valueText(line)}` : name;
}

function componentKey(component: JCalComponent): string {
  const named = component[1].find(([name]) => name === 'recurrence-id' || name === 'tzid');
  const name = nameOf(component).toUpperCase();
  return named === undefined ? name : `${name} ${valueText(named)}`;
}

/** Components by key; the second of a key has its number in it. */
function numbered(parts: readonly JCalComponent[]): Map<string, JCalComponent> {
  const seen = new Map<string, number>();
  return new Map(
    parts.map((part) => {
      const key = componentKey(part);
      const number = (seen.get(key) ?? 0) + 1;
      seen.set(key, number);
      return [number === 1 ? key : `${key} (${number})`, part];
    }),
  );
}

/** Lines that speak of the same thing stand together. */
function byKey(lines: readonly JCalProperty[]): Map<string, JCalProperty[]> {
  const found = new Map<string, JCalProperty[]>();
  for (const line of lines) {
    const key = propertyKey(line);
    const others = found.get(key);
    if (others === undefined) found.set(key, [line]);
    else others.push(line);
  }
  return found;
}

function keysOf(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])];
}
