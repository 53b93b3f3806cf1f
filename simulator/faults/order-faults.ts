import { standardRules } from '../itip/standard-rules.js';
import { fault } from './fault.js';

/** RFC 2446 section 2.1.5: which of two messages counts. */
export const ORDER_FAULTS = [
  fault({
    id: 'any-request-is-newer',
    summary: 'Applies every REQUEST that arrives, whatever its SEQUENCE and DTSTAMP.',
    rule: 'orderRequest',
    requirement: '2446/2.1.5/older-request',
    source: 'W-006',
    opposite: 'equal-sequence-request-is-old',
    replacement: () => 'newer' as const,
  }),
  fault({
    id: 'equal-sequence-request-is-old',
    summary: 'Drops a REQUEST whose SEQUENCE it has already seen, so updates never arrive.',
    rule: 'orderRequest',
    requirement: '2446/3.2.2.2/update-changes-details-only',
    opposite: 'any-request-is-newer',
    replacement: (incoming, last) => (incoming.sequence > last.sequence ? 'newer' : 'older'),
  }),
  fault({
    id: 'request-dtstamp-not-compared',
    summary: 'Compares REQUESTs by SEQUENCE alone: with equal numbers the one that arrives last wins.',
    rule: 'orderRequest',
    requirement: '2446/2.1.5/request-dtstamp-breaks-tie',
    replacement: (incoming, last) => (incoming.sequence >= last.sequence ? 'newer' : 'older'),
  }),
  fault({
    id: 'request-ordered-by-dtstamp-alone',
    summary: 'Compares REQUESTs by DTSTAMP alone and lets a lower SEQUENCE win.',
    rule: 'orderRequest',
    requirement: '2446/2.1.5/older-request',
    replacement: (incoming, last) => (incoming.dtstamp > last.dtstamp ? 'newer' : 'older'),
  }),
  fault({
    id: 'repeated-request-is-new',
    summary: 'Takes a REQUEST that arrives a second time for an update.',
    rule: 'orderRequest',
    requirement: '2446/2.1.5/repeated-message',
    replacement: (incoming, last) =>
      incoming.sequence === last.sequence && incoming.dtstamp === last.dtstamp
        ? 'newer'
        : standardRules.orderRequest(incoming, last),
  }),
  fault({
    id: 'sequence-compared-as-text',
    summary: 'Compares SEQUENCE as text, so 9 is newer than 10.',
    rule: 'compareSequence',
    requirement: '2446/2.1.5/sequence-is-a-number',
    replacement: (one, other) => String(one).localeCompare(String(other)),
  }),
  fault({
    id: 'any-reply-is-newer',
    summary: 'Applies every REPLY that arrives, whatever its SEQUENCE and DTSTAMP.',
    rule: 'orderReply',
    requirement: '2446/2.1.5/older-reply',
    source: ['W-207', 'W-210'],
    opposite: 'first-reply-stays',
    replacement: () => 'newer' as const,
  }),
  fault({
    id: 'first-reply-stays',
    summary: 'Takes one REPLY per revision; an Attendee who changes the answer is not heard.',
    rule: 'orderReply',
    requirement: '2446/2.1.5/reply-dtstamp-breaks-tie',
    opposite: 'any-reply-is-newer',
    replacement: (incoming, last) => (incoming.sequence > last.sequence ? 'newer' : 'older'),
  }),
  fault({
    id: 'reply-dtstamp-not-compared',
    summary: 'Compares REPLYs by SEQUENCE alone: with equal numbers the one that arrives last wins.',
    rule: 'orderReply',
    requirement: '2446/2.1.5/reply-dtstamp-breaks-tie',
    replacement: (incoming, last) => (incoming.sequence >= last.sequence ? 'newer' : 'older'),
  }),
  fault({
    id: 'last-reply-per-event',
    summary: 'Remembers the last REPLY of the event instead of one per Attendee.',
    rule: 'replyKey',
    requirement: '2446/2.1.5/last-reply-per-attendee',
    replacement: () => 'event',
  }),
  fault({
    id: 'cancel-forgets-revision',
    summary: 'Does not remember the SEQUENCE of a CANCEL, so a late REQUEST brings the meeting back.',
    rule: 'revisionAfterCancel',
    requirement: '2446/2.1.5/request-after-cancel',
    replacement: () => ({ sequence: -1, dtstamp: '' }),
  }),
  fault({
    id: 'any-cancel-is-newer',
    summary: 'Applies every CANCEL that arrives, also one that is older than the stored revision.',
    rule: 'orderCancel',
    requirement: '2446/2.1.5/cancel-after-newer-request',
    opposite: 'cancel-needs-newer-dtstamp-only',
    replacement: () => 'newer' as const,
  }),
  fault({
    id: 'cancel-needs-newer-dtstamp-only',
    summary: 'Orders a CANCEL by DTSTAMP alone, so one composed later but of a lower SEQUENCE wins.',
    rule: 'orderCancel',
    requirement: '2446/2.1.5/cancel-after-newer-request',
    opposite: 'any-cancel-is-newer',
    replacement: (incoming, last) => (incoming.dtstamp > last.dtstamp ? 'newer' : 'older'),
  }),
  fault({
    id: 'next-number-expected',
    summary: 'Applies a revision only when it has seen the one before.',
    rule: 'orderRequest',
    requirement: '2446/2.1.5/missed-revision',
    replacement: (incoming, last) =>
      incoming.sequence > last.sequence + 1 ? 'older' : standardRules.orderRequest(incoming, last),
  }),
  fault({
    id: 'cancel-needs-a-greater-sequence',
    summary: 'Drops a CANCEL that has the SEQUENCE of the copy.',
    rule: 'orderCancel',
    requirement: '2446/2.1.5/cancel-dtstamp-breaks-tie',
    opposite: 'any-equal-cancel-wins',
    replacement: (incoming, last) => (incoming.sequence > last.sequence ? 'newer' : 'older'),
  }),
  fault({
    id: 'any-equal-cancel-wins',
    summary: 'Applies a CANCEL that has the SEQUENCE of the copy, whenever it was composed.',
    rule: 'orderCancel',
    requirement: '2446/2.1.5/cancel-dtstamp-breaks-tie',
    opposite: 'cancel-needs-a-greater-sequence',
    replacement: (incoming, last) => (incoming.sequence >= last.sequence ? 'newer' : 'older'),
  }),
  fault({
    id: 'early-cancel-dropped',
    summary: 'Discards a CANCEL that overtakes its REQUEST.',
    rule: 'holdsEarlyCancel',
    requirement: '2446/5.2.1/early-cancel-is-held',
    replacement: () => false,
  }),
];
