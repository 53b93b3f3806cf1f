import ICAL from 'ical.js';
import { excerpt, IcalendarError } from './icalendar-error.js';
import type { JCalProperty, JCalValue } from './jcal.js';
import { FORMS } from './value-forms.js';

/**
 * Values of properties between iCalendar text and jCal, by value type (RFC 5545 section 3.3). ical.js converts them;
 * it takes any text for a value of any type, so the form is looked at first.
 */

interface Design {
  readonly property: Readonly<Record<string, PropertyDesign>>;
  readonly value: Readonly<Record<string, ValueDesign>>;
}
interface PropertyDesign {
  readonly defaultType: string;
  readonly multiValue?: string;
  readonly structuredValue?: string;
}
interface ValueDesign {
  readonly fromICAL?: (text: string) => JCalValue;
  readonly toICAL?: (value: JCalValue) => string;
}

const DESIGN = ICAL.design.icalendar as unknown as Design;
/** Maps, so that a property called CONSTRUCTOR is not found in the prototype of an object. */
const PROPERTIES = new Map(Object.entries(DESIGN.property));
const TYPES = new Map(Object.entries(DESIGN.value));

/** The names of the properties that are known, in lower case. */
export const PROPERTY_NAMES: readonly string[] = [...PROPERTIES.keys()];

/** Most values of one property. */
const MAX_VALUES = 100_000;

/** The value type that a property has by default (name in lower case); `unknown` where nobody knows the name. */
export function defaultTypeOf(name: string): string {
  return PROPERTIES.get(name)?.defaultType ?? 'unknown';
}

/**
 * The values of a property.
 *
 * @param name in lower case
 * @param type value type in lower case
 * @param text the value as it stands in the content line
 * @throws IcalendarError when the text is no value of that type, or has more than 100,000
 */
export function readValues(name: string, type: string, text: string): JCalValue[] {
  const { multiValue, structuredValue } = PROPERTIES.get(name) ?? {};
  const separator = multiValue ?? structuredValue;
  if (separator === undefined) return [readValue(name, type, text)];
  const pieces = type === 'text' ? unescapedPieces(text, separator) : text.split(separator, MAX_VALUES + 1);
  if (pieces.length > MAX_VALUES) {
    throw new IcalendarError(`${name.toUpperCase()} has more than ${MAX_VALUES} values`);
  }
  const values = pieces.map((piece) => readValue(name, type, piece));
  return structuredValue === undefined || values.length === 1 ? values : [values as (string | number)[]];
}

/**
 * The values of a property as they stand in a content line. An array is one structured value, such as a GEO, a
 * REQUEST-STATUS or a period.
 */
export function writeValues(property: JCalProperty): string {
  const [name, , type, first] = property;
  if (property.length === 4 && typeof first === 'string') return writeValue(type, first);
  const structured = PROPERTIES.get(name)?.structuredValue;
  return property
    .slice(3)
    .map((value) =>
      structured !== undefined && Array.isArray(value)
        ? value.map((part) => writeValue(type, part)).join(structured)
        : writeValue(type, value),
    )
    .join(',');
}

function readValue(name: string, type: string, text: string): JCalValue {
  if (type === 'recur') return readRule(name, text);
  if (FORMS.get(type)?.(text) === false && !isAbsoluteTrigger(name, text)) throw unfit(name, type, text);
  if (type === 'boolean') return text.toUpperCase() === 'TRUE';
  return TYPES.get(typeIn(type, text))?.fromICAL?.(text) ?? text;
}

/** A date where a date-time should be, or the other way round, is taken for what it is. */
function typeIn(type: string, value: JCalValue): string {
  if (type !== 'date' && type !== 'date-time') return type;
  return String(value).includes('T') ? 'date-time' : 'date';
}

/** VALUE=DATE-TIME is missing in an example of the RFC too (section 4). */
function isAbsoluteTrigger(name: string, text: string): boolean {
  return name === 'trigger' && FORMS.get('date-time')?.(text) === true;
}

/** Rules are taken in any case and with a semicolon at the end; ical.js knows them in upper case only. */
function readRule(name: string, text: string): JCalValue {
  const rule = text.toUpperCase().replace(/;$/, '');
  if (FORMS.get('recur')?.(rule) !== true) throw unfit(name, 'recur', text);
  try {
    return { ...(TYPES.get('recur')?.fromICAL?.(rule) as Readonly<Record<string, unknown>>) };
  } catch {
    throw unfit(name, 'recur', text);
  }
}

function unfit(name: string, type: string, text: string): IcalendarError {
  return new IcalendarError(`not iCalendar: ${excerpt(text)} in ${name.toUpperCase()} is no ${type}`);
}

/** Cuts text at each separator without a backslash; one behind an escaped backslash does count. */
function unescapedPieces(text: string, separator: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length && pieces.length <= MAX_VALUES; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === separator) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

function writeValue(type: string, value: JCalValue): string {
  if (type === 'text') return escapedText(String(value));
  if (typeof value === 'string' && ['recur', 'period'].includes(type)) return value;
  return TYPES.get(typeIn(type, value))?.toICAL?.(value) ?? String(value);
}

/** ical.js leaves a CR alone, which would end the line. */
function escapedText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return TYPES.get('text')?.toICAL?.(lines) ?? lines;
}
