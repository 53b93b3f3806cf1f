import { z } from 'zod';
import { METHODS } from '../targets/methods.js';

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
