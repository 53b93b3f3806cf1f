import type { Exclusion, Titles } from './read-catalogue.js';
import { type RestrictionTable, underProfile } from './restriction-table.js';
import type { TableFile } from './restriction-table-file.js';
import type { Document, Profile, Row } from './row.js';

/** What the files of the catalogue say, as plain data. */
export interface CatalogueEntries {
  /** In the order of documents and sections; no id twice. */
  readonly rows: readonly Row[];
  readonly tables: readonly TableFile[];
  readonly exclusions: readonly Exclusion[];
  readonly accounted: Catalogue['accounted'];
  readonly titles: Titles;
}

/** All that the suite knows about the RFCs' requirements. */
export interface Catalogue {
  /** Rows by id, in the order of documents and sections. */
  readonly rows: ReadonlyMap<string, Row>;
  readonly tables: readonly TableFile[];
  readonly exclusions: readonly Exclusion[];
  /** Sections, without their subsections, of which every rule must be accounted for. */
  readonly accounted: readonly { readonly document: Document; readonly section: string }[];
  /** The title of each section that is named anywhere. */
  titleOf(document: Document, section: string): string | undefined;
}

/** The catalogue over its entries. */
export function catalogueOf({ rows, titles, ...others }: CatalogueEntries): Catalogue {
  return {
    ...others,
    rows: new Map(rows.map((row) => [row.id, row])),
    titleOf: (document, section) => titles[document]?.[section],
  };
}

/** The restriction tables as a profile has them, for the checks on messages. */
export function tablesUnder(catalogue: Catalogue, profile: Profile): RestrictionTable[] {
  return catalogue.tables.map((table) => underProfile(table, profile));
}
