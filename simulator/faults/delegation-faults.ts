import { withAddressList } from '../icalendar/address-list.js';
import {
  makeProperty,
  mapAttendees,
  withoutProperty,
  withParameter,
  withProperty,
} from '../icalendar/edit.js';
import { attendeeOf } from '../icalendar/read.js';
import { hasDelegated } from '../itip/delegation.js';
import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';

/** RFC 2446 sections 3.2.2.3 and 4.2.5: what the Delegator and the Delegate do wrong. */
export const DELEGATION_FAULTS = [
  fault({
    id: 'delegate-not-told',
    summary: 'A Delegator tells the Organizer, but not the Delegate.',
    rule: 'delegationMessages',
    requirement: '2446/3.2.2.3/delegator-forwards-request',
    opposite: 'organizer-not-told-of-delegation',
    replacement: (_toDelegate, toOrganizer) => [toOrganizer],
  }),
  fault({
    id: 'organizer-not-told-of-delegation',
    summary: 'A Delegator tells the Delegate, but not the Organizer.',
    rule: 'delegationMessages',
    requirement: '2446/3.2.2.3/delegator-replies-to-organizer',
    opposite: 'delegate-not-told',
    replacement: (toDelegate) => [toDelegate],
  }),
  fault({
    id: 'delegation-request-unedited',
    summary: 'Passes the original REQUEST on to the Delegate, who is not listed in it.',
    rule: 'delegationContent',
    requirement: '2446/3.2.2.3/delegation-request-lists-delegate',
    replacement: (received) => received,
  }),
  fault({
    id: 'delegation-makes-a-new-event',
    summary: 'Gives the event of the Delegate a UID of its own.',
    rule: 'delegationContent',
    requirement: '2446/3.2.2.3/delegation-request-is-the-existing-one',
    replacement: (_received, delegated) =>
      withProperty(delegated, makeProperty('uid', 'delegated@service.invalid')),
  }),
  fault({
    id: 'delegation-loses-the-place',
    summary: 'Leaves the location out of the REQUEST to the Delegate.',
    rule: 'delegationContent',
    requirement: '2446/3.2.2.3/delegation-request-is-the-existing-one',
    replacement: (_received, delegated) => withoutProperty(delegated, 'location'),
  }),
  fault({
    id: 'delegator-becomes-organizer',
    summary: 'Names the Delegator as ORGANIZER of the REQUEST to the Delegate.',
    rule: 'delegationContent',
    requirement: '2446/3.2.2.3/delegation-request-keeps-organizer',
    replacement: (_received, delegated) => {
      const delegator = delegated[1].find((line) => line[0] === 'attendee' && hasDelegated(line));
      return withProperty(delegated, makeProperty('organizer', String(delegator?.[3])));
    },
  }),
  fault({
    id: 'delegation-request-keeps-old-status',
    summary: 'The REQUEST to the Delegate shows the Delegator as it was before.',
    rule: 'delegationContent',
    requirement: '2446/4.2.5/delegation-request-shows-delegator',
    replacement: (received, delegated) =>
      mapAttendees(delegated, (line) =>
        hasDelegated(line)
          ? withAddressList(
              withParameter(line, 'partstat', attendeeOf(received, [String(line[3])])?.partstat),
              'delegated-to',
              [],
            )
          : line,
      ),
  }),
  fault({
    id: 'delegate-without-origin',
    summary: 'The REQUEST to the Delegate does not say from whom the delegation comes.',
    rule: 'delegationContent',
    requirement: '2446/4.2.5/delegation-request-shows-delegate',
    replacement: (_received, delegated) =>
      mapAttendees(delegated, (line) => withAddressList(line, 'delegated-from', [])),
  }),
  fault({
    id: 'delegate-not-asked',
    summary: 'Leaves RSVP out of the ATTENDEE of the Delegate, so that no answer is asked for.',
    rule: 'delegateLine',
    requirement: '2446/4.2.5/delegate-is-asked',
    replacement: (delegate, delegator, existing) =>
      withParameter(standardRules.delegateLine(delegate, delegator, existing), 'rsvp', undefined),
  }),
  fault({
    id: 'delegator-declines',
    summary: 'Tells the Organizer of a delegation as a refusal.',
    rule: 'delegatorLine',
    requirement: '2446/3.2.2.3/delegator-answers-delegated',
    replacement: (line, delegates, updates) =>
      withParameter(standardRules.delegatorLine(line, delegates, updates), 'partstat', 'DECLINED'),
  }),
  fault({
    id: 'delegated-to-left-out',
    summary: 'Answers DELEGATED without saying to whom.',
    rule: 'delegatorLine',
    requirement: '2446/3.2.2.3/delegator-names-delegate',
    source: 'W-155',
    replacement: (line, _delegates, updates) => standardRules.delegatorLine(line, [], updates),
  }),
  fault({
    id: 'second-link-forgets-the-first',
    summary: 'A Delegate who delegates on loses the one who delegated to it.',
    rule: 'delegatorLine',
    requirement: '2446/4.2.5/chain-link-names-both-sides',
    replacement: (line, delegates, updates) =>
      withAddressList(standardRules.delegatorLine(line, delegates, updates), 'delegated-from', []),
  }),
  fault({
    id: 'wish-for-updates-lost',
    summary: 'Never tells the Organizer that the Delegator wants further updates.',
    rule: 'delegatorLine',
    requirement: '2446/3.2.2.3/delegator-asks-for-updates',
    opposite: 'delegator-always-asks-for-updates',
    replacement: (line, delegates) => standardRules.delegatorLine(line, delegates, false),
  }),
  fault({
    id: 'delegator-always-asks-for-updates',
    summary: 'Asks for further updates whatever the Delegator wants.',
    rule: 'delegatorLine',
    requirement: '2446/3.2.2.3/delegator-asks-for-updates',
    opposite: 'wish-for-updates-lost',
    replacement: (line, delegates) => standardRules.delegatorLine(line, delegates, true),
  }),
  fault({
    id: 'delegator-learns-no-answer',
    summary: 'Sends the answer of a Delegate to the Organizer alone.',
    rule: 'delegatorsToTell',
    profile: 'rfc2446',
    requirement: '2446/4.2.5/delegate-informs-delegator',
    replacement: () => [],
  }),
  fault({
    id: 'delegators-copy-unchanged',
    summary: 'Sends the messages of a delegation, but leaves the copy of the Delegator as it was.',
    rule: 'copyAfterDelegating',
    requirement: '2446/3.2.2.3/delegators-copy-shows-delegated',
    replacement: (received) => received,
  }),
  fault({
    id: 'delegation-reply-lists-another',
    summary: 'Adds the first other Attendee to the REPLY of a Delegator instead of the Delegate.',
    rule: 'replyAttendees',
    requirement: '2446/4.2.5/delegator-lists-delegate',
    replacement: (all, own) =>
      hasDelegated(own) ? [own, ...all.filter((line) => line !== own).slice(0, 1)] : [own],
  }),
  fault({
    id: 'listed-delegate-without-origin',
    summary: 'The ATTENDEE of the Delegate in the REPLY of the Delegator has no DELEGATED-FROM.',
    rule: 'replyAttendees',
    requirement: '2446/4.2.5/listed-delegate-names-delegator',
    replacement: (all, own) =>
      standardRules
        .replyAttendees(all, own)
        .map((line) => (line === own ? line : withAddressList(line, 'delegated-from', []))),
  }),
  fault({
    id: 'delegated-from-left-out',
    summary: 'A Delegate answers without saying for whom.',
    rule: 'replyAttendees',
    requirement: '2446/3.2.2.3/delegate-names-delegator',
    replacement: (all, own) =>
      standardRules.replyAttendees(all, hasDelegated(own) ? own : withAddressList(own, 'delegated-from', [])),
  }),
  fault({
    id: 'delegate-answers-the-sender',
    summary: 'A Delegate answers the one who sent the REQUEST instead of the Organizer.',
    rule: 'replyRecipient',
    requirement: '2446/3.2.2.3/delegate-replies-to-organizer',
    replacement: (organizer, _attendees, others) => others?.delegators[0] ?? organizer,
  }),
];
