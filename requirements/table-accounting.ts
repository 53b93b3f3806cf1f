import { type AccountProblem, rangeText } from './account-problem.js';
import type { Catalogue } from './catalogue.js';
import { presenceUnder } from './restriction-table.js';
import type { Presence, TableFile } from './restriction-table-file.js';
import { type Library, within } from './rfc-text.js';
import { PROFILES, type Profile, type Row, rfcPlacesOf } from './row.js';
import { type PrintedRow, printedTable } from './table-text.js';

/** Holds the restriction tables of the catalogue against those that the RFCs print, in both directions. */
export function tableProblems(library: Library, catalogue: Catalogue): AccountProblem[] {
  const owned = catalogue.tables.flatMap((table) => {
    const row = catalogue.rows.get(table.requirement);
    return row === undefined ? [] : [{ table, row }];
  });
  return [
    ...owned.flatMap(({ table, row }) =>
      PROFILES.flatMap((profile) => differences(library, table, row, profile)),
    ),
    ...rowsWithoutTable(
      library,
      catalogue,
      owned.map(({ row }) => row),
    ),
  ];
}

/** What is printed as a table in an accounted section, but lies in no table of the catalogue. */
function rowsWithoutTable(library: Library, catalogue: Catalogue, owners: readonly Row[]): AccountProblem[] {
  return catalogue.accounted.flatMap(({ document, section }) => {
    const text = library(document);
    const own = text.sections.get(section)?.own;
    const known = owners.flatMap(rfcPlacesOf).filter((place) => place.document === document);
    const printed = own === undefined ? [] : printedTable(text, own);
    return printed
      .filter(({ line }) => !known.some(({ lines }) => within([line, line], lines)))
      .map(({ name, line }): AccountProblem => {
        const where = `${document} section ${section}, line ${line}`;
        return { kind: 'table-row', where, text: `${name} is in no table of the catalogue` };
      });
  });
}

/** A row of the catalogue's table under one profile. The line is known where the two RFCs differ. */
interface HeldRow {
  readonly presence: Presence;
  readonly line: number | undefined;
}

function differences(library: Library, table: TableFile, row: Row, profile: Profile): AccountProblem[] {
  const place = rfcPlacesOf(row).find(({ document }) => document === profile);
  if (place === undefined) return [];
  const held = heldRows(table, profile);
  const printed = printedTable(library(place.document), place.lines);
  const names = new Set(printed.map(keyOf));
  const surplus = [...held.keys()]
    .filter((key) => !names.has(key))
    .map((key) => `${key} is not in the table, ${rangeText(place.lines)}`);
  const wrong = printed.flatMap((found) => rowDifference(found, held.get(keyOf(found))));
  return [...wrong, ...surplus].map((text) => ({
    kind: 'table-differs',
    where: `${table.requirement} in ${place.document}`,
    text,
  }));
}

function rowDifference(printed: PrintedRow, held: HeldRow | undefined): string[] {
  const key = keyOf(printed);
  if (held === undefined) return [`${key}, line ${printed.line}, is missing in the catalogue`];
  if (held.presence !== printed.presence) {
    return [`${key}, line ${printed.line}, is "${printed.presence}", in the catalogue "${held.presence}"`];
  }
  if (held.line === undefined || held.line === printed.line) return [];
  return [`${key} stands in line ${printed.line}, in the catalogue ${held.line}`];
}

function heldRows(table: TableFile, profile: Profile): Map<string, HeldRow> {
  const rows = Object.entries(table.parts).flatMap(([component, written]) =>
    written.flatMap((row): [string, HeldRow][] => {
      const presence = presenceUnder(row, profile);
      if (presence === undefined) return [];
      const difference = typeof row.rfc5546 === 'object' ? row.rfc5546.line : undefined;
      return [
        [`${component}/${row.name}`, { presence, line: profile === 'rfc2446' ? row.line : difference }],
      ];
    }),
  );
  return new Map(rows);
}

function keyOf({ component, name }: { readonly component: string; readonly name: string }): string {
  return `${component}/${name}`;
}
