import { visible } from './visible.js';

/** Plain text for terminals of 80 columns. */

export const WIDTH = 80;

/** Wraps words at a width; each line begins with `indent`. Words longer than a line stand alone. */
export function wrap(text: string, indent = '', width = WIDTH): string[] {
  const lines: string[] = [];
  for (const word of visible(text)
    .split(/\s+/)
    .filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && `${indent}${last} ${word}`.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => `${indent}${line}`);
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
