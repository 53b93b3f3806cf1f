import { HttpResponse } from 'msw';
import type { FakeServer, Got } from './fake-server.js';

/**
 * Lets a fake server have accounts, as a Nextcloud has them: who has none is not let in, and the OCS provisioning API
 * makes and removes them.
 */
export class FakeCloud {
  /** Passwords by user name. */
  readonly accounts = new Map<string, string>();
  /** What the API was asked for, as `METHOD NAME`. */
  readonly asked: string[] = [];
  /** Names that it does not make, or does not remove. */
  readonly refuses = new Set<string>();

  constructor(fake: FakeServer) {
    fake.otherwise = (got) => this.#answer(got);
  }

  #answer(got: Got): Response | undefined {
    const [name, password] = loginIn(got.headers);
    const users = /^\/ocs\/v1\.php\/cloud\/users\/?(.*)$/.exec(got.path);
    if (users !== null) return name === 'admin' ? this.#provision(got, users[1] ?? '') : ocs(997);
    return this.accounts.get(name) === password ? undefined : new HttpResponse('no', { status: 401 });
  }

  #provision({ method, body }: Got, path: string): Response {
    const form = new URLSearchParams(body);
    const name = path || (form.get('userid') ?? '');
    this.asked.push(`${method} ${name}`);
    const isThere = this.accounts.has(name);
    if (method === 'GET') return ocs(isThere ? 100 : 404);
    if (this.refuses.has(`${method} ${name}`)) return ocs(103, `not with ${form.get('password')}`);
    if (method === 'POST') this.accounts.set(name, form.get('password') ?? '');
    else this.accounts.delete(name);
    return ocs(100);
  }
}

function ocs(statuscode: number, message = ''): Response {
  return HttpResponse.json({ ocs: { meta: { statuscode, message }, data: [] } });
}

function loginIn(headers: Headers): [string, string] {
  const text = Buffer.from((headers.get('authorization') ?? '').replace('Basic ', ''), 'base64').toString();
  const [name = '', ...password] = text.split(':');
  return [name, password.join(':')];
}
