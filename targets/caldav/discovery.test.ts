import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { DavSession } from './dav.js';
import { discover, type Home } from './discovery.js';
import { guardedFetch } from './guarded-fetch.js';
import { Pace, Throttle } from './pace.js';
import { BASE, described, FakeServer, multistatus } from './testing/fake-server.js';

const fake = new FakeServer();
let server: ReturnType<FakeServer['intercept']>;

beforeAll(() => {
  server = fake.intercept();
});
afterEach(() => fake.reset());
afterAll(() => server.close());

function look(url = `${BASE}/dav/`): Promise<Home> {
  const login = { username: 'anna', password: 'secret', account: 'anna in the target file of fake' };
  const fetch = guardedFetch({
    ...login,
    secrets: [],
    deadlineMs: 10_000,
    allowRemote: false,
    throttle: new Throttle(new Pace(undefined)),
    onExchange: () => {},
  });
  return discover(new DavSession(fetch), url);
}

/** The fake server describes one address so, and all others as it does. */
function describes(path: string, props: string): void {
  fake.otherwise = (got) => (got.path === path ? multistatus(described(path, props)) : undefined);
}

it('goes from the address to the principal, the home and the Inbox', async () => {
  expect(await look()).toEqual({
    principal: `${BASE}/principals/anna/`,
    collections: `${BASE}/home/anna/`,
    addresses: ['mailto:anna@example.com'],
    calendars: [`${BASE}/home/anna/default/`, `${BASE}/home/anna/other/`],
    inbox: `${BASE}/home/anna/inbox/`,
  });
  expect(fake.got.map(({ method, path, headers }) => [method, path, headers.get('depth')])).toEqual([
    ['PROPFIND', '/dav/', '0'],
    ['PROPFIND', '/principals/anna/', '0'],
    ['PROPFIND', '/home/anna/', '1'],
    ['PROPFIND', '/home/anna/inbox/', '0'],
  ]);
});

test.each([
  [BASE, '/.well-known/caldav'],
  [`${BASE}/`, '/.well-known/caldav'],
  [`${BASE}/caldav/v2/`, '/caldav/v2/'],
])('from %s it begins at %s', async (url, first) => {
  await look(url);
  expect(fake.got[0]?.path).toBe(first);
});

describe('addresses', () => {
  const home = '<c:calendar-home-set><d:href>/home/anna/</d:href></c:calendar-home-set>';
  const set = (...hrefs: readonly string[]) => {
    const listed = hrefs.join('</d:href><d:href>');
    return `${home}<c:calendar-user-address-set><d:href>${listed}</d:href></c:calendar-user-address-set>`;
  };

  test.each<[string, string[], string[]]>([
    [
      'mailto first, in the order given',
      ['urn:uuid:7', 'MAILTO:a@x.org', 'mailto:b@x.org'],
      ['MAILTO:a@x.org', 'mailto:b@x.org', 'urn:uuid:7'],
    ],
    ['paths are none', ['/principals/anna/', 'mailto:a@x.org'], ['mailto:a@x.org']],
    ['a single one without mailto', ['urn:uuid:7'], ['urn:uuid:7']],
  ])('%s', async (_what, hrefs, addresses) => {
    describes('/principals/anna/', set(...hrefs));
    expect((await look()).addresses).toEqual(addresses);
  });

  it('with the preferred attribute of some servers', async () => {
    describes(
      '/principals/anna/',
      `${home}<c:calendar-user-address-set><d:href preferred="1">mailto:a@x.org</d:href></c:calendar-user-address-set>`,
    );
    expect((await look()).addresses).toEqual(['mailto:a@x.org']);
  });
});

describe('calendars', () => {
  const member = (name: string, types: string, components = '') =>
    described(`/home/anna/${name}/`, `<d:resourcetype><d:collection/>${types}</d:resourcetype>${components}`);
  const only = (component: string) =>
    `<c:supported-calendar-component-set><c:comp name="${component}"/></c:supported-calendar-component-set>`;

  it('are those for events; without a set of components every component is allowed', async () => {
    fake.otherwise = ({ path, headers }) =>
      path === '/home/anna/' && headers.get('depth') === '1'
        ? multistatus(
            member('any', '<c:calendar/>') +
              member('tasks', '<c:calendar/>', only('VTODO')) +
              member('events', '<c:calendar/>', only('VEVENT')) +
              member('contacts', '<card:addressbook xmlns:card="urn:ietf:params:xml:ns:carddav"/>') +
              member('files', ''),
          )
        : undefined;
    expect((await look()).calendars).toEqual(
      ['default', 'any', 'events'].map((name) => `${BASE}/home/anna/${name}/`),
    );
  });

  it('may be the Outbox where there is no other', async () => {
    const href = (name: string) => `<d:href>/home/anna/${name}</d:href>`;
    describes(
      '/principals/anna/',
      `<c:calendar-home-set>${href('')}</c:calendar-home-set>` +
        '<c:calendar-user-address-set><d:href>mailto:a@x.org</d:href></c:calendar-user-address-set>' +
        `<c:schedule-outbox-URL>${href('personal/')}</c:schedule-outbox-URL>`,
    );
    const { otherwise } = fake;
    fake.otherwise = (got) =>
      got.path === '/home/anna/'
        ? multistatus(member('personal', '<c:calendar/><c:schedule-outbox/>'))
        : otherwise(got);
    expect((await look()).calendars).toEqual([`${BASE}/home/anna/personal/`]);
  });

  it('are not the Inbox and the Outbox, even where these say that they are calendars', async () => {
    const href = (name: string) => `<d:href>/home/anna/${name}</d:href>`;
    const principal =
      `<c:calendar-home-set>${href('')}</c:calendar-home-set>` +
      '<c:calendar-user-address-set><d:href>mailto:a@x.org</d:href></c:calendar-user-address-set>' +
      `<c:schedule-inbox-URL>${href('.in/')}</c:schedule-inbox-URL>` +
      `<c:schedule-outbox-URL>${href('.out')}</c:schedule-outbox-URL>`;
    const boxes = ['.in', '.out', 'events'].map((name) => member(name, '<c:calendar/>')).join('');
    fake.otherwise = ({ path }) => {
      if (path === '/principals/anna/') return multistatus(described(path, principal));
      if (path === '/home/anna/.in/') return multistatus(described(path, ''));
      return path === '/home/anna/' ? multistatus(boxes) : undefined;
    };
    expect(await look()).toMatchObject({
      addresses: ['mailto:a@x.org'],
      calendars: [`${BASE}/home/anna/events/`],
      inbox: `${BASE}/home/anna/.in/`,
      outbox: `${BASE}/home/anna/.out`,
    });
  });

  it('are told once, with the slash that names inside need, where the default is named without it', async () => {
    const named = '<d:href>/home/anna/default</d:href>';
    describes(
      '/home/anna/inbox/',
      `<c:schedule-default-calendar-URL>${named}</c:schedule-default-calendar-URL>`,
    );
    expect((await look()).calendars).toEqual([`${BASE}/home/anna/default/`, `${BASE}/home/anna/other/`]);
  });

  it('stay in their order where the server names no default', async () => {
    describes('/home/anna/inbox/', '');
    expect((await look()).calendars).toEqual([`${BASE}/home/anna/other/`, `${BASE}/home/anna/default/`]);
  });
});
