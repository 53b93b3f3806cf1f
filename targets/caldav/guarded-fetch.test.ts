import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { delay, HttpResponse, http, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { MalformedAnswer, TargetUnreachable, UsageError } from '../outcome-errors.js';
import type { Exchange } from './exchange.js';
import { type Guard, guardedFetch } from './guarded-fetch.js';
import { Pace, Throttle } from './pace.js';
import { failureOf } from './testing/failure-of.js';
import { PausedClock } from './testing/paused-clock.js';

const URL_HERE = 'http://127.0.0.1:8481/dav/';
const seen: Exchange[] = [];
const clock = new PausedClock();
const guard: Guard = {
  username: 'anna-login',
  password: 'correct horse',
  account: 'anna in the target file of fake',
  secrets: ['correct horse'],
  deadlineMs: 10_000,
  allowRemote: false,
  throttle: new Throttle(new Pace(undefined, clock)),
  onExchange: (exchange) => seen.push(exchange),
};
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  server.resetHandlers();
  seen.length = 0;
  clock.pauses.length = 0;
});
afterAll(() => server.close());

/** The fake server answers every request so. */
function answers(answer: (request: Request) => Response | Promise<Response>, at = URL_HERE): void {
  server.use(http.all(`${new URL(at).origin}/*`, ({ request }) => answer(request)));
}

function ask(method = 'PROPFIND', options: Partial<Guard> = {}, url = URL_HERE): Promise<Response> {
  return guardedFetch({ ...guard, ...options })(url, { method, body: method === 'GET' ? null : '<q/>' });
}

const xml = (body: string, status = 207) =>
  new HttpResponse(body, { status, headers: { 'content-type': 'text/xml; charset=utf-8' } });
const redirect = (location: string, status: number) =>
  new HttpResponse(null, { status, headers: { location } });
const MULTISTATUS = '<multistatus xmlns="DAV:"/>';

describe('an answer as it should be', () => {
  it('is timed until its body has come', async () => {
    const throttle = new Throttle(new Pace(undefined));
    answers(async () => {
      await delay(60);
      return xml(MULTISTATUS);
    });
    await ask('PROPFIND', { throttle });
    expect(throttle.answering.spentMs).toBeGreaterThanOrEqual(50);
  });

  it('comes back with status, headers and body, and the login was sent', async () => {
    answers((request) => {
      expect(request.headers.get('authorization')).toBe(`Basic ${btoa('anna-login:correct horse')}`);
      return xml(MULTISTATUS);
    });
    const response = await ask();
    expect([response.status, await response.text()]).toEqual([207, MULTISTATUS]);
    expect(seen).toEqual([
      { method: 'PROPFIND', url: URL_HERE, sent: '<q/>', status: 207, received: MULTISTATUS },
    ]);
  });

  test.each([204, 304])('may have no body: %i', async (status) => {
    answers(() => new HttpResponse(null, { status }));
    expect((await ask('PUT')).status).toBe(status);
  });

  test.each([
    ['GET', 200, 'text/calendar', 'BEGIN:VCALENDAR'],
    ['PUT', 403, 'text/html', '<!DOCTYPE html><p>no'],
    ['DELETE', 404, 'text/plain', 'gone'],
  ])('%s need not be XML', async (method, status, type, body) => {
    answers(() => new HttpResponse(body, { status, headers: { 'content-type': type } }));
    expect(await (await ask(method)).text()).toBe(body);
  });

  it('from another machine is taken where the target file allows it', async () => {
    const remote = 'https://calendar.example.com/dav/';
    answers(() => xml(MULTISTATUS), remote);
    expect((await ask('PROPFIND', { allowRemote: true }, remote)).status).toBe(207);
  });
});

