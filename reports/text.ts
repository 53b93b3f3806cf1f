import { visible } from './visible.js';

/** Plain text for terminals of 80 columns. */

export const WIDTH = 80;

/** Wraps words at a width; each line begins with `indent`. Words longer than a line go on in the next one. */
export function wrap(text: string, indent = '', width = WIDTH): string[] {
  const lines: string[] = [];
  const words = visible(text).split(/\s+/);
  for (const word of words.flatMap((long) => pieces(long, width - indent.length))) {
    const last = lines.at(-1);
    if (last !== undefined && `${indent}${last} ${word}`.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}${line}`);
}

/** A word in pieces that fit, cut behind a slash or a hyphen where there is one; nothing of the empty word. */
function pieces(word: string, room: number): string[] {
  const cut: string[] = [];
  let rest = word;
  while (rest.length > room) {
    const behind = Math.max(rest.lastIndexOf('/', room - 1), rest.lastIndexOf('-', room - 1)) + 1;
    const piece = behind > 0 ? rest.slice(0, behind) : wholeCharacters(rest, room);
    cut.push(piece);
    rest = rest.slice(piece.length);
  }
  return rest === '' ? cut : [...cut, rest];
}

/**
 * A content line in lines no longer than a width, folded as RFC 5545 section 3.1 has it: what goes on begins with a
 * space.
 *
 * @param width in characters, where the RFC counts octets
 */
export function folded(line: string, width: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const piece = wholeCharacters(rest, width);
    lines.push(piece);
    rest = ` ${rest.slice(piece.length)}`;
  }
  return [...lines, rest];
}

/** The beginning of a text, so long at most; a character of two halves is not cut. */
function wholeCharacters(text: string, length: number): string {
  const beginning = text.slice(0, length);
  return length > 1 && /[\ud800-\udbff]$/.test(beginning) ? beginning.slice(0, -1) : beginning;
}

/** A line with a label in a column of its own; further lines are indented like the first. */
export function labelled(label: string, text: string, labelWidth = 12, indent = '  '): string[] {
  const [first = '', ...rest] = wrap(text, '', WIDTH - labelWidth - indent.length);
  const space = ' '.repeat(labelWidth);
  return [
    `${indent}${label.padEnd(labelWidth)}${first}`.trimEnd(),
    ...rest.map((line) => `${indent}${space}${line}`),
  ];
}

/** Columns set apart by two spaces; the first flush left, the others flush right. */
export function table(rows: readonly (readonly string[])[], indent = '  '): string[] {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    `${indent}${row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')}`.trimEnd(),
  );
}

/** A text cut to a length, with an ellipsis where something is missing. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(0, length - 1))}…`;
}

/** A time in seconds with one digit, e.g. `1.5 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
