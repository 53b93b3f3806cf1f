import { fault } from './fault.js';

/** The scheduling service: who sends a message is not in whose name it goes. */
export const ORIGINATOR_FAULTS = [
  fault({
    id: 'everybody-acts-for-everybody',
    summary: 'Lets everybody act for everybody.',
    rule: 'mayActFor',
    requirement: 'service/originator/without-right-nothing-is-sent',
    source: 'W-147',
    opposite: 'nobody-acts-for-another',
    replacement: () => true,
  }),
  fault({
    id: 'nobody-acts-for-another',
    summary: 'Lets nobody act for somebody else.',
    rule: 'mayActFor',
    requirement: 'service/originator/right-lets-secretary-send',
    opposite: 'everybody-acts-for-everybody',
    replacement: () => false,
  }),
  fault({
    id: 'sending-listed-with-organizer',
    summary: "Lists what a secretary sends in the Organizer's Outbox.",
    rule: 'outboxOwner',
    requirement: 'service/originator/listed-with-the-originator',
    replacement: (originator, organizer) => organizer || originator,
  }),
  fault({
    id: 'organizer-counts-as-originator',
    summary: 'Names the Organizer as the one who sent the message.',
    rule: 'recordedOriginator',
    requirement: 'service/originator/outbox-names-both',
    opposite: 'originator-counts-as-organizer',
    replacement: (originator, organizer) => organizer || originator,
  }),
  fault({
    id: 'originator-counts-as-organizer',
    summary: 'Names the one who sent the message as its Organizer.',
    rule: 'recordedOrganizer',
    requirement: 'service/originator/inbox-names-both',
    opposite: 'organizer-counts-as-originator',
    replacement: (originator) => originator,
  }),
  fault({
    id: 'withdrawn-right-lasts',
    summary: 'Goes on honouring a right that has been withdrawn.',
    rule: 'honoursWithdrawnRight',
    requirement: 'service/originator/withdrawn-right-ends',
    replacement: () => true,
  }),
];
