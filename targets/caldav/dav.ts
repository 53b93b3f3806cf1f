import {
  calendarQuery,
  createObject,
  type DAVResponse,
  propfind as davPropfind,
  deleteObject,
  updateObject,
} from 'tsdav';
import { preconditionIn } from './precondition.js';
import { withWholeLineEnds } from './stored-object.js';

type Fetch = typeof globalThis.fetch;

/** A resource found on the server. */
export interface Resource {
  readonly url: string;
  /** iCalendar text. */
  readonly data: string;
  readonly etag?: string;
  readonly scheduleTag?: string;
}

/** How the server took a change: HTTP status and, where refused, the precondition that it names. */
export interface Taken {
  readonly status: number;
  readonly precondition?: string;
}

/** What `PROPFIND` told of one resource: property names in camel case, values as tsdav reads them. */
export interface Described {
  readonly url: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The CalDAV requests of one user. All that is known of tsdav stays in this file. */
export class DavSession {
  readonly #fetch: Fetch;

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** The features in the DAV header, and what the server calls itself. */
  async options(url: string): Promise<{ readonly features: readonly string[]; readonly server: string }> {
    const { headers } = await this.#fetch(url, { method: 'OPTIONS' });
    const features = (headers.get('dav') ?? '').split(',').map((feature) => feature.trim());
    return { features, server: productIn(headers) };
  }

  /** Properties of a resource, or of it and its members. Missing properties are left out. */
  async propfind(url: string, names: readonly string[], depth: '0' | '1'): Promise<Described[]> {
    const props = Object.fromEntries(names.map((name) => [name, {}]));
    const found = await davPropfind({ url, props, depth, fetch: this.#fetch });
    return found.map((item) => ({
      url: new URL(item.href ?? '', url).href,
      properties: item.props ?? {},
    }));
  }

  /** What the user may do with a resource (RFC 3744 section 5.4), by the names there; empty where it is not told. */
  async privileges(url: string): Promise<string[]> {
    const [found] = await this.propfind(url, ['d:current-user-privilege-set'], '0');
    const { privilege } = (found?.properties.currentUserPrivilegeSet ?? {}) as { privilege?: unknown };
    const names = [privilege].flat().flatMap((each) => Object.keys((each as object | undefined) ?? {}));
    return names.map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  }

  /** The calendar objects in a collection whose UID contains that text. */
  async withUid(url: string, uid: string): Promise<Resource[]> {
    const match = { _attributes: { collation: 'i;octet' }, _text: uid };
    const filters = [
      {
        'comp-filter': {
          _attributes: { name: 'VCALENDAR' },
          'comp-filter': {
            _attributes: { name: 'VEVENT' },
            'prop-filter': { _attributes: { name: 'UID' }, 'text-match': match },
          },
        },
      },
    ];
    const props = { 'd:getetag': {}, 'c:schedule-tag': {}, 'c:calendar-data': {} };
    const found = await calendarQuery({ url, props, filters, depth: '1', fetch: this.#fetch });
    return found.flatMap((item) => resourceFrom(item, url));
  }

  /** Makes a calendar for events (RFC 4791 section 5.3.1). */
  async makeCalendar(url: string): Promise<Taken> {
    const headers = { 'content-type': 'application/xml; charset=utf-8' };
    return taken(await this.#fetch(url, { method: 'MKCALENDAR', headers, body: EVENT_CALENDAR }));
  }

  /** Stores a new object; refused when there is one at that place. */
  async create(url: string, data: string): Promise<Taken> {
    const headers = { 'content-type': 'text/calendar; charset=utf-8', 'if-none-match': '*' };
    return taken(await createObject({ url, data, headers, fetch: this.#fetch }));
  }

  /**
   * The object with a tag of just the state that it shows. Where the REPORT told none that a condition can use, it is
   * read again by GET, whose answer has data and ETag of one moment.
   */
  async tagged(resource: Resource): Promise<Resource> {
    if (resource.scheduleTag !== undefined || isStrong(resource.etag)) return resource;
    const response = await this.#fetch(resource.url, { headers: { accept: 'text/calendar' } });
    if (response.status !== 200) return resource;
    const etag = response.headers.get('etag') ?? undefined;
    const data = withWholeLineEnds(await response.text());
    return { url: resource.url, data, ...(etag === undefined ? {} : { etag }) };
  }

  /**
   * Changes an object if it is still as it was when it was read. Without a tag of that state the condition is that
   * there is one at all, so that nothing comes back which was removed meanwhile.
   */
  async change({ url, etag, scheduleTag }: Resource, data: string): Promise<Taken> {
    const headers: Record<string, string> = { 'content-type': 'text/calendar; charset=utf-8' };
    if (scheduleTag !== undefined) headers['if-schedule-tag-match'] = scheduleTag;
    else headers['if-match'] = isStrong(etag) ? etag : '*';
    return taken(await updateObject({ url, data, headers, fetch: this.#fetch }));
  }

  /** Removes an object; `silently` keeps an Attendee's side from declining (RFC 6638 section 8.1). */
  async remove(url: string, silently = false): Promise<Taken> {
    const headers: Record<string, string> = silently ? { 'schedule-reply': 'F' } : {};
    return taken(await deleteObject({ url, headers, fetch: this.#fetch }));
  }
}

const EVENT_CALENDAR =
  '<?xml version="1.0" encoding="utf-8"?><c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">' +
  '<d:set><d:prop><c:supported-calendar-component-set><c:comp name="VEVENT"/></c:supported-calendar-component-set>' +
  '</d:prop></d:set></c:mkcalendar>';

/** A weak ETag never matches in `If-Match` (RFC 9110 section 13.1.1). */
function isStrong(etag: string | undefined): etag is string {
  return etag !== undefined && !etag.startsWith('W/');
}

/** The Server header; where that tells no name, a header of the server's own like `X-DAViCal-Version`. */
function productIn(headers: Headers): string {
  const told = headers.get('server') ?? '';
  if (/[a-z]/i.test(told)) return told;
  const [, version = told] = [...headers].find(([name]) => /^x-.+-version$/.test(name)) ?? [];
  return version;
}

function resourceFrom({ href, props }: DAVResponse, base: string): Resource[] {
  const data = textIn(props?.calendarData);
  if (href === undefined || data === undefined) return [];
  const etag = textIn(props?.getetag);
  const scheduleTag = textIn(props?.scheduleTag);
  return [
    {
      url: new URL(href, base).href,
      data: withWholeLineEnds(data),
      ...(etag === undefined ? {} : { etag }),
      ...(scheduleTag === undefined ? {} : { scheduleTag }),
    },
  ];
}

/** Text of an element, whether it came as text or as CDATA, in parts; tsdav turns digits into numbers. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const { _cdata } = (value ?? {}) as { _cdata?: unknown };
  const parts = [_cdata].flat().filter((part) => typeof part === 'string');
  return parts.length === 0 ? undefined : parts.join('');
}

async function taken(response: Response): Promise<Taken> {
  const precondition = response.ok ? undefined : preconditionIn(await response.text());
  return { status: response.status, ...(precondition === undefined ? {} : { precondition }) };
}
