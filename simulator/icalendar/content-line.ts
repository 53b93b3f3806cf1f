import { excerpt, IcalendarError } from './icalendar-error.js';
import type { JCalParameter, JCalParameters } from './jcal.js';
import { PROPERTY_NAMES } from './value-types.js';

/**
 * Content lines (RFC 5545 section 3.1) and their parameters (section 3.2, RFC 6868), read and written.
 * ical.js has its own, which are not used: it looks for the value at the wrong place behind a long list of quoted
 * addresses, drops all but the first of other quoted values, takes `\n` in a parameter for a line break, and needs
 * time that grows with the square of the number of parameters.
 */

/** A content line cut into its parts. */
export interface ContentLine {
  /** In lower case. */
  readonly name: string;
  /** Names in lower case. Several values of one parameter are a list. */
  readonly parameters: JCalParameters;
  /** As it stands. */
  readonly value: string;
}

/** Most parameters of one property; RFC 5545 knows 20. */
const MAX_PARAMETERS = 100;

/** The underscore is not in the RFC, but in names of some vendors. */
const NAME = /[A-Za-z0-9][\w-]*/y;
/** Most parameters have one plain value. */
const PLAIN_PARAMETER = /;[A-Za-z0-9][\w-]*=[^",;:^]*(?=[;:])/y;
const PLAIN_VALUE = /[^,;:]*/y;

/** Parameters that have one value: a comma in it that should have been quoted belongs to it. */
const SINGLE = new Set(
  [
    ['altrep', 'cn', 'cutype', 'dir', 'email', 'encoding', 'fbtype', 'fmttype', 'label', 'language'],
    ['partstat', 'range', 'related', 'reltype', 'role', 'rsvp', 'sent-by', 'tzid', 'value'],
    ['schedule-agent', 'schedule-force-send', 'schedule-status'],
  ].flat(),
);

/** Parameters whose values are calendar addresses, each in quotes (sections 3.2.4, 3.2.5, 3.2.11 and 3.2.18). */
const ADDRESSES = new Set(['delegated-from', 'delegated-to', 'member', 'sent-by']);

const COMPONENTS = ['vcalendar', 'vevent', 'valarm', 'vtimezone', 'standard', 'daylight'];

/** Names as they are mostly written, each with the one text in lower case that all lines share. */
const KNOWN = new Map(
  ['begin', 'end', ...COMPONENTS, ...PROPERTY_NAMES, ...SINGLE, ...ADDRESSES].map((name) => [
    name.toUpperCase(),
    name,
  ]),
);

/** Whether a line holds a character that no content line may have: a control other than the tab. */
export function hasControls(line: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it looks for
  return /[\u0000-\u0008\u000a-\u001f\u007f]/.test(line);
}

/**
 * Cuts an unfolded line into name, parameters and value.
 *
 * @throws IcalendarError when it is no content line, or has more than 100 parameters
 */
export function readContentLine(line: string): ContentLine {
  if (hasControls(line)) throw broken('a control character', line);
  let at = matchAt(NAME, line, 0);
  if (at === 0) throw broken('a line that begins with no name', line);
  const name = inLowerCase(line.slice(0, at));
  if (line[at] === ':') return { name, parameters: NONE, value: line.slice(at + 1) };
  const parameters: Record<string, JCalParameter> = {};
  for (let count = 1; line[at] === ';'; count += 1) {
    if (count > MAX_PARAMETERS) throw broken(`more than ${MAX_PARAMETERS} parameters`, line);
    at = readParameter(line, at, parameters);
  }
  if (line[at] !== ':') throw broken('no ":" after name and parameters', line);
  return { name, parameters, value: line.slice(at + 1) };
}

/** All lines without parameters share it. */
const NONE: JCalParameters = {};

/**
 * The name of a component, property or parameter in lower case. Two names that are one text are compared at once, and
 * that is most of what readers of jCal do.
 */
export function inLowerCase(name: string): string {
  return KNOWN.get(name) ?? name.toLowerCase();
}

/** Reads one parameter from its semicolon; returns the place behind it. */
function readParameter(line: string, start: number, parameters: Record<string, JCalParameter>): number {
  const plainEnd = matchAt(PLAIN_PARAMETER, line, start);
  if (plainEnd > start) {
    const middle = line.indexOf('=', start);
    const name = inLowerCase(line.slice(start + 1, middle));
    const plain = line.slice(middle + 1, plainEnd);
    if (Object.hasOwn(parameters, name)) add(parameters, name, [plain]);
    else parameters[name] = plain;
    return plainEnd;
  }
  const equals = matchAt(NAME, line, start + 1);
  if (equals === start + 1) throw broken('a parameter without name', line);
  if (line[equals] !== '=') throw broken('a parameter without value', line);
  const values: string[] = [];
  const end = readParameterValues(line, equals + 1, values);
  add(parameters, line.slice(start + 1, equals).toLowerCase(), values);
  return end;
}

function readParameterValues(line: string, start: number, values: string[]): number {
  let at = start - 1;
  do {
    const from = at + 1;
    if (line[from] === '"') {
      const close = closingQuote(line, from + 1);
      values.push(decoded(line.slice(from + 1, close)));
      at = close + 1;
    } else {
      at = matchAt(PLAIN_VALUE, line, from);
      values.push(decoded(line.slice(from, at)));
    }
  } while (line[at] === ',');
  return at;
}

function closingQuote(line: string, from: number): number {
  const end = line.indexOf('"', from);
  if (end < 0) throw broken('a quote that is not closed', line);
  if (!',;:'.includes(line[end + 1] ?? ',')) throw broken('text behind a closed quote', line);
  return end;
}

/** The place behind what a pattern matches from a place on. */
function matchAt(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(line) ? pattern.lastIndex : from;
}

/** A parameter given twice has all the values, unless it is one that has a single value: then the last counts. */
function add(parameters: Record<string, JCalParameter>, name: string, values: readonly string[]): void {
  if (SINGLE.has(name)) {
    parameters[name] = values.join(',');
    return;
  }
  const known = Object.hasOwn(parameters, name) ? [parameters[name] ?? []].flat() : [];
  const all = [...known, ...values];
  const [only = ''] = all;
  parameters[name] = all.length === 1 ? only : all;
}

function broken(what: string, line: string): IcalendarError {
  return new IcalendarError(`not iCalendar: ${what} in ${excerpt(line)}`);
}

const DECODED: Readonly<Record<string, string>> = { "^'": '"', '^n': '\n', '^^': '^' };
const ENCODED: Readonly<Record<string, string>> = { '"': "^'", '\n': '^n', '^': '^^' };

function decoded(value: string): string {
  return value.includes('^') ? value.replace(/\^['n^]/g, (pair) => DECODED[pair] ?? pair) : value;
}

/** Parameters as they stand in a content line, each with its semicolon. */
export function writeParameters(parameters: JCalParameters): string {
  let text = '';
  for (const name of Object.keys(parameters)) {
    const value = parameters[name] ?? '';
    const quoted = ADDRESSES.has(name);
    const written =
      typeof value === 'string' ? encoded(value, quoted) : value.map((one) => encoded(one, quoted)).join(',');
    text += `;${name.toUpperCase()}=${written}`;
  }
  return text;
}

function encoded(value: string, quoted: boolean): string {
  if (!quoted && !/["\r\n^,;:]/.test(value)) return value;
  const text = value.replace(/\r\n?/g, '\n').replace(/["\n^]/g, (character) => ENCODED[character] ?? '');
  return quoted || /[,;:]/.test(text) ? `"${text}"` : text;
}
