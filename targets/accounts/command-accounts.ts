import { AccountTrouble } from '../outcome-errors.js';
import { type Account, type AccountMaker, firstNameOf } from './account-maker.js';
import type { CommandAccounts as Description } from './config.js';
import { type ProgramEnd, runProgram } from './run-program.js';

/** Accounts that programs of the user's own make and remove. */
export class CommandAccounts implements AccountMaker {
  readonly name: string;
  /** Missing where the target file has no program that tells. */
  readonly exists?: (account: Account) => Promise<boolean>;
  readonly #description: Description;

  constructor(description: Description) {
    const { create, exists } = description;
    this.name = create.join(' ');
    this.#description = description;
    if (exists === undefined) return;
    this.exists = async (account) => {
      const end = await this.#run(exists, account);
      // Who takes an account that is there for none would remove it after the run.
      if (end.code === undefined) throw trouble('exists', exists, account, end);
      return end.code === 0;
    };
  }

  create(account: Account): Promise<void> {
    return this.#orTrouble('create', account, this.#description.stdin);
  }

  remove(account: Account): Promise<void> {
    return this.#orTrouble('remove', account);
  }

  async #orTrouble(verb: 'create' | 'remove', account: Account, stdin = ''): Promise<void> {
    const argv = this.#description[verb];
    const end = await this.#run(argv, account, stdin);
    if (end.trouble !== undefined) throw trouble(verb, argv, account, end);
  }

  #run(argv: readonly string[], account: Account, stdin = ''): Promise<ProgramEnd> {
    const { env, timeoutMs } = this.#description;
    return runProgram(
      argv.map((text) => filled(text, account)),
      { env: environmentOf(account, env), stdin: filled(stdin, account), timeoutMs },
    );
  }
}

const SECRET = '(secret)';

function trouble(verb: string, argv: readonly string[], account: Account, end: ProgramEnd): AccountTrouble {
  const shown = argv.map((text) => filled(text, { ...account, password: SECRET })).join(' ');
  return new AccountTrouble(
    `"${verb}" under "accounts" for ${account.username} (${shown}): ${end.trouble}; it said ` +
      `${end.said.replaceAll(account.password, SECRET) || 'nothing'}`,
  );
}

/** What a program finds in its environment, however it takes the password. */
function environmentOf(account: Account, env: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(env).map(([name, text]) => [name, filled(text, account)] as const);
  return {
    ITIP_USERNAME: account.username,
    ITIP_PASSWORD: account.password,
    ITIP_ID: account.id,
    ITIP_FIRST_NAME: firstNameOf(account),
    ITIP_CAST: String(account.cast),
    ...Object.fromEntries(own),
  };
}

/** The text with what the account has in the place of the placeholders. */
function filled(text: string, account: Account): string {
  const values: Readonly<Record<string, string>> = {
    username: account.username,
    password: account.password,
    id: account.id,
    'first-name': firstNameOf(account),
    cast: String(account.cast),
  };
  return text.replace(/\{([a-z-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
