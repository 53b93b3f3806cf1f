import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HarnessFault } from '../targets/outcome-errors.js';
import { type Catalogue, type CatalogueEntries, catalogueOf } from './catalogue.js';
import { readYaml } from './read-yaml.js';
import { TableFile } from './restriction-table-file.js';
import { DOCUMENTS, type Force, type Place, type Row, sectionKey } from './row.js';
import { Document, Lines, RowFile, SectionNumber, type WrittenRow } from './row-file.js';

const Exclusion = z.strictObject({
  document: Document,
  lines: Lines,
  reason: z.string().trim().min(1),
  sameAs: z.string().optional().describe('the row that tests what is said there'),
});
/** Lines of an RFC that are no rule of their own, with the reason. */
export type Exclusion = z.infer<typeof Exclusion>;

const Titles = z.partialRecord(Document, z.record(SectionNumber, z.string().min(1)));
/** The title of each section, by document. */
export type Titles = z.infer<typeof Titles>;
const Accounted = z.partialRecord(Document, z.array(SectionNumber));

/** Loads the catalogue from its folder, `requirements/` of the package. Throws HarnessFault as `readCatalogue` does. */
export function loadCatalogue(dir: string): Catalogue {
  return catalogueOf(readCatalogue(dir));
}

/**
 * Reads the files of the catalogue.
 *
 * @throws HarnessFault naming file, row and key when a file does not match its schema, an id is given twice or
 *   does not fit its section, or a table, exclusion or section refers to what does not exist
 */
export function readCatalogue(dir: string): CatalogueEntries {
  const titles = readYaml(join(dir, 'sections.yaml'), Titles);
  const rows = rowsUnder(dir, titles);
  const tables = yamlIn(dir, 'tables').map((file) => readYaml(file, TableFile));
  const exclusions = readYaml(join(dir, 'exclusions.yaml'), z.array(Exclusion));
  const accounted = Object.entries(readYaml(join(dir, 'accounted-sections.yaml'), Accounted)).flatMap(
    ([document, sections]) =>
      (sections ?? []).map((section) => ({ document: document as Document, section })),
  );
  for (const { requirement } of tables) checkRow(rows, requirement, `${dir}: a table`);
  for (const { sameAs } of exclusions) {
    if (sameAs !== undefined) checkRow(rows, sameAs, `${dir}: an exclusion`);
  }
  return { rows: [...rows.values()], tables, exclusions, accounted, titles };
}

function rowsUnder(dir: string, titles: Titles): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const file of rowFiles(dir)) {
    for (const row of rowsOf(file, titles)) {
      if (rows.has(row.id)) throw new HarnessFault(`${file}: ${row.id} is in the catalogue twice`);
      rows.set(row.id, row);
    }
  }
  return rows;
}

function checkRow(rows: ReadonlyMap<string, Row>, id: string, who: string): void {
  if (!rows.has(id)) throw new HarnessFault(`${who} names ${id}, which the catalogue does not have`);
}

function rowFiles(dir: string): string[] {
  return DOCUMENTS.filter((document) => readdirSync(dir).includes(document)).flatMap((document) =>
    yamlIn(dir, document),
  );
}

/** The YAML files of a folder, sections in their numeric order, each before its subsections. */
function yamlIn(dir: string, folder: string): string[] {
  return readdirSync(join(dir, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .map((name) => join(dir, folder, `${name}.yaml`));
}

function rowsOf(file: string, titles: Titles): Row[] {
  const { document, section, rows } = readYaml(file, RowFile);
  const prefix = `${sectionKey({ document, section })}/`;
  return rows.map((written) => {
    if (!written.id.startsWith(prefix)) {
      throw new HarnessFault(`${file}: ${written.id}: ids in this file begin with ${prefix}`);
    }
    const place = (where: Omit<Place, 'title'>): Place => {
      const title = titles[where.document]?.[where.section];
      if (title !== undefined) return { ...where, title };
      const missing = `${where.document} section ${where.section} has no title in sections.yaml`;
      throw new HarnessFault(`${file}: ${written.id}: ${missing}`);
    };
    return rowFrom(written, document, section, place);
  });
}

function rowFrom(
  written: WrittenRow,
  document: Document,
  section: string,
  place: (where: Omit<Place, 'title'>) => Place,
): Row {
  const { id, party, duty, method, component, text, lines, profiles, ambient, successor } = written;
  const next = successor && { section: successor.section ?? section, lines: successor.lines };
  return {
    ...{ id, party, duty, method, component, text, profiles, ambient },
    force: forceIn(written),
    source: place({ document, section, lines }),
    in2446: written.in2446,
    successor: next && place({ document: 'rfc5546', ...next }),
    untested: written.untested,
    unobservable: written.unobservable,
    ruling: written.ruling,
  };
}

function forceIn(written: WrittenRow): Force {
  return written.level === 'implied'
    ? { level: written.level, weight: written.weight, reason: written.reason }
    : { level: written.level };
}
