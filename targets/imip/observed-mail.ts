import { decodeImip, type ImipBody } from '../../simulator/transport/imip/decode.js';
import { ImipRefused } from '../../simulator/transport/imip/imip-refused.js';
import type { ServiceMail } from '../scheduling-service.js';
import type { ObservedMessage } from '../target.js';

/** A scheduling message that left by mail, and its METHOD. */
export interface Mailed {
  readonly message: ObservedMessage;
  readonly method: string;
}

/**
 * The scheduling messages in mails that have left (RFC 6047), in order. One that is none of iMIP has none: its faults
 * are judged by who looks at the mail.
 *
 * @param before how many messages there were in earlier mails; their ids count on
 */
export async function messagesIn(mails: readonly ServiceMail[], before: number): Promise<Mailed[]> {
  const found: Mailed[] = [];
  for (const { from, to, raw } of mails) {
    for (const { text, method } of await bodiesOf(raw)) {
      const who = { id: `mail-${before + found.length + 1}`, originator: from, recipient: to };
      found.push({ method, message: { ...who, data: text, raw, composedBy: 'target', channel: 'mail' } });
    }
  }
  return found;
}

async function bodiesOf(raw: string): Promise<readonly ImipBody[]> {
  try {
    return (await decodeImip(Buffer.from(raw, 'latin1'))).bodies;
  } catch (error) {
    if (error instanceof ImipRefused) return [];
    throw error;
  }
}
