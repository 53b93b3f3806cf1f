import { UsageError } from '../outcome-errors.js';
import type { MailOut } from './ends.js';
import { type SmtpSink, startSmtpSink } from './smtp-sink.js';

/** Where the suite listens for the mail of a server. */
export interface SinkPlace {
  readonly host: string;
  readonly port: number;
}

interface Shared {
  readonly sink: Promise<SmtpSink>;
  readers: number;
}

/** Sinks of this process by their address, with the number of those who read them: lanes share one. */
const open = new Map<string, Shared>();

/**
 * Mail that a server sends to a sink of the suite's own, from now on. Several can be open at one place, and each gets
 * all of it. Safe to close twice.
 *
 * @param key of the target file, for messages
 * @throws UsageError when the port cannot be listened on
 */
export async function openSinkMail(
  { host, port }: SinkPlace,
  key: 'mail.out' | 'mailSink',
): Promise<MailOut> {
  const address = `${host}:${port}`;
  const shared = open.get(address) ?? { sink: startSmtpSink({ host, port }), readers: 0 };
  open.set(address, shared);
  shared.readers += 1;
  const sink = await shared.sink.catch((error: Error) => {
    open.delete(address);
    throw taken(key, address, error);
  });
  let read = sink.mails().length;
  let closed: Promise<void> | undefined;
  return {
    arrivals: () => {
      const fresh = sink.mails().slice(read);
      read += fresh.length;
      return Promise.resolve(fresh);
    },
    close: () => {
      closed ??= leave(address, shared);
      return closed;
    },
  };
}

async function leave(address: string, shared: Shared): Promise<void> {
  shared.readers -= 1;
  if (shared.readers > 0) return;
  open.delete(address);
  await (await shared.sink).stop();
}

function taken(key: string, address: string, { message }: Error): UsageError {
  return new UsageError(
    `${key}: nothing can listen on ${address} (${message}); stop what listens there, perhaps another run, or let the ` +
      'server hand in its mail elsewhere and say so in the target file',
  );
}
