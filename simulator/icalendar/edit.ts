import {
  type JCalComponent,
  type JCalParameters,
  type JCalProperty,
  type JCalValue,
  parameter,
} from './jcal.js';
import { canonicalAddress } from './read.js';
import { defaultTypeOf } from './value-types.js';

/** Copies of jCal components with one thing changed; what did not change is shared with the original. */

/** A property with the value type that the name has by default; that of unknown names is text. */
export function makeProperty(name: string, value: JCalValue, parameters: JCalParameters = {}): JCalProperty {
  const type = defaultTypeOf(name);
  return [name, parameters, type === 'unknown' ? 'text' : type, value];
}

/** The component with all properties of that name replaced by one, at the place of the first. */
export function withProperty(component: JCalComponent, replacement: JCalProperty): JCalComponent {
  const [name] = replacement;
  const lines: JCalProperty[] = [];
  let isPlaced = false;
  for (const line of component[1]) {
    if (line[0] !== name) lines.push(line);
    else if (!isPlaced) {
      lines.push(replacement);
      isPlaced = true;
    }
  }
  if (!isPlaced) lines.push(replacement);
  return withProperties(component, lines);
}

/** The component without any property of these names. */
export function withoutProperty(component: JCalComponent, ...names: readonly string[]): JCalComponent {
  return withProperties(
    component,
    component[1].filter((candidate) => !names.includes(candidate[0])),
  );
}

/** The component with exactly these properties. */
export function withProperties(component: JCalComponent, list: readonly JCalProperty[]): JCalComponent {
  return [component[0], list, component[2]];
}

/** The component with exactly these sub-components. */
export function withComponents(component: JCalComponent, list: readonly JCalComponent[]): JCalComponent {
  return [component[0], component[1], list];
}

/** The property with a parameter set, or removed when the value is undefined. */
export function withParameter(from: JCalProperty, name: string, value: string | undefined): JCalProperty {
  const [propertyName, parameters, type, ...values] = from;
  const { [name]: _dropped, ...rest } = parameters;
  return [propertyName, value === undefined ? rest : { ...rest, [name]: value }, type, ...values];
}

/** The component with a parameter set on the ATTENDEE of that address; others stay as they are. */
export function withAttendeeParameter(
  component: JCalComponent,
  address: string,
  name: string,
  value: string | undefined,
): JCalComponent {
  const wanted = canonicalAddress(address);
  return mapAttendees(component, (attendee) =>
    canonicalAddress(String(attendee[3])) === wanted ? withParameter(attendee, name, value) : attendee,
  );
}

/** The component with each ATTENDEE property replaced by what `change` returns; undefined drops it. */
export function mapAttendees(
  component: JCalComponent,
  change: (attendee: JCalProperty) => JCalProperty | undefined,
): JCalComponent {
  return withProperties(
    component,
    component[1].flatMap((candidate) => {
      if (candidate[0] !== 'attendee') return [candidate];
      const changed = change(candidate);
      return changed === undefined ? [] : [changed];
    }),
  );
}

/** The component without the CalDAV parameters that must not travel (RFC 6638 section 7). */
export function withoutScheduleParameters(component: JCalComponent): JCalComponent {
  if (!component[1].some(hasScheduleParameter)) return component;
  const stripped = component[1].map((line) =>
    SCHEDULE_PARAMETERS.reduce((property, name) => withParameter(property, name, undefined), line),
  );
  return withProperties(component, stripped);
}

const SCHEDULE_PARAMETERS = ['schedule-agent', 'schedule-status', 'schedule-force-send'];

function hasScheduleParameter(line: JCalProperty): boolean {
  for (const name of SCHEDULE_PARAMETERS) if (parameter(line, name) !== undefined) return true;
  return false;
}

/** A VCALENDAR around components; with a method it is a scheduling message, without one a stored object. */
export function makeCalendar(
  prodid: string,
  parts: readonly JCalComponent[],
  method?: string,
): JCalComponent {
  return ['vcalendar', headOf(prodid, method), parts];
}

const heads = new Map<string, readonly JCalProperty[]>();

/** The properties of an object; all that say the same share them. */
function headOf(prodid: string, method: string | undefined): readonly JCalProperty[] {
  const key = `${method ?? ''} ${prodid}`;
  const known = heads.get(key);
  if (known !== undefined) return known;
  const head = [makeProperty('version', '2.0'), makeProperty('prodid', prodid)];
  if (method !== undefined) head.push(makeProperty('method', method));
  heads.set(key, head);
  return head;
}
