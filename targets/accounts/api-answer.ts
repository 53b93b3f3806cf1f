import { AccountTrouble } from '../outcome-errors.js';

/** A `fetch` that logs in as who may make accounts, and keeps to the limits of the target file. */
export type AdminFetch = typeof globalThis.fetch;

/**
 * Asks an interface that answers in JSON.
 *
 * @returns the answer as it was parsed
 * @throws AccountTrouble when it is no JSON object: then something else answers at that address
 */
export async function askForJson(
  fetch: AdminFetch,
  url: string,
  init: RequestInit,
): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(url, init);
  const answer = parsed(await response.text());
  if (typeof answer === 'object' && answer !== null) return answer as Record<string, unknown>;
  throw new AccountTrouble(
    `${init.method} ${url} is answered with ${response.status} and no JSON; is "url" under "accounts" right?`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
