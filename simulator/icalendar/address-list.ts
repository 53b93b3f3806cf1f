import type { JCalParameters, JCalProperty } from './jcal.js';

/** Parameters of ATTENDEE that hold one or several calendar addresses (RFC 5545 sections 3.2.4, 3.2.5 and 3.2.11). */
export type AddressListName = 'delegated-from' | 'delegated-to' | 'member';

/** The calendar addresses in such a parameter, in order; none when it is absent. */
export function addressList(parameters: JCalParameters, name: AddressListName): string[] {
  const value = parameters[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : [...value];
}

/** The property with exactly these addresses in the parameter; without any the parameter is removed. */
export function withAddressList(
  line: JCalProperty,
  name: AddressListName,
  addresses: readonly string[],
): JCalProperty {
  const [property, { [name]: _replaced, ...others }, type, ...values] = line;
  const [first, ...more] = addresses;
  if (first === undefined) return [property, others, type, ...values];
  const value = more.length === 0 ? first : addresses;
  return [property, { ...others, [name]: value }, type, ...values];
}
