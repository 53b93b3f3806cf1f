import type { JCalComponent, JCalProperty } from '../icalendar/jcal.js';
import { methodOf, organizerOf, sameAddress, uidOf } from '../icalendar/read.js';
import { withLine } from './delegate.js';
import { addressOf, lineOf } from './delegation.js';
import { onlyEvent } from './entry.js';
import { groupsListed, throughGroup } from './groups.js';
import { masterOf } from './instances.js';
import type { Outgoing } from './message.js';
import type { GroupRules, UninvitedRules } from './participation-rules.js';
import { revisionOf } from './revision.js';
import type { Rules } from './rules.js';

/**
 * An Attendee forwards a REQUEST to a Calendar User who is not invited (RFC 5546 section 3.2.2.6).
 *
 * @param original the REQUEST as it was received
 * @param from calendar address of the one who forwards
 * @throws RangeError when it is no REQUEST, or when that Calendar User has to do with the event already
 */
export function forwardTo(
  original: JCalComponent,
  from: string,
  to: string,
  rules: UninvitedRules,
): Outgoing {
  if (methodOf(original) !== 'REQUEST') throw new RangeError('only a REQUEST can be forwarded');
  const event = onlyEvent(original);
  if (lineOf(event, to) !== undefined) throw new RangeError(`${to} is invited already`);
  if (sameAddress(organizerOf(event) ?? '', to)) throw new RangeError(`${to} organizes the event`);
  return {
    method: 'REQUEST',
    originator: from,
    recipients: rules.forwardRecipients(to),
    calendar: rules.forwardedMessage(original, from, to),
  };
}

/**
 * The REQUEST that a Calendar User would forward: of those received for that UID the newest, one with the series
 * rather than one with single instances.
 */
export function requestReceived(
  messages: readonly JCalComponent[],
  uid: string,
  rules: Pick<Rules, 'orderRequest'>,
): JCalComponent | undefined {
  const requests = messages.filter((message) => methodOf(message) === 'REQUEST' && uidOf(message) === uid);
  const series = requests.filter((message) => masterOf(message) !== undefined);
  return (series.length > 0 ? series : requests).reduce<JCalComponent | undefined>((newest, message) => {
    if (newest === undefined) return message;
    const order = rules.orderRequest(revisionOf(onlyEvent(message)), revisionOf(onlyEvent(newest)));
    return order === 'newer' ? message : newest;
  }, undefined);
}

/**
 * The copy of one who answers without being listed, with an ATTENDEE of its own: as a member of a group that the event
 * lists (RFC 5546 section 3.7.2), else uninvited (3.2.2.6).
 *
 * @param address calendar address of the one who answers
 * @param groups calendar addresses of the groups that it is a member of
 */
export function withOwnLine(
  event: JCalComponent,
  address: string,
  groups: readonly string[],
  rules: UninvitedRules & GroupRules,
): JCalComponent {
  const group = throughGroup(event, groups);
  const line =
    group === undefined ? rules.uninvitedSelf(address) : rules.memberSelf(address, addressOf(group));
  return withLine(event, line);
}

/** How a REPLY stands to an event that does not list the one who sent it. */
export type Standing = 'member' | 'uninvited';

/** Whether one who is not listed is invited through a group, or not at all (RFC 5546 sections 3.2.3 and 3.7.2). */
export function standingOf(event: JCalComponent, replied: JCalProperty, rules: GroupRules): Standing {
  return rules.isInvitedThrough(replied, groupsListed(event).map(addressOf)) ? 'member' : 'uninvited';
}

/** The Organizer's event with one more Attendee, who answered without being invited (RFC 5546 section 3.2.2.6). */
export function withUninvited(
  event: JCalComponent,
  replied: JCalProperty,
  rules: UninvitedRules,
): JCalComponent {
  return withLine(event, rules.uninvitedAdded(replied));
}
