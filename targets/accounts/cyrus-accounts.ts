import { AccountTrouble } from '../outcome-errors.js';
import type { Account, AccountMaker } from './account-maker.js';
import type { CyrusAccounts as Description } from './config.js';
import { ImapAdminSession, type ImapAnswer } from './imap-admin.js';

/** Rights that removing a mailbox takes, with those to look it up and to be given them (RFC 4314 section 2.1). */
const RIGHTS_TO_REMOVE = 'lxa';

/**
 * Mailboxes of a Cyrus IMAP server, made by an administrator with CREATE. Calendars come with the first visit. Who may
 * log in is decided elsewhere, e.g. by a directory, so logins are neither made nor removed.
 */
export class CyrusAccounts implements AccountMaker {
  readonly name: string;
  readonly #admin: Description;
  #opened: Promise<ImapAdminSession> | undefined;

  constructor(admin: Description) {
    this.name = `CREATE by ${admin.username} on IMAP at ${admin.host}:${admin.port}`;
    this.#admin = admin;
  }

  async exists(account: Account): Promise<boolean> {
    const mailbox = await this.#mailboxOf(account);
    const { lines } = await this.#ask('list', mailbox, 'LIST', '', mailbox);
    return lines.some((line) => /^\* LIST /i.test(line));
  }

  async create(account: Account): Promise<void> {
    const mailbox = await this.#mailboxOf(account);
    await this.#ask('make', mailbox, 'CREATE', mailbox);
  }

  async remove(account: Account): Promise<void> {
    const mailbox = await this.#mailboxOf(account);
    await this.#ask('give rights on', mailbox, 'SETACL', mailbox, this.#admin.username, RIGHTS_TO_REMOVE);
    await this.#ask('remove', mailbox, 'DELETE', mailbox);
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    const session = await opened?.catch(() => undefined);
    session?.close();
  }

  async #mailboxOf({ username }: Account): Promise<string> {
    const { lines } = await this.#ask('tell the separator of', 'mailboxes', 'LIST', '', '');
    const separator = /^\* LIST \([^)]*\) "([./])"/i.exec(lines.join('\n'))?.[1] ?? '/';
    // A dot in a name would be a level of the hierarchy; Cyrus writes it so.
    return `user${separator}${separator === '.' ? username.replaceAll('.', '^') : username}`;
  }

  /**
   * Sends a command. Throws AccountTrouble when it is refused, and says to what end it was sent. Where there is no
   * answer, the next command has a new connection.
   */
  async #ask(verb: string, what: string, ...command: readonly [string, ...string[]]): Promise<ImapAnswer> {
    this.#opened ??= ImapAdminSession.open(this.#admin);
    const answer = await this.#opened
      .then((session) => session.command(...command))
      .catch((error: unknown) => {
        this.#opened = undefined;
        throw error;
      });
    if (answer.isOk) return answer;
    throw new AccountTrouble(`Cyrus did not ${verb} ${what}: ${answer.said}`);
  }
}
