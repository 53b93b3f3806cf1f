import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountTrouble } from '../outcome-errors.js';
import { CyrusAccounts } from './cyrus-accounts.js';
import { ImapAdminServer } from './testing/imap-admin-server.js';
import { ANNA } from './testing/sample-account.js';

let server: ImapAdminServer;
let port: number;
let maker: CyrusAccounts;

const described = (password = 'pa"ss', at = port) =>
  ({ kind: 'cyrus', host: '127.0.0.1', port: at, tls: false, username: 'cyrus', password }) as const;

beforeEach(async () => {
  server = new ImapAdminServer();
  port = await server.start();
  maker = new CyrusAccounts(described());
});
afterEach(async () => {
  await maker.close();
  await server.stop();
});

describe('a mailbox of a Cyrus', () => {
  it('is made, looked for and removed, after the right to it was given', async () => {
    expect(await maker.exists(ANNA)).toBe(false);
    await maker.create(ANNA);
    expect([...server.mailboxes]).toEqual(['user/anna2']);
    expect(await maker.exists(ANNA)).toBe(true);
    await maker.remove(ANNA);
    expect([...server.mailboxes]).toEqual([]);
    expect(server.commands).toContain('SETACL user/anna2 cyrus lxa');
  });

  it('can be removed over another connection than it was made', async () => {
    await maker.create(ANNA);
    await maker.close();
    await expect.poll(() => server.connections).toBe(0);
    await maker.remove(ANNA);
    expect([...server.mailboxes]).toEqual([]);
  });

  it('has another name where dots separate', async () => {
    server.separator = '.';
    await maker.create({ ...ANNA, username: 'anna.a' });
    expect([...server.mailboxes]).toEqual(['user.anna^a']);
  });
});

describe('what Cyrus refuses', () => {
  it('is told in its words', async () => {
    await maker.create(ANNA);
    await expect(maker.create(ANNA)).rejects.toThrow(
      'Cyrus did not make user/anna2: NO Mailbox already exists',
    );
    await expect(maker.remove({ ...ANNA, username: 'bert' })).rejects.toThrow(
      'did not remove user/bert: NO Perm',
    );
  });

  it('as login names the place, and no password', async () => {
    const error: unknown = await new CyrusAccounts(described('wr0ng'))
      .create(ANNA)
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AccountTrouble);
    expect(String(error)).toContain(`IMAP at 127.0.0.1:${port} refused the login of cyrus (NO Login failed`);
    expect(String(error)).not.toContain('wr0ng');
  });

  it('by not being there is told', async () => {
    await server.stop();
    const asking = new CyrusAccounts(described()).create(ANNA);
    await expect(asking).rejects.toThrow(AccountTrouble);
    await expect(asking).rejects.toThrow(`IMAP at 127.0.0.1:${port}: connect ECONNREFUSED`);
  });

  it('by hanging up is told once; then it is asked over a new connection', async () => {
    await maker.create(ANNA);
    server.hangUp();
    await expect(maker.exists(ANNA)).rejects.toThrow(AccountTrouble);
    expect(await maker.exists(ANNA)).toBe(true);
  });

  it('by going away is told', async () => {
    await maker.create(ANNA);
    await server.stop();
    await expect(maker.remove(ANNA)).rejects.toThrow(/IMAP at 127\.0\.0\.1:\d+/);
  });
});
