import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { TargetUnreachable } from '../outcome-errors.js';
import { CaldavDescription } from './config.js';
import { surveyUsers } from './survey.js';
import { BASE, described, FakeServer, multistatus } from './testing/fake-server.js';

const fake = new FakeServer();
let server: ReturnType<FakeServer['intercept']>;

beforeAll(() => {
  server = fake.intercept();
});
afterEach(() => fake.reset());
afterAll(() => server.close());

const config = CaldavDescription.parse({
  ...{ kind: 'caldav', name: 'fake', url: `${BASE}/dav/`, deadlineMs: 10_000 },
  users: {
    anna: { username: 'anna.a', password: 'correct horse' },
    bert: { username: 'bert.b', password: 'battery staple' },
  },
});

it('tells of every user what the server tells, and writes nothing', async () => {
  const may = '<d:privilege><d:read/></d:privilege>';
  fake.otherwise = ({ method, body, path }) =>
    method === 'PROPFIND' && body.includes('current-user-privilege-set')
      ? multistatus(described(path, `<d:current-user-privilege-set>${may}</d:current-user-privilege-set>`))
      : undefined;
  const [anna, bert, ...others] = await surveyUsers(config);
  expect(others).toEqual([]);
  expect([bert?.id, bert?.username]).toEqual(['bert', 'bert.b']);
  expect(anna?.home.principal).toBe(`${BASE}/principals/anna.a/`);
  expect(anna?.features).toContain('calendar-auto-schedule');
  expect(anna?.rights).toEqual(
    ['default', 'other', 'inbox'].map((name) => ({
      collection: `${BASE}/home/anna.a/${name}/`,
      privileges: ['read'],
    })),
  );
  expect(fake.got.filter(({ method }) => method === 'PUT' || method === 'DELETE')).toEqual([]);
});

it('names the account that the server refuses', async () => {
  const refused = Buffer.from('bert.b:battery staple').toString('base64');
  fake.otherwise = ({ headers }) =>
    headers.get('authorization')?.endsWith(refused) === true
      ? new Response('no', { status: 401 })
      : undefined;
  const asking = surveyUsers(config);
  await expect(asking).rejects.toThrow(TargetUnreachable);
  await expect(asking).rejects.toThrow('the login of bert.b (users.bert in the target file of fake)');
});
