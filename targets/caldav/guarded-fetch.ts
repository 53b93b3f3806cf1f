import { isLoopback } from '../loopback.js';
import { LoginRefused, MalformedAnswer, TargetUnreachable, UsageError } from '../outcome-errors.js';
import { boundedText } from './bounded-text.js';
import { type Exchange, exchangeText, type Login } from './exchange.js';
import type { Throttle } from './pace.js';
import { waitAskedFor } from './retry-after.js';
import { xmlTold } from './xml.js';

const MOST_REDIRECTS = 5;

export interface Guard extends Login {
  /** Longest wait for an answer, in milliseconds. */
  readonly deadlineMs: number;
  readonly allowRemote: boolean;
  /** Lets requests pass no faster than the server may be asked. */
  readonly throttle: Throttle;
  /** Where the login was found, e.g. `users.bert in the target file of cyrus`. */
  readonly account: string;
  /** What must be blotted out of exchanges. */
  readonly secrets: readonly string[];
  readonly onExchange: (exchange: Exchange) => void;
}

/**
 * A `fetch` that no server can hang, flood or mislead: answers have a deadline and a largest size, redirects an end,
 * XML is well-formed and has no DOCTYPE, and PROPFIND and REPORT are answered by a multistatus. It logs in by itself,
 * and only where it was sent. Where the server asks to be left alone for a while, it comes again after that, so that
 * 429 is no refusal of what was asked for.
 *
 * @throws TargetUnreachable when there is no answer, the credentials are refused, or the server wants to be left alone
 *   for longer than the deadline
 * @throws MalformedAnswer when the answer breaks these limits or is a server error
 * @throws UsageError for an address that is not on this machine, unless the target file allows it
 */
export function guardedFetch(guard: Guard): typeof globalThis.fetch {
  return async (input, init) => {
    const first = new URL(String(input));
    let url = first;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await answerOf(guard, url.href, init ?? {});
      const next = response.headers.get('location');
      if (!isRedirect(response.status) || next === null) return response;
      url = redirected(next, url, first);
    }
    throw new MalformedAnswer(
      `${first.href} was redirected more than ${MOST_REDIRECTS} times, last to ${url.href}; ` +
        'give "url" in the target file the address where this ends, or mend the redirects of the server',
      '',
    );
  };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** The address that a redirect names. Only on the server where it began, since the login goes along. */
function redirected(location: string, from: URL, first: URL): URL {
  if (!URL.canParse(location, from.href)) {
    throw new MalformedAnswer(`${from.href} redirects to what is no address: ${location}`, '');
  }
  const target = new URL(location, from);
  if (target.origin !== first.origin) {
    throw new MalformedAnswer(
      `${from.href} redirects to another server, ${target.origin}, where the login is not sent; ` +
        'put that address into "url" of the target file if it is the right one',
      '',
    );
  }
  return target;
}

async function answerOf(guard: Guard, url: string, init: RequestInit): Promise<Response> {
  checkAddress(guard, url);
  let leftAlone = 0;
  for (let refusals = 0; ; refusals += 1) {
    await guard.throttle.turn();
    const { exchange, answer, type } = await exchanged(guard, url, init);
    const wait = waitAskedFor(answer, refusals, Date.now());
    if (wait === undefined) {
      checkAnswer(guard, exchange, type);
      return answer;
    }
    leftAlone += wait;
    if (leftAlone > guard.deadlineMs) throw new TargetUnreachable(tooLong(guard, exchange, wait));
    guard.throttle.holdFor(wait);
  }
}

function tooLong({ deadlineMs }: Guard, { method, url, status }: Exchange, wait: number): string {
  return (
    `${method} ${url}: the server answers ${status} and wants to be left alone for another ` +
    `${Math.ceil(wait / 1000)} s; "deadlineMs" in the target file allows ${deadlineMs} ms for one request. ` +
    'Let "rate" there ask it less often, or raise "deadlineMs"'
  );
}

type Exchanged = { readonly exchange: Exchange; readonly answer: Response; readonly type: string };

async function exchanged(guard: Guard, url: string, init: RequestInit): Promise<Exchanged> {
  const method = init.method ?? 'GET';
  const { response, received } = await guard.throttle.answering.during(async () => {
    const head = await sent(guard, url, init);
    return { response: head, received: await bodyOf(guard, head, `${method} ${url}`) };
  });
  const exchange: Exchange = {
    method,
    url,
    sent: typeof init.body === 'string' ? init.body : '',
    status: response.status,
    received,
  };
  guard.onExchange(exchange);
  const { status, statusText, headers } = response;
  const answer = new Response(mayHaveBody(status) ? received : null, { status, statusText, headers });
  return { exchange, answer, type: headers.get('content-type') ?? '' };
}

async function sent(guard: Guard, url: string, init: RequestInit): Promise<Response> {
  const login = Buffer.from(`${guard.username}:${guard.password}`).toString('base64');
  const headers = new Headers(init.headers);
  headers.set('authorization', `Basic ${login}`);
  try {
    const signal = AbortSignal.timeout(guard.deadlineMs);
    return await globalThis.fetch(url, { ...init, headers, signal, redirect: 'manual' });
  } catch (error) {
    throw new TargetUnreachable(noAnswer(guard, `${init.method ?? 'GET'} ${url}`, error));
  }
}

function noAnswer(guard: Guard, what: string, error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') {
    const limit = `no answer within ${guard.deadlineMs} ms`;
    return `${what}: ${limit}; is the server well? "deadlineMs" in the target file sets the limit`;
  }
  const { cause } = error as { cause?: { code?: string } };
  const code = cause?.code ?? String(error);
  return `${what}: no connection (${code}); is the server up, and "url" in the target file right?`;
}

function checkAddress({ allowRemote }: Guard, url: string): void {
  const { hostname, username, password } = new URL(url);
  if (username !== '' || password !== '') {
    throw new UsageError('"url" in the target file holds a login; put name and password under "users"');
  }
  if (!isLoopback(url) && !allowRemote) {
    throw new UsageError(
      `${hostname} is not on this machine; set "allowRemote: true" in the target file if the suite may write there`,
    );
  }
}

async function bodyOf(guard: Guard, response: Response, what: string): Promise<string> {
  try {
    return await boundedText(response, what);
  } catch (error) {
    throw error instanceof MalformedAnswer ? error : new TargetUnreachable(noAnswer(guard, what, error));
  }
}

function checkAnswer(guard: Guard, exchange: Exchange, type: string): void {
  const { method, url, status, received } = exchange;
  const fail = (text: string): never => {
    throw new MalformedAnswer(`${method} ${url}: ${text}`, exchangeText(exchange, guard.secrets));
  };
  if (status === 401) {
    throw new LoginRefused(
      `${method} ${url}: the server refused the login of ${guard.username} (${guard.account}); ` +
        'check name and password there',
    );
  }
  if (status >= 500) fail(`the server failed with ${status}; its own log should say why`);
  const told = xmlTold(type, received);
  if (told.problem !== undefined) fail(told.problem);
  if ((method !== 'PROPFIND' && method !== 'REPORT') || isRedirect(status)) return;
  if (status === 207 && told.root === 'multistatus') return;
  const found = told.root ?? (type === '' ? 'no content type' : type);
  fail(
    `expected 207 and a multistatus, got ${status} and ${found}; ` +
      'is "url" in the target file the CalDAV address of the server, and not that of a page or a proxy?',
  );
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
