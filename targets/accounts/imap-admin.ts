import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import { connect as connectTls } from 'node:tls';
import { AccountTrouble } from '../outcome-errors.js';

/** An IMAP server, and who may make mailboxes there. */
export interface ImapAdmin {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  readonly username: string;
  readonly password: string;
}

/** How the server ended a command, and the lines that it gave before. */
export interface ImapAnswer {
  readonly isOk: boolean;
  /** What it said at the end. */
  readonly said: string;
  readonly lines: readonly string[];
}

/** Most milliseconds that an answer may take. */
const PATIENCE_MS = 10_000;

/** The commands of an administrator that mail clients do not have (RFC 9051, RFC 4314). */
export class ImapAdminSession {
  readonly #socket: Socket;
  readonly #reader: Interface;
  readonly #lines: AsyncIterator<string>;
  readonly #where: string;
  #count = 0;

  private constructor(socket: Socket, { host, port }: ImapAdmin) {
    this.#socket = socket;
    this.#reader = createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY });
    this.#lines = this.#reader[Symbol.asyncIterator]();
    this.#where = `IMAP at ${host}:${port}`;
  }

  /** Logs in. Throws AccountTrouble when the server does not answer or refuses the login. */
  static async open(admin: ImapAdmin): Promise<ImapAdminSession> {
    const { host, port, tls, username, password } = admin;
    const socket = tls ? connectTls({ host, port, servername: host }) : connect({ host, port });
    const session = new ImapAdminSession(socket, admin);
    await session.#inTime(once(socket, tls ? 'secureConnect' : 'connect'));
    socket.on('error', () => {});
    await session.#line();
    const { isOk, said } = await session.command('LOGIN', username, password);
    if (isOk) return session;
    session.close();
    throw new AccountTrouble(`${session.#where} refused the login of ${username} (${said}); see "accounts"`);
  }

  /**
   * Sends a command; parameters are quoted.
   *
   * @throws AccountTrouble when it is not answered
   */
  async command(name: string, ...parameters: readonly string[]): Promise<ImapAnswer> {
    this.#count += 1;
    const tag = `a${this.#count}`;
    this.#socket.write(`${[tag, name, ...parameters.map(quoted)].join(' ')}\r\n`);
    const lines: string[] = [];
    for (;;) {
      const line = await this.#line();
      if (!line.startsWith(`${tag} `)) {
        lines.push(line);
        continue;
      }
      const said = line.slice(tag.length + 1);
      return { isOk: /^OK\b/i.test(said), said, lines };
    }
  }

  close(): void {
    this.#reader.close();
    this.#socket.end(`a${this.#count + 1} LOGOUT\r\n`);
    this.#socket.unref();
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#inTime(this.#lines.next());
    if (done !== true) return value;
    throw new AccountTrouble(`${this.#where} has ended the connection`);
  }

  async #inTime<T>(answer: Promise<T>): Promise<T> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), PATIENCE_MS);
    const lateness = once(late.signal, 'abort').then(() => {
      throw new Error(`no answer within ${PATIENCE_MS} ms`);
    });
    try {
      return await Promise.race([answer, lateness]);
    } catch (error) {
      this.#socket.destroy();
      if (error instanceof AccountTrouble) throw error;
      throw new AccountTrouble(
        `${this.#where}: ${(error as Error).message}; see "accounts" in the target file`,
      );
    } finally {
      clearTimeout(timer);
    }
  }
}

/** A quoted string (RFC 9051 section 4.3), which has no line ends. */
function quoted(text: string): string {
  if (/[\r\n\0]/.test(text))
    throw new AccountTrouble('a name or password with a line end cannot be sent by IMAP');
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
