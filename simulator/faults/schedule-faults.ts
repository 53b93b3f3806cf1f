import { admissionRules } from '../scheduling/admission-rules.js';
import { isFromAttendee } from '../scheduling/recipient-rules.js';
import type { RefusalReason } from '../scheduling/schedule-refused.js';
import { fault } from './fault.js';

/** The scheduling service: what the schedule operation lets through, and what it answers. */
export const SCHEDULE_FAULTS = [
  lets('missing-method-is-a-request', 'Takes a message without METHOD for a REQUEST.', 'no-method'),
  lets('any-method-passes', 'Sends messages with a METHOD that is none of iTIP.', 'unknown-method'),
  lets('uid-is-not-needed', 'Sends messages without UID.', 'no-uid'),
  lets(
    'organizer-is-not-needed',
    'Takes the Originator for the Organizer where none is named.',
    'no-organizer',
  ),
  lets('anybody-may-call', 'Sends for Originators who are no Calendar Users here.', 'unknown-originator'),
  lets('sends-to-nobody', 'Lets calls through that reach nobody.', 'no-recipients'),
  fault({
    id: 'attendees-send-everything',
    summary: "Lets Attendees send the Organizer's messages.",
    rule: 'maySend',
    requirement: 'service/schedule/organizers-methods-are-the-organizers',
    opposite: 'only-organizers-send',
    replacement: (sender) => sender.actsForAttendee || sender.hasEvent || admissionRules.maySend(sender),
  }),
  fault({
    id: 'only-organizers-send',
    summary: 'Lets calls through on the side of the Organizer alone.',
    rule: 'maySend',
    requirement: 'service/schedule/answers-in',
    opposite: 'attendees-send-everything',
    replacement: ({ actsForOrganizer }) => actsForOrganizer,
  }),
  fault({
    id: 'attendees-send-any-request',
    summary: "Lets Attendees send a REQUEST with a newer revision in the Organizer's name.",
    rule: 'maySend',
    requirement: 'service/schedule/request-is-passed-on',
    opposite: 'nobody-passes-on-by-call',
    replacement: (sender) =>
      admissionRules.maySend({ ...sender, isKnown: sender.actsForAttendee || sender.hasEvent }),
  }),
  fault({
    id: 'nobody-passes-on-by-call',
    summary: 'Lets no Attendee send a REQUEST, not even the one that is passed on.',
    rule: 'maySend',
    requirement: 'service/schedule/request-is-passed-on',
    opposite: 'attendees-send-any-request',
    replacement: (sender) => admissionRules.maySend({ ...sender, isKnown: false }),
  }),
  fault({
    id: 'anybody-answers',
    summary: "Does not look who sends an Attendee's message.",
    rule: 'maySend',
    requirement: 'service/schedule/refused-with-a-reason',
    source: 'W-150',
    replacement: (sender) => isFromAttendee(sender.method) || admissionRules.maySend(sender),
  }),
  fault({
    id: 'whoever-has-the-event-answers',
    summary: 'Lets everybody who has the event answer for any Attendee.',
    rule: 'maySend',
    requirement: 'service/schedule/event-gives-no-right-to-answer',
    replacement: (sender) =>
      admissionRules.maySend({ ...sender, actsForAttendee: sender.actsForAttendee || sender.hasEvent }),
  }),
  fault({
    id: 'answers-go-anywhere',
    summary: "Sends an Attendee's message to whoever is named.",
    rule: 'reachesWithAnswer',
    requirement: 'service/schedule/answers-reach-organizer-only',
    opposite: 'delegator-hears-nothing',
    replacement: () => true,
  }),
  fault({
    id: 'delegator-hears-nothing',
    summary: "Keeps a Delegate's answer from the Delegator.",
    rule: 'reachesWithAnswer',
    requirement: 'service/schedule/delegates-answer-reaches-delegator',
    opposite: 'answers-go-anywhere',
    replacement: (recipient, organizer) => admissionRules.reachesWithAnswer(recipient, organizer, []),
  }),
  fault({
    id: 'alias-is-not-answered-for',
    summary: 'Answers once for a Calendar User who is named by several addresses.',
    rule: 'answersEachAddress',
    requirement: 'service/schedule/response-for-each-address',
    replacement: () => false,
  }),
];

/** The fault of not refusing for one reason. */
function lets(id: string, summary: string, passed: RefusalReason) {
  return fault({
    ...{ id, summary, rule: 'refuses', requirement: 'service/schedule/refused-with-a-reason' },
    replacement: (reason) => reason !== passed,
  });
}
