import { inLowerCase, readContentLine } from './content-line.js';
import { unfold } from './folding.js';
import { excerpt, IcalendarError } from './icalendar-error.js';
import type { JCalComponent, JCalParameters, JCalProperty } from './jcal.js';
import { defaultTypeOf, readValues } from './value-types.js';

export { IcalendarError };

/** Largest iCalendar object that is taken in, in characters. */
export const MAX_TEXT = 8 * 1024 * 1024;
/** Most content lines; an object of the largest size has fewer unless they are shorter than any real ones. */
export const MAX_LINES = 250_000;
/** Deepest nesting of components; VCALENDAR, VEVENT, VALARM and some to spare. */
const MAX_DEPTH = 5;
const WORD = /^[\w-]{1,100}$/;

type OpenComponent = [name: string, properties: JCalProperty[], components: JCalComponent[]];

/**
 * Reads one iCalendar object (RFC 5545). Takes LF and CRLF line ends.
 *
 * @param text iCalendar text with exactly one VCALENDAR
 * @returns the VCALENDAR as jCal
 * @throws IcalendarError when the text is too large, broken, empty, nested too deeply, holds several objects, or a
 *   value that is not of its type
 */
export function parseCalendar(text: string): JCalComponent {
  if (text.length > MAX_TEXT) {
    throw new IcalendarError(
      `the iCalendar object has ${text.length} characters; at most ${MAX_TEXT} are taken in`,
    );
  }
  const open: OpenComponent[] = [];
  let root: OpenComponent | undefined;
  for (const line of contentLines(text)) {
    if (root !== undefined && open.length === 0) throw afterTheEnd(line);
    takeLine(line, open);
    root ??= open[0];
  }
  const [unclosed] = open;
  if (unclosed !== undefined) {
    throw broken(`${unclosed[0].toUpperCase()} began but did not end`);
  }
  if (root === undefined) throw new IcalendarError('expected exactly one VCALENDAR, found none');
  return root;
}

/** The same for a reader that passes over what is no iCalendar object: undefined instead of IcalendarError. */
export function calendarIfReadable(text: string): JCalComponent | undefined {
  try {
    return parseCalendar(text);
  } catch (error) {
    if (error instanceof IcalendarError) return undefined;
    throw error;
  }
}

/** The lines, put together; empty ones are left out. */
function contentLines(text: string): string[] {
  const lines = unfold(text).split('\n', MAX_LINES + 1);
  if (lines.length > MAX_LINES) {
    throw new IcalendarError(`the iCalendar object has more than ${MAX_LINES} lines`);
  }
  return lines
    .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
    .filter((line) => line.trim() !== '');
}

function takeLine(line: string, open: OpenComponent[]): void {
  const { name, parameters, value } = readContentLine(line);
  if (name === 'begin') begin(componentName(value, line), open);
  else if (name === 'end') end(componentName(value, line), open);
  else {
    const within = open.at(-1);
    if (within === undefined) throw broken(`${excerpt(line)} stands in no component`);
    within[1].push(propertyFrom(line, name, parameters, value));
  }
}

/** VALUE is the type of a property and none of its parameters. */
function propertyFrom(line: string, name: string, parameters: JCalParameters, value: string): JCalProperty {
  if (!Object.hasOwn(parameters, 'value')) {
    const type = defaultTypeOf(name);
    const values = readValues(name, type, value);
    const [only] = values;
    return values.length === 1 && only !== undefined
      ? [name, parameters, type, only]
      : [name, parameters, type, ...values];
  }
  const { value: named, ...others } = parameters;
  const type = String(named).toLowerCase() || defaultTypeOf(name);
  if (!WORD.test(type)) throw broken(`no value type in ${excerpt(line)}`);
  return [name, others, type, ...readValues(name, type, value)];
}

function componentName(value: string, line: string): string {
  const name = inLowerCase(value.trim());
  if (WORD.test(name)) return name;
  throw broken(`no component name in ${excerpt(line)}`);
}

function begin(name: string, open: OpenComponent[]): void {
  const within = open.at(-1);
  if (within === undefined && name !== 'vcalendar') {
    throw new IcalendarError(`expected one VCALENDAR, found ${name.toUpperCase()}`);
  }
  if (open.length === MAX_DEPTH) {
    throw new IcalendarError(`components are nested deeper than ${MAX_DEPTH} levels`);
  }
  const component: OpenComponent = [name, [], []];
  within?.[2].push(component);
  open.push(component);
}

function end(name: string, open: OpenComponent[]): void {
  const component = open.pop();
  if (component?.[0] === name) return;
  const expected = component === undefined ? 'none is open' : `${component[0].toUpperCase()} is open`;
  throw broken(`END:${name.toUpperCase()} where ${expected}`);
}

function afterTheEnd(line: string): IcalendarError {
  return /^BEGIN:/i.test(line)
    ? new IcalendarError('expected exactly one VCALENDAR, found several')
    : broken(`${excerpt(line)} behind the end of VCALENDAR`);
}

function broken(what: string): IcalendarError {
  return new IcalendarError(`not iCalendar: ${what}`);
}
