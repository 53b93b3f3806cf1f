import { HttpResponse } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import { Blocked, MalformedAnswer, TargetUnreachable, UsageError } from '../outcome-errors.js';
import type { CastRequest, TraceEvent } from '../target.js';
import { openCaldavTarget, openProbedCaldavTarget } from './caldav-target.js';
import { CaldavDescription } from './config.js';
import { Pace } from './pace.js';
import { failureOf } from './testing/failure-of.js';
import { BASE, described, FakeServer, multistatus, type Otherwise, refusal } from './testing/fake-server.js';
import { PausedClock } from './testing/paused-clock.js';

const fake = new FakeServer();
let server: ReturnType<FakeServer['intercept']>;

beforeAll(() => {
  server = fake.intercept();
});
afterEach(() => fake.reset());
afterAll(() => server.close());

const USERS = {
  anna: { username: 'anna.a', password: 'correct horse' },
  bert: { username: 'bert.b', password: 'battery staple' },
};

function configOf(changes: object = {}): CaldavDescription {
  const given = { kind: 'caldav', name: 'fake', url: `${BASE}/dav/`, users: USERS, deadlineMs: 10_000 };
  return CaldavDescription.parse({ ...given, ...changes });
}

function request(...names: readonly string[]): CastRequest {
  return { scenario: 'of the test', names, external: ['Erik'] };
}

const noTrace = { add: () => {}, rule: () => {} };

describe('opening', () => {
  it('tells what the server is and what it can do', async () => {
    const { description } = await openCaldavTarget(configOf());
    expect(description).toEqual({
      ...{ name: 'fake', kind: 'caldav', product: 'Fake/1.0', driver: 'implicit', literal: false },
      capabilities: new Set(['schedule-tag', 'inbox']),
    });
  });

  it('does not promise an Inbox that the server does not tell of', async () => {
    fake.otherwise = ({ path }) => {
      const home = '<c:calendar-home-set><d:href>/home/anna.a/</d:href></c:calendar-home-set>';
      const address =
        '<c:calendar-user-address-set><d:href>mailto:a@example.com</d:href></c:calendar-user-address-set>';
      return path.startsWith('/principals/') ? multistatus(described(path, home + address)) : undefined;
    };
    const { description } = await openCaldavTarget(configOf());
    expect(description.capabilities).toEqual(new Set(['schedule-tag']));
  });

  it('says "unknown" where the server does not tell its name', async () => {
    fake.otherwise = ({ method }) =>
      method === 'OPTIONS' ? new HttpResponse(null, { headers: { dav: fake.features } }) : undefined;
    expect((await openCaldavTarget(configOf())).description.product).toBe('unknown');
  });

  test.each([
    ['switched off', '1, 3, calendar-access', 'announces 1, 3, calendar-access in its DAV header'],
    ['of a similar name', 'calendar-auto-schedule-2', 'announces calendar-auto-schedule-2'],
    ['without DAV header', '', 'announces nothing in its DAV header'],
  ])('fails on a server with scheduling %s, and says what to do', async (_what, features, words) => {
    fake.features = features;
    const error = await failureOf(openCaldavTarget(configOf()));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain(`target fake: ${BASE}/home/anna.a/default/ ${words}`);
    expect(error.message).toContain('not calendar-auto-schedule, so scheduling is switched off');
    expect(error.message).toContain('switch it on in its configuration');
  });

  it('fails with a wrong password, naming user and target file', async () => {
    fake.otherwise = () => new HttpResponse('<p>no', { status: 401 });
    const error = await failureOf(openCaldavTarget(configOf()));
    expect(error).toBeInstanceOf(TargetUnreachable);
    expect(error.message).toMatch(
      /^PROPFIND \S+\/dav\/: the server refused the login of anna.a \(users.anna in the target file of fake\)/,
    );
  });

  it('fails without users', async () => {
    const error = await failureOf(openCaldavTarget(configOf({ users: {} })));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toBe('target fake: "users" is empty; add an account for anna');
  });

  it('fails on another machine without consent', async () => {
    const error = await failureOf(openCaldavTarget(configOf({ url: 'https://calendar.example.com/' })));
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toContain('"allowRemote: true"');
  });
});

