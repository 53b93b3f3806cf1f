import { visible, visibleLine } from '../visible.js';

/** Texts of others in Markdown: none of them becomes markup, HTML or a mention. */

/** Text on one line, with everything escaped that Markdown or HTML could take for its own. */
export function plain(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_{}[\]()#!|~^$]|^[-+=]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('://', '&#58;//');
}

/** Text on one line as code; in a table the bar must be escaped even there. */
export function code(text: string): string {
  const line = visibleLine(text).replaceAll('|', '\\|');
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Lines as a block of code that nothing inside can end. */
export function block(text: string, language = ''): string[] {
  const shown = visible(text).trimEnd();
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
  return [`${fence}${language}`, ...shown.split('\n'), fence];
}

/** A table whose cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
