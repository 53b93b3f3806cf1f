import { addressList, withAddressList } from '../icalendar/address-list.js';
import { makeProperty, mapAttendees, withParameter } from '../icalendar/edit.js';
import { type JCalComponent, type JCalProperty, parameter } from '../icalendar/jcal.js';
import { sameAddress } from '../icalendar/read.js';
import { addressOf, hasDelegated } from './delegation.js';
import type { Policies } from './policies.js';

/** Who organizes, who acts for whom, who comes uninvited or by a group, who is asked for status. */
export interface ParticipationRules
  extends OrganizerChangeRules,
    OnBehalfRules,
    UninvitedRules,
    GroupRules,
    StatusRules {}

/** Another Calendar User becomes the Organizer: RFC 5546 sections 3.2.2.4 and 4.2.11. */
export interface OrganizerChangeRules {
  /** SEQUENCE of the new Organizer's first REQUEST: incremented. */
  sequenceOfOrganizerChange(current: number): number;
  /** The new ORGANIZER; its name comes from the ATTENDEE by which the event listed the Calendar User. */
  newOrganizer(address: string, listed: JCalProperty | undefined, former: string): JCalProperty;
  /** UID of the new Organizer's event: it is the same event. */
  uidOfOrganizerChange(uid: string): string;
  /** PARTSTATs in the new Organizer's event; left open. The new Organizer has the others' answers from nobody. */
  answersAfterOrganizerChange(event: JCalComponent, organizer: string): JCalComponent;
  /** Whether a REQUEST names the Organizer that the copy has. */
  sameOrganizer(stored: string, incoming: string): boolean;
  /**
   * What an Attendee's side does with a REQUEST of another Organizer (sections 6.1.3 and 6.2.2).
   *
   * @param raised whether SEQUENCE is greater than that of the copy, as it must be (section 4.2.11)
   */
  organizerChange(raised: boolean): 'accept' | 'ask' | 'refuse';
  /** Whether a REQUEST may replace an event in the name of its Organizer on the Organizer's own side (6.1.1). */
  takesRequestForOwnEvent(): boolean;
}

/** One Calendar User acts for another: RFC 5546 sections 2.1.3, 3.2.2.5 and 3.2.3. */
export interface OnBehalfRules {
  /** Whether somebody may schedule for a Calendar User: who has the right to. */
  mayActFor(granted: boolean): boolean;
  /** Originator of a message sent on behalf of another: who sends it, not the Organizer or Attendee. */
  originatorOnBehalf(principal: string, actor: string): string;
  /** ORGANIZER of a message that somebody sends for the Organizer: with SENT-BY. */
  organizerSentBy(organizer: JCalProperty, actor: string): JCalProperty;
  /** ATTENDEE of a message that somebody sends for an Attendee: with SENT-BY. */
  attendeeSentBy(attendee: JCalProperty, actor: string): JCalProperty;
  /** For whom a REPLY speaks: the value of its ATTENDEE, whoever sent it. */
  repliesFor(attendee: JCalProperty): string;
  /** In whose name a REQUEST comes: the value of its ORGANIZER, whoever sent it. */
  requestsFor(organizer: JCalProperty): string;
}

/** A REQUEST is forwarded, and one who is not invited answers: RFC 5546 sections 3.2.2.6, 3.2.3 and 4.2.8. */
export interface UninvitedRules {
  /**
   * The forwarded message: the original, unchanged.
   *
   * @param from calendar address of the one who forwards
   * @param to calendar address of the one who gets it
   */
  forwardedMessage(original: JCalComponent, from: string, to: string): JCalComponent;
  /** Who gets a forwarded REQUEST: the one whom the Attendee names. */
  forwardRecipients(to: string): readonly string[];
  /** The own copy of the Attendee who forwards: as it was, the answer too (section 4.2.8). */
  copyAfterForwarding(calendar: JCalComponent): JCalComponent;
  /** ATTENDEE by which one who is not listed answers. */
  uninvitedSelf(address: string): JCalProperty;
  /**
   * What the Organizer does with that answer. One that declines asks for nothing; one to an old revision may come from
   * somebody who has been uninvited since.
   */
  uninvitedReply(partstat: string, outdated: boolean): 'add' | 'ask' | 'ignore';
  /** ATTENDEE of one whom the Organizer adds; its parameters are the Organizer's to set. */
  uninvitedAdded(replied: JCalProperty): JCalProperty;
  /** Who gets the REQUEST that tells of the adding: the one added. */
  toldOfAdding(added: string): readonly string[];
  /** What one hears whom the Organizer does not add; a CANCEL is optional. */
  uninvitedRefused(): 'silent' | 'cancel';
}

/** Groups of Calendar Users as Attendees: RFC 5546 section 3.7.2. */
export interface GroupRules {
  /** Who gets what is sent to a group: its members. */
  groupRecipients(members: readonly string[]): readonly string[];
  /** ATTENDEE by which a member answers: CUTYPE=INDIVIDUAL and MEMBER with the group. */
  memberSelf(address: string, group: string): JCalProperty;
  /** Whether one who is not listed is invited through a group that the event lists. */
  isInvitedThrough(replied: JCalProperty, groups: readonly string[]): boolean;
}

