import { ImapFlow } from 'imapflow';
import type { Login } from '../ends.js';
import type { ImapPlace } from '../imap.js';

/** A mailbox on a real server, which is left as it was found. */
export class Inbox {
  readonly #client: ImapFlow;
  readonly #since: string;

  private constructor(client: ImapFlow, uidNext: number) {
    this.#client = client;
    this.#since = `${uidNext}:*`;
  }

  static async open({ host, port, tls, mailbox }: ImapPlace, login: Login): Promise<Inbox> {
    const auth = { user: login.username, pass: login.password };
    const client = new ImapFlow({ host, port, secure: tls, auth, logger: false });
    await client.connect();
    const { uidNext } = await client.mailboxOpen(mailbox);
    return new Inbox(client, uidNext);
  }

  /** What has come since this was opened, oldest first, byte for byte. */
  async newMails(): Promise<Buffer[]> {
    await this.#client.noop();
    const found = await this.#client.fetchAll(this.#since, { uid: true, source: true }, { uid: true });
    const first = Number.parseInt(this.#since, 10);
    // A range that ends in * always has the last mail, however small its number.
    return found.flatMap(({ uid, source }) => (uid >= first && source !== undefined ? [source] : []));
  }

  /** Removes what has come since, and takes leave. */
  async close(): Promise<void> {
    if ((await this.newMails()).length > 0) await this.#client.messageDelete(this.#since, { uid: true });
    await this.#client.logout();
  }
}
