import type { Trace } from '../target.js';

/** One HTTP exchange as traces and error messages show it: without headers, so without credentials. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: string;
  readonly status: number;
  readonly received: string;
}

/** Somebody's name and password for logging in. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

const LONGEST_BODY = 4_000;
/** Whatever is shorter stands in half of all words and is no secret worth the name. */
const SHORTEST_SECRET = 4;

/** Puts what a user changes on the server into a trace; what only looks is left out. */
export function tracedIn(
  trace: Trace,
  userId: string,
  secrets: readonly string[],
): (exchange: Exchange) => void {
  return (exchange) => {
    if (exchange.method === 'REPORT' || exchange.method === 'PROPFIND') return;
    const detail = exchangeText(exchange, secrets);
    trace.add({ kind: 'exchange', from: userId, text: exchangeLine(exchange), detail });
  };
}

/** The exchange in one line. */
export function exchangeLine({ method, url, status }: Exchange): string {
  return `${method} ${status} ${new URL(url).pathname}`;
}

/** The exchange with its bodies; secrets that a server echoes are blotted out. */
export function exchangeText(exchange: Exchange, secrets: readonly string[]): string {
  const text = [
    `${exchange.method} ${exchange.url}`,
    exchange.sent,
    `answer ${exchange.status}`,
    exchange.received,
  ]
    .map((part) => shortened(secrets.reduce(blotted, part)))
    .filter((part) => part !== '')
    .join('\n\n');
  return text;
}

/**
 * What must not be shown of some logins: passwords in the forms in which a server may echo them, longest first.
 * A password that is somebody's user name is known to everybody and stands in addresses, so it is no secret.
 */
export function secretsOf(logins: readonly Login[]): readonly string[] {
  const names = new Set(logins.map(({ username }) => username));
  const forms = logins
    .filter(({ password }) => password.length >= SHORTEST_SECRET && !names.has(password))
    .flatMap(({ username, password }) => [
      password,
      encodeURIComponent(password),
      escapedForXml(password),
      JSON.stringify(password).slice(1, -1),
      Buffer.from(`${username}:${password}`).toString('base64'),
    ]);
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

function escapedForXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function blotted(text: string, secret: string): string {
  return text.replaceAll(secret, '(secret)');
}

function shortened(body: string): string {
  return body.length <= LONGEST_BODY ? body : `${body.slice(0, LONGEST_BODY)} (${body.length} characters)`;
}
