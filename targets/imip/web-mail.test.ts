import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TargetUnreachable } from '../outcome-errors.js';
import { openMailhog } from './mailhog-mail.js';
import { openMailpit } from './mailpit-mail.js';
import { MailCatchers } from './testing/mail-catchers.js';

const BASE = 'http://127.0.0.1:8025';
const server = setupServer();
let catchers: MailCatchers;

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  catchers = new MailCatchers();
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

function mail(number: number) {
  const raw = `From: anna@example.com\r\nSubject: ${number}\r\n\r\nGröße ${number}\r\n`;
  return { from: 'anna@example.com', to: ['erik@external.test', 'emil@external.test'], raw };
}

function arrived(number: number) {
  const { raw, ...envelope } = mail(number);
  return { ...envelope, raw: Buffer.from(raw) };
}

describe.each([
  { name: 'Mailpit', open: openMailpit, handlers: () => catchers.mailpit(BASE) },
  { name: 'MailHog', open: openMailhog, handlers: () => catchers.mailhog(BASE) },
])('mail in $name', ({ name, open, handlers }) => {
  it('is read once, oldest first, and none that was there before', async () => {
    server.use(...handlers());
    catchers.catch(mail(1));
    const out = await open({ url: `${BASE}/` });
    expect(await out.arrivals()).toEqual([]);
    catchers.catch(mail(2));
    catchers.catch(mail(3));
    expect(await out.arrivals()).toEqual([arrived(2), arrived(3)]);
    expect(await out.arrivals()).toEqual([]);
    await out.close();
  });

  it('is found on later pages too', async () => {
    server.use(...handlers());
    const out = await open({ url: BASE });
    const numbers = Array.from({ length: 230 }, (_, index) => index + 1);
    for (const number of numbers) catchers.catch(mail(number));
    expect(await out.arrivals()).toEqual(numbers.map(arrived));
  });

  it('is read with a login', async () => {
    server.use(...handlers());
    catchers.login = 'mail:s3cret';
    const out = await open({ url: BASE, username: 'mail', password: 's3cret' });
    catchers.catch(mail(1));
    expect(await out.arrivals()).toEqual([arrived(1)]);
    const refused = await open({ url: BASE, username: 'mail', password: 'wrong' }).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(TargetUnreachable);
    expect(String(refused)).not.toContain('wrong');
  });

  it.each([
    ['an error', () => HttpResponse.text('out of order', { status: 500 })],
    ['something else', () => HttpResponse.html('<p>Hello</p>')],
    ['other JSON', () => HttpResponse.json({ hello: 'world' })],
    ['nothing', () => HttpResponse.error()],
  ])('cannot be read where %s is answered', async (_what, answer) => {
    server.use(http.get(`${BASE}/*`, answer));
    const failure = await open({ url: BASE }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TargetUnreachable);
    expect(String(failure)).toContain(`mail.out: ${name} at ${BASE}`);
  });
});
