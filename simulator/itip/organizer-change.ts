import { makeProperty, withProperty } from '../icalendar/edit.js';
import { type JCalComponent, property, textValue } from '../icalendar/jcal.js';
import { organizerOf, sequenceOf } from '../icalendar/read.js';
import { lineOf } from './delegation.js';
import type { OnBehalfRules, OrganizerChangeRules } from './participation-rules.js';
import type { Revision } from './revision.js';
import type { MessageRules, OrganizerRules } from './rules.js';

/** What the new Organizer's event is made from. */
export interface OrganizerChange {
  /** Calendar address of the new Organizer. */
  readonly organizer: string;
  /** Whether the former Organizer stays an Attendee, if it was one. */
  readonly keepsFormer: boolean;
  /** The highest SEQUENCE known of the event and its instances. */
  readonly current: number;
  /** DTSTAMP, UTC. */
  readonly now: string;
}

/**
 * The event of a new Organizer, made from the copy of an Attendee or of the former Organizer: another ORGANIZER, a
 * greater SEQUENCE, the former Organizer removed (RFC 5546 sections 3.2.2.4 and 4.2.11).
 *
 * @throws RangeError when the Calendar User organizes the event already
 */
export function withNewOrganizer(
  event: JCalComponent,
  change: OrganizerChange,
  rules: OrganizerChangeRules &
    Pick<OrganizerRules, 'withoutRemoved'> &
    Pick<MessageRules, 'dtstampOfMessage'>,
): JCalComponent {
  const former = organizerOf(event) ?? '';
  if (rules.sameOrganizer(former, change.organizer))
    throw new RangeError(`${change.organizer} organizes the event already`);
  const listed = lineOf(event, change.organizer);
  const organized = withProperty(event, rules.newOrganizer(change.organizer, listed, former));
  const removed = change.keepsFormer ? organized : rules.withoutRemoved(organized, [former]);
  const uid = makeProperty('uid', rules.uidOfOrganizerChange(textValue(event, 'uid') ?? ''));
  const answered = withProperty(rules.answersAfterOrganizerChange(removed, change.organizer), uid);
  const sequence = makeProperty('sequence', rules.sequenceOfOrganizerChange(change.current));
  const dtstamp = makeProperty('dtstamp', rules.dtstampOfMessage(change.now));
  return withProperty(withProperty(answered, sequence), dtstamp);
}

/**
 * What becomes of a REQUEST with regard to who organizes the event (RFC 5546 sections 3.2.2.4, 6.1.1 and 6.1.3):
 * `same` when that does not change, `own` when it comes for an event that the recipient organizes, else what the
 * recipient does with another Organizer.
 *
 * @param stored what the recipient has of the event, and its revision received last; none on the Organizer's side
 * @param own the recipient's calendar addresses
 */
export function organizerOfRequest(
  stored: { readonly event: JCalComponent; readonly received: Revision | undefined },
  incoming: JCalComponent,
  own: readonly string[],
  rules: OrganizerChangeRules & Pick<OnBehalfRules, 'requestsFor'>,
): 'same' | 'own' | 'accept' | 'ask' | 'refuse' {
  const named = property(incoming, 'organizer');
  const [before, after] = [organizerOf(stored.event), named && rules.requestsFor(named)];
  const organizes = before !== undefined && own.some((address) => rules.sameOrganizer(address, before));
  if (before === undefined || after === undefined || rules.sameOrganizer(before, after))
    return organizes && !rules.takesRequestForOwnEvent() ? 'own' : 'same';
  const sequence = stored.received?.sequence ?? sequenceOf(stored.event);
  return rules.organizerChange(sequenceOf(incoming) > sequence);
}