describe('redirects', () => {
  it('are followed with method, body and login', async () => {
    answers(async (request) => {
      if (request.url === URL_HERE) return redirect('/dav/calendars', 301);
      expect([request.method, await request.text()]).toEqual(['PUT', '<q/>']);
      expect(request.headers.get('authorization')).toMatch(/^Basic /);
      return new HttpResponse(null, { status: 201, headers: { 'x-at': new URL(request.url).pathname } });
    });
    const response = await ask('PUT');
    expect([response.status, response.headers.get('x-at')]).toEqual([201, '/dav/calendars']);
  });

  it('that go in circles end', async () => {
    answers((request) => redirect(`${new URL(request.url).pathname}x`, 302));
    const error = await failureOf(ask());
    expect(error).toBeInstanceOf(MalformedAnswer);
    expect(error.message).toMatch(/^http:\/\/127.0.0.1:8481\/dav\/ was redirected more than 5 times.*"url"/);
    expect(seen).toHaveLength(6);
  });

  test.each([
    ['another server', 'http://127.0.0.1:9999/dav/', /redirects to another server, http:\/\/127.0.0.1:9999/],
    ['another scheme', 'https://127.0.0.1:8481/dav/', /redirects to another server, https:/],
    ['what is no address', 'http://[', /redirects to what is no address: http:\/\/\[/],
  ])('to %s are refused, and the login is not sent there', async (_what, location, words) => {
    answers(() => redirect(location, 307));
    const error = await failureOf(ask());
    expect(error).toBeInstanceOf(MalformedAnswer);
    expect(error.message).toMatch(words);
    expect(seen).toHaveLength(1);
  });

  it('without an address come back as they are', async () => {
    answers(() => new HttpResponse(null, { status: 302 }));
    expect((await ask('PUT')).status).toBe(302);
  });
});

describe('no answer', () => {
  it('before the deadline: says where, how long, and what sets the limit', async () => {
    answers(async () => {
      await delay('infinite');
      return xml(MULTISTATUS);
    });
    const error = await failureOf(ask('PROPFIND', { deadlineMs: 300 }));
    expect(error).toBeInstanceOf(TargetUnreachable);
    expect(error.message).toMatch(/^PROPFIND http:\S+: no answer within 300 ms.*"deadlineMs"/);
  });

  it('that is complete before the deadline', async () => {
    const stalling = createServer((_request, response) => {
      response.writeHead(207, { 'content-type': 'text/xml' });
      response.write('<multi');
    });
    await once(stalling.listen(0, '127.0.0.1'), 'listening');
    const { port } = stalling.address() as AddressInfo;
    server.use(http.all(`http://127.0.0.1:${port}/*`, () => passthrough()));
    const error = await failureOf(ask('PROPFIND', { deadlineMs: 300 }, `http://127.0.0.1:${port}/`));
    stalling.closeAllConnections();
    stalling.close();
    expect(error).toBeInstanceOf(TargetUnreachable);
    expect(error.message).toMatch(/no answer within 300 ms/);
  });

  it('because nobody listens', async () => {
    server.use(http.all('http://127.0.0.1:1/*', () => HttpResponse.error()));
    const error = await failureOf(ask('PROPFIND', {}, 'http://127.0.0.1:1/'));
    expect(error).toBeInstanceOf(TargetUnreachable);
    expect(error.message).toMatch(/^PROPFIND http:\/\/127.0.0.1:1\/: no connection \(.+\); is the server up/);
  });

  it('because the login is refused: names the user and where the login stands', async () => {
    answers(() => new HttpResponse('no', { status: 401 }));
    const error = await failureOf(ask());
    expect(error).toBeInstanceOf(TargetUnreachable);
    expect(error.message).toMatch(
      /refused the login of anna-login \(anna in the target file of fake\); check name and password there/,
    );
    expect(error.message).not.toContain('correct horse');
  });
});

describe('a malformed answer', () => {
  const billion =
    '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><multistatus xmlns="DAV:">&b;</multistatus>';
  const html = { 'content-type': 'text/html' };

  test.each<[string, () => Response, RegExp]>([
    ['server error', () => new HttpResponse('oops', { status: 500 }), /failed with 500; its own log/],
    ['truncated XML', () => xml('<multistatus xmlns="DAV:"><respon'), /not well-formed XML/],
    ['XML with a wrong end', () => xml('<multistatus></response>'), /not well-formed XML/],
    ['DOCTYPE', () => xml(billion), /has a DOCTYPE/],
    [
      'a page in place of XML',
      () => new HttpResponse('<p>Welcome', { status: 207, headers: html }),
      /expected 207 and a multistatus, got 207 and text\/html; is "url"/,
    ],
    ['XML that is no multistatus', () => xml('<feed/>'), /expected 207 and a multistatus, got 207 and feed/],
    ['another status', () => xml(MULTISTATUS, 200), /expected 207 and a multistatus, got 200/],
    ['no body', () => new HttpResponse(null, { status: 207 }), /got 207 and no content type/],
    [
      'a refusal',
      () => xml('<error xmlns="DAV:"><need-privileges/></error>', 403),
      /expected 207 and a multistatus, got 403 and error/,
    ],
  ])('%s: says what was asked where, and shows the exchange', async (_what, answer, words) => {
    answers(answer);
    const error = await failureOf(ask());
    expect(error).toBeInstanceOf(MalformedAnswer);
    expect(error.message).toMatch(words);
    expect(error.message).toMatch(/^PROPFIND http:\/\/127.0.0.1:8481\/dav\/: /);
    expect((error as MalformedAnswer).exchange).toMatch(/^PROPFIND http\S+\n\n<q\/>\n\nanswer \d{3}/);
  });

  it('of more than 10 MB is not read to its end', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(stream) {
        sent += 1;
        stream.enqueue(new Uint8Array(1_000_000));
      },
    });
    answers(() => new HttpResponse(endless, { status: 200 }));
    const error = await failureOf(ask('GET'));
    expect(error).toBeInstanceOf(MalformedAnswer);
    expect(error.message).toMatch(/^GET http\S+: the answer is larger than 10000000 bytes; give the suite/);
    expect(sent).toBeLessThan(20);
  });

  it('that echoes the password has it blotted out', async () => {
    answers(async (request) => new HttpResponse(`${await request.text()} correct horse`, { status: 500 }));
    const error = (await failureOf(ask())) as MalformedAnswer;
    expect(error.exchange).toContain('<q/> (secret)');
    expect(`${error.message}${error.exchange}`).not.toContain('correct horse');
  });
});

