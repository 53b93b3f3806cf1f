import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ImapAdminServer } from '../accounts/testing/imap-admin-server.js';
import { AccountTrouble, TargetUnreachable } from '../outcome-errors.js';
import { makeAccounts, planAccounts } from './accounts.js';
import { castOf } from './casts.js';
import { CaldavDescription } from './config.js';
import { type Casting, castingOf } from './logins.js';
import { Pace } from './pace.js';
import { failureOf } from './testing/failure-of.js';
import { FakeCloud } from './testing/fake-cloud.js';
import { BASE, described, FakeServer, multistatus } from './testing/fake-server.js';

const fake = new FakeServer();
let server: ReturnType<FakeServer['intercept']>;
let cloud: FakeCloud;

beforeAll(() => {
  server = fake.intercept();
});
beforeEach(() => {
  cloud = new FakeCloud(fake);
  cloud.accounts.set('anna', 'correct horse');
});
afterEach(() => fake.reset());
afterAll(() => server.close());

const pace = new Pace(undefined);
const nextcloud = { kind: 'nextcloud', url: BASE, username: 'admin', password: 'battery', domain: 'x.test' };
/** Anna has an account, Bert and Carla have none. */
const USERS = { anna: { username: 'anna{cast}', password: 'correct horse' }, bert: {}, carla: {} };

function castings(lanes = 1, changes: object = {}): Casting[] {
  const given = { kind: 'caldav', name: 'fake', url: `${BASE}/dav/`, deadlineMs: 10_000, casts: 2 };
  const config = CaldavDescription.parse({ ...given, users: USERS, accounts: nextcloud, ...changes });
  return Array.from({ length: lanes }, (_, lane) => castingOf(castOf(config, lane + 1), lane + 1, 'run'));
}

const sorted = (names: Iterable<string>) => [...names].toSorted((one, two) => one.localeCompare(two));
const names = () => sorted(cloud.accounts.keys());

describe('accounts for a run', () => {
  it('are made where there are none, and these are removed afterwards', async () => {
    const made = await makeAccounts(castings(2), pace);
    const fresh = ['itip-bert-run', 'itip-carla-run', 'anna2', 'itip-bert2-run', 'itip-carla2-run'];
    expect(made.usernames).toEqual(fresh);
    expect(names()).toEqual(sorted(['anna', ...fresh]));
    expect(cloud.accounts.get('anna2')).toBe('correct horse');
    await made.remove();
    expect(names()).toEqual(['anna']);
    await made.remove();
    expect(cloud.asked.filter((each) => each.startsWith('DELETE'))).toHaveLength(fresh.length);
  });

  it('are left to the user where the target file says nothing of them', async () => {
    const users = { anna: { username: 'anna', password: 'correct horse' } };
    const made = await makeAccounts(castings(1, { accounts: undefined, users }), pace);
    await made.remove();
    expect([made.usernames, fake.got]).toEqual([[], []]);
  });

  it('keep no connection open while it is played', async () => {
    const imap = new ImapAdminServer();
    const admin = { kind: 'cyrus', port: await imap.start(), username: 'cyrus', password: 'pa"ss' };
    const users = { anna: { username: 'anna', password: 'correct horse' } };
    const made = await makeAccounts(castings(1, { accounts: admin, users }), pace);
    await expect.poll(() => imap.connections).toBe(0);
    expect([...imap.mailboxes]).toEqual(['user/anna']);
    await made.remove();
    expect([...imap.mailboxes]).toEqual([]);
    await imap.stop();
  });

  it('can be told beforehand', async () => {
    const [casting] = castings();
    if (casting === undefined) throw new Error('no cast');
    const by = `the provisioning API of the Nextcloud at ${BASE}`;
    expect(await planAccounts(casting, pace)).toEqual([
      { id: 'anna', username: 'anna', isThere: true },
      { id: 'bert', username: 'itip-bert-run', isThere: false, by },
      { id: 'carla', username: 'itip-carla-run', isThere: false, by },
    ]);
    expect(names()).toEqual(['anna']);
  });

  it('are not taken over where nobody knows the password', async () => {
    cloud.accounts.set('itip-bert-run', 'of somebody');
    const error = await failureOf(makeAccounts(castings(), pace));
    expect(error).toBeInstanceOf(AccountTrouble);
    expect(error.message).toContain('itip-bert-run is there already, and its password is not known');
    expect(error.message).toContain('users.bert.password');
    expect(names()).toEqual(['anna', 'itip-bert-run']);
  });

  it('are there where their login is good, if nothing else tells', async () => {
    const command = { kind: 'command', create: ['false'], remove: ['false'] };
    const known = { anna: USERS.anna, bert: { username: 'bert', password: 'staple' } };
    const [casting] = castings(1, { accounts: command, users: known });
    if (casting === undefined) throw new Error('no cast');
    expect((await planAccounts(casting, pace)).map(({ isThere }) => isThere)).toEqual([true, false]);
  });
});

