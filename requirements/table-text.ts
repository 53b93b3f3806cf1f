import type { Presence } from './restriction-table-file.js';
import type { RfcText } from './rfc-text.js';
import type { Lines } from './row.js';

/** A row of a restriction table as an RFC prints it. */
export interface PrintedRow {
  /** The component it belongs to. */
  readonly component: string;
  readonly name: string;
  readonly presence: Presence;
  readonly line: number;
}

/** RFC 2446 prints columns, RFC 5546 draws boxes; in both, indentation says what belongs to what. */
const ROW_FORMS = [
  /^(\s*)([A-Z][A-Z-]*)\s+(0 or 1|0\+|1\+|0|1)(?:\s|$)/,
  /^\s*\|(\s+)([A-Z][A-Z-]*)\s*\|\s*(0 or 1|0\+|1\+|0|1)\s*\|/,
];

/**
 * Reads the restriction table in a range of lines. Where RFC 2446 prints VALARM beside VEVENT instead of within it,
 * the row is put where such a component can stand.
 */
export function printedTable({ lines }: RfcText, [from, to]: Lines): PrintedRow[] {
  const rows: PrintedRow[] = [];
  const open: { readonly indent: number; readonly name: string }[] = [];
  for (let line = from; line <= to; line += 1) {
    const [, space, name, presence] = rowIn(lines[line - 1] ?? '') ?? [];
    if (space === undefined || name === undefined) continue;
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    const component = name === 'VALARM' ? 'VEVENT' : (open.at(-1)?.name ?? 'VCALENDAR');
    rows.push({ component, name, presence: presence as Presence, line });
    open.push({ indent: space.length, name });
  }
  return rows;
}

function rowIn(line: string): RegExpExecArray | undefined {
  return ROW_FORMS.map((form) => form.exec(line)).find((match) => match !== null) ?? undefined;
}
