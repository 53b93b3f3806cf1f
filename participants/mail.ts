import { encodeImip } from '../simulator/transport/imip/encode.js';
import type { SchedulingService } from '../targets/scheduling-service.js';
import type { DeliveryReport, MessageInTransit } from '../targets/target.js';

/** Date of the mails that the harness writes; iTIP orders messages by what stands in them, not by this. */
const SOME_DATE = '2030-01-07T09:00:00Z';

/** Hands a message in as the mail of somebody whom only mail reaches (RFC 6047). */
export async function handInByMail(
  service: SchedulingService,
  { id, originator, recipient, data }: MessageInTransit,
): Promise<DeliveryReport> {
  const raw = await encodeImip({
    ...{ originator, recipient, calendar: data, date: SOME_DATE },
    messageId: `<${id}@itip-conformance.invalid>`,
  });
  return service.mailIn({ from: originator, to: recipient, raw: raw.toString('latin1') });
}
