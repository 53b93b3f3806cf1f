import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { AccountTrouble } from '../outcome-errors.js';
import { NextcloudAccounts } from './nextcloud-accounts.js';
import { ANNA } from './testing/sample-account.js';

const AT = 'http://127.0.0.1:8482';
const requests: string[] = [];
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  server.resetHandlers();
  requests.length = 0;
});
afterAll(() => server.close());

const description = {
  kind: 'nextcloud',
  url: `${AT}/`,
  username: 'admin',
  password: 'a',
  domain: 'nc.test',
} as const;
const maker = new NextcloudAccounts(description, (input, init) => globalThis.fetch(input, init));

/** The double answers so, in the form of the OCS API. */
function answers(statuscode: number, message = '', status = 200): void {
  server.use(
    http.all(`${AT}/ocs/*`, ({ request }) => {
      expect(request.headers.get('ocs-apirequest')).toBe('true');
      requests.push(`${request.method} ${request.url}`);
      return HttpResponse.json({ ocs: { meta: { status: 'x', statuscode, message }, data: [] } }, { status });
    }),
  );
}

describe('an account of a Nextcloud', () => {
  it('is made with name, password, display name and address', async () => {
    let got: Record<string, string> = {};
    server.use(
      http.post(`${AT}/ocs/v1.php/cloud/users`, async ({ request }) => {
        expect(request.headers.get('ocs-apirequest')).toBe('true');
        expect(new URL(request.url).searchParams.get('format')).toBe('json');
        got = Object.fromEntries(new URLSearchParams(await request.text()));
        return HttpResponse.json({ ocs: { meta: { statuscode: 100 } } });
      }),
    );
    await maker.create(ANNA);
    expect(got).toEqual({
      ...{ userid: 'anna2', password: 'correct horse', displayName: 'Anna', email: 'anna2@nc.test' },
    });
  });

  it('is removed', async () => {
    answers(100);
    await maker.remove({ ...ANNA, username: 'anna@x.test' });
    expect(requests).toEqual([`DELETE ${AT}/ocs/v1.php/cloud/users/anna%40x.test?format=json`]);
  });

  test.each([
    [100, 200, true],
    [404, 200, false],
    [404, 404, false],
  ])('is looked for: %i', async (statuscode, status, found) => {
    answers(statuscode, '', status);
    expect(await maker.exists(ANNA)).toBe(found);
  });
});

describe('what Nextcloud refuses', () => {
  test.each([
    ['create', 102, 'User already exists', 'did not make anna2: it answers 102, User already exists'],
    ['create', 107, 'Password is too common', 'did not make anna2: it answers 107, Password is too common'],
    ['remove', 101, '', 'did not remove anna2: it answers 101'],
    ['exists', 997, 'Current user is not logged in', 'did not tell of anna2: it answers 997, Current user'],
  ] as const)('%s %i is told', async (verb, statuscode, message, words) => {
    answers(statuscode, message);
    const asking = Promise.resolve(maker[verb](ANNA));
    await expect(asking).rejects.toThrow(AccountTrouble);
    await expect(maker[verb](ANNA)).rejects.toThrow(`Nextcloud ${words}`);
  });

  it('is told apart from a page', async () => {
    server.use(http.all(`${AT}/*`, () => HttpResponse.html('<p>Welcome', { status: 200 })));
    await expect(maker.remove(ANNA)).rejects.toThrow(
      'answered with 200 and no JSON; is "url" under "accounts" right?',
    );
  });
});
