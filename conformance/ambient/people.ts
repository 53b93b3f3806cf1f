import { canonicalAddress } from '../../simulator/icalendar/read.js';
import type { CalendarUser } from '../../targets/target.js';

/** Calendar Users of a scenario by address: several addresses of one user are the same person. */
export type Cast = ReadonlyMap<string, CalendarUser>;

/** One key per person: the id of the Calendar User with that address, else the address in comparable form. */
export function personOf(address: string, cast: Cast): string {
  const wanted = canonicalAddress(address);
  const users = [...cast.values()];
  return users.find((user) => user.addresses.some((own) => canonicalAddress(own) === wanted))?.id ?? wanted;
}