describe('when something goes wrong', () => {
  it('while they are made, those that were made are removed', async () => {
    cloud.refuses.add('POST itip-carla-run');
    const error = await failureOf(makeAccounts(castings(), pace));
    expect(error).toBeInstanceOf(AccountTrouble);
    expect(error.message).toContain('Nextcloud did not make itip-carla-run: it answers 103');
    expect(names()).toEqual(['anna']);
  });

  it('and one is there all the same, it is told, and stays: it may be of somebody else', async () => {
    const { otherwise } = fake;
    fake.otherwise = (got) => {
      if (got.method === 'POST') cloud.accounts.set('itip-bert-run', 'of somebody');
      return got.method === 'POST' ? new Response('', { status: 502 }) : otherwise(got);
    };
    const error = await failureOf(makeAccounts(castings(), pace));
    expect(error).toBeInstanceOf(AccountTrouble);
    expect(error.message).toContain('the server failed with 502');
    expect(error.message).toContain('itip-bert-run is there all the same; if nobody else made it, remove it');
    expect(names()).toEqual(['anna', 'itip-bert-run']);
  });

  it('in the removal, too, both are told', async () => {
    cloud.refuses.add('POST itip-carla-run').add('DELETE itip-bert-run');
    const { message } = await failureOf(makeAccounts(castings(), pace));
    expect(message).toContain('did not make itip-carla-run');
    expect(message).toContain(
      'What is more, itip-bert-run could not be removed and must be by hand: Nextcloud did',
    );
  });

  it('in the removal of one, the others are removed all the same', async () => {
    const made = await makeAccounts(castings(), pace);
    cloud.refuses.add('DELETE itip-carla-run');
    const error = await failureOf(made.remove());
    expect(error).toBeInstanceOf(AccountTrouble);
    expect(error.message).toMatch(/^itip-carla-run could not be removed/);
    expect(names()).toEqual(['anna', 'itip-carla-run']);
  });

  it('and the run is interrupted, no more are made', async () => {
    const error = await failureOf(makeAccounts(castings(), pace, () => cloud.accounts.size > 1));
    expect(error.message).toContain('interrupted');
    expect(names()).toEqual(['anna']);
    expect(cloud.asked).not.toContain('POST itip-carla-run');
  });

  it('with the login of the administrator, it is told where that stands', async () => {
    fake.otherwise = () => new Response('no', { status: 401 });
    const error = await failureOf(makeAccounts(castings(), pace));
    expect(error).toBeInstanceOf(TargetUnreachable);
    expect(error.message).toContain(
      'refused the login of admin (under "accounts" in the target file of fake)',
    );
    expect(error.message).not.toContain('battery');
  });
});

describe('the first visit to an account', () => {
  const only = { users: { bert: {} } };

  it('waits until the server has taken the account in', async () => {
    let visits = 0;
    const { otherwise } = fake;
    fake.otherwise = (got) => {
      visits += got.path === '/dav/' ? 1 : 0;
      return visits < 3 && got.path === '/dav/' ? new Response('not yet', { status: 401 }) : otherwise(got);
    };
    expect((await makeAccounts(castings(1, only), pace)).usernames).toEqual(['itip-bert-run']);
    expect(visits).toBe(3);
  });

  it('makes a calendar where the server makes none', async () => {
    const { otherwise } = fake;
    const at = '/home/itip-bert-run/itip/';
    let isMade = false;
    fake.otherwise = (got) => {
      if (got.method === 'MKCALENDAR') {
        isMade = got.path === at && got.body.includes('comp name="VEVENT"');
        return new Response(null, { status: 201 });
      }
      const calendar = '<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>';
      if (got.path === '/home/itip-bert-run/') return multistatus(isMade ? described(at, calendar) : '');
      return otherwise(got);
    };
    expect((await makeAccounts(castings(1, only), pace)).usernames).toEqual(['itip-bert-run']);
    expect(isMade).toBe(true);
  });

  it('tells why it is of no use, and removes it', async () => {
    const { otherwise } = fake;
    fake.otherwise = (got) => {
      if (got.method === 'MKCALENDAR') return new Response(null, { status: 403 });
      return got.path === '/home/itip-bert-run/' ? multistatus('') : otherwise(got);
    };
    const error = await failureOf(makeAccounts(castings(1, { ...only, deadlineMs: 2_000 }), pace));
    expect(error).toBeInstanceOf(AccountTrouble);
    expect(error.message).toContain('itip-bert-run was made, but cannot be used: ');
    expect(error.message).toContain('tells of no calendar for events');
    expect(error.message).toContain('MKCALENDAR there is answered 403');
    expect(names()).toEqual(['anna']);
  });
});
