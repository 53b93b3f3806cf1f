import { AccountTrouble } from '../outcome-errors.js';
import { type Account, type AccountMaker, firstNameOf, mailOf } from './account-maker.js';
import { type AdminFetch, askForJson } from './api-answer.js';
import type { NextcloudAccounts as Description } from './config.js';

/** Statuses of the OCS provisioning API, version 1. */
const DONE = 100;
const NO_SUCH_USER = 404;

/** Accounts of a Nextcloud, by its OCS provisioning API (its administration manual, "User provisioning API"). */
export class NextcloudAccounts implements AccountMaker {
  readonly name: string;
  readonly #users: string;
  readonly #domain: string;
  readonly #fetch: AdminFetch;

  /** @param fetch logs in as who may make accounts */
  constructor({ url, domain }: Description, fetch: AdminFetch) {
    this.name = `the provisioning API of the Nextcloud at ${url}`;
    this.#users = `${url.replace(/\/$/, '')}/ocs/v1.php/cloud/users`;
    this.#domain = domain;
    this.#fetch = fetch;
  }

  async exists(account: Account): Promise<boolean> {
    const meta = await this.#ask('GET', this.#at(account));
    if (meta.status === NO_SUCH_USER) return false;
    orTrouble(meta, 'tell of', account);
    return true;
  }

  async create(account: Account): Promise<void> {
    const { username: userid, password } = account;
    const email = mailOf(account, this.#domain);
    const form = new URLSearchParams({ userid, password, displayName: firstNameOf(account), email });
    orTrouble(await this.#ask('POST', this.#users, form), 'make', account);
  }

  async remove(account: Account): Promise<void> {
    orTrouble(await this.#ask('DELETE', this.#at(account)), 'remove', account);
  }

  #at({ username }: Account): string {
    return `${this.#users}/${encodeURIComponent(username)}`;
  }

  async #ask(method: string, address: string, body: URLSearchParams | null = null): Promise<Meta> {
    const headers = { 'ocs-apirequest': 'true', accept: 'application/json' };
    return metaIn(await askForJson(this.#fetch, `${address}?format=json`, { method, headers, body }));
  }
}

function orTrouble({ status, message }: Meta, verb: string, { username }: Account): void {
  if (status === DONE) return;
  throw new AccountTrouble(
    `Nextcloud did not ${verb} ${username}: it answers ${status ?? 'without status'}${message && `, ${message}`}`,
  );
}

interface Meta {
  readonly status: number | undefined;
  readonly message: string;
}

/** The status stands inside the answer, whatever that of HTTP is. */
function metaIn(answer: Readonly<Record<string, unknown>>): Meta {
  const { meta } = (answer.ocs ?? {}) as { meta?: { statuscode?: unknown; message?: unknown } };
  const { statuscode, message } = meta ?? {};
  return {
    status: typeof statuscode === 'number' ? statuscode : undefined,
    message: typeof message === 'string' ? message : '',
  };
}
