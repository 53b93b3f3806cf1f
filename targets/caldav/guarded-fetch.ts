import { DOMParser } from '@xmldom/xmldom';
import { isLoopback } from '../loopback.js';
import { MalformedAnswer, TargetUnreachable, UsageError } from '../outcome-errors.js';
import { type Exchange, exchangeText } from './exchange.js';

const LARGEST_ANSWER = 10_000_000;
const MOST_REDIRECTS = 5;

export interface Guard {
  /** Longest wait for an answer, in milliseconds. */
  readonly deadlineMs: number;
  readonly allowRemote: boolean;
  /** User name and password, for the Authorization header. */
  readonly username: string;
  readonly password: string;
  readonly onExchange: (exchange: Exchange) => void;
}

/**
 * A `fetch` that no server can hang, flood or mislead: answers have a deadline and a largest size, redirects an end,
 * XML is well-formed and has no DOCTYPE. It logs in by itself, and only where it was sent.
 *
 * @throws TargetUnreachable when there is no answer or the credentials are refused
 * @throws MalformedAnswer when the answer breaks these limits or is a server error
 * @throws UsageError for an address that is not on this machine, unless the target file allows it
 */
export function guardedFetch(guard: Guard): typeof globalThis.fetch {
  return async (input, init) => {
    const origin = new URL(String(input)).origin;
    let url = String(input);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const response = await answerOf(guard, url, init ?? {});
      const next = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || next === null) return response;
      const target = new URL(next, url);
      if (target.origin !== origin) {
        throw new MalformedAnswer(`${url} redirects to another server, ${target.origin}`, '');
      }
      url = target.href;
    }
    throw new MalformedAnswer(
      `${String(input)} was redirected more than ${MOST_REDIRECTS} times, last to ${url}`,
      '',
    );
  };
}

async function answerOf(guard: Guard, url: string, init: RequestInit): Promise<Response> {
  checkAddress(guard, url);
  const method = init.method ?? 'GET';
  const response = await sent(guard, url, init);
  const received = await bodyOf(guard, response, `${method} ${url}`);
  const exchange: Exchange = {
    method,
    url,
    sent: typeof init.body === 'string' ? init.body : '',
    status: response.status,
    received,
  };
  guard.onExchange(exchange);
  checkAnswer(guard, exchange, response.headers.get('content-type') ?? '');
  const { status, statusText, headers } = response;
  return new Response(mayHaveBody(status) ? received : null, { status, statusText, headers });
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
    return `${what}: no answer within ${guard.deadlineMs} ms; is the server well? "deadlineMs" in the target file sets the limit`;
  }
  const { cause } = error as { cause?: { code?: string } };
  const code = cause?.code ?? String(error);
  return `${what}: no connection (${code}); is the server up, and "url" in the target file right?`;
}

function checkAddress({ allowRemote }: Guard, url: string): void {
  if (!isLoopback(url) && !allowRemote) {
    throw new UsageError(
      `${new URL(url).hostname} is not on this machine; set "allowRemote: true" in the target file if the suite may write there`,
    );
  }
}

async function bodyOf(guard: Guard, response: Response, what: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += (chunk as Uint8Array).length;
      if (size > LARGEST_ANSWER) break;
      chunks.push(chunk as Uint8Array);
    }
  } catch (error) {
    throw new TargetUnreachable(noAnswer(guard, what, error));
  }
  if (size > LARGEST_ANSWER) {
    throw new MalformedAnswer(`${what}: the answer is larger than ${LARGEST_ANSWER} bytes`, '');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function checkAnswer(guard: Guard, exchange: Exchange, type: string): void {
  const { method, url, status, received } = exchange;
  const fail = (text: string): never => {
    throw new MalformedAnswer(`${method} ${url}: ${text}`, exchangeText(exchange, [guard.password]));
  };
  if (status === 401) {
    throw new TargetUnreachable(
      `${method} ${url}: the server refused the credentials of ${guard.username}; check "users" in the target file`,
    );
  }
  if (status >= 500) fail(`the server failed with ${status}`);
  if (!/xml/i.test(type) || received.trim() === '') return;
  if (/<!DOCTYPE/i.test(received)) fail('the answer has a DOCTYPE, which no DAV answer needs');
  const problem = xmlProblem(received);
  if (problem !== undefined) fail(`the answer is not well-formed XML: ${problem}`);
}

function xmlProblem(text: string): string | undefined {
  let problem: string | undefined;
  const note = (level: string, message: string): void => {
    if (level !== 'warning') problem ??= message.split('\n')[0];
  };
  try {
    new DOMParser({ onError: note }).parseFromString(text, 'text/xml');
  } catch (error) {
    problem ??= (error as Error).message.split('\n')[0];
  }
  return problem;
}

function mayHaveBody(status: number): boolean {
  return status !== 204 && status !== 205 && status !== 304;
}