/** The Organizer asks for status and sends it round: RFC 5546 sections 3.2.2.2 and 3.2.2.7. */
export interface StatusRules {
  /** ATTENDEE of one who is asked for the status: RSVP=TRUE, the answer as it is. */
  polledLine(attendee: JCalProperty): JCalProperty;
  /** The event in a REQUEST that asks for status: as it is but for what `polledLine` does (3.2.2.7). */
  pollContent(event: JCalComponent, asked: readonly string[]): JCalComponent;
  /**
   * SEQUENCE of a REQUEST that asks for status, reconfirms or redistributes: unchanged.
   *
   * @param asking whether it asks anybody for an answer
   */
  sequenceOfPoll(current: number, asking: boolean): number;
  /** Who gets an event that is sent again unchanged: all who get updates (3.2.2.2). */
  reconfirmationRecipients(attendees: readonly string[]): readonly string[];
  /** Who gets a request for status: those who are asked. */
  pollRecipients(asked: readonly string[]): readonly string[];
  /**
   * Whether an Attendee's side answers a REQUEST itself: by policy one that only asks for status; the recipient of such
   * a one should answer (3.2.2.7).
   */
  answersPoll(isPoll: boolean): boolean;
  /** Whether the Organizer sends the answers round after each REPLY; optional (table in section 4.2.5). */
  redistributesAfterReply(): boolean;
}

/** These rules as the RFCs have them. */
export function participationRules(policies: Policies): ParticipationRules {
  return {
    ...organizerChangeRules(policies),
    ...onBehalfRules,
    ...uninvitedRules(policies),
    ...groupRules,
    ...statusRules(policies),
  };
}

function organizerChangeRules(policies: Policies): OrganizerChangeRules {
  return {
    sequenceOfOrganizerChange: (current) => current + 1,
    newOrganizer: (address, listed) => {
      const name = listed === undefined ? undefined : parameter(listed, 'cn');
      return makeProperty('organizer', address, name === undefined ? {} : { cn: name });
    },
    uidOfOrganizerChange: (uid) => uid,
    answersAfterOrganizerChange:
      policies.answersAfterOrganizerChange === 'keep' ? (event) => event : askedAgain,
    sameOrganizer: sameAddress,
    organizerChange: (raised) => (raised ? policies.organizerChange : 'refuse'),
    takesRequestForOwnEvent: () => false,
  };
}

/** The new Organizer comes, whoever delegated does not; all others are asked. */
function askedAgain(event: JCalComponent, organizer: string): JCalComponent {
  return mapAttendees(event, (line) => {
    if (hasDelegated(line)) return line;
    const own = sameAddress(addressOf(line), organizer);
    const rsvp = withParameter(line, 'rsvp', own ? undefined : 'TRUE');
    return withParameter(rsvp, 'partstat', own ? 'ACCEPTED' : 'NEEDS-ACTION');
  });
}

const onBehalfRules: OnBehalfRules = {
  mayActFor: (granted) => granted,
  originatorOnBehalf: (_principal, actor) => actor,
  organizerSentBy: (organizer, actor) => withParameter(organizer, 'sent-by', actor),
  attendeeSentBy: (attendee, actor) => withParameter(attendee, 'sent-by', actor),
  repliesFor: addressOf,
  requestsFor: addressOf,
};

function uninvitedRules(policies: Policies): UninvitedRules {
  return {
    forwardedMessage: (original) => original,
    forwardRecipients: (to) => [to],
    copyAfterForwarding: (calendar) => calendar,
    uninvitedSelf: (address) => makeProperty('attendee', address),
    uninvitedReply: (partstat, outdated) =>
      partstat === 'DECLINED' || outdated ? 'ignore' : policies.uninvitedReply,
    uninvitedAdded: (replied) =>
      withParameter(withParameter(replied, 'rsvp', undefined), 'sent-by', undefined),
    toldOfAdding: (added) => [added],
    uninvitedRefused: () => policies.uninvitedRefused,
  };
}

const groupRules: GroupRules = {
  groupRecipients: (members) => members,
  memberSelf: (address, group) =>
    withAddressList(makeProperty('attendee', address, { cutype: 'INDIVIDUAL' }), 'member', [group]),
  isInvitedThrough: (replied, groups) =>
    addressList(replied[1], 'member').some((member) => groups.some((group) => sameAddress(group, member))),
};

function statusRules(policies: Policies): StatusRules {
  return {
    polledLine: (attendee) => withParameter(attendee, 'rsvp', 'TRUE'),
    pollContent: (event) => event,
    sequenceOfPoll: (current) => current,
    reconfirmationRecipients: (attendees) => attendees,
    pollRecipients: (asked) => asked,
    answersPoll: (isPoll) => isPoll && policies.statusPoll === 'automatic',
    redistributesAfterReply: () => policies.redistribution === 'after-each-reply',
  };
}
