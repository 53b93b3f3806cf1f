import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { startSmtpSink } from '../imip/smtp-sink.js';
import { TargetUnreachable } from '../outcome-errors.js';
import { openCaldavTarget, openProbedCaldavTarget } from './caldav-target.js';
import { CaldavDescription } from './config.js';
import { BASE, FakeServer } from './testing/fake-server.js';
import { INVITE, UID } from './testing/stage-on-fake.js';

/** A server that leaves Inboxes empty, and sends Bert a REQUEST by mail for each PUT before it answers. */
const fake = new FakeServer();
let server: ReturnType<FakeServer['intercept']>;

beforeAll(() => {
  server = fake.intercept();
});
afterEach(() => fake.reset());
afterAll(() => server.close());

async function freePort(): Promise<number> {
  const sink = await startSmtpSink();
  await sink.stop();
  return sink.port;
}

function configOf(port: number): CaldavDescription {
  const users = Object.fromEntries(['anna', 'bert'].map((id) => [id, { username: id, password: 'secret' }]));
  const described = { kind: 'caldav', name: 'fake', url: `${BASE}/dav/`, users, deadlineMs: 3000 };
  return CaldavDescription.parse({ ...described, mailSink: { port } });
}

async function mailTo(port: number, body: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const uid = /^UID:(.*)/m.exec(body.replace(/\r\n[ \t]/g, ''))?.[1]?.trim() ?? '';
  const content = sampleText({ method: 'REQUEST', uid });
  const alternatives = [{ contentType: 'text/calendar; method=REQUEST', content }];
  await transport.sendMail({ from: 'anna@example.com', to: 'bert@example.com', text: 'x', alternatives });
  transport.close();
}

it('sees messages in the mail where the Inboxes are empty, and has them in place of entries', async () => {
  const port = await freePort();
  fake.otherwise = async ({ method, body }) => {
    if (method === 'PUT') await mailTo(port, body);
    return undefined;
  };
  const target = await openProbedCaldavTarget(configOf(port));
  expect(target.description.capabilities).toContain('inbox');
  const request = { scenario: 'of the test', names: ['Anna', 'Bert'], external: [] };
  const stage = await target.open(request, { add: () => {}, rule: () => {} });
  await stage.act(INVITE);
  const [message, ...more] = await stage.messages();
  expect([message?.channel, message?.originator, message?.recipient]).toEqual([
    ...['mail', 'mailto:anna@example.com', 'mailto:bert@example.com'],
  ]);
  expect(more).toEqual([]);
  expect((await stage.observe('bert')).inbox.map(({ uid }) => uid)).toEqual([UID]);
  expect((await stage.observe('anna')).inbox).toEqual([]);
  await stage.close();
  await target.close();
  await expect(mailTo(port, '')).rejects.toThrow('ECONNREFUSED');
});

it('listens no more where the target cannot be used', async () => {
  const port = await freePort();
  fake.otherwise = ({ method }) => (method === 'PUT' ? Response.error() : undefined);
  await expect(openProbedCaldavTarget(configOf(port))).rejects.toThrow(TargetUnreachable);
  await expect(mailTo(port, '')).rejects.toThrow('ECONNREFUSED');
});

it.each([
  ['at once', openCaldavTarget],
  ['after a probe', openProbedCaldavTarget],
])('listens no more where mail to people elsewhere cannot be read (%s)', async (_when, open) => {
  const [port, free] = [await freePort(), await freePort()];
  const out = { kind: 'imap', host: '127.0.0.1', port: free, username: 'erik', password: 'secret' };
  const mail = CaldavDescription.shape.mail.parse({ domain: 'external.test', out });
  await expect(open({ ...configOf(port), mail })).rejects.toThrow(TargetUnreachable);
  await expect(mailTo(port, '')).rejects.toThrow('ECONNREFUSED');
});

it('tells where its users live only where it exchanges mail, and only addresses that mail reaches', async () => {
  const [port, sink] = [await freePort(), await freePort()];
  const out = { kind: 'smtp-sink', port: sink };
  const mail = CaldavDescription.shape.mail.parse({ domain: 'external.test', out });
  const [alone, mailing] = [
    await openCaldavTarget(configOf(port)),
    await openCaldavTarget({ ...configOf(port), mail }),
  ];
  expect(alone.addressesOf).toBeUndefined();
  expect(await mailing.addressesOf?.('Bert')).toEqual(['mailto:bert@example.com']);
  await Promise.all([alone.close(), mailing.close()]);
});
