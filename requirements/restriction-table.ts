import type { Presence, TableFile, WrittenTableRow } from './restriction-table-file.js';
import type { Profile } from './row.js';

/** The restriction tables of iTIP (RFC 2446 section 3) as a checker needs them. */

/** A row as a checker needs it, under one profile. */
export interface TableRow
  extends Pick<
    WrittenTableRow,
    'name' | 'values' | 'excludes' | 'needs' | 'orElse' | 'localTime' | 'sameUid'
  > {
  readonly presence: Presence;
}

/** A table under one profile. It holds for messages of its method, or of any, that have the component. */
export interface RestrictionTable {
  /** The catalogue row that is broken when the table is. */
  readonly requirement: string;
  readonly method: TableFile['method'];
  /** The component that the table is about. */
  readonly component: string;
  /** Rows by the name of the component whose properties and sub-components they restrict. */
  readonly parts: ReadonlyMap<string, readonly TableRow[]>;
}

/** The table as a profile has it, without the rows that are not checked. */
export function underProfile(table: TableFile, profile: Profile): RestrictionTable {
  const parts = Object.entries(table.parts).map(
    ([component, rows]) => [component, rows.flatMap((row) => rowUnder(row, profile))] as const,
  );
  const { requirement, method, component } = table;
  return { requirement, method, component, parts: new Map(parts) };
}

function rowUnder(row: WrittenTableRow, profile: Profile): TableRow[] {
  const presence = presenceUnder(row, profile);
  if (presence === undefined || row.unchecked !== undefined) return [];
  const { name, values, excludes, needs, orElse, localTime, sameUid, rfc5546 } = row;
  const together = profile === 'rfc5546' && typeof rfc5546 === 'object' && rfc5546.together === true;
  return [
    { name, presence, values, excludes: together ? undefined : excludes, needs, orElse, localTime, sameUid },
  ];
}

/** The presence value that a profile has for a row, or undefined where its RFC lacks the row. */
export function presenceUnder(row: WrittenTableRow, profile: Profile): Presence | undefined {
  if (profile === 'rfc2446' || row.rfc5546 === undefined) return row.presence;
  return row.rfc5546 === 'absent' ? undefined : row.rfc5546.presence;
}