describe('an address', () => {
  test.each([
    'https://calendar.example.com/',
    'http://127.0.0.1.example.com/',
    'http://10.0.0.1/',
    'http://0.0.0.0:80/',
  ])('of another machine is refused without consent: %s', async (url) => {
    const error = await failureOf(ask('PUT', {}, url));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain(`${new URL(url).hostname} is not on this machine`);
    expect(error.message).toContain('"allowRemote: true" in the target file');
    expect(seen).toEqual([]);
  });

  it('with a login in it is refused without showing it', async () => {
    const error = await failureOf(ask('GET', {}, 'http://anna:hunter2@127.0.0.1:8481/'));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toMatch(/"url" in the target file holds a login.*under "users"/);
    expect(error.message).not.toContain('hunter2');
  });
});

describe('a server that wants to be left alone for a while', () => {
  const busy = (status: number, after?: string) =>
    new HttpResponse('later', { status, headers: after === undefined ? {} : { 'retry-after': after } });

  /** The fake server refuses so, one answer after the other, before it takes the request. */
  function refusesFirst(...refusals: readonly Response[]): void {
    const left = [...refusals];
    answers(async (request) => {
      expect([request.method, await request.text()]).toEqual(['PUT', '<q/>']);
      return left.shift() ?? new HttpResponse(null, { status: 201 });
    });
  }

  test.each([429, 503])('is asked the same again after that: %i', async (status) => {
    refusesFirst(busy(status, '2'), busy(status, '3'));
    expect((await ask('PUT', { deadlineMs: 5_000 })).status).toBe(201);
    expect(clock.pauses).toEqual([2_000, 3_000]);
    expect(seen.map((exchange) => exchange.status)).toEqual([status, status, 201]);
  });

  it('is not taken to refuse what was asked for where it names no time', async () => {
    refusesFirst(busy(429), busy(429), busy(429));
    expect((await ask('PUT', { deadlineMs: 5_000 })).status).toBe(201);
    expect(clock.pauses).toEqual([250, 500, 1_000]);
  });

  it('is left alone by every lane', async () => {
    const pace = new Pace(undefined, clock);
    refusesFirst(busy(429, '2'));
    await ask('PUT', { deadlineMs: 5_000, throttle: new Throttle(pace) });
    const before = clock.now();
    pace.holdFor(700);
    await ask('PUT', { throttle: new Throttle(pace) });
    expect(clock.now() - before).toBe(700);
  });

  test.each([
    ['at once', [busy(429, '6')], 'another 6 s'],
    ['bit by bit', [busy(503, '3'), busy(503, '2'), busy(503, '1')], 'another 1 s'],
    ['without end', Array.from({ length: 9 }, () => busy(429, '0')), 'another 4 s'],
  ])('longer than the deadline, %s: says so, and what to do', async (_how, refusals, words) => {
    refusesFirst(...refusals);
    const error = await failureOf(ask('PUT', { deadlineMs: 5_000 }));
    expect(error).toBeInstanceOf(TargetUnreachable);
    expect(error.message).toMatch(
      /^PUT http:\S+: the server answers (429|503) and wants to be left alone for /,
    );
    expect(error.message).toContain(words);
    expect(error.message).toContain('"deadlineMs" in the target file allows 5000 ms');
    expect(error.message).toContain('Let "rate" there ask it less often');
  });

  it('has failed where it says 503 and no time', async () => {
    refusesFirst(busy(503));
    expect(await failureOf(ask('PUT'))).toBeInstanceOf(MalformedAnswer);
  });
});
