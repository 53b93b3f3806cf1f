import { addressList } from '../icalendar/address-list.js';
import { type JCalComponent, type JCalProperty, parameter, properties } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { addressOf } from './delegation.js';

/** Attendees that stand for several Calendar Users, who answer for themselves (RFC 5546 section 3.7.2). */

/** CUTYPE of an ATTENDEE in upper case; absent means INDIVIDUAL (RFC 5545 section 3.2.3). */
export function cutypeOf(line: JCalProperty): string {
  return (parameter(line, 'cutype') ?? 'INDIVIDUAL').toUpperCase();
}

/** The ATTENDEEs that may be groups. */
export function groupsListed(event: JCalComponent): JCalProperty[] {
  return properties(event, 'attendee').filter((line) => ['GROUP', 'UNKNOWN'].includes(cutypeOf(line)));
}

/** The ATTENDEE through which a member of these groups is invited, if there is one. */
export function throughGroup(event: JCalComponent, groups: readonly string[]): JCalProperty | undefined {
  return groupsListed(event).find((line) => groups.some((group) => sameAddress(group, addressOf(line))));
}

/** Whether an ATTENDEE names a group that the event lists: the Organizer may not have heard of this member yet. */
export function isMemberOfListed(event: JCalComponent, line: JCalProperty): boolean {
  return throughGroup(event, addressList(line[1], 'member')) !== undefined;
}
