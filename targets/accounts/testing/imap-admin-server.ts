import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A double of a Cyrus IMAP server: mailboxes, and rights without which nobody removes one. */
export class ImapAdminServer {
  readonly mailboxes = new Set<string>();
  /** Commands as they came in, without tag and without those of the login. */
  readonly commands: string[] = [];
  separator = '/';
  readonly #rights = new Set<string>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server = createServer((socket) => this.#serve(socket));

  async start(): Promise<number> {
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** How many are connected. */
  get connections(): number {
    return this.#sockets.size;
  }

  /** Ends all connections, and takes new ones. */
  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    this.hangUp();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.write('* OK ready\r\n');
    createInterface({ input: socket }).on('line', (line) => {
      const [tag = '', command = '', ...words] = [...line.matchAll(/"((?:\\.|[^"])*)"|(\S+)/g)].map(
        ([, quoted, plain]) => quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '',
      );
      if (command !== 'LOGIN' && command !== 'LOGOUT') this.commands.push([command, ...words].join(' '));
      socket.write(this.#answer(tag, command, words));
    });
  }

  #answer(tag: string, command: string, [one = '', two = '']: readonly string[]): string {
    const done = (isOk: boolean, no: string) => `${tag} ${isOk ? 'OK done' : `NO ${no}`}\r\n`;
    switch (command) {
      case 'LOGIN':
        return done(one === 'cyrus' && two === 'pa"ss', 'Login failed: authentication failure');
      case 'LIST': {
        if (two === '') return `* LIST (\\Noselect) "${this.separator}" ""\r\n${done(true, '')}`;
        const found = this.mailboxes.has(two)
          ? `* LIST (\\HasNoChildren) "${this.separator}" ${two}\r\n`
          : '';
        return `${found}${done(true, '')}`;
      }
      case 'CREATE': {
        const isNew = !this.mailboxes.has(one);
        this.mailboxes.add(one);
        return done(isNew, 'Mailbox already exists');
      }
      case 'SETACL':
        this.#rights.add(one);
        return done(true, '');
      case 'DELETE':
        return done(this.#rights.has(one) && this.mailboxes.delete(one), 'Permission denied');
      case 'LOGOUT':
        return `* BYE\r\n${done(true, '')}`;
      default:
        return `${tag} BAD not known here\r\n`;
    }
  }
}
