/**
 * Where the RFCs let an implementation choose, the reference has a named choice. Each decides one rule or two; which
 * alternatives there are is said here, what they do in the docstring of the rule.
 */
export interface Policies {
  /** Whether an Attendee may delegate to the Organizer (RFC 5546 section 3.2.2.3 leaves restrictions open). */
  readonly delegateToOrganizer: 'allow' | 'refuse';
  /** Whether an Attendee may delegate to one who is invited already (3.2.2.3). */
  readonly delegateToInvited: 'allow' | 'refuse';
  /** Whether a Delegate may delegate in turn (3.2.2.3, 4.2.5). */
  readonly redelegation: 'allow' | 'refuse';
  /** ATTENDEEs in the REPLY of one who delegates: prose of RFC 5546 3.2.2.3, or the sample and the table. */
  readonly delegatorReply: 'both' | 'delegator';
  /** How a Delegator asks for further updates: RSVP=TRUE (4.2.5), ROLE=NON-PARTICIPANT (3.2.2.3), or both. */
  readonly delegatorUpdates: 'rsvp' | 'role' | 'both';
  /** Who gets a Delegate's answer; the Delegator optionally (3.2.2.3). */
  readonly delegateReplyTo: 'organizer-and-delegator' | 'organizer';
  /** ATTENDEEs in the REPLY of a Delegate: the table of 3.2.3, or the samples of 4.2.6 and 4.2.7. */
  readonly delegateReply: 'delegate' | 'both';
  /** What the Organizer does with the answer of a Delegate of whom the Delegator has not told yet (5.2.2). */
  readonly unknownDelegate: 'hold' | 'accept';
  /** The Delegator after the Delegate declined: asked again as in the sample of 4.2.7, or still DELEGATED. */
  readonly delegatorAfterDecline: 'reopen' | 'keep';
  /** What the Organizer does with the answer of an uninvited Calendar User (3.2.2.6). */
  readonly uninvitedReply: 'add' | 'ask' | 'ignore';
  /** What an uninvited Calendar User hears who is not added: nothing, or a CANCEL (3.2.2.6, 3.2.3). */
  readonly uninvitedRefused: 'silent' | 'cancel';
  /** What an Attendee's side does with a REQUEST of another Organizer (3.2.2.4, 6.1.3, 6.2.2). */
  readonly organizerChange: 'accept' | 'ask' | 'refuse';
  /** The other Attendees' answers when the Organizer changes: asked anew as in the sample of 4.2.11, or kept. */
  readonly answersAfterOrganizerChange: 'ask-again' | 'keep';
  /** When the Organizer sends the answers round to all Attendees (3.2.2.2, table in 4.2.5). */
  readonly redistribution: 'on-demand' | 'after-each-reply';
  /** Who answers a request for updated status: the user, or the CUA with what the user answered (3.2.2.7). */
  readonly statusPoll: 'by-user' | 'automatic';
  /** SEQUENCE of an event that is sent for the first time; left open. */
  readonly initialSequence: 'as-given' | 'at-least-1';
  /** SEQUENCE of a change that does not demand a greater one, which RFC 5546 section 2.1.4 permits all the same. */
  readonly sequenceOfUpdate: 'keep' | 'raise';
  /** How Attendees learn of a cancelled instance: a CANCEL of it, or EXDATE in the series (3.2.5, 2.1.4). */
  readonly instanceCancel: 'cancel' | 'exdate';
  /** How an Attendee's copy shows a cancelled instance: an override with STATUS CANCELLED, or EXDATE. */
  readonly cancelledInstance: 'status' | 'exdate';
  /** RECURRENCE-ID after an instance moved: the original, or in RFC 2446 section 3.7.1 also the new start. */
  readonly movedInstance: 'original-id' | 'new-start';
  /** The Organizer's overrides when the series is rescheduled: lost, or kept where they still are instances (4.4.7). */
  readonly overridesOnReschedule: 'drop' | 'keep';
  /** Answers when an event is rescheduled: asked for anew (RFC 6638 section 3.2.8), or kept. */
  readonly partstatReset: 'on-reschedule' | 'never';
  /** What a REPLY repeats of the REQUEST: all but alarms, or the least that section 3.2.3 demands. */
  readonly replyContent: 'full' | 'least';
  /** What an Outbox keeps of earlier sendings of the same event; the service's own choice. */
  readonly outboxHistory: 'all' | 'latest';
}

/** What the reference does unless it is told otherwise. */
export const STANDARD_POLICIES: Policies = {
  delegateToOrganizer: 'refuse',
  delegateToInvited: 'allow',
  redelegation: 'allow',
  delegatorReply: 'both',
  delegatorUpdates: 'both',
  delegateReplyTo: 'organizer-and-delegator',
  delegateReply: 'delegate',
  unknownDelegate: 'hold',
  delegatorAfterDecline: 'reopen',
  uninvitedReply: 'ask',
  uninvitedRefused: 'silent',
  organizerChange: 'accept',
  answersAfterOrganizerChange: 'ask-again',
  redistribution: 'on-demand',
  statusPoll: 'by-user',
  initialSequence: 'as-given',
  sequenceOfUpdate: 'keep',
  instanceCancel: 'cancel',
  cancelledInstance: 'status',
  movedInstance: 'original-id',
  overridesOnReschedule: 'drop',
  partstatReset: 'on-reschedule',
  replyContent: 'full',
  outboxHistory: 'all',
};

/** All choices that each policy offers, the standard one among them. */
export const ALTERNATIVES: { readonly [Name in keyof Policies]: readonly Policies[Name][] } = {
  delegateToOrganizer: ['allow', 'refuse'],
  delegateToInvited: ['allow', 'refuse'],
  redelegation: ['allow', 'refuse'],
  delegatorReply: ['both', 'delegator'],
  delegatorUpdates: ['rsvp', 'role', 'both'],
  delegateReplyTo: ['organizer-and-delegator', 'organizer'],
  delegateReply: ['delegate', 'both'],
  unknownDelegate: ['hold', 'accept'],
  delegatorAfterDecline: ['reopen', 'keep'],
  uninvitedReply: ['add', 'ask', 'ignore'],
  uninvitedRefused: ['silent', 'cancel'],
  organizerChange: ['accept', 'ask', 'refuse'],
  answersAfterOrganizerChange: ['ask-again', 'keep'],
  redistribution: ['on-demand', 'after-each-reply'],
  statusPoll: ['by-user', 'automatic'],
  initialSequence: ['as-given', 'at-least-1'],
  sequenceOfUpdate: ['keep', 'raise'],
  instanceCancel: ['cancel', 'exdate'],
  cancelledInstance: ['status', 'exdate'],
  movedInstance: ['original-id', 'new-start'],
  overridesOnReschedule: ['drop', 'keep'],
  partstatReset: ['on-reschedule', 'never'],
  replyContent: ['full', 'least'],
  outboxHistory: ['all', 'latest'],
};
