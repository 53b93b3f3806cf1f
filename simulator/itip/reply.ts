import {
  makeProperty,
  withAttendeeParameter,
  withoutProperty,
  withProperties,
  withProperty,
} from '../icalendar/edit.js';
import { type JCalComponent, properties } from '../icalendar/jcal.js';
import {
  attendeeOf,
  attendeesOf,
  canonicalAddress,
  organizerOf,
  sequenceOf,
  uidOf,
} from '../icalendar/read.js';
import { type Entry, eventOf, onlyEvent } from './entry.js';
import { calendarAround, timezonesFor } from './message.js';
import { applied, type Decision, without } from './outcome.js';
import type { Change } from './request.js';
import { revisionOf, revisionText } from './revision.js';
import type { Rules } from './rules.js';

/**
 * An Attendee answers a REQUEST (RFC 2446 section 3.2.3).
 *
 * @param own the Attendee's calendar addresses
 * @param partstat ACCEPTED, TENTATIVE or DECLINED
 * @param now DTSTAMP of the message, UTC
 * @throws RangeError when the entry does not list the Attendee
 */
export function answerWith(
  entry: Entry,
  own: readonly string[],
  partstat: string,
  now: string,
  rules: Rules,
): Change {
  const self = attendeeOf(eventOf(entry), own);
  if (self === undefined) throw new RangeError('the event does not list this Attendee');
  const answered = withAttendeeParameter(eventOf(entry), self.address, 'partstat', partstat);
  const event = withAttendeeParameter(answered, self.address, 'rsvp', undefined);
  const next: Entry = { ...entry, calendar: calendarAround(event, timezonesFor(event, entry.calendar)) };
  const organizer = organizerOf(event) ?? '';
  const recipient = rules.replyRecipient(
    organizer,
    attendeesOf(event).map(({ address }) => address),
  );
  const calendar = replyFor(next, self.address, now, rules);
  return {
    entry: next,
    outgoing: [{ method: 'REPLY', originator: self.address, recipients: [recipient], calendar }],
  };
}

function replyFor(entry: Entry, self: string, now: string, rules: Rules): JCalComponent {
  const event = eventOf(entry);
  const all = properties(event, 'attendee');
  const own = all.filter((line) => canonicalAddress(String(line[3])) === canonicalAddress(self));
  const bare = withoutProperty(rules.replyContent(event), 'attendee');
  const listed = own.flatMap((line) => rules.replyAttendees(all, line));
  const body = withProperties(bare, [...bare[1], ...listed]);
  const numbered = withProperty(body, makeProperty('sequence', rules.replySequence(sequenceOf(event))));
  const named = withProperty(numbered, makeProperty('uid', rules.replyUid(uidOf(entry.calendar) ?? '')));
  const component = withProperty(named, makeProperty('dtstamp', rules.dtstampOfMessage(now)));
  const timezones = rules.timezones(timezonesFor(component, entry.calendar));
  return rules.envelope(calendarAround(component, timezones, 'REPLY'));
}

/**
 * The Organizer's side receives a REPLY (RFC 2446 section 3.2.3, ordered per Attendee by 2.1.5).
 *
 * @param stored the Organizer's entry of that event, if there is one
 */
export function receiveReply(
  stored: Entry | undefined,
  message: JCalComponent,
  rules: Rules,
): Decision<Entry> {
  if (stored === undefined) return without('ignored', 'sameEvent', 'answers an unknown event');
  const reply = onlyEvent(message);
  const [replying] = attendeesOf(reply);
  if (replying === undefined) return without('rejected', 'answersFor', 'a REPLY without ATTENDEE');
  const event = eventOf(stored);
  if (attendeeOf(event, [replying.address]) === undefined) {
    return without('ignored', 'answersFor', `${replying.address} is not invited`);
  }
  const key = rules.replyKey(canonicalAddress(replying.address));
  const revision = revisionOf(reply);
  const last = stored.replies.get(key);
  if (last !== undefined && rules.orderReply(revision, last) !== 'newer') {
    return without('ignored', 'orderReply', `not newer than ${revisionText(last)}`);
  }
  const outdated = rules.compareSequence(revision.sequence, sequenceOf(event)) < 0;
  if (outdated && !rules.takesOutdatedAnswer(revision.sequence, sequenceOf(event))) {
    const kept = rules.eventAfterOutdatedAnswer(event, reply);
    const reason = 'answers an older revision; noted, not counted';
    return applied('takesOutdatedAnswer', reason, noted(stored, kept, key, revision));
  }
  const answered = answeredEvent(event, replying.address, rules.answerTaken(replying.partstat), rules);
  return applied(
    'orderReply',
    `${replying.address} is ${replying.partstat}`,
    noted(stored, answered, key, revision),
  );
}

function noted(
  stored: Entry,
  event: JCalComponent,
  key: string,
  revision: ReturnType<typeof revisionOf>,
): Entry {
  const calendar = calendarAround(event, timezonesFor(event, stored.calendar));
  return { ...stored, calendar, replies: new Map(stored.replies).set(key, revision) };
}

function answeredEvent(
  event: JCalComponent,
  replying: string,
  partstat: string,
  rules: Rules,
): JCalComponent {
  return attendeesOf(event)
    .filter(({ address }) => rules.answersFor(address, replying))
    .reduce((changed, { address }) => {
      const withPartstat = withAttendeeParameter(changed, address, 'partstat', partstat);
      return withAttendeeParameter(withPartstat, address, 'rsvp', undefined);
    }, event);
}
