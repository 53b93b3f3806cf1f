import { encodeImip } from '../transport/imip/encode.js';
import { ImipRefused } from '../transport/imip/imip-refused.js';
import { mailboxOf } from '../transport/imip/mailbox.js';
import { checkReach, type MailServer, type Sent, sendMail } from '../transport/smtp/sender.js';
import type { MailSender } from './mailer.js';
import type { MailResult } from './mailer-rules.js';

/** Mailbox name not allowed (RFC 5321 section 4.2.3): stands for an address that no mail can be sent to or from. */
const NO_MAILBOX = 553;

/**
 * How `Scheduler.runMailer` sends real mail: each scheduling message as iMIP (RFC 6047), by SMTP or LMTP, from the
 * Originator to one Recipient.
 *
 * A mail that the server refuses for good (5xx), or that cannot be written because an address is no mail address, is
 * given up; one that it refuses for now (4xx), or that nobody answers to, is tried again.
 *
 * @param server where the mail is handed in, e.g. `{ host: '127.0.0.1', port: 25 }`
 * @throws RangeError for a server that is not on this machine, without `beyondLoopback`
 */
export function smtpSender(server: MailServer): MailSender {
  checkReach(server);
  return async ({ messageId, from, to, at, method, calendar }) => {
    try {
      const envelope = { from: mailboxOf(from), to: [mailboxOf(to)] };
      const draft = { originator: from, recipient: to, messageId, date: at, method, calendar };
      const [sent] = await sendMail(server, envelope, await encodeImip(draft));
      return resultOf(sent);
    } catch (error) {
      if (error instanceof ImipRefused) return { accepted: false, code: NO_MAILBOX };
      throw error;
    }
  };
}

/** 503 comes from a muddled session and not from the mail, so it must not look like a refusal for good. */
function resultOf(sent: Sent | undefined): MailResult {
  if (sent === undefined) return { accepted: false, code: 0 };
  if (sent.outcome === 'accepted') return { accepted: true };
  const { outcome, code = 0 } = sent;
  return { accepted: false, code: outcome === 'temporary' && code >= 500 ? 0 : code };
}
