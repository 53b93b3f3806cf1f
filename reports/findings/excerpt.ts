import { unfold } from '../../simulator/icalendar/folding.js';
import { visible } from '../visible.js';

/** What no verdict hangs on: who wrote the object and when, and which meeting of the suite it is. */
const ASIDE: readonly string[] = [
  ...['VERSION', 'PRODID', 'CALSCALE', 'UID', 'CREATED', 'LAST-MODIFIED'],
  ...['CLASS', 'PRIORITY', 'TRANSP'],
];

/** What tells where a line stands. */
const FRAME: readonly string[] = ['METHOD', 'BEGIN', 'END', 'RECURRENCE-ID'];

/** Nobody reads more lines than this; the whole stands in the results. */
const MOST_LINES = 60;

/**
 * The lines of an iCalendar text that matter, unfolded: without time zones, the calendar around and extensions, of the
 * properties only those named, if any are. What stands around it (of a mail or an answer) is left out. Text that is no
 * iCalendar stays as it is.
 */
export function excerpt(text: string, properties?: readonly string[]): string[] {
  const lines = unfold(visible(text)).split('\n');
  const [first, last] = [lines.indexOf('BEGIN:VCALENDAR'), lines.lastIndexOf('END:VCALENDAR')];
  if (first < 0) return bounded(lines.filter((line) => line.trim() !== ''));
  const inside = lines.slice(first + 1, last < 0 ? undefined : last);
  return bounded(withoutZones(inside).filter((line) => matters(line, properties)));
}

function bounded(lines: readonly string[]): string[] {
  const rest = lines.length - MOST_LINES;
  return [...lines.slice(0, MOST_LINES), ...(rest > 0 ? [`(${rest} more lines in results.json)`] : [])];
}

function withoutZones(lines: readonly string[]): string[] {
  let depth = 0;
  return lines.filter((line) => {
    if (line === 'BEGIN:VTIMEZONE') depth += 1;
    const isOutside = depth === 0;
    if (line === 'END:VTIMEZONE') depth -= 1;
    return isOutside;
  });
}

function matters(line: string, properties: readonly string[] | undefined): boolean {
  const name = /^[A-Za-z0-9-]+/.exec(line)?.[0].toUpperCase() ?? '';
  if (FRAME.includes(name)) return true;
  if (properties !== undefined) return properties.includes(name);
  return name !== '' && !ASIDE.includes(name) && !name.startsWith('X-');
}
