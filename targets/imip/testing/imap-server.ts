import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Login } from '../ends.js';

/**
 * A double of an IMAP server with one user and one mailbox: as much of RFC 9051 as it takes to log in, to read what is
 * new and to append.
 */
export class ImapServer {
  /** Names of the commands that came in. */
  readonly commands: string[] = [];
  readonly mails: Buffer[] = [];
  readonly port: number;
  readonly #server: Server;
  readonly #login: Login;
  readonly #sockets = new Set<Socket>();
  #silent: boolean = false;

  private constructor(server: Server, login: Login) {
    this.#server = server;
    this.#login = login;
    this.port = (server.address() as AddressInfo).port;
  }

  static async start(login: Login): Promise<ImapServer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const double = new ImapServer(server, login);
    server.on('connection', (socket) => double.#serve(socket));
    return double;
  }

  store(mail: Buffer): void {
    this.mails.push(mail);
  }

  /** From now on it takes commands and answers none. */
  fallSilent(): void {
    this.#silent = true;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    let waiting = Buffer.alloc(0);
    let literal: { readonly length: number; readonly tag: string } | undefined;
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
    socket.on('data', (chunk) => {
      waiting = Buffer.concat([waiting, chunk]);
      while (!this.#silent) {
        if (literal !== undefined) {
          if (waiting.length < literal.length + 2) return;
          this.mails.push(Buffer.from(waiting.subarray(0, literal.length)));
          waiting = waiting.subarray(literal.length + 2);
          socket.write(`${literal.tag} OK [APPENDUID 1 ${this.mails.length}] done\r\n`);
          literal = undefined;
          continue;
        }
        const end = waiting.indexOf('\r\n');
        if (end < 0) return;
        const line = waiting.subarray(0, end).toString();
        waiting = waiting.subarray(end + 2);
        const [, size] = /\{(\d+)\}$/.exec(line) ?? [];
        const [tag = '', ...words] = line.split(' ');
        if (size !== undefined) {
          this.commands.push(words[0] ?? '');
          literal = { length: Number(size), tag };
          socket.write('+ go on\r\n');
        } else socket.write(this.#answer(tag, words));
        if (words[0] === 'LOGOUT') socket.end();
      }
    });
  }

  #answer(tag: string, words: readonly string[]): Buffer {
    const [command = '', second = ''] = words;
    this.commands.push(command === 'UID' ? second : command);
    const done = `${tag} OK done\r\n`;
    switch (command) {
      case 'CAPABILITY':
        return Buffer.from(`* CAPABILITY IMAP4rev1\r\n${done}`);
      case 'LOGIN':
        return Buffer.from(this.#isLogin(words) ? done : `${tag} NO [AUTHENTICATIONFAILED] refused\r\n`);
      case 'LIST':
      case 'LSUB':
        return Buffer.from(`* ${command} () "/" "INBOX"\r\n${done}`);
      case 'SELECT':
      case 'EXAMINE':
        return Buffer.from(`${this.#status()}${tag} OK [READ-ONLY] done\r\n`);
      case 'NOOP':
        return Buffer.from(`* ${this.mails.length} EXISTS\r\n${done}`);
      case 'UID':
        return this.#fetched(words[2] ?? '', done);
      case 'LOGOUT':
        return Buffer.from(`* BYE\r\n${done}`);
      default:
        return Buffer.from(`${tag} BAD not known here\r\n`);
    }
  }

  #isLogin(words: readonly string[]): boolean {
    const [, name, password] = words.map((word) => word.replace(/^"(.*)"$/, '$1'));
    return name === this.#login.username && password === this.#login.password;
  }

  #status(): string {
    const uids = `* OK [UIDVALIDITY 1] valid\r\n* OK [UIDNEXT ${this.mails.length + 1}] next\r\n`;
    return `* FLAGS (\\Seen)\r\n* ${this.mails.length} EXISTS\r\n* 0 RECENT\r\n${uids}`;
  }

  /** A range that ends in `*` always has the last mail in it. */
  #fetched(range: string, done: string): Buffer {
    const first = Math.min(Number(range.split(':')[0]), this.mails.length);
    const parts = this.mails.flatMap((mail, index) => {
      const uid = index + 1;
      if (uid < first) return [];
      const address = (name: string, host: string) => `((NIL NIL "${name}" "${host}"))`;
      const [from, to] = [address('anna', 'example.com'), address('erik', 'external.test')];
      const envelope = `(NIL "1" ${from} NIL NIL ${to} NIL NIL NIL NIL)`;
      const head = `* ${uid} FETCH (UID ${uid} ENVELOPE ${envelope} BODY[] {${mail.length}}\r\n`;
      return [Buffer.from(head), mail, Buffer.from(')\r\n')];
    });
    return Buffer.concat([...parts, Buffer.from(done)]);
  }
}
