import { withComponents, withoutScheduleParameters, withProperties } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, textValue } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { addressOf, delegatesOf, delegatorsOf, hasDelegated } from './delegation.js';
import { type Outgoing, withoutAlarms } from './message.js';
import type { Policies } from './policies.js';

/** How messages are composed: RFC 2446 sections 3.1, 3.2.2, 3.2.3 and 3.2.5. */
export interface MessageRules extends ReplyRules, CancelRules {
  /** DTSTAMP of a message: the moment of composing, in UTC. */
  dtstampOfMessage(now: string): string;
  /** DTSTAMP of a component that is sent anew, given the one that it had (RFC 2446 section 2.1.5, rule 4). */
  dtstampOfUpdate(now: string, previous: string): string;
  /** ORGANIZER of an updated REQUEST: the same as before. */
  organizerOfUpdate(organizer: JCalProperty): JCalProperty;
  /** Properties of the Organizer's event that go into a REQUEST. */
  requestContent(event: JCalComponent): JCalComponent;
  /** The messages in which a REQUEST travels: one, the same for all its Recipients (RFC 2446 section 3.2.2). */
  requestCopies(message: Outgoing): readonly Outgoing[];
  /** VTIMEZONEs of a message: those that its date-times refer to (RFC 2446 section 3.1). */
  timezones(referred: readonly JCalComponent[]): readonly JCalComponent[];
  /** The finished message; CalDAV's own parameters never leave the server (RFC 6638 section 7). */
  envelope(calendar: JCalComponent): JCalComponent;
}

/** What stands in a REPLY: RFC 2446 section 3.2.3. */
export interface ReplyRules {
  /**
   * Whether an answer is sent: also one that changes an earlier one, or repeats it when asked for it (3.2.2.7).
   *
   * @param before PARTSTAT that the Attendee had
   */
  sendsAnswer(before: string, answer: string): boolean;
  /** Properties of the Attendee's copy that go into a REPLY, unchanged. */
  replyContent(event: JCalComponent): JCalComponent;
  /**
   * ATTENDEEs of a REPLY: the replying one; with one who delegates, the Delegates too (3.2.2.3, 4.2.5 to 4.2.7).
   *
   * @param inSeries gives the replying one as the series lists it, which does not matter for an instance of it
   */
  replyAttendees(
    all: readonly JCalProperty[],
    own: JCalProperty,
    inSeries?: () => JCalProperty | undefined,
  ): readonly JCalProperty[];
  /**
   * SEQUENCE of a REPLY: that of the REQUEST answered (also sections 2.1.4 and 2.1.5).
   *
   * @param series SEQUENCE of the series where an instance of it is answered
   */
  replySequence(requested: number, series: number): number;
  /** DTSTAMP of a REPLY, given that of the REQUEST: the moment of composing (also section 2.1.5, rule 4). */
  dtstampOfReply(now: string, requested: string): string;
  /** UID of a REPLY: that of the REQUEST. */
  replyUid(uid: string): string;
  /**
   * Who gets a REPLY: the Organizer.
   *
   * @param others who else has a part in the event: SENT-BY of ORGANIZER, who delegated, who chairs it (2.1.3)
   */
  replyRecipient(
    organizer: string,
    attendees: readonly string[],
    others?: {
      readonly sentBy: string | undefined;
      readonly delegators: readonly string[];
      readonly chair: string | undefined;
    },
  ): string;
}

/** What stands in a CANCEL: RFC 2446 section 3.2.5. */
export interface CancelRules {
  /** DTSTAMP of a CANCEL, given that of the event as last sent. */
  dtstampOfCancel(now: string, previous: string): string;
  /** ATTENDEEs of a CANCEL: those who are affected. */
  cancelAttendees(affected: readonly JCalProperty[]): readonly JCalProperty[];
  /** STATUS of a CANCEL: only when the whole event is cancelled. */
  cancelStatus(whole: boolean): string | undefined;
  /**
   * STATUS of the CANCEL of an instance for all its Attendees: as in the sample of section 4.4.3, though the table
   * ties STATUS to the entire event.
   */
  instanceCancelStatus(): string | undefined;
  /**
   * Properties of the Organizer's event that go into a CANCEL.
   *
   * @param kind whether the event, an instance (or range) or Attendees are taken away
   * @param object the Organizer's object; what it says of the series does not matter for an instance
   */
  cancelContent(
    event: JCalComponent,
    kind: 'event' | 'instance' | 'attendees',
    object: JCalComponent,
  ): JCalComponent;
}

/** How messages are composed by the RFCs, with the choices that they leave. */
export function messageRules(policies: Policies): MessageRules {
  return {
    dtstampOfMessage: (now) => now,
    dtstampOfUpdate: (now) => now,
    organizerOfUpdate: (found) => found,
    requestContent: withSummary,
    requestCopies: (message) => [message],
    timezones: (referred) => referred,
    envelope: withoutParametersOfServer,
    sendsAnswer: () => true,
    replyContent: policies.replyContent === 'least' ? withoutOptional : withoutAlarms,
    replyAttendees: (all, own) => [own, ...otherSide(all, own, policies)],
    replySequence: (requested) => requested,
    dtstampOfReply: (now) => now,
    replyUid: (uid) => uid,
    replyRecipient: (address) => address,
    dtstampOfCancel: (now) => now,
    cancelAttendees: (affected) => affected,
    cancelStatus: (whole) => (whole ? 'CANCELLED' : undefined),
    instanceCancelStatus: () => 'CANCELLED',
    cancelContent: withoutAlarms,
  };
}

/** The same object where it has none. */
function withoutParametersOfServer(calendar: JCalComponent): JCalComponent {
  const strip = (part: JCalComponent) => (part[0] === 'vtimezone' ? part : withoutScheduleParameters(part));
  if (calendar[2].every((part) => strip(part) === part)) return calendar;
  return withComponents(calendar, calendar[2].map(strip));
}

/** A REQUEST always has a SUMMARY, if need be an empty one (RFC 2446 section 3.2.2). */
function withSummary(event: JCalComponent): JCalComponent {
  const content = withoutAlarms(event);
  if (textValue(content, 'summary') !== undefined) return content;
  const empty: JCalProperty = ['summary', {}, 'text', ''];
  return [content[0], [...content[1], empty], content[2]];
}

const NEEDED = new Set(['attendee', 'dtstamp', 'organizer', 'recurrence-id', 'uid', 'sequence', 'dtstart']);

/** What the table of RFC 5546 section 3.2.3 demands, and DTSTART, which many Organizers' CUAs look for. */
function withoutOptional(event: JCalComponent): JCalComponent {
  const bare = withoutAlarms(event);
  return withProperties(
    bare,
    bare[1].filter(([name]) => NEEDED.has(name)),
  );
}

/**
 * The ATTENDEEs that stand beside the own one in a REPLY: of one who delegates the Delegates (RFC 5546 section
 * 3.2.2.3), of a Delegate the Delegators as in the samples of 4.2.6 and 4.2.7; each by policy.
 */
function otherSide(
  all: readonly JCalProperty[],
  own: JCalProperty,
  policies: Pick<Policies, 'delegatorReply' | 'delegateReply'>,
): JCalProperty[] {
  const shows = hasDelegated(own) ? policies.delegatorReply === 'both' : policies.delegateReply === 'both';
  if (!shows) return [];
  const addresses = hasDelegated(own) ? delegatesOf(own) : delegatorsOf(own);
  return addresses.flatMap((address) => all.filter((line) => sameAddress(addressOf(line), address)));
}
