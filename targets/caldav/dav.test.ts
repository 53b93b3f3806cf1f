import { HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { DavSession } from './dav.js';
import { BASE, described, FakeServer, multistatus, refusal } from './testing/fake-server.js';

const fake = new FakeServer();
const dav = new DavSession((input, init) => globalThis.fetch(input, init));
let server: ReturnType<FakeServer['intercept']>;

beforeAll(() => {
  server = fake.intercept();
});
afterEach(() => fake.reset());
afterAll(() => server.close());

const CALENDAR = `${BASE}/home/anna/default/`;
const OBJECT = `${CALENDAR}1.ics`;

describe('OPTIONS', () => {
  it('tells the features one by one, and the product', async () => {
    fake.features = '1,2 , calendar-access,calendar-auto-schedule';
    expect(await dav.options(CALENDAR)).toEqual({
      features: ['1', '2', 'calendar-access', 'calendar-auto-schedule'],
      server: 'Fake/1.0',
    });
  });

  test.each([
    ['in a header of its own', { server: '1.1', 'x-davical-version': 'DAViCal/1.1.12' }, 'DAViCal/1.1.12'],
    ['nowhere', { server: '1.1' }, '1.1'],
    ['in both', { server: 'Fake/1.0', 'x-php-version': '8' }, 'Fake/1.0'],
  ])('tells the product where its name stands %s', async (_where, headers, product) => {
    fake.otherwise = () => new HttpResponse(null, { headers });
    expect((await dav.options(CALENDAR)).server).toBe(product);
  });

  it('tells nothing where the headers are missing', async () => {
    fake.otherwise = () => new HttpResponse(null);
    expect(await dav.options(CALENDAR)).toEqual({ features: [''], server: '' });
  });
});

describe('PROPFIND', () => {
  it('asks for the properties by name and depth, and resolves addresses', async () => {
    fake.otherwise = () => multistatus(described('/a%20b/', '<d:displayname>A</d:displayname>'));
    const found = await dav.propfind(CALENDAR, ['d:displayname'], '1');
    expect(found).toEqual([{ url: `${BASE}/a%20b/`, properties: { displayname: 'A' } }]);
    expect(fake.got[0]?.headers.get('depth')).toBe('1');
    expect(fake.got[0]?.body).toMatch(/<d:prop>\s*<d:displayname\/>\s*<\/d:prop>/);
  });

  it('leaves out what the server does not have', async () => {
    const missing =
      '<d:propstat><d:prop><d:owner/></d:prop><d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>';
    fake.otherwise = () => multistatus(`<d:response><d:href>/a/</d:href>${missing}</d:response>`);
    const [found] = await dav.propfind(CALENDAR, ['d:owner'], '0');
    expect(found?.properties.owner ?? {}).toEqual({});
  });
});

describe('privileges', () => {
  const told = (set: string) => {
    fake.otherwise = () => multistatus(described('/a/', set));
    return dav.privileges(CALENDAR);
  };

  it('are told by their names', async () => {
    const set = ['<d:read/>', '<d:write-content/>', '<c:schedule-deliver-invite/>'];
    const privileges = set.map((each) => `<d:privilege>${each}</d:privilege>`).join('');
    expect(await told(`<d:current-user-privilege-set>${privileges}</d:current-user-privilege-set>`)).toEqual([
      'read',
      'write-content',
      'schedule-deliver-invite',
    ]);
  });

  it.each([
    ['one', '<d:privilege><d:all/></d:privilege>', ['all']],
    ['none', '', []],
  ])('may be %s', async (_count, set, names) => {
    expect(await told(`<d:current-user-privilege-set>${set}</d:current-user-privilege-set>`)).toEqual(names);
  });

  it('are empty where the server does not tell them', async () => {
    expect(await told('')).toEqual([]);
  });
});

describe('REPORT by UID', () => {
  const answered = (props: string, path = '/home/anna/default/1.ics') => {
    fake.otherwise = () => multistatus(described(path, props));
    return dav.withUid(CALENDAR, 'u-1');
  };

  it('asks for events whose UID contains the text, octet by octet', async () => {
    await answered('');
    const [{ body = '', headers } = {}] = fake.got;
    expect(headers?.get('depth')).toBe('1');
    expect(body.replace(/\s+/g, ' ')).toContain(
      '<c:prop-filter name="UID"> <c:text-match collation="i;octet">u-1</c:text-match>',
    );
  });

  test.each([
    ['text', '<c:calendar-data>BEGIN:A&amp;B</c:calendar-data>', 'BEGIN:A&B'],
    ['CDATA', '<c:calendar-data><![CDATA[BEGIN:<A>]]></c:calendar-data>', 'BEGIN:<A>'],
    [
      'CDATA in parts, since it contains the end of one',
      '<c:calendar-data><![CDATA[A]]]]><![CDATA[>B]]></c:calendar-data>',
      'A]]>B',
    ],
    ['digits', '<c:calendar-data>2030</c:calendar-data>', '2030'],
  ])('takes iCalendar as %s', async (_what, props, data) => {
    expect(await answered(props)).toEqual([{ url: OBJECT, data }]);
  });

  it('takes the tags along', async () => {
    const tags = '<d:getetag>"e"</d:getetag><c:schedule-tag>"s"</c:schedule-tag>';
    expect(await answered(`${tags}<c:calendar-data>A</c:calendar-data>`)).toEqual([
      { url: OBJECT, data: 'A', etag: '"e"', scheduleTag: '"s"' },
    ]);
  });

  it('passes over what has no data, e.g. was deleted meanwhile', async () => {
    expect(await answered('<d:getetag>"e"</d:getetag>')).toEqual([]);
  });

  it('mends a line that was folded in the middle of its end', async () => {
    const data = '<c:calendar-data><![CDATA[UID:\r\n u-1\r\r\n \nDTSTAMP:1]]></c:calendar-data>';
    expect(await answered(data)).toEqual([{ url: OBJECT, data: 'UID:\r\n u-1\r\nDTSTAMP:1' }]);
  });

  it('finds nothing in an empty collection', async () => {
    expect(await dav.withUid(CALENDAR, 'u-1')).toEqual([]);
  });
});

describe('an object without a tag of use', () => {
  const answers = (headers: Record<string, string>, status = 200) => {
    fake.otherwise = () => new HttpResponse('BEGIN:NEW', { status, headers });
  };

  test.each([[{}], [{ etag: 'W/"weak"' }]])('is read once more with its ETag: %j', async (tags) => {
    answers({ etag: '"now"' });
    const resource = await dav.tagged({ url: OBJECT, data: 'BEGIN:OLD', ...tags });
    expect(resource).toEqual({ url: OBJECT, data: 'BEGIN:NEW', etag: '"now"' });
    expect(fake.got.map(({ method }) => method)).toEqual(['GET']);
  });

  it('stays without where the server has none at all', async () => {
    answers({});
    expect(await dav.tagged({ url: OBJECT, data: 'BEGIN:OLD' })).toEqual({ url: OBJECT, data: 'BEGIN:NEW' });
  });

  it('stays as it is where it is gone', async () => {
    answers({}, 404);
    expect(await dav.tagged({ url: OBJECT, data: 'BEGIN:OLD' })).toEqual({ url: OBJECT, data: 'BEGIN:OLD' });
  });

  test.each([[{ etag: '"e"' }], [{ etag: 'W/"e"', scheduleTag: '"s"' }]])(
    'is not meant where there is %j',
    async (tags) => {
      const resource = { url: OBJECT, data: 'A', ...tags };
      expect(await dav.tagged(resource)).toEqual(resource);
      expect(fake.got).toEqual([]);
    },
  );
});

describe('changes', () => {
  it('stores only what is new', async () => {
    expect(await dav.create(OBJECT, 'A')).toEqual({ status: 201 });
    expect(await dav.create(OBJECT, 'B')).toEqual({ status: 412 });
    expect(fake.objects.get('/home/anna/default/1.ics')?.data).toBe('A');
  });

  test.each([
    ['the Schedule-Tag', { etag: '"e"', scheduleTag: '"s"' }, [null, '"s"']],
    ['the ETag where there is no Schedule-Tag', { etag: '"e"' }, ['"e"', null]],
    ['there being one where there is neither', {}, ['*', null]],
    ['there being one where the ETag is weak', { etag: 'W/"e"' }, ['*', null]],
  ])('go by %s', async (_what, tags, expected) => {
    fake.otherwise = () => new HttpResponse(null, { status: 204 });
    expect(await dav.change({ url: OBJECT, data: 'A', ...tags }, 'B')).toEqual({ status: 204 });
    const headers = fake.got[0]?.headers;
    expect([headers?.get('if-match'), headers?.get('if-schedule-tag-match')]).toEqual(expected);
    expect(fake.got[0]?.body).toBe('B');
  });

  it('name the precondition of a refusal', async () => {
    fake.otherwise = () => refusal(403, 'valid-calendar-data');
    expect(await dav.create(OBJECT, 'A')).toEqual({ status: 403, precondition: 'valid-calendar-data' });
    expect(await dav.remove(OBJECT)).toEqual({ status: 403, precondition: 'valid-calendar-data' });
  });

  test.each([
    [false, null],
    [true, 'F'],
  ])('remove, silently %s: Schedule-Reply %s', async (silently, header) => {
    fake.store('/home/anna/default/1.ics', 'A');
    expect(await dav.remove(OBJECT, silently)).toEqual({ status: 204 });
    expect(fake.got[0]?.headers.get('schedule-reply')).toBe(header);
  });
});
