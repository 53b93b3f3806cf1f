import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { ArrivedMail } from './ends.js';

/** A mail server that takes mail for everybody and keeps it in memory. */
export interface SmtpSink {
  readonly host: string;
  readonly port: number;
  /** All mail that arrived so far, oldest first. */
  mails(): readonly ArrivedMail[];
  /**
   * Refuses a recipient, as RCPT TO answers.
   *
   * @param recipient address of the envelope, in any case
   * @param code reply code, 400 to 599
   * @param times how often; after that it is accepted again
   */
  fail(recipient: string, code: number, times: number): void;
  /** Stops listening and ends all connections. Safe to call twice. */
  stop(): Promise<void>;
}

/** Where and how a sink listens. */
export interface SmtpSinkOptions {
  /** Address to listen on; `127.0.0.1` by default. */
  readonly host?: string;
  /** 0, the default, for any free one. */
  readonly port?: number;
  /** LMTP (RFC 2033) in place of SMTP. */
  readonly lmtp?: boolean;
}

/** Largest mail that is kept, in octets. */
const MAX_MAIL = 16 * 1024 * 1024;
/** Most mails that are kept; a server that sends in circles must not fill the memory. */
const MAX_MAILS = 10_000;

/**
 * Starts a mail server that only collects.
 *
 * @throws Error of the system when the port is taken (EADDRINUSE)
 */
export async function startSmtpSink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const { host = '127.0.0.1', port = 0, lmtp = false } = options;
  const arrived: ArrivedMail[] = [];
  const refusals: Refusals = new Map();
  const server = collecting(lmtp, arrived, refusals);
  // A client that goes away in the middle is no failure of the sink.
  server.on('error', () => undefined);
  server.listen(port, host);
  await once(server.server, 'listening');
  return {
    host,
    port: (server.server.address() as AddressInfo).port,
    mails: () => [...arrived],
    fail: (recipient, code, times) => refusals.set(recipient.toLowerCase(), { code, times }),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What is still to be refused, by address of the envelope in lower case. */
type Refusals = Map<string, { readonly code: number; times: number }>;

function collecting(lmtp: boolean, arrived: ArrivedMail[], refusals: Refusals): SMTPServer {
  return new SMTPServer({
    name: 'localhost',
    banner: 'collects mail',
    lmtp,
    size: MAX_MAIL,
    rejectOversized: true,
    // No certificate is worth anything here, and nobody has to log in.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, answer) => answer(refusalFor(refusals, address)),
    onData: (stream, session, answer) => {
      keep(stream, session, arrived).then(
        () => answer(null, lmtp ? session.envelope.rcptTo.map(() => 'kept') : 'kept'),
        (error: Error) => answer(error),
      );
    },
  });
}

function refusalFor(refusals: Refusals, address: string) {
  const refusal = refusals.get(address.toLowerCase());
  if (refusal === undefined || refusal.times === 0) return null;
  refusal.times -= 1;
  return Object.assign(new Error('this recipient is refused on demand'), { responseCode: refusal.code });
}

async function keep(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  arrived: ArrivedMail[],
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) return;
  if (arrived.length === MAX_MAILS) {
    throw Object.assign(new Error('no more mail is kept'), { responseCode: 452 });
  }
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  arrived.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
}
