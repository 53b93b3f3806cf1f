import { makeProperty, withComponents, withProperties } from '../icalendar/edit.js';
import type { JCalComponent } from '../icalendar/jcal.js';
import { canonicalAddress, sameAddress } from '../icalendar/read.js';
import { isFromAttendee, recipientRules } from '../scheduling/recipient-rules.js';
import { fault } from './fault.js';

/** The scheduling service: who gets a message. */
export const RECIPIENT_FAULTS = [
  fault({
    id: 'recipients-are-the-attendees',
    summary: 'Sends to the Attendees whoever is named as Recipient.',
    rule: 'recipientsOf',
    requirement: 'service/recipients/named-recipients-get-it',
    opposite: 'attendees-get-it-besides',
    replacement: (_named, usual) => usual,
  }),
  fault({
    id: 'attendees-get-it-besides',
    summary: 'Sends to the Recipients that are named and to all Attendees besides.',
    rule: 'recipientsOf',
    requirement: 'service/recipients/named-recipients-get-it',
    opposite: 'recipients-are-the-attendees',
    replacement: (named = [], usual) => [...named, ...usual],
  }),
  fault({
    id: 'recipients-become-attendees',
    summary: 'Lists each Recipient as ATTENDEE of the message.',
    rule: 'sentMessage',
    requirement: 'service/recipients/attendee-lines-stay',
    opposite: 'only-recipients-attend',
    replacement: (message, recipients) =>
      withLines(message, (lines) => [
        ...lines,
        ...recipients
          .filter((address) => !lists(lines, address))
          .map((address) => makeProperty('attendee', address)),
      ]),
  }),
  fault({
    id: 'only-recipients-attend',
    summary: 'Takes the ATTENDEEs out of the message who are no Recipients.',
    rule: 'sentMessage',
    requirement: 'service/recipients/attendee-lines-stay',
    opposite: 'recipients-become-attendees',
    replacement: (message, recipients) =>
      withLines(message, (lines) =>
        lines.filter(
          ([name, , , value]) =>
            name !== 'attendee' || recipients.some((address) => sameAddress(address, String(value))),
        ),
      ),
  }),
  fault({
    id: 'organizer-gets-own-message',
    summary: 'Sends to all ATTENDEEs, the Organizer among them.',
    rule: 'usualRecipients',
    requirement: 'service/recipients/organizer-is-no-usual-recipient',
    replacement: (parties) =>
      isFromAttendee(parties.method) ? recipientRules.usualRecipients(parties) : parties.attendees,
  }),
  fault({
    id: 'organizer-known-by-one-address',
    summary: 'Sends to the Organizer who is listed by another address than that of ORGANIZER.',
    rule: 'usualRecipients',
    requirement: 'service/recipients/organizer-is-no-usual-recipient',
    replacement: (parties) => recipientRules.usualRecipients({ ...parties, own: [] }),
  }),
  fault({
    id: 'cancel-goes-to-nobody',
    summary: 'Knows no usual Recipients of a CANCEL.',
    rule: 'usualRecipients',
    requirement: 'service/recipients/cancel-goes-to-those-listed',
    replacement: (parties) => (parties.method === 'CANCEL' ? [] : recipientRules.usualRecipients(parties)),
  }),
  fault({
    id: 'answers-go-to-those-listed',
    summary: 'Sends the message of an Attendee to the ATTENDEEs that it lists.',
    rule: 'usualRecipients',
    requirement: 'service/recipients/answer-goes-to-organizer',
    replacement: (parties) =>
      isFromAttendee(parties.method) ? parties.attendees : recipientRules.usualRecipients(parties),
  }),
  fault({
    id: 'publish-goes-to-the-organizer',
    summary: 'Sends a PUBLISH for which nobody is named to its Organizer.',
    rule: 'usualRecipients',
    requirement: 'service/recipients/publish-has-no-usual-recipients',
    replacement: (parties) =>
      parties.method === 'PUBLISH' ? [parties.organizer] : recipientRules.usualRecipients(parties),
  }),
  fault({
    id: 'alias-gets-a-second-copy',
    summary: 'Tells Recipients apart by their addresses.',
    rule: 'recipientKey',
    requirement: 'service/recipients/one-copy-for-each-user',
    replacement: (address) => canonicalAddress(address),
  }),
  fault({
    id: 'letters-tell-recipients-apart',
    summary: 'Tells Recipients apart by the letters of their addresses.',
    rule: 'recipientKey',
    requirement: 'service/recipients/one-copy-for-each-user',
    replacement: (address) => address,
  }),
  fault({
    id: 'group-sends-back-to-organizer',
    summary: 'Sends a message to a group to its Organizer, too, who is a member.',
    rule: 'groupReachesOrganizer',
    requirement: 'service/recipients/organizer-in-a-group',
    replacement: () => true,
  }),
  fault({
    id: 'failure-stops-the-rest',
    summary: 'Stops at the first Recipient who cannot be reached.',
    rule: 'goesOnAfterRefusal',
    requirement: 'service/recipients/failure-stops-nobody',
    replacement: () => false,
  }),
  fault({
    id: 'every-address-is-mailed',
    summary: 'Takes every address for that of a mailbox.',
    rule: 'isMailed',
    requirement: 'service/recipients/failure-has-its-own-status',
    opposite: 'nobody-outside-is-reached',
    replacement: () => true,
  }),
  fault({
    id: 'nobody-outside-is-reached',
    summary: 'Cannot reach anybody by mail.',
    rule: 'isMailed',
    requirement: 'service/recipients/mailbox-can-be-reached',
    opposite: 'every-address-is-mailed',
    replacement: () => false,
  }),
];

function withLines(
  message: JCalComponent,
  change: (lines: JCalComponent[1]) => JCalComponent[1],
): JCalComponent {
  return withComponents(
    message,
    message[2].map((part) => (part[0] === 'vtimezone' ? part : withProperties(part, change(part[1])))),
  );
}

function lists(lines: JCalComponent[1], address: string): boolean {
  return lines.some(([name, , , value]) => name === 'attendee' && sameAddress(String(value), address));
}
