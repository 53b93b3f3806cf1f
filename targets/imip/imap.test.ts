import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { TargetUnreachable } from '../outcome-errors.js';
import { openImapAppend, openImapMailbox } from './imap.js';
import { ImapServer } from './testing/imap-server.js';

const LOGIN = { username: 'erik', password: 's3cret' };
const MAIL = Buffer.from(
  'From: anna@example.com\r\nTo: erik@external.test\r\nSubject: 1\r\n\r\nGr\xfc\xdfe\r\n',
  'latin1',
);

const running: ImapServer[] = [];

async function mailServer(): Promise<ImapServer> {
  const server = await ImapServer.start(LOGIN);
  running.push(server);
  return server;
}

function placeOf({ port }: { readonly port: number }) {
  return { host: '127.0.0.1', port, tls: false, mailbox: 'INBOX' };
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

describe('a mailbox read by IMAP', () => {
  it('shows each mail once, and none that was there before', async () => {
    const server = await mailServer();
    server.store(Buffer.from('Subject: old\r\n\r\n'));
    const out = await openImapMailbox({ ...placeOf(server), ...LOGIN });
    expect(await out.arrivals()).toEqual([]);
    server.store(MAIL);
    server.store(MAIL);
    const mail = { from: 'anna@example.com', to: ['erik@external.test'], raw: MAIL };
    expect(await out.arrivals()).toEqual([mail, mail]);
    expect(await out.arrivals()).toEqual([]);
    await out.close();
    expect(server.commands).not.toContain('STORE');
  });

  it('is unreachable where the server falls silent', async () => {
    const server = await mailServer();
    const out = await openImapMailbox({ ...placeOf(server), ...LOGIN }, 100);
    server.fallSilent();
    await expect(out.arrivals()).rejects.toThrow('no answer within 100 ms');
    await out.close();
  });

  it('says when the login is refused, and not with which password', async () => {
    const server = await mailServer();
    const wrong = { ...LOGIN, password: 'wr0ng' };
    const failure = await openImapMailbox({ ...placeOf(server), ...wrong }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(TargetUnreachable);
    expect(String(failure)).toContain(`mail.out: INBOX at 127.0.0.1:${server.port} by IMAP`);
    expect(String(failure)).not.toContain('wr0ng');
  });
});

describe('mail put into a mailbox by APPEND', () => {
  it('lies there as it was handed in', async () => {
    const server = await mailServer();
    const into = openImapAppend(placeOf(server));
    const address = 'erik@external.test';
    for (const _ of [1, 2]) {
      expect(await into.hand('anna@example.com', address, MAIL, LOGIN)).toEqual({
        recipient: address,
        outcome: 'accepted',
      });
    }
    expect(server.mails).toEqual([MAIL, MAIL]);
    expect(
      server.commands.filter((command) => command === 'LOGIN' || command === 'AUTHENTICATE'),
    ).toHaveLength(1);
    await into.close();
  });

  it('needs a server that answers', async () => {
    const silent: Server = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const into = openImapAppend(placeOf({ port }));
    await expect(into.hand('a@example.com', 'b@example.com', MAIL, LOGIN)).rejects.toThrow(TargetUnreachable);
    await into.close();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('tries again where a login was refused', async () => {
    const server = await mailServer();
    const into = openImapAppend(placeOf(server));
    const hand = (login: typeof LOGIN) => into.hand('a@example.com', 'b@example.com', MAIL, login);
    await expect(hand({ ...LOGIN, password: 'wr0ng' })).rejects.toThrow(TargetUnreachable);
    expect(await hand(LOGIN)).toMatchObject({ outcome: 'accepted' });
    await into.close();
  });
});
