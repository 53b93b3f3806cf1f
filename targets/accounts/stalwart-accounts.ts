import { AccountTrouble } from '../outcome-errors.js';
import { type Account, type AccountMaker, firstNameOf, mailOf } from './account-maker.js';
import { type AdminFetch, askForJson } from './api-answer.js';
import type { StalwartAccounts as Description } from './config.js';

type Answer = Readonly<Record<string, unknown>>;

/** Accounts of a Stalwart mail server, by its management API (its OpenAPI description, `/principal`). */
export class StalwartAccounts implements AccountMaker {
  readonly name: string;
  readonly #principals: string;
  readonly #domain: string;
  readonly #fetch: AdminFetch;

  /** @param fetch logs in as who may make accounts */
  constructor({ url, domain }: Description, fetch: AdminFetch) {
    this.name = `the management API of the Stalwart at ${url}`;
    this.#principals = `${url.replace(/\/$/, '')}/api/principal`;
    this.#domain = domain;
    this.#fetch = fetch;
  }

  async exists(account: Account): Promise<boolean> {
    const answer = await this.#ask('GET', this.#at(account));
    if (answer.error === 'notFound') return false;
    orTrouble(answer, 'tell of', account);
    return true;
  }

  async create(account: Account): Promise<void> {
    const { username: name, password } = account;
    const person = { type: 'individual', quota: 0, name, description: firstNameOf(account), roles: ['user'] };
    const principal = { ...person, secrets: [password], emails: [mailOf(account, this.#domain)] };
    orTrouble(await this.#ask('POST', this.#principals, JSON.stringify(principal)), 'make', account);
  }

  async remove(account: Account): Promise<void> {
    orTrouble(await this.#ask('DELETE', this.#at(account)), 'remove', account);
  }

  #at({ username }: Account): string {
    return `${this.#principals}/${encodeURIComponent(username)}`;
  }

  #ask(method: string, address: string, body: string | null = null): Promise<Answer> {
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    return askForJson(this.#fetch, address, { method, headers, body });
  }
}

function orTrouble(answer: Answer, verb: string, { username }: Account): void {
  if ('data' in answer) return;
  throw new AccountTrouble(`Stalwart did not ${verb} ${username}: it answers ${said(answer)}`);
}

/** An error comes with HTTP status 200: its kind, and what it is about. The value of a field may be a password. */
function said({ error, field, item, details, title, detail }: Answer): string {
  const words = [error, field, item, details, title, detail].filter((word) => typeof word === 'string');
  return words.join(', ') || 'neither data nor error';
}
