import { fault } from './fault.js';

/** The scheduling service: who gets a message. */
export const RECIPIENT_FAULTS = [
  fault({
    id: 'recipients-are-the-attendees',
    summary: 'Sends to the Attendees whoever is named as Recipient.',
    rule: 'recipientsOf',
    requirement: 'service/recipients/named-recipients-get-it',
    replacement: (_named, usual) => usual,
  }),
];
