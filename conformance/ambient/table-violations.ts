import type { RestrictionTable, TableRow } from '../../requirements/restriction-table.js';
import {
  type JCalComponent,
  type JCalProperty,
  parameter,
  properties,
  textValue,
} from '../../simulator/icalendar/jcal.js';

/** One way in which a component breaks a restriction table. */
export interface Violation {
  readonly expected: string;
  readonly actual: string;
}

/**
 * Where a VCALENDAR breaks a restriction table, in its own properties and in every component for which the table
 * has rows. What the table does not list is not restricted: it may be a registered or private extension.
 */
export function tableViolations(calendar: JCalComponent, table: RestrictionTable): Violation[] {
  return withDescendants(calendar).flatMap((component) =>
    (table.parts.get(component[0].toUpperCase()) ?? []).flatMap((row) => rowViolations(component, row)),
  );
}

function withDescendants(component: JCalComponent): JCalComponent[] {
  return [component, ...component[2].flatMap(withDescendants)];
}

function rowViolations(component: JCalComponent, row: TableRow): Violation[] {
  const found = properties(component, row.name.toLowerCase());
  const count = countOf(component, row.name);
  return [
    ...presenceViolation(component, row, count),
    ...(count === 0 ? absenceViolations(component, row) : companionViolations(component, row)),
    ...found.flatMap((property) => valueViolations(component, row, property)),
    ...uidViolations(component, row),
  ];
}

/** Names of properties and of components never meet, so one count serves both. */
function countOf(component: JCalComponent, name: string): number {
  const wanted = name.toLowerCase();
  return [...component[1], ...component[2]].filter((part) => part[0] === wanted).length;
}

const RANGES: Record<TableRow['presence'], readonly [least: number, most: number, words: string]> = {
  '1': [1, 1, 'exactly one'],
  '1+': [1, Number.POSITIVE_INFINITY, 'at least one'],
  '0': [0, 0, 'no'],
  '0+': [0, Number.POSITIVE_INFINITY, 'any number of'],
  '0 or 1': [0, 1, 'at most one'],
};

function presenceViolation(component: JCalComponent, row: TableRow, count: number): Violation[] {
  const [least, most, words] = RANGES[row.presence];
  if (count >= least && count <= most) return [];
  if (isDelegation(component, row, count)) return [];
  const owner = component[0].toUpperCase();
  return [{ expected: `${words} ${row.name} in ${owner}`, actual: count === 0 ? 'none' : String(count) }];
}

/**
 * The examples of RFC 2446 4.2.5 to 4.2.7 show delegator and delegate in a REPLY whose table has one ATTENDEE. Who
 * delegates to several (2.1.2) lists more of them; then each has to say what it has to do with the delegation.
 */
function isDelegation(component: JCalComponent, row: TableRow, count: number): boolean {
  if (row.name !== 'ATTENDEE' || row.presence !== '1' || count < 2) return false;
  const linked = properties(component, 'attendee').filter(
    (attendee) =>
      parameter(attendee, 'delegated-to') !== undefined ||
      parameter(attendee, 'delegated-from') !== undefined,
  );
  return count === 2 ? linked.length > 0 : linked.length === count;
}

function absenceViolations(component: JCalComponent, { name, orElse }: TableRow): Violation[] {
  if (orElse === undefined || countOf(component, orElse) > 0) return [];
  const expected = `at least one ${name} or ${orElse} in ${component[0].toUpperCase()}`;
  return [{ expected, actual: 'neither' }];
}

function companionViolations(component: JCalComponent, { name, excludes, needs }: TableRow): Violation[] {
  const found: Violation[] = [];
  if (excludes !== undefined && countOf(component, excludes) > 0) {
    found.push({ expected: `${name} without ${excludes}`, actual: 'both' });
  }
  if (needs !== undefined && countOf(component, needs) === 0) {
    found.push({ expected: `${name} together with ${needs}`, actual: `${name} alone` });
  }
  return found;
}

function valueViolations(
  component: JCalComponent,
  { name, values, localTime }: TableRow,
  property: JCalProperty,
): Violation[] {
  const [, , , first] = property;
  const value = typeof first === 'string' ? first : JSON.stringify(first);
  const found: Violation[] = [];
  if (values !== undefined && !values.includes(value.toUpperCase())) {
    found.push({ expected: `${name} ${values.join(' or ')}`, actual: `${name} ${value}` });
  }
  if (localTime === true && (value.endsWith('Z') || parameter(property, 'tzid') !== undefined)) {
    const owner = component[0].toUpperCase();
    found.push({ expected: `${name} of ${owner} as a local time without zone`, actual: value });
  }
  return found;
}

function uidViolations(component: JCalComponent, { name, sameUid }: TableRow): Violation[] {
  if (sameUid !== true) return [];
  const parts = component[2].filter((part) => part[0] === name.toLowerCase());
  const uids = [...new Set(parts.map((part) => textValue(part, 'uid') ?? '(none)'))];
  return uids.length <= 1 ? [] : [{ expected: `one UID for all ${name}s`, actual: uids.join(', ') }];
}
