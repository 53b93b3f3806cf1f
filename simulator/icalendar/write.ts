import { hasControls, writeParameters } from './content-line.js';
import { fold, foldPlain, isPlain } from './folding.js';
import { excerpt, IcalendarError } from './icalendar-error.js';
import type { JCalComponent, JCalProperty } from './jcal.js';
import { defaultTypeOf, writeValues } from './value-types.js';

/**
 * Writes an iCalendar object with CRLF line ends and folded lines (RFC 5545 section 3.1).
 *
 * @param calendar a VCALENDAR as jCal
 * @returns iCalendar text ending in CRLF
 * @throws IcalendarError when a value holds a control character, which could pass for the end of its line
 */
export function writeCalendar(calendar: JCalComponent): string {
  const lines: string[] = [];
  addLines(calendar, lines);
  lines.push('');
  return lines.join('\r\n');
}

function addLines([name, properties, components]: JCalComponent, lines: string[]): void {
  const title = name.toUpperCase();
  lines.push(`BEGIN:${title}`);
  for (const property of properties) lines.push(lineOf(property));
  for (const component of components) addLines(component, lines);
  lines.push(`END:${title}`);
}

function lineOf(property: JCalProperty): string {
  const [name, parameters, type] = property;
  const value = type === 'unknown' || type === defaultTypeOf(name) ? '' : `;VALUE=${type.toUpperCase()}`;
  const line = `${name.toUpperCase()}${writeParameters(parameters)}${value}:${writeValues(property)}`;
  if (isPlain(line)) return foldPlain(line);
  if (hasControls(line)) throw new IcalendarError(`a control character in ${excerpt(line)}`);
  return fold(line);
}
