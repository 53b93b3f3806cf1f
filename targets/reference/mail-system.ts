import { canonicalAddress } from '../../simulator/icalendar/read.js';
import type { MailResult } from '../../simulator/scheduling/mailer-rules.js';
import type { SchedulingMail } from '../../simulator/scheduling/scheduling-mail.js';
import { encodeImip } from '../../simulator/transport/imip/encode.js';
import type { ServiceMail } from '../scheduling-service.js';

/** A mail system in memory: it takes every mail over, unless it was told to refuse it. */
export class MailSystem {
  readonly #taken: ServiceMail[] = [];
  readonly #refusals = new Map<string, { readonly code: number; times: number }>();

  /** All mail that was taken over, oldest first. */
  get mails(): readonly ServiceMail[] {
    return this.#taken;
  }

  /** Refuses mail to a calendar address with this code, so many times. */
  refuse(recipient: string, code: number, times: number): void {
    this.#refusals.set(canonicalAddress(recipient), { code, times });
  }

  /** Takes a mail over, or refuses it. */
  async send({ messageId, from, to, at, method, calendar }: SchedulingMail): Promise<MailResult> {
    const refusal = this.#refusals.get(canonicalAddress(to));
    if (refusal !== undefined && refusal.times > 0) {
      refusal.times -= 1;
      return { accepted: false, code: refusal.code };
    }
    const raw = await encodeImip({ originator: from, recipient: to, messageId, date: at, method, calendar });
    this.#taken.push({ from, to, raw: raw.toString('latin1') });
    return { accepted: true };
  }
}
