import { addressList, withAddressList } from '../icalendar/address-list.js';
import { makeProperty, mapAttendees, withParameter, withProperties } from '../icalendar/edit.js';
import { properties } from '../icalendar/jcal.js';
import { attendeeOf } from '../icalendar/read.js';
import { delegatorsOf, hasDelegated, partstatOf } from '../itip/delegation.js';
import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';

/** RFC 2446 sections 3.2.2.3, 4.2.5 to 4.2.7 and 5.2.2: what the Organizer makes of a delegation. */
export const DELEGATION_TAKEN_FAULTS = [
  fault({
    id: 'delegate-not-added',
    summary: 'Takes the PARTSTAT of the Delegator, but does not add the Delegate.',
    rule: 'delegateTaken',
    requirement: '2446/3.2.2.3/delegate-joins-the-event',
    source: 'W-155',
    replacement: (_delegate, existing) => existing,
  }),
  fault({
    id: 'delegate-needs-own-line',
    summary: 'Adds a Delegate only when the REPLY of the Delegator lists it as ATTENDEE.',
    rule: 'delegateTaken',
    requirement: '2446/4.2.5/one-attendee-delegation-is-understood',
    replacement: (delegate, existing, named, delegator) =>
      named === undefined ? existing : standardRules.delegateTaken(delegate, existing, named, delegator),
  }),
  fault({
    id: 'invited-delegate-not-linked',
    summary: 'Leaves the ATTENDEE of a Delegate who was invited already as it is.',
    rule: 'delegateTaken',
    requirement: '2446/3.2.2.3/delegate-is-listed-once',
    opposite: 'delegate-always-appended',
    replacement: (delegate, existing, named, delegator) =>
      existing ?? standardRules.delegateTaken(delegate, undefined, named, delegator),
  }),
  fault({
    id: 'delegate-always-appended',
    summary: 'Adds the Delegate without looking whether the event lists it already.',
    rule: 'withDelegate',
    requirement: '2446/3.2.2.3/delegate-is-listed-once',
    opposite: 'invited-delegate-not-linked',
    replacement: (event, delegate) => withProperties(event, [...event[1], delegate]),
  }),
  fault({
    id: 'delegation-back-is-appended',
    summary: 'Adds the Delegator once more when the Delegate delegates back.',
    rule: 'withDelegate',
    requirement: '2446/4.2.5/loop-lists-nobody-twice',
    replacement: (event, delegate) =>
      hasDelegated(delegate)
        ? withProperties(event, [...event[1], delegate])
        : standardRules.withDelegate(event, delegate),
  }),
  fault({
    id: 'only-partstat-of-the-delegator',
    summary: 'Copies PARTSTAT=DELEGATED, but not DELEGATED-TO, into the event of the Organizer.',
    rule: 'delegatorTaken',
    requirement: '2446/3.2.2.3/delegate-joins-the-event',
    source: 'W-155',
    replacement: (listed) => withParameter(listed, 'partstat', 'DELEGATED'),
  }),
  fault({
    id: 'chain-collapses',
    summary: 'Forgets from whom a Delegate had the participation when it delegates on.',
    rule: 'delegatorTaken',
    requirement: '2446/4.2.5/chain-is-recorded',
    replacement: (listed, replied) =>
      withAddressList(standardRules.delegatorTaken(listed, replied), 'delegated-from', []),
  }),
  fault({
    id: 'first-attendee-is-the-replier',
    summary: 'Takes the first ATTENDEE of a REPLY for the one who answers.',
    rule: 'replyingLine',
    requirement: '2446/4.2.6/reply-with-both-sides-is-understood',
    opposite: 'last-attendee-is-the-replier',
    replacement: (reply) => properties(reply, 'attendee')[0],
  }),
  fault({
    id: 'last-attendee-is-the-replier',
    summary: 'Takes the last ATTENDEE of a REPLY for the one who answers.',
    rule: 'replyingLine',
    requirement: '2446/4.2.6/reply-with-both-sides-is-understood',
    opposite: 'first-attendee-is-the-replier',
    replacement: (reply) => properties(reply, 'attendee').at(-1),
  }),
  fault({
    id: 'updates-to-the-original-list',
    summary: 'Sends updates to those who were invited, not to those who came in their place.',
    rule: 'updateReaches',
    requirement: '2446/3.2.2.3/delegate-gets-updates',
    replacement: (line) => delegatorsOf(line).length === 0 && standardRules.updateReaches(line),
  }),
  fault({
    id: 'delegator-gets-nothing-more',
    summary: 'Sends no updates to one who has delegated, also when it asked for them.',
    rule: 'updateReaches',
    requirement: '2446/3.2.2.3/delegator-gets-updates',
    opposite: 'delegator-always-told',
    replacement: (line) => !hasDelegated(line),
  }),
  fault({
    id: 'delegator-always-told',
    summary: 'Sends updates to one who has delegated, also when it wants none.',
    rule: 'updateReaches',
    requirement: '2446/4.2.5/rsvp-false-ends-updates',
    opposite: 'delegator-gets-nothing-more',
    replacement: () => true,
  }),
  fault({
    id: 'decline-of-delegate-in-silence',
    summary: 'Records that a Delegate declined, but does not tell the Delegator.',
    rule: 'toldOfDecline',
    requirement: '2446/4.2.7/delegator-is-told-of-decline',
    replacement: () => [],
  }),
  fault({
    id: 'decline-notice-without-status',
    summary: 'Hides refusals in the REQUESTs of the Organizer.',
    rule: 'requestContent',
    requirement: '2446/4.2.7/decline-notice-shows-decline',
    replacement: (event) =>
      mapAttendees(standardRules.requestContent(event), (line) =>
        partstatOf(line) === 'DECLINED' ? withParameter(line, 'partstat', 'NEEDS-ACTION') : line,
      ),
  }),
  fault({
    id: 'decline-notice-raises-sequence',
    summary: 'Raises SEQUENCE when the event is sent again unchanged.',
    rule: 'sequenceOfPoll',
    requirement: '2446/4.2.7/decline-notice-keeps-sequence',
    replacement: (current) => current + 1,
  }),
  fault({
    id: 'delegated-copy-takes-no-updates',
    summary: 'Leaves the copy of an event that was delegated as it is, whatever the Organizer sends.',
    rule: 'copyAfterUpdate',
    requirement: '2446/4.2.7/decline-reopens-the-delegators-copy',
    replacement: (stored, incoming) =>
      properties(stored, 'attendee').some(hasDelegated) ? stored : incoming,
  }),
  fault({
    id: 'early-delegate-reply-dropped',
    summary: 'Drops the answer of a Delegate whom it does not know yet.',
    rule: 'unknownDelegate',
    requirement: '2446/5.2.2/early-delegate-reply-is-kept',
    replacement: () => 'ignore' as const,
  }),
  fault({
    id: 'outdated-delegate-reply-dropped',
    summary: 'Ignores the answer of a Delegate to an older revision.',
    rule: 'refreshedDelegate',
    requirement: '2446/5.2.2/outdated-delegate-reply-is-a-refresh',
    replacement: () => [],
  }),
  fault({
    id: 'delegation-parameters-not-sent',
    summary: 'Strips DELEGATED-TO and DELEGATED-FROM from the REQUESTs of the Organizer.',
    rule: 'requestContent',
    requirement: '2446/3.2.2.3/request-shows-delegation',
    replacement: (event) =>
      mapAttendees(standardRules.requestContent(event), (line) =>
        withAddressList(withAddressList(line, 'delegated-from', []), 'delegated-to', []),
      ),
  }),
  fault({
    id: 'reschedule-undoes-delegation',
    summary: 'A rescheduling asks everybody anew and forgets who delegated to whom.',
    rule: 'answersAfterChange',
    requirement: '2446/3.2.2.3/reschedule-keeps-delegation',
    replacement: (event, reset) =>
      reset
        ? mapAttendees(event, (line) =>
            makeProperty('attendee', String(line[3]), { partstat: 'NEEDS-ACTION', rsvp: 'TRUE' }),
          )
        : event,
  }),
  fault({
    id: 'cancel-to-the-original-list',
    summary: 'Sends a CANCEL to those who were invited, not to those who came in their place.',
    rule: 'cancelRecipients',
    requirement: '2446/3.2.2.3/delegate-gets-cancel',
    replacement: (event, affected) =>
      affected.filter(
        (address) =>
          addressList(attendeeOf(event, [address])?.parameters ?? {}, 'delegated-from').length === 0,
      ),
  }),
];
