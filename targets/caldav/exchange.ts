/** One HTTP exchange as traces and error messages show it: without headers, so without credentials. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly sent: string;
  readonly status: number;
  readonly received: string;
}

const LONGEST_BODY = 4_000;

/** The exchange in one line. */
export function exchangeLine({ method, url, status }: Exchange): string {
  return `${method} ${new URL(url).pathname}: ${status}`;
}

/** The exchange with its bodies; secrets that a server echoes are blotted out. */
export function exchangeText(exchange: Exchange, secrets: readonly string[]): string {
  const text = [
    `${exchange.method} ${exchange.url}`,
    shortened(exchange.sent),
    `answer ${exchange.status}`,
    shortened(exchange.received),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return secrets.filter((secret) => secret.length > 3).reduce(blotted, text);
}

function blotted(text: string, secret: string): string {
  return text.replaceAll(secret, '(secret)');
}

function shortened(body: string): string {
  return body.length <= LONGEST_BODY ? body : `${body.slice(0, LONGEST_BODY)} (${body.length} characters)`;
}
