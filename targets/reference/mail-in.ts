import type { JCalComponent } from '../../simulator/icalendar/jcal.js';
import { decodeImip } from '../../simulator/transport/imip/decode.js';
import { ImipRefused } from '../../simulator/transport/imip/imip-refused.js';
import type { ServiceMail } from '../scheduling-service.js';

/** A mail that has no effect. */
interface Refused {
  readonly outcome: 'rejected';
  readonly reason: string;
}

/**
 * Takes in a mail: each scheduling message in it arrives at its Recipient.
 *
 * @returns what became of the one that had an effect, else of the first
 */
export async function takeInMail<Report extends { readonly outcome: string }>(
  { from, to, raw }: ServiceMail,
  arrive: (recipient: string, message: JCalComponent, originator: string) => Report,
): Promise<Report | Refused> {
  try {
    const { bodies } = await decodeImip(Buffer.from(raw, 'latin1'));
    const reports = bodies.map(({ calendar }) => arrive(to, calendar, from));
    const refused: Refused = { outcome: 'rejected', reason: 'the mail has no scheduling message' };
    return reports.find(({ outcome }) => outcome === 'applied') ?? reports[0] ?? refused;
  } catch (error) {
    if (error instanceof ImipRefused) return { outcome: 'rejected', reason: error.message };
    throw error;
  }
}