it('calls the server what the target file calls it, else what it calls itself', async () => {
  const named = await openCaldavTarget(configOf({ product: 'Example 3.1' }));
  expect(named.description.product).toBe('Example 3.1');
  const silent = await openCaldavTarget(configOf());
  expect(silent.description.product).not.toBe('Example 3.1');
});

it('tells how long the server has been answering', async () => {
  const target = await openCaldavTarget(configOf());
  const before = target.answeringMs?.() ?? 0;
  expect(before).toBeGreaterThan(0);
  await target.open({ scenario: 'of the test', names: ['Anna', 'Bert'], external: [] }, noTrace);
  expect(target.answeringMs?.()).toBeGreaterThan(before);
});

describe('a server that shall be spared', () => {
  it('is asked at the rate of the target file, over all lanes, and each lane knows what that costs it', async () => {
    const clock = new PausedClock();
    const config = configOf({ rate: { requestsPerSecond: 2 } });
    const pace = new Pace(config.rate, clock);
    const first = await openCaldavTarget(config, pace);
    const asked = fake.got.length;
    expect(first.throttledMs?.()).toBe(500 * (asked - 1));
    const second = await openCaldavTarget(config, pace);
    expect(fake.got).toHaveLength(2 * asked);
    expect(second.throttledMs?.()).toBe(500 * asked);
    expect(first.throttledMs?.()).toBe(500 * (asked - 1));
  });
});

describe('opening with a try of what is declared', () => {
  it('drops what is not there, tells what was seen, and leaves nothing behind', async () => {
    const { description } = await openProbedCaldavTarget(configOf({ deadlineMs: 2_000 }));
    expect(description.capabilities).toEqual(new Set(['schedule-tag']));
    const seen = description.probes?.map(({ capability, present }) => [capability, present]);
    expect(seen).toEqual([
      ['schedule-tag', true],
      ['inbox', false],
    ]);
    expect(fake.objects.size).toBe(0);
  });

  it('keeps to what is declared where there is nobody to meet', async () => {
    const { description } = await openProbedCaldavTarget(configOf({ users: { anna: USERS.anna } }));
    expect(description.capabilities).toEqual(new Set(['schedule-tag', 'inbox']));
    expect(description.probes).toBeUndefined();
  });
});

describe('a bad server ends in the right error', () => {
  const principalWith =
    (props: string): Otherwise =>
    ({ path }) =>
      path.startsWith('/principals/') ? multistatus(described(path, props)) : undefined;
  const home = '<c:calendar-home-set><d:href>/home/anna.a/</d:href></c:calendar-home-set>';
  const addresses = (...hrefs: readonly string[]) =>
    `<c:calendar-user-address-set><d:href>${hrefs.join('</d:href><d:href>')}</d:href></c:calendar-user-address-set>`;

  test.each<[string, Otherwise, RegExp]>([
    [
      'no principal',
      ({ path }) => (path === '/dav/' ? multistatus(described(path, '')) : undefined),
      /^\S+\/dav\/ tells of no current-user-principal; is "url" in the target file a CalDAV server/,
    ],
    [
      'no calendar home',
      principalWith(addresses('mailto:anna@example.com')),
      /^\S+\/principals\/anna.a\/ tells of no calendar-home-set; is "url"/,
    ],
    ['no address', principalWith(home), /tells of no calendar-user-address-set with a mailto: address/],
    [
      'only relative addresses',
      principalWith(home + addresses('/principals/anna.a/', 'anna')),
      /tells of no calendar-user-address-set with a mailto: address/,
    ],
    [
      'no calendar',
      ({ path }) => (path === '/home/anna.a/' ? multistatus(described(path, '')) : undefined),
      /^\S+\/home\/anna.a\/ tells of no calendar for events;.*has the user a calendar there\?/,
    ],
    ['an empty multistatus', () => multistatus(''), /tells of no current-user-principal/],
    ['a refusal', () => refusal(403, 'need-privileges'), /expected 207 and a multistatus, got 403/],
    ['a failing OPTIONS', ({ method }) => status500(method === 'OPTIONS'), /^OPTIONS \S+: the server failed/],
  ])('%s', async (_what, otherwise, words) => {
    fake.otherwise = otherwise;
    const error = await failureOf(openCaldavTarget(configOf()));
    expect(error).toBeInstanceOf(MalformedAnswer);
    expect(error.message).toMatch(words);
  });
});

