import { toUSVString } from 'node:util';
import { type JCalComponent, parameter, property, textValue } from '../../icalendar/jcal.js';
import { methodOf, organizerOf } from '../../icalendar/read.js';

/** Longest value that is repeated for people. */
const LONGEST = 500;

/**
 * Text of strangers on one line: no line ends, no other controls, no marks that turn the direction of writing, and
 * nothing that a mail program would decode into such (RFC 2047 section 2).
 */
export function onOneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('=?', '= ?')
    .trim();
  return toUSVString(line.slice(0, LONGEST));
}

/** The first component that is scheduled: not one of the time zones. */
export function scheduledComponent(calendar: JCalComponent): JCalComponent | undefined {
  return calendar[2].find(([name]) => name !== 'vtimezone');
}

/**
 * A scheduling message in words, for mail programs that know nothing of text/calendar (RFC 6047 section 2.4).
 *
 * @param calendar the scheduling message
 * @returns lines with LF line ends: method, summary, start and end with their zone, place, Organizer
 */
export function plainTextOf(calendar: JCalComponent): string {
  const component = scheduledComponent(calendar);
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Scheduling message', methodOf(calendar)],
    ['Summary', component && textValue(component, 'summary')],
    ['Start', component && timeOf(component, 'dtstart')],
    ['End', component && (timeOf(component, 'dtend') ?? timeOf(component, 'due'))],
    ['Location', component && textValue(component, 'location')],
    ['Organizer', component && organizerOf(component)],
  ];
  const said = lines.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${onOneLine(value)}`],
  );
  return `${said.join('\n')}\n`;
}

function timeOf(component: JCalComponent, name: string): string | undefined {
  const found = property(component, name);
  if (found === undefined) return undefined;
  const zone = parameter(found, 'tzid');
  return zone === undefined ? String(found[3]) : `${found[3]} (${zone})`;
}
