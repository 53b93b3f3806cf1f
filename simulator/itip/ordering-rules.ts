import type { JCalComponent } from '../icalendar/jcal.js';
import { type Order, type Revision, revisionOf } from './revision.js';

/** Which of two states is the newer: RFC 2446 section 2.1.5. */
export interface OrderingRules {
  /** The revision of a received component: SEQUENCE is 0 where it is left out (table of section 3.2.2). */
  revisionReceived(component: JCalComponent): Revision;
  /**
   * The revision that a REPLY answers: SEQUENCE is 0 where it is left out (table of section 3.2.3).
   *
   * @param current SEQUENCE of the event answered
   */
  revisionOfReply(reply: JCalComponent, current: number): Revision;
  /** Negative, zero or positive, as numbers compare (rule 2). */
  compareSequence(one: number, other: number): number;
  /** Order of a REQUEST against the Organizer's revision received last (rules 2 and 4). */
  orderRequest(incoming: Revision, last: Revision): Order;
  /** Order of a CANCEL against the Organizer's revision received last (rules 2 and 4). */
  orderCancel(incoming: Revision, last: Revision): Order;
  /** Order of a REPLY against the last one applied for the same Attendee (rules 3 and 4). */
  orderReply(incoming: Revision, last: Revision): Order;
  /** Under which key the last REPLY is remembered: each Attendee has its own (last paragraph). */
  replyKey(attendee: string): string;
  /**
   * Under which key revisions of an instance are remembered (rules 2 to 4): in RFC 5546 each instance of a UID has its
   * own, in RFC 2446 there is one for the UID.
   *
   * @param instance key of the instance, empty for the series
   */
  revisionKey(instance: string): string;
  /**
   * Under which key the last REPLY to an instance is remembered (rules 3 and 4): in RFC 5546 each instance of a UID has
   * its own, in RFC 2446 there is one for the UID.
   */
  replyInstanceKey(instance: string): string;
  /**
   * Whether a CANCEL counts as taken in already because another message about the event had its SEQUENCE and DTSTAMP:
   * never, since each instance is compared with itself (rule 4).
   */
  isTakenAlready(incoming: Revision, received: Iterable<readonly [key: string, revision: Revision]>): boolean;
  /**
   * Revision that an Attendee's side remembers after a CANCEL, so that older REQUESTs stay obsolete (rule 2).
   *
   * @param instance key of the cancelled instance, empty for the series
   */
  revisionAfterCancel(cancel: Revision, last: Revision, instance: string): Revision;
  /**
   * Whether a revision of one instance was composed before the whole series was rescheduled or cancelled, which makes
   * it void (RFC 5546 sections 3.2.5 and 4.4.7). SEQUENCEs of different instances have no order of their own
   * (2.1.5), so the time of composing decides, and SEQUENCE where that is the same.
   */
  overtakenBySeries(instance: Revision, series: Revision): boolean;
}

/** The order as the RFCs have it; by instance as in RFC 5546. */
export const orderingRules: OrderingRules = {
  revisionReceived: revisionOf,
  revisionOfReply: revisionOf,
  compareSequence: (one, other) => one - other,
  orderRequest: orderOf,
  orderCancel: orderOf,
  orderReply: orderOf,
  replyKey: (attendee) => attendee,
  revisionKey: (instance) => instance,
  replyInstanceKey: (instance) => instance,
  isTakenAlready: () => false,
  revisionAfterCancel: (cancel) => cancel,
  overtakenBySeries(instance, series) {
    const byTime = compareText(instance.dtstamp, series.dtstamp);
    return byTime < 0 || (byTime === 0 && this.compareSequence(instance.sequence, series.sequence) < 0);
  },
};

function orderOf(this: OrderingRules, incoming: Revision, last: Revision): Order {
  const bySequence = this.compareSequence(incoming.sequence, last.sequence);
  const difference = bySequence !== 0 ? bySequence : compareText(incoming.dtstamp, last.dtstamp);
  return difference > 0 ? 'newer' : difference < 0 ? 'older' : 'same';
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
