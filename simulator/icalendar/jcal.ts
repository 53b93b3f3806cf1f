/**
 * iCalendar data as jCal (RFC 7265): plain arrays that can be shared and copied in part.
 * All the rest of the project sees iCalendar objects in this form and never a parser's classes.
 */

export type JCalParameter = string | readonly string[];
export type JCalParameters = Readonly<Record<string, JCalParameter>>;
export type JCalValue =
  | string
  | number
  | boolean
  | readonly (string | number)[]
  | Readonly<Record<string, unknown>>;
/** Name in lower case, parameters with names in lower case, value type in lower case, values. */
export type JCalProperty = readonly [
  name: string,
  parameters: JCalParameters,
  type: string,
  ...values: JCalValue[],
];
/** Name in lower case, properties, sub-components. */
export type JCalComponent = readonly [
  name: string,
  properties: readonly JCalProperty[],
  components: readonly JCalComponent[],
];

/** Name of a component or property, in lower case. */
export function nameOf(part: JCalComponent | JCalProperty): string {
  return part[0];
}

/** The first property of that name (lower case), if there is one. */
export function property(component: JCalComponent, name: string): JCalProperty | undefined {
  return component[1].find((candidate) => candidate[0] === name);
}

/** All properties of that name (lower case), in order. */
export function properties(component: JCalComponent, name: string): JCalProperty[] {
  return component[1].filter((candidate) => candidate[0] === name);
}

/** The first value of the first property of that name as text, if there is one. */
export function textValue(component: JCalComponent, name: string): string | undefined {
  const value = property(component, name)?.[3];
  return value === undefined ? undefined : String(value);
}

/** The first value of a property parameter (name in lower case). */
export function parameter(property: JCalProperty, name: string): string | undefined {
  const value = property[1][name];
  return typeof value === 'string' || value === undefined ? (value as string | undefined) : value[0];
}

/** Sub-components of that name (lower case), in order. */
export function components(component: JCalComponent, name: string): JCalComponent[] {
  return component[2].filter((candidate) => candidate[0] === name);
}
