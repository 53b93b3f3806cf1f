import { type AccountProblem, rangeText } from './account-problem.js';
import type { Catalogue } from './catalogue.js';
import { examplesIn, keywordLines, type Library, type RfcText, readRfc, says, within } from './rfc-text.js';
import { type Document, forceOf, type Lines, type RfcPlace, type Row, rfcPlacesOf } from './row.js';
import { tableProblems } from './table-accounting.js';

/**
 * Holds the catalogue against the RFC texts in a folder (`rfc2446.txt` and so on). In every accounted section each
 * line with a keyword, each row of a restriction table and each worked example must lie in a row of the catalogue
 * or in an exclusion; places that rows name must exist; the tables must be those of the text.
 *
 * @throws UsageError when a text is missing in the folder
 */
export function accountFor(rfcDir: string, catalogue: Catalogue): AccountProblem[] {
  const read = new Map<Document, RfcText>();
  return accountIn((document) => {
    const text = read.get(document) ?? readRfc(rfcDir, document);
    read.set(document, text);
    return text;
  }, catalogue);
}

/** The same for texts from anywhere. */
export function accountIn(library: Library, catalogue: Catalogue): AccountProblem[] {
  return [
    ...placeProblems(library, catalogue),
    ...catalogue.accounted.flatMap((section) => sectionProblems(library, catalogue, section)),
    ...needlessExclusions(library, catalogue),
    ...tableProblems(library, catalogue),
  ];
}

function placeProblems(library: Library, catalogue: Catalogue): AccountProblem[] {
  return [...catalogue.rows.values()].flatMap((row) =>
    rfcPlacesOf(row).flatMap((place) => {
      const text = library(place.document);
      const misplaced = placeProblem(row.id, place, text);
      return misplaced.length > 0 ? misplaced : levelProblem(row, place, text);
    }),
  );
}

function placeProblem(where: string, place: RfcPlace, { sections }: RfcText): AccountProblem[] {
  const { document, section, title, lines } = place;
  const found = sections.get(section);
  if (found === undefined) {
    return [{ kind: 'no-such-section', where, text: `${document} has no section ${section}` }];
  }
  if (found.title !== title) {
    const text = `${document} section ${section} is called "${found.title}", not "${title}"`;
    return [{ kind: 'wrong-title', where, text }];
  }
  if (within(lines, found.whole)) return [];
  const text = `${rangeText(lines)} do not lie in ${document} section ${section}, which is ${rangeText(found.whole)}`;
  return [{ kind: 'no-such-lines', where, text }];
}

/** A row whose level is a keyword stands where the text has that word; the case may differ in RFC 2446. */
function levelProblem(row: Row, { document, lines }: RfcPlace, text: RfcText): AccountProblem[] {
  const { level } = forceOf(row, document === 'rfc2446' ? 'rfc2446' : 'rfc5546');
  if (level === 'implied' || says(text, lines, level)) return [];
  const missing = `${document} does not say ${level} in ${rangeText(lines)}`;
  return [{ kind: 'no-such-level', where: row.id, text: missing }];
}

function sectionProblems(
  library: Library,
  catalogue: Catalogue,
  { document, section }: Catalogue['accounted'][number],
): AccountProblem[] {
  const text = library(document);
  const own = text.sections.get(section)?.own;
  if (own === undefined) {
    const missing = `${document} has no section ${section}`;
    return [{ kind: 'no-such-section', where: 'accounted-sections.yaml', text: missing }];
  }
  const accounted = rangesFor(catalogue, document);
  const open = (lines: Lines): boolean => !accounted.some((known) => within(lines, known));
  const keywords = keywordLines(text, own).map((line): [AccountProblem['kind'], Lines] => [
    'keyword',
    [line, line],
  ]);
  const examples = examplesIn(text, own).map((lines): [AccountProblem['kind'], Lines] => ['example', lines]);
  return [...keywords, ...examples]
    .filter(([, lines]) => open(lines))
    .map(([kind, lines]) => {
      const shown = text.lines[lines[0] - 1]?.trim() ?? '';
      const said = `in no row and no exclusion: ${shown}`;
      return { kind, where: `${document} section ${section}, ${rangeText(lines)}`, text: said };
    });
}

function rangesFor(catalogue: Catalogue, document: Document): Lines[] {
  const places = [...catalogue.rows.values()].flatMap(rfcPlacesOf);
  return [...places, ...catalogue.exclusions]
    .filter((place) => place.document === document)
    .map(({ lines }) => lines);
}

/** An exclusion that excludes nothing hides that the text or the catalogue has changed. */
function needlessExclusions(library: Library, catalogue: Catalogue): AccountProblem[] {
  return catalogue.exclusions.flatMap(({ document, lines }): AccountProblem[] => {
    const text = library(document);
    if (keywordLines(text, lines).length + examplesIn(text, lines).length > 0) return [];
    const where = `exclusions.yaml, ${document} ${rangeText(lines)}`;
    return [{ kind: 'needless-exclusion', where, text: 'has no keyword and no worked example' }];
  });
}
