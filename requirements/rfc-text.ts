import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../targets/outcome-errors.js';
import type { Document, Lines } from './row.js';

/** The canonical text of an RFC, looked at by line and section. Lines count from 1. */
export interface RfcText {
  readonly document: Document;
  readonly lines: readonly string[];
  readonly sections: ReadonlyMap<string, Section>;
}

/** The RFC texts at hand. */
export type Library = (document: Document) => RfcText;

/** A section of an RFC. */
export interface Section {
  readonly title: string;
  /** Its own text, up to the next heading of any depth. */
  readonly own: Lines;
  /** Its text with all subsections. */
  readonly whole: Lines;
}

/**
 * Reads `rfcNNNN.txt` from a folder.
 *
 * @throws UsageError when the file is not there
 */
export function readRfc(dir: string, document: Document): RfcText {
  const file = join(dir, `${document}.txt`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read (${(error as Error).message}); give the folder of the RFC texts`,
    );
  }
  return rfcText(document, text);
}

/** The same for text that was already read. */
export function rfcText(document: Document, text: string): RfcText {
  const lines = text.split(/\r?\n/);
  return { document, lines, sections: sectionsOf(lines) };
}

/** A heading starts in the first column; the table of contents is indented or dotted. */
const HEADING = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/;

function sectionsOf(lines: readonly string[]): Map<string, Section> {
  const headings = lines.flatMap((line, index) => {
    const [, number, title] = HEADING.exec(line) ?? [];
    if (number === undefined || title === undefined || title.includes('....')) return [];
    return [{ number, title: title.trim(), line: index + 1 }];
  });
  const endBefore = (next: { line: number } | undefined): number => (next?.line ?? lines.length + 1) - 1;
  return new Map(
    headings.map(({ number, title, line }, index): [string, Section] => {
      const later = headings.slice(index + 1);
      const sibling = later.find((other) => !other.number.startsWith(`${number}.`));
      return [number, { title, own: [line, endBefore(later[0])], whole: [line, endBefore(sibling)] }];
    }),
  );
}

/**
 * Whether the text obliges or permits with a word of BCP 14. RFC 2446 does not keep to capitals, so must, shall and
 * should count in any case; may, required and optional are everyday words in lower case.
 */
export function hasKeyword(line: string): boolean {
  return /\b(must|shall|should)\b/i.test(line) || /\b(MAY|REQUIRED|RECOMMENDED|OPTIONAL)\b/.test(line);
}

/** The lines with a keyword in a range. */
export function keywordLines({ lines }: RfcText, [from, to]: Lines): number[] {
  return numbers([from, to]).filter((number) => hasKeyword(lines[number - 1] ?? ''));
}

/** Words of BCP 14 that say the same, which count in capitals alone. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  MUST: ['SHALL', 'REQUIRED'],
  'MUST NOT': ['SHALL NOT'],
  SHOULD: ['RECOMMENDED'],
  'SHOULD NOT': ['NOT RECOMMENDED'],
  MAY: ['OPTIONAL'],
};

/**
 * Whether a range says MUST, MUST NOT and so on, in any case, or a word of the same meaning. The words may be broken
 * over two lines or pages, also within a box. MUST NOT does not say MUST.
 */
export function says({ lines }: RfcText, [from, to]: Lines, level: string): boolean {
  const flow = lines
    .slice(from - 1, to)
    .filter((line) => !isPageEdge(line))
    .join(' ')
    .replace(/[|\s]+/g, ' ');
  const has = (words: string, flags: string): boolean =>
    new RegExp(`(?<!\\b(?:not|NOT) )\\b${words}\\b(?! (?:not|NOT)\\b)`, flags).test(flow);
  return has(level, 'i') || (SYNONYMS[level] ?? []).some((words) => has(words, ''));
}

/** The last line of a page, or the first. */
function isPageEdge(line: string): boolean {
  return /\[Page \d+\]\s*$/.test(line) || /^\f?RFC \d+ .* \d{4}\s*$/.test(line);
}

/** The iCalendar objects printed in a range: first and last line of each. */
export function examplesIn({ lines }: RfcText, [from, to]: Lines): Lines[] {
  const marked = (marker: string): number[] =>
    numbers([from, to]).filter((number) => lines[number - 1]?.trim() === marker);
  const ends = marked('END:VCALENDAR');
  return marked('BEGIN:VCALENDAR').map((begin) => [begin, ends.find((end) => end > begin) ?? to]);
}

/** Whether a range lies in another one as a whole. */
export function within([from, to]: Lines, [first, last]: Lines): boolean {
  return first <= from && to <= last;
}

function numbers([from, to]: Lines): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
