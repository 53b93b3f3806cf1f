import type { SchedulingRequest } from './admit-call.js';
import type { Scheduler } from './scheduler.js';
import type { RecipientResponse } from './transmit.js';

/**
 * The schedule operation: sends a scheduling message that is ready (RFC 5546) to each Recipient, and lists the sending
 * in the Originator's Outbox. To users of the service it goes at once (to `drain`, or with `delivery: 'auto'` into the
 * Inbox); to everybody else who has a mailbox by mail, when `runMailer` is called.
 *
 * - PUBLISH, REQUEST, ADD, CANCEL and DECLINECOUNTER come from the Organizer or somebody with the right to schedule for
 *   the Organizer; a REQUEST also from one who delegates or forwards it, in the revision that this one has.
 * - REPLY, COUNTER and REFRESH come from an Attendee whom the message lists, or somebody with the right to schedule for
 *   that one. They reach the Organizer, and those of a Delegate the Delegator.
 *
 * The calendar of the Originator is not changed: that is the client's to do.
 *
 * @param request Originator and Recipients are calendar addresses (`mailto:` or any URI), the message is a VCALENDAR
 *   with METHOD; its DTSTAMP and SEQUENCE are sent as they are
 * @returns for each address given, in order, a status of RFC 6638 section 3.2.9: 1.2 delivered, 1.1 on its way, 3.7
 *   cannot be reached, 3.8 not allowed to get it
 * @throws ScheduleRefused with the `reason` when the call may not be carried out; then nothing was sent and nothing
 *   filed
 */
export function schedule(scheduler: Scheduler, request: SchedulingRequest): readonly RecipientResponse[] {
  return scheduler.schedule(request);
}
