import { MalformedAnswer } from '../outcome-errors.js';
import type { DavSession, Described } from './dav.js';

/** Where one user's scheduling happens, as the server tells. */
export interface Home {
  readonly principal: string;
  /** Where the user's collections are (calendar-home-set). */
  readonly collections: string;
  /** Calendar addresses, `mailto:` first. */
  readonly addresses: readonly string[];
  /** Collections that may hold the user's events; scheduled ones are put into the first. */
  readonly calendars: readonly string[];
  readonly inbox?: string;
  readonly outbox?: string;
}

/**
 * Finds a user's calendars from one address (RFC 6764 section 6, RFC 4791 section 6.2.1, RFC 6638 section 2).
 *
 * @param url the server, or any DAV resource on it
 * @throws MalformedAnswer when the server leaves out what is needed
 */
export async function discover(dav: DavSession, url: string): Promise<Home> {
  const principal = await principalAt(dav, url);
  const [found] = await dav.propfind(principal, PRINCIPAL_PROPERTIES, '0');
  const home = firstHref(found, 'calendarHomeSet');
  const addresses = hrefs(found, 'calendarUserAddressSet').filter((address) => address.includes(':'));
  if (home === undefined) throw lacks(principal, 'calendar-home-set');
  if (addresses.length === 0) throw lacks(principal, 'calendar-user-address-set with a mailto: address');
  const homeUrl = asFolder(new URL(home, principal).href);
  const boxes: Boxes = {
    ...boxIn(found, 'inbox', 'scheduleInboxURL', principal),
    ...boxIn(found, 'outbox', 'scheduleOutboxURL', principal),
  };
  const calendars = await calendarsIn(dav, homeUrl, boxes);
  return { principal, collections: homeUrl, addresses: mailFirst(addresses), calendars, ...boxes };
}

/**
 * The principal of the user who logs in. Asking for it shows whether the login is good.
 *
 * @param url as `discover` has it
 * @throws MalformedAnswer when the server does not tell it
 */
export function principalAt(dav: DavSession, url: string): Promise<string> {
  const start = new URL(url).pathname === '/' ? new URL('/.well-known/caldav', url).href : url;
  return hrefOf(dav, start, 'd:current-user-principal');
}

const PRINCIPAL_PROPERTIES = [
  'c:calendar-home-set',
  'c:calendar-user-address-set',
  'c:schedule-inbox-URL',
  'c:schedule-outbox-URL',
];

type Boxes = Pick<Home, 'inbox' | 'outbox'>;

function boxIn(found: Described | undefined, box: keyof Boxes, property: string, base: string): Boxes {
  const href = firstHref(found, property);
  return href === undefined ? {} : { [box]: new URL(href, base).href };
}

/**
 * A box is no calendar, not even where its resource type says so: what lies there is no event of the user. But a server
 * may take the busy time requests of RFC 6638 section 5 at the only calendar that there is.
 */
async function calendarsIn(dav: DavSession, home: string, { inbox, outbox }: Boxes): Promise<string[]> {
  const members = await dav.propfind(home, ['d:resourcetype', 'c:supported-calendar-component-set'], '1');
  const found = members
    .filter(isEventCalendar)
    .map(({ url }) => asFolder(url))
    .filter((url) => !isSame(url, inbox));
  const unboxed = found.filter((url) => !isSame(url, outbox));
  const calendars = unboxed.length === 0 ? found : unboxed;
  const [first] = calendars;
  if (first === undefined) throw new NoCalendar(home);
  const preferred = inbox === undefined ? undefined : await defaultCalendar(dav, inbox);
  return preferred === undefined ? calendars : [preferred, ...calendars.filter((url) => url !== preferred)];
}

/** The address of a collection with the slash at the end, so that names inside are added to it. */
function asFolder(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** Whether two addresses name one collection, with or without the slash at the end. */
function isSame(one: string, other: string | undefined): boolean {
  return one.replace(/\/$/, '') === other?.replace(/\/$/, '');
}

async function defaultCalendar(dav: DavSession, inbox: string): Promise<string | undefined> {
  const [found] = await dav.propfind(inbox, ['c:schedule-default-calendar-URL'], '0');
  const href = firstHref(found, 'scheduleDefaultCalendarURL');
  return href === undefined ? undefined : asFolder(new URL(href, inbox).href);
}

function isEventCalendar({ properties }: Described): boolean {
  const types = properties.resourcetype;
  if (typeof types !== 'object' || types === null || !('calendar' in types)) return false;
  const components = JSON.stringify(properties.supportedCalendarComponentSet ?? 'VEVENT');
  return components.includes('VEVENT');
}

async function hrefOf(dav: DavSession, url: string, name: string): Promise<string> {
  const [found] = await dav.propfind(url, [name], '0');
  const href = firstHref(found, 'currentUserPrincipal');
  if (href === undefined) throw lacks(url, name.replace(/^.*:/, ''));
  return new URL(href, url).href;
}

function firstHref(found: Described | undefined, name: string): string | undefined {
  return hrefs(found, name)[0];
}

/** The hrefs inside a property, whether the server gave one or several. */
function hrefs(found: Described | undefined, name: string): string[] {
  const { href } = (found?.properties[name] ?? {}) as { href?: unknown };
  return [href].flat().flatMap((item) => {
    if (typeof item === 'string') return [item];
    const { _text } = (item ?? {}) as { _text?: unknown };
    return typeof _text === 'string' ? [_text] : [];
  });
}

function mailFirst(addresses: readonly string[]): string[] {
  const isMail = (address: string) => /^mailto:/i.test(address);
  return [...addresses.filter(isMail), ...addresses.filter((address) => !isMail(address))];
}

/** A home without any calendar that takes events. */
export class NoCalendar extends MalformedAnswer {
  readonly home: string;

  /** @param home address of the collection */
  constructor(home: string) {
    super(lack(home, 'calendar for events'), '');
    this.home = home;
  }
}

function lacks(url: string, what: string): MalformedAnswer {
  return new MalformedAnswer(lack(url, what), '');
}

function lack(url: string, what: string): string {
  return (
    `${url} tells of no ${what}; is "url" in the target file a CalDAV server with scheduling, ` +
    'and has the user a calendar there?'
  );
}
