import { z } from 'zod';
import { METHODS } from '../targets/methods.js';
import type { Profile } from './row.js';

/** The restriction tables of iTIP (RFC 2446 section 3) as data, one row per property or component. */

const PRESENCES = ['1', '1+', '0', '0+', '0 or 1'] as const;
const Presence = z.enum(PRESENCES);
export type Presence = z.infer<typeof Presence>;

const Name = z.string().regex(/^[A-Z][A-Z-]*$/, 'not the name of a property or component');
const Line = z.number().int().min(1);
const Remark = z.string().trim().min(1);

/** What RFC 5546 has instead; `together` lifts `excludes`. */
const Difference = z.strictObject({ presence: Presence, line: Line, together: z.boolean().optional() });

const WrittenTableRow = z
  .strictObject({
    name: Name,
    presence: Presence.optional().describe('as in RFC 2446; left out where only RFC 5546 has the row'),
    line: Line.optional().describe('in RFC 2446'),
    rfc5546: z.union([Difference, z.literal('absent')]).optional(),
    values: z.array(z.string()).min(1).optional().describe('the values that are right'),
    excludes: Name.optional().describe('must not stand beside it'),
    needs: Name.optional().describe('must stand beside it'),
    orElse: Name.optional().describe('one of the two at least must be there'),
    localTime: z.boolean().optional().describe('a time without zone'),
    sameUid: z.boolean().optional().describe('all components of that name have one UID'),
    note: Remark.optional(),
    unchecked: Remark.optional().describe('why the row is not checked'),
  })
  .refine(
    ({ presence, line }) => (presence === undefined) === (line === undefined),
    'presence and line go together',
  )
  .refine(({ line, rfc5546 }) => line !== undefined || typeof rfc5546 === 'object', 'stands in neither RFC');
export type WrittenTableRow = z.infer<typeof WrittenTableRow>;

/** One file: one table. Rows stand under the component they belong to. */
export const TableFile = z.strictObject({
  requirement: z.string().min(1),
  method: z.enum(METHODS).optional(),
  component: Name.describe('the component that the table is about'),
  parts: z.record(Name, z.array(WrittenTableRow).min(1).refine(hasNamesOnce, 'a name is given twice')),
});
export type TableFile = z.infer<typeof TableFile>;

function hasNamesOnce(rows: readonly WrittenTableRow[]): boolean {
  return new Set(rows.map(({ name }) => name)).size === rows.length;
}

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
