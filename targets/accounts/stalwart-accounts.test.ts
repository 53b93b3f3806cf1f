import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { AccountTrouble } from '../outcome-errors.js';
import { StalwartAccounts } from './stalwart-accounts.js';
import { ANNA } from './testing/sample-account.js';

const AT = 'http://127.0.0.1:8483';
const requests: string[] = [];
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  server.resetHandlers();
  requests.length = 0;
});
afterAll(() => server.close());

const description = {
  kind: 'stalwart',
  url: AT,
  username: 'admin',
  password: 'a',
  domain: 'sw.test',
} as const;
const maker = new StalwartAccounts(description, (input, init) => globalThis.fetch(input, init));

/** The double answers every request so, with status 200, as the management API does. */
function answers(answer: object): void {
  server.use(
    http.all(`${AT}/api/*`, ({ request }) => {
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
      return HttpResponse.json(answer);
    }),
  );
}

describe('an account of a Stalwart', () => {
  it('is made as a principal that may use mail and calendars', async () => {
    let got: unknown;
    server.use(
      http.post(`${AT}/api/principal`, async ({ request }) => {
        got = await request.json();
        return HttpResponse.json({ data: 50 });
      }),
    );
    await maker.create(ANNA);
    expect(got).toEqual({
      ...{ type: 'individual', quota: 0, name: 'anna2', description: 'Anna', roles: ['user'] },
      ...{ secrets: ['correct horse'], emails: ['anna2@sw.test'] },
    });
  });

  it('has its own address where its name is one, and is removed', async () => {
    answers({ data: null });
    await maker.remove({ ...ANNA, username: 'anna@sw.test' });
    expect(requests).toEqual(['DELETE /api/principal/anna%40sw.test']);
  });

  test.each([
    [{ data: { id: 90, type: 'individual' } }, true],
    [{ error: 'notFound', item: 'anna2' }, false],
  ])('is looked for: %j', async (answer, found) => {
    answers(answer);
    expect(await maker.exists(ANNA)).toBe(found);
  });
});

describe('what Stalwart refuses', () => {
  test.each([
    [
      'create',
      { error: 'fieldAlreadyExists', field: 'name', value: 'anna2' },
      'make anna2: it answers fieldAlready',
    ],
    ['create', { error: 'notFound', item: 'sw.test' }, 'make anna2: it answers notFound, sw.test'],
    ['remove', { error: 'notFound', item: 'anna2' }, 'remove anna2: it answers notFound, anna2'],
    ['exists', { error: 'other', details: 'broken' }, 'tell of anna2: it answers other, broken'],
    ['remove', {}, 'remove anna2: it answers neither data nor error'],
    [
      'create',
      { error: 'fieldAlreadyExists', field: 'secrets', value: 'correct horse' },
      'AlreadyExists, secrets',
    ],
  ] as const)('%s is told, though the status is 200: %j', async (verb, answer, words) => {
    answers(answer);
    const error: unknown = await Promise.resolve(maker[verb](ANNA)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AccountTrouble);
    expect(String(error)).toContain(words);
    expect(String(error)).not.toContain('correct horse');
  });
});
