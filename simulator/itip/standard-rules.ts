import { mapAttendees, withoutScheduleParameters, withParameter } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, property, textValue } from '../icalendar/jcal.js';
import { organizerOf, sameAddress } from '../icalendar/read.js';
import { withoutAlarms } from './message.js';
import type { Order, Revision } from './revision.js';
import type { AttendeeRules, MessageRules, OrderingRules, OrganizerRules, Rules } from './rules.js';

/** The rules as the RFCs have them. What each means and where it stands is said in rules.ts. */

const ordering: OrderingRules = {
  compareSequence: (one, other) => one - other,
  orderRequest: orderOf,
  orderCancel: orderOf,
  orderReply: orderOf,
  replyKey: (attendee) => attendee,
  revisionAfterCancel: (cancel) => cancel,
};

function orderOf(this: OrderingRules, incoming: Revision, last: Revision): Order {
  const bySequence = this.compareSequence(incoming.sequence, last.sequence);
  const difference = bySequence !== 0 ? bySequence : compareText(incoming.dtstamp, last.dtstamp);
  return difference > 0 ? 'newer' : difference < 0 ? 'older' : 'same';
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Properties whose change reschedules an event: RFC 5546 section 2.1.4, of them those of events. */
const TIME_PROPERTIES = ['dtstart', 'dtend', 'duration', 'rrule', 'rdate', 'exdate'] as const;

const organizer: OrganizerRules = {
  isRescheduling: (before, after) =>
    TIME_PROPERTIES.some(
      (name) => JSON.stringify(property(before, name)) !== JSON.stringify(property(after, name)),
    ),
  sequenceOfChange: (current, rescheduling) => (rescheduling ? current + 1 : current),
  sequenceOfCancel: (current) => current + 1,
  answersAfterChange: (event, rescheduling) => (rescheduling ? withAnswersReset(event) : event),
  withoutRemoved: (event, removed) =>
    mapAttendees(event, (attendee) =>
      removed.some((address) => sameAddress(address, String(attendee[3]))) ? undefined : attendee,
    ),
  requestRecipients: (attendees) => attendees,
  cancelRecipients: (_event, affected) => affected,
  answerTaken: (partstat) => partstat,
  answersFor: (listed, replying) => sameAddress(listed, replying),
  takesOutdatedAnswer: () => false,
  eventAfterOutdatedAnswer: (event) => event,
};

/** The event with every answer but the Organizer's own set back to NEEDS-ACTION. */
export function withAnswersReset(event: JCalComponent): JCalComponent {
  const own = organizerOf(event) ?? '';
  return mapAttendees(event, (attendee) =>
    sameAddress(String(attendee[3]), own)
      ? attendee
      : withParameter(withParameter(attendee, 'partstat', 'NEEDS-ACTION'), 'rsvp', 'TRUE'),
  );
}

const attendee: AttendeeRules = {
  sameEvent: (incoming, stored) => incoming === stored,
  uidOfCopy: (incoming) => incoming,
  takesUnknown: () => true,
  copyAfterReschedule: (_stored, incoming) => incoming,
  copyAfterUpdate: (_stored, incoming) => incoming,
  ownAnswerAfterUpdate: (answered, incoming) => (answered === 'NEEDS-ACTION' ? incoming : answered),
  cancelConcerns: (listed) => listed,
  copyAfterCancel: (stored) => withStatus(stored, 'CANCELLED'),
  holdsEarlyCancel: (sequence) => sequence > 0,
};

/** The event with another STATUS. */
export function withStatus(event: JCalComponent, status: string): JCalComponent {
  const others = event[1].filter(([name]) => name !== 'status');
  return [event[0], [...others, ['status', {}, 'text', status]], event[2]];
}

const message: MessageRules = {
  dtstampOfMessage: (now) => now,
  dtstampOfCancel: (now) => now,
  organizerOfUpdate: (found) => found,
  requestContent: withSummary,
  replyContent: withoutAlarms,
  replyAttendees: (_all, own) => [own],
  replySequence: (requested) => requested,
  replyUid: (uid) => uid,
  replyRecipient: (address) => address,
  cancelAttendees: (affected) => affected,
  cancelStatus: (whole) => (whole ? 'CANCELLED' : undefined),
  cancelContent: withoutAlarms,
  timezones: (referred) => referred,
  envelope: (calendar) => [calendar[0], calendar[1], calendar[2].map(withoutScheduleParameters)],
};

/** A REQUEST always has a SUMMARY, if need be an empty one (RFC 2446 section 3.2.2). */
function withSummary(event: JCalComponent): JCalComponent {
  const content = withoutAlarms(event);
  if (textValue(content, 'summary') !== undefined) return content;
  const empty: JCalProperty = ['summary', {}, 'text', ''];
  return [content[0], [...content[1], empty], content[2]];
}

export const standardRules: Rules = { ...ordering, ...organizer, ...attendee, ...message };

/** The same rules, telling `consulted` the name of each one that is asked. */
export function observedRules(rules: Rules, consulted: (name: string) => void): Rules {
  return new Proxy(rules, {
    get(target, name, receiver) {
      consulted(String(name));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
