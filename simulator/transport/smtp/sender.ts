import { createTransport } from 'nodemailer';
import { isPermanentResponseCode, type NodemailerError } from 'nodemailer/lib/errors';

/** Where mail is handed in. */
export interface MailServer {
  /** Name or address; one of this machine, unless `beyondLoopback`. */
  readonly host: string;
  readonly port: number;
  /** LMTP (RFC 2033) in place of SMTP. */
  readonly lmtp?: boolean;
  /** That mail may leave this machine. */
  readonly beyondLoopback?: boolean;
  /** Most milliseconds of silence before the server counts as unreachable; 10,000 by default. */
  readonly patience?: number;
}

/** Addresses as they stand in SMTP commands: without angle brackets, see `mailboxOf`. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/**
 * What became of a mail for one recipient. `temporary` may succeed later (4xx, 503, nobody answers), `permanent`
 * never will (other 5xx). `code` is missing where no server answered.
 */
export type Sent =
  | { readonly recipient: string; readonly outcome: 'accepted' }
  | {
      readonly recipient: string;
      readonly outcome: 'temporary' | 'permanent';
      readonly code?: number;
      readonly reason: string;
    };

const PATIENCE = 10_000;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/;

/**
 * Hands one mail to a mail server, by SMTP (RFC 5321) or LMTP.
 *
 * @param raw the octets of the mail, sent as they are
 * @returns one result for each recipient of the envelope, in order; failures of the server are results, not errors
 * @throws RangeError for a server that is not on this machine, without `beyondLoopback`
 */
export async function sendMail(server: MailServer, envelope: Envelope, raw: Buffer): Promise<Sent[]> {
  checkReach(server);
  const { host, port, lmtp = false, beyondLoopback = false, patience = PATIENCE } = server;
  const transport = createTransport({
    host,
    port,
    lmtp,
    name: 'localhost',
    // On loopback there is nothing to protect, and servers there have certificates that nobody vouches for.
    ignoreTLS: !beyondLoopback,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
  try {
    const info = await transport.sendMail({ envelope: { from: envelope.from, to: [...envelope.to] }, raw });
    return resultsOf(envelope, info.rejectedErrors ?? []);
  } catch (error) {
    const failure = error as NodemailerError;
    return resultsOf(envelope, failure.rejectedErrors ?? [], failure);
  } finally {
    transport.close();
  }
}

/** Throws RangeError for a server that is not on this machine, without `beyondLoopback`. */
export function checkReach({ host, beyondLoopback = false }: MailServer): void {
  if (beyondLoopback || LOOPBACK.test(host)) return;
  throw new RangeError(`${host} is not this machine; mail goes there with beyondLoopback only`);
}

/** Whoever was not refused by name got what the whole mail got. */
function resultsOf(
  { to }: Envelope,
  refusals: readonly NodemailerError[],
  failure?: NodemailerError,
): Sent[] {
  return to.map((recipient) => {
    const refusal = refusals.find((candidate) => candidate.recipient === recipient) ?? failure;
    if (refusal === undefined) return { recipient, outcome: 'accepted' };
    const { responseCode: code, message: reason } = refusal;
    const outcome = code !== undefined && isPermanentResponseCode(code) ? 'permanent' : 'temporary';
    return { recipient, outcome, ...(code === undefined ? {} : { code }), reason };
  });
}
