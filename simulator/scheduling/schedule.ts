import type { JCalComponent } from '../icalendar/jcal.js';
import { canonicalAddress, eachOnce, methodOf } from '../icalendar/read.js';
import type { Network } from '../transport/network.js';
import type { Account } from './account.js';

/** A scheduling message to be sent: the Originator and Recipients are the service's, not the object's. */
export interface SchedulingRequest {
  readonly originator: string;
  readonly recipients: readonly string[];
  /** VCALENDAR with METHOD. */
  readonly calendar: JCalComponent;
}

/** What became of the message for one Recipient. */
export interface RecipientResponse {
  readonly recipient: string;
  /** Delivery status of RFC 6638 section 3.2.9: 1.2 handed to a Calendar User here, 1.1 on its way elsewhere. */
  readonly status: string;
}

/**
 * The one operation behind every channel: sends one copy of a scheduling message to each Recipient and files one in
 * the Originator's Outbox, unprocessed while a Recipient is not served here.
 *
 * @param reached the addresses that a message to a Recipient reaches: of a group, its members
 * @returns one response per Recipient, each address once
 * @throws RangeError when there is no METHOD or no Recipient
 */
export function schedule(
  request: SchedulingRequest,
  accountOf: (address: string) => Account | undefined,
  network: Network,
  reached: (recipient: string) => readonly string[] = (recipient) => [recipient],
): RecipientResponse[] {
  if (methodOf(request.calendar) === undefined) throw new RangeError('a scheduling message needs a METHOD');
  const recipients = eachOnce(request.recipients);
  if (recipients.length === 0) throw new RangeError('a scheduling message needs at least one Recipient');
  const sent = new Set<string>();
  const responses = recipients.map((recipient) => {
    const addresses = reached(recipient);
    const fresh = addresses.filter((address) => !sent.has(canonicalAddress(address)));
    for (const address of fresh) {
      sent.add(canonicalAddress(address));
      network.send(request.originator, address, request.calendar);
    }
    const isElsewhere = addresses.some((address) => accountOf(address) === undefined);
    return { recipient, status: isElsewhere ? '1.1' : '1.2' };
  });
  fileInOutbox(request, responses, accountOf(request.originator));
  return responses;
}

function fileInOutbox(
  request: SchedulingRequest,
  responses: readonly RecipientResponse[],
  originator: Account | undefined,
): void {
  originator?.outbox.push({
    name: `sent-${originator.outbox.length + 1}.ics`,
    calendar: request.calendar,
    recipients: responses.map(({ recipient, status }) => ({ address: recipient, status })),
    state: responses.some(({ status }) => status === '1.1') ? 'unprocessed' : 'processed',
  });
}
