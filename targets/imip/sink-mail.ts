import { UsageError } from '../outcome-errors.js';
import type { MailOut } from './ends.js';
import { type SmtpSink, startSmtpSink } from './smtp-sink.js';

/** Sinks of this process by their address, with the number of those who read them: lanes share one. */
const open = new Map<string, { readonly sink: Promise<SmtpSink>; readers: number }>();

/**
 * Mail that a server sends to a sink of the suite's own.
 *
 * @throws UsageError when the port cannot be listened on
 */
export async function openSinkMail({
  host,
  port,
}: {
  readonly host: string;
  readonly port: number;
}): Promise<MailOut> {
  const address = `${host}:${port}`;
  const shared = open.get(address) ?? { sink: startSmtpSink({ host, port }), readers: 0 };
  open.set(address, shared);
  shared.readers += 1;
  const sink = await shared.sink.catch((error: Error) => {
    open.delete(address);
    throw taken(address, error);
  });
  let read = sink.mails().length;
  return {
    arrivals: () => {
      const fresh = sink.mails().slice(read);
      read += fresh.length;
      return Promise.resolve(fresh);
    },
    close: async () => {
      shared.readers -= 1;
      if (shared.readers > 0) return;
      open.delete(address);
      await sink.stop();
    },
  };
}

function taken(address: string, { message }: Error): UsageError {
  return new UsageError(
    `mail.out: the suite cannot listen on ${address} (${message}); perhaps another run does`,
  );
}
