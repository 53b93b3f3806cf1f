import {
  makeProperty,
  mapAttendees,
  withComponents,
  withParameter,
  withProperties,
} from '../icalendar/edit.js';
import { eventsOf, methodOf } from '../icalendar/read.js';
import { fault } from './fault.js';

/** The scheduling service: what lies in Inboxes, answers written down by hand, and those who are only informed. */
export const INFORMED_FAULTS = [
  fault({
    id: 'inbox-names-all-recipients',
    summary: 'Names all Recipients in the Inbox of each.',
    rule: 'recipientsShown',
    requirement: 'service/recipients/inbox-names-its-own-user',
    replacement: (_own, all) => all(),
  }),
  fault({
    id: 'inbox-owner-is-listed',
    summary: 'Lists the owner of the Inbox as ATTENDEE of the message there.',
    rule: 'depositedMessage',
    requirement: 'service/recipients/inbox-has-the-message-as-sent',
    opposite: 'inbox-hides-the-attendees',
    replacement: (message, recipient) => {
      const isListed = eventsOf(message).some(([, lines]) =>
        lines.some(([name, , , value]) => name === 'attendee' && value === recipient),
      );
      return isListed
        ? message
        : withComponents(
            message,
            message[2].map((part) =>
              part[0] === 'vevent'
                ? withProperties(part, [...part[1], makeProperty('attendee', recipient)])
                : part,
            ),
          );
    },
  }),
  fault({
    id: 'inbox-hides-the-attendees',
    summary: 'Leaves only the owner of the Inbox as ATTENDEE of the message there.',
    rule: 'depositedMessage',
    requirement: 'service/recipients/inbox-has-the-message-as-sent',
    opposite: 'inbox-owner-is-listed',
    replacement: (message, recipient) =>
      withComponents(
        message,
        message[2].map((part) =>
          withProperties(
            part,
            part[1].filter(([name, , , value]) => name !== 'attendee' || value === recipient),
          ),
        ),
      ),
  }),
  fault({
    id: 'answer-by-hand-is-lost',
    summary: 'Forgets an answer that the Organizer writes down by hand.',
    rule: 'keepsAnswerByHand',
    requirement: 'service/recipients/answer-by-hand-is-kept',
    replacement: () => false,
  }),
  fault({
    id: 'answer-by-hand-is-sent',
    summary: 'Sends the event to everybody when the Organizer writes an answer down by hand.',
    rule: 'sendsAnswerByHand',
    requirement: 'service/recipients/answer-by-hand-is-not-sent',
    replacement: () => true,
  }),
  fault({
    id: 'message-shows-nobodys-answer',
    summary: 'Asks everybody anew in each message to the Attendees.',
    rule: 'sentMessage',
    requirement: 'service/recipients/answer-by-hand-goes-along',
    replacement: (message) =>
      methodOf(message) === 'REQUEST'
        ? withComponents(
            message,
            message[2].map((part) =>
              mapAttendees(part, (line) => withParameter(line, 'partstat', 'NEEDS-ACTION')),
            ),
          )
        : message,
  }),
];
