import type { RestrictionTable } from '../../requirements/restriction-table.js';
import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { IcalendarError, parseCalendar } from '../../simulator/icalendar/parse.js';
import { methodOf } from '../../simulator/icalendar/read.js';
import { broken, type Finding, holds, type ReadMessage } from './finding.js';
import { tableViolations, type Violation } from './table-violations.js';

/** The row of the VCALENDAR table: also what cannot be read, or has no METHOD, is no scheduling message. */
export const CALENDAR_TABLE = '2446/3.1/calendar-table';

/** Checks a message against every restriction table that it comes under. */
export function checkTables(
  { observed, calendar }: ReadMessage,
  tables: readonly RestrictionTable[],
): Finding[] {
  return violationsByTable(calendar, tables).map(({ requirement, violations }) => {
    const [first] = violations;
    if (first === undefined) return holds(requirement);
    return broken(requirement, observed, {
      reason: 'the message breaks its restriction table',
      expected: violations.map(({ expected }) => expected).join('; '),
      actual: violations.map(({ actual }) => actual).join('; '),
    });
  });
}

/**
 * What is wrong with a message that the harness composed itself, one sentence each; empty when it is fine. A message
 * of ours that breaks a table is a fault of the harness and must not be sent.
 */
export function lintMessage(data: string, tables: readonly RestrictionTable[]): string[] {
  try {
    return violationsByTable(parseCalendar(data), tables).flatMap(({ requirement, violations }) =>
      violations.map(({ expected, actual }) => `${requirement}: expected ${expected}, found ${actual}`),
    );
  } catch (error) {
    if (error instanceof IcalendarError) return [`${CALENDAR_TABLE}: ${error.message}`];
    throw error;
  }
}

interface Judged {
  readonly requirement: string;
  readonly violations: readonly Violation[];
}

function violationsByTable(calendar: JCalComponent, tables: readonly RestrictionTable[]): Judged[] {
  return tables
    .filter((table) => applies(table, calendar))
    .map((table) => ({
      requirement: table.requirement,
      violations: [
        ...tableViolations(calendar, table),
        ...(table.requirement === CALENDAR_TABLE ? methodViolations(calendar) : []),
      ],
    }));
}

function applies({ method, component }: RestrictionTable, calendar: JCalComponent): boolean {
  if (method !== undefined && methodOf(calendar) !== method) return false;
  return component === 'VEVENT' ? isOfEvents(calendar) : has(calendar, component);
}

/** A message without any calendar component counts as one of events, so that the missing VEVENT is noticed. */
function isOfEvents(calendar: JCalComponent): boolean {
  return has(calendar, 'VEVENT') || !['VTODO', 'VJOURNAL', 'VFREEBUSY'].some((other) => has(calendar, other));
}

function has(component: JCalComponent, name: string): boolean {
  return component[0] === name.toLowerCase() || component[2].some((part) => has(part, name));
}

/** METHOD stands in the table of each method; which of them applies cannot be said without it. */
function methodViolations(calendar: JCalComponent): Violation[] {
  return methodOf(calendar) === undefined
    ? [{ expected: 'exactly one METHOD in VCALENDAR', actual: 'none' }]
    : [];
}