function status500(when: boolean): Response | undefined {
  return when ? new HttpResponse(null, { status: 500 }) : undefined;
}

describe('a stage', () => {
  it('casts those who live on the server, with the addresses that it tells', async () => {
    const target = await openCaldavTarget(configOf());
    const { cast } = await target.open(
      { ...request('Anna', 'Bert', 'Erik'), cutypes: { Bert: 'ROOM' } },
      noTrace,
    );
    const person = { placement: 'target', addresses: ['mailto:anna.a@example.com'] };
    expect([...cast.values()]).toEqual([
      { id: 'anna', name: 'Anna', ...person },
      {
        id: 'bert',
        name: 'Bert',
        placement: 'target',
        addresses: ['mailto:bert.b@example.com'],
        cutype: 'ROOM',
      },
    ]);
  });

  it('looks every home up once', async () => {
    const target = await openCaldavTarget(configOf());
    await target.open(request('Anna', 'Bert'), noTrace);
    const asked = fake.got.length;
    await target.open(request('Anna', 'Bert'), noTrace);
    expect(fake.got).toHaveLength(asked);
  });

  it('looks a home up again when that failed before', async () => {
    const target = await openCaldavTarget(configOf());
    fake.otherwise = () => new HttpResponse(null, { status: 503 });
    await expect(target.open(request('Bert'), noTrace)).rejects.toThrow(MalformedAnswer);
    fake.otherwise = () => undefined;
    expect((await target.open(request('Bert'), noTrace)).cast.size).toBe(1);
  });

  it('is blocked for somebody without account, and says where to add one', async () => {
    const target = await openCaldavTarget(configOf());
    const error = await failureOf(target.open(request('Anna', 'Carla'), noTrace));
    expect(error).toBeInstanceOf(Blocked);
    expect(error.message).toBe('the target file of fake has no account for carla; add one under "users"');
  });

  it('traces what it changes, without any password', async () => {
    const trace: Omit<TraceEvent, 'at'>[] = [];
    const target = await openCaldavTarget(configOf());
    const stage = await target.open(request('Anna', 'Bert'), {
      ...noTrace,
      add: (event) => trace.push(event),
    });
    fake.otherwise = ({ method }) =>
      method === 'PUT' ? new HttpResponse('not with battery staple', { status: 403 }) : undefined;
    const [start, end] = ['2031-03-03T10:00:00', '2031-03-03T11:00:00'].map((local) => ({
      local,
      zone: 'UTC',
    }));
    if (start === undefined || end === undefined) throw new Error('no time');
    const invite = { kind: 'invite', actor: 'anna', uid: 'u-1', summary: 'S', attendees: ['bert'] } as const;
    await stage.act({ ...invite, start, end });
    await target.close();
    expect(trace.map(({ kind, from, text }) => [kind, from, text])).toEqual([
      ['exchange', 'anna', 'PUT 403 /home/anna.a/default/u-1.ics'],
    ]);
    expect(trace[0]?.detail).toContain('SUMMARY:S');
    expect(trace[0]?.detail).toContain('not with (secret)');
    expect(JSON.stringify(trace)).not.toMatch(/battery staple|correct horse|Basic/);
  });
});
