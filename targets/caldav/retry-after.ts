const SECOND_MS = 1000;
/** Wait after the first refusal where the server names no time, or one that is over; doubled with each further one. */
const FIRST_WAIT_MS = 250;
const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;

/**
 * How long a server wants to be left alone, in milliseconds: by 429 (RFC 6585 section 4), or by 503 with Retry-After
 * (RFC 9110 section 10.2.3). Undefined for any other answer.
 *
 * @param refusals how often the same request has been refused so before
 * @param now epoch milliseconds, for a server that does not tell its own time
 */
export function waitAskedFor(
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  refusals: number,
  now: number,
): number | undefined {
  const announced = announcedMs(headers, now);
  if (status !== TOO_MANY_REQUESTS && (status !== UNAVAILABLE || announced === undefined)) return undefined;
  return Math.max(announced ?? 0, FIRST_WAIT_MS * 2 ** refusals);
}

/** Retry-After counts seconds or names a date, which the clock of the server is held against. */
function announcedMs(headers: Headers, now: number): number | undefined {
  const told = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(told)) return Number(told) * SECOND_MS;
  const until = Date.parse(told);
  if (Number.isNaN(until)) return undefined;
  const there = Date.parse(headers.get('date') ?? '');
  return Math.max(0, until - (Number.isNaN(there) ? now : there));
}
