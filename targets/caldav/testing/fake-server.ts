import { HttpResponse, http } from 'msw';
import { type SetupServer, setupServer } from 'msw/node';

/** Where the fake server is. */
export const BASE = 'http://127.0.0.1:8481';

/** A request as the fake server got it. */
export interface Got {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

interface Stored {
  readonly data: string;
  readonly tag: string;
}

/** What a test wants answered instead of what the server would; undefined for what the server would. */
export type Otherwise = (got: Got) => Response | undefined | Promise<Response | undefined>;

const DAV = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"';

/** XML with status 207, as PROPFIND and REPORT are answered. */
export function multistatus(responses: string, status = 207): Response {
  const body = `<?xml version="1.0"?><d:multistatus ${DAV}>${responses}</d:multistatus>`;
  return new HttpResponse(body, { status, headers: { 'content-type': 'application/xml; charset=utf-8' } });
}

/** One resource with properties, for `multistatus`. */
export function described(path: string, props: string): string {
  const found = `<d:propstat><d:prop>${props}</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat>`;
  return `<d:response><d:href>${path}</d:href>${found}</d:response>`;
}

/** One object in the answer to a REPORT of a server that knows no Schedule-Tag, for `multistatus`. */
export function withoutScheduleTag(path: string, data: string): string {
  return described(path, `<d:getetag>"etag"</d:getetag><c:calendar-data>${data}</c:calendar-data>`);
}

/** A refusal that names a precondition (RFC 4918 section 16). */
export function refusal(status: number, precondition: string): Response {
  const body = `<d:error ${DAV}><c:${precondition}/></d:error>`;
  return new HttpResponse(body, { status, headers: { 'content-type': 'application/xml' } });
}

/**
 * A CalDAV server in memory that stores what it is given and schedules nothing; enough to see what the target asks,
 * and to answer badly. Every user has the principal `/principals/<name>/`, the calendar `/home/<name>/default/` and the
 * Inbox `/home/<name>/inbox/`.
 */
export class FakeServer {
  readonly got: Got[] = [];
  /** By path. */
  readonly objects = new Map<string, Stored>();
  features = '1, 3, access-control, calendar-access, calendar-auto-schedule';
  otherwise: Otherwise = () => undefined;
  #count = 0;

  /** Intercepts requests to the fake server; all others fail. */
  intercept(): SetupServer {
    const server = setupServer(
      http.all(`${BASE}/*`, async ({ request }) => {
        const got = {
          method: request.method,
          path: decodeURIComponent(new URL(request.url).pathname),
          headers: request.headers,
          body: await request.text(),
        };
        this.got.push(got);
        return (await this.otherwise(got)) ?? this.#answer(got);
      }),
    );
    server.listen({ onUnhandledRequest: 'error' });
    return server;
  }

  /** As if it had just been started. */
  reset(): void {
    this.got.length = 0;
    this.objects.clear();
    this.#count = 0;
    this.features = '1, 3, access-control, calendar-access, calendar-auto-schedule';
    this.otherwise = () => undefined;
  }

  store(path: string, data: string): void {
    this.#count += 1;
    this.objects.set(path, { data, tag: `"tag-${this.#count}"` });
  }

  #answer(got: Got): Response {
    switch (got.method) {
      case 'OPTIONS':
        return new HttpResponse(null, { headers: { dav: this.features, server: 'Fake/1.0' } });
      case 'PROPFIND':
        return this.#properties(got);
      case 'REPORT':
        return this.#report(got);
      case 'PUT':
        return this.#put(got);
      case 'DELETE':
        return new HttpResponse(null, { status: this.objects.delete(got.path) ? 204 : 404 });
      default:
        return new HttpResponse(null, { status: 405 });
    }
  }

  #properties({ path, headers }: Got): Response {
    const user = userIn(headers);
    if (path.startsWith('/principals/')) return multistatus(described(path, principalOf(user)));
    if (path === `/home/${user}/`) return multistatus(homeOf(user));
    if (path.endsWith('/inbox/')) {
      const preferred = `<d:href>/home/${user}/default/</d:href>`;
      const prop = `<c:schedule-default-calendar-URL>${preferred}</c:schedule-default-calendar-URL>`;
      return multistatus(described(path, prop));
    }
    const principal = `<d:href>/principals/${user}/</d:href>`;
    return multistatus(described(path, `<d:current-user-principal>${principal}</d:current-user-principal>`));
  }

  #report({ path, body }: Got): Response {
    const wanted = /text-match[^>]*>([^<]*)</.exec(body)?.[1] ?? '';
    const members = [...this.objects].filter(
      ([at, { data }]) => at.startsWith(path) && data.includes(wanted),
    );
    return multistatus(
      members
        .map(([at, { data, tag }]) => {
          const text = `<c:calendar-data><![CDATA[${data}]]></c:calendar-data>`;
          return described(at, `<d:getetag>${tag}</d:getetag><c:schedule-tag>${tag}</c:schedule-tag>${text}`);
        })
        .join(''),
    );
  }

  #put({ path, headers, body }: Got): Response {
    const known = this.objects.get(path);
    const tag = headers.get('if-schedule-tag-match');
    const isTaken = headers.get('if-none-match') === '*' && known !== undefined;
    if (isTaken || (tag !== null && tag !== known?.tag)) return new HttpResponse(null, { status: 412 });
    this.store(path, body);
    return new HttpResponse(null, { status: known === undefined ? 201 : 204 });
  }
}

/** The user who logged in. */
function userIn(headers: Headers): string {
  const login = Buffer.from((headers.get('authorization') ?? '').replace('Basic ', ''), 'base64').toString();
  return login.split(':')[0] ?? '';
}

function principalOf(user: string): string {
  const addresses = `<d:href>/principals/${user}/</d:href><d:href>mailto:${user}@example.com</d:href>`;
  return (
    `<c:calendar-home-set><d:href>/home/${user}/</d:href></c:calendar-home-set>` +
    `<c:calendar-user-address-set>${addresses}</c:calendar-user-address-set>` +
    `<c:schedule-inbox-URL><d:href>/home/${user}/inbox/</d:href></c:schedule-inbox-URL>`
  );
}

function homeOf(user: string): string {
  const collection = (name: string, kind: string, component: string) =>
    described(
      `/home/${user}/${name}/`,
      `<d:resourcetype><d:collection/><c:${kind}/></d:resourcetype>` +
        `<c:supported-calendar-component-set><c:comp name="${component}"/></c:supported-calendar-component-set>`,
    );
  return (
    described(`/home/${user}/`, '<d:resourcetype><d:collection/></d:resourcetype>') +
    collection('tasks', 'calendar', 'VTODO') +
    collection('other', 'calendar', 'VEVENT') +
    collection('default', 'calendar', 'VEVENT') +
    collection('inbox', 'schedule-inbox', 'VEVENT')
  );
}
