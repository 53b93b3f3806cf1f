import { ImapFlow } from 'imapflow';
import { TargetUnreachable } from '../outcome-errors.js';
import type { ArrivedMail, Login, MailIn, MailOut } from './ends.js';

/** An IMAP server and one of its mailboxes. */
export interface ImapPlace {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly mailbox: string;
}

/** Most milliseconds that a command may take before the server counts as unreachable. */
const PATIENCE = 10_000;
/** The same for taking leave, which nothing depends on. */
const FAREWELL = 1000;

/**
 * Mail that a server sends to a mailbox which can be read by IMAP (RFC 9051). It is looked at and left alone.
 *
 * @throws TargetUnreachable when the server does not answer, or refuses login or mailbox
 */
export async function openImapMailbox(place: ImapPlace & Login, patience = PATIENCE): Promise<MailOut> {
  const client = await loggedIn('mail.out', place, place);
  const opened = await told('mail.out', place, () => client.mailboxOpen(place.mailbox, { readOnly: true }));
  let next = opened.uidNext;
  const arrivals = async () => {
    await client.noop();
    const mails: ArrivedMail[] = [];
    // A range that ends in * always has the last mail, however small its number.
    for await (const { uid, source, envelope } of client.fetch(
      `${next}:*`,
      { uid: true, source: true, envelope: true },
      { uid: true },
    )) {
      if (uid < next || source === undefined) continue;
      next = uid + 1;
      const addresses = (list: readonly { address?: string | undefined }[] = []) =>
        list.flatMap(({ address }) => address ?? []);
      mails.push({ from: addresses(envelope?.from)[0] ?? '', to: addresses(envelope?.to), raw: source });
    }
    return mails;
  };
  return {
    arrivals: () => told('mail.out', place, arrivals, patience),
    close: () => farewell(client),
  };
}

/** Puts mail into the mailboxes of its Recipients by APPEND, each with the Recipient's own login. */
export function openImapAppend(place: ImapPlace): MailIn {
  const clients = new Map<string, Promise<ImapFlow>>();
  /** Logged in once; a login that failed is not remembered. */
  const clientOf = async (login: Login): Promise<ImapFlow> => {
    const known = clients.get(login.username) ?? loggedIn('mail.in', place, login);
    clients.set(login.username, known);
    try {
      return await known;
    } catch (error) {
      clients.delete(login.username);
      throw error;
    }
  };
  return {
    hand: async (_from, recipient, raw, owner) => {
      const client = await clientOf(owner);
      const answer = await told('mail.in', place, () => client.append(place.mailbox, raw));
      if (answer === false) return { recipient, outcome: 'permanent', reason: 'APPEND was refused' };
      return { recipient, outcome: 'accepted' };
    },
    close: async () => {
      await Promise.all([...clients.values()].map(async (client) => farewell(await client)));
    },
  };
}

async function loggedIn(key: string, place: ImapPlace, { username, password }: Login): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: place.host,
    port: place.port,
    secure: place.tls,
    auth: { user: username, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: 0,
  });
  // What goes wrong shows in the command that is under way.
  client.on('error', () => undefined);
  await told(key, place, () => client.connect());
  return client;
}

/** Ends a session, also one with a server that has gone away. */
async function farewell(client: ImapFlow): Promise<void> {
  await inTime(() => client.logout(), FAREWELL).catch(() => client.close());
}

async function inTime<T>(asking: () => Promise<T>, patience: number): Promise<T> {
  const signal = AbortSignal.timeout(patience);
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(`no answer within ${patience} ms`)));
  });
  return Promise.race([asking(), late]);
}

async function told<T>(
  key: string,
  { host, port, mailbox }: ImapPlace,
  asking: () => Promise<T>,
  patience = PATIENCE,
): Promise<T> {
  try {
    return await inTime(asking, patience);
  } catch (error) {
    const { responseText, message } = error as Error & { readonly responseText?: string };
    throw new TargetUnreachable(`${key}: ${mailbox} at ${host}:${port} by IMAP: ${responseText ?? message}`);
  }
}
