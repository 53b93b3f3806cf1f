import { withComponents, withoutProperty } from '../icalendar/edit.js';
import { fault } from './fault.js';

/** Publishing (RFC 5546 section 3.2.1), and asking for an event once more (3.2.6). */
export const PUBLISH_FAULTS = [
  fault({
    id: 'publish-lists-attendees',
    summary: 'Leaves the ATTENDEEs in a PUBLISH.',
    rule: 'publishContent',
    requirement: 'service/publish/no-attendees',
    replacement: (event) => event,
  }),
  fault({
    id: 'publish-names-no-organizer',
    summary: 'Publishes an event without ORGANIZER.',
    rule: 'publishContent',
    requirement: '2446/3.7.2/published-event-has-an-organizer',
    replacement: (event) => withoutProperty(event, 'attendee', 'organizer'),
  }),
  fault({
    id: 'publishing-removes-attendees',
    summary: 'Removes the Attendees from an event that is published.',
    rule: 'calendarAfterPublish',
    requirement: 'service/publish/organizer-keeps-the-event',
    replacement: (calendar) =>
      withComponents(
        calendar,
        calendar[2].map((part) => withoutProperty(part, 'attendee')),
      ),
  }),
  fault({
    id: 'publish-is-answered',
    summary: 'Answers a PUBLISH with a REPLY.',
    rule: 'answersPublish',
    requirement: 'service/publish/nobody-answers',
    replacement: () => true,
  }),
  fault({
    id: 'publish-is-always-the-first',
    summary: 'Publishes every revision with SEQUENCE 0.',
    rule: 'sequenceOfPublish',
    requirement: 'service/publish/update-has-its-sequence',
    replacement: () => 0,
  }),
  fault({
    id: 'new-publish-is-dropped',
    summary: 'Takes a PUBLISH for the update of an event that it has, and for nothing else.',
    rule: 'takesNewPublish',
    requirement: 'service/publish/recipients-have-the-event',
    source: 'W-190',
    replacement: () => false,
  }),
  fault({
    id: 'publish-replaces-the-invitation',
    summary: 'Puts what was published in the place of the copy of one who is invited.',
    rule: 'takesPublishWhenInvited',
    requirement: 'service/publish/invited-keeps-the-copy',
    replacement: () => true,
  }),
  fault({
    id: 'publish-of-another-is-taken',
    summary: 'Lets anybody bring a published event up to date.',
    rule: 'takesPublishOfAnother',
    requirement: '2446/3.7.2/organizer-updates-the-published-event',
    replacement: () => true,
  }),
  fault({
    id: 'refresh-is-not-answered',
    summary: 'Sends nothing to an Attendee who asks for the event once more.',
    rule: 'answersRefresh',
    requirement: 'service/schedule/refresh-by-mail-is-answered',
    replacement: () => false,
  }),
];
