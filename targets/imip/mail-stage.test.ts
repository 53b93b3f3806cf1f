import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { Inconclusive, NotExpressible, TargetUnreachable, UsageError } from '../outcome-errors.js';
import type { CalendarUser, TraceEvent } from '../target.js';
import { TimeUnderWay } from '../time-under-way.js';
import { type Correspondence, openCorrespondence } from './correspondence.js';
import { counterpartsOf, MailStage } from './mail-stage.js';
import { type SmtpSink, startSmtpSink } from './smtp-sink.js';
import { MailServer, storedMessage } from './testing/mail-server.js';

const ANNA = 'mailto:anna@example.com';
const ERIK = 'mailto:erik@external.test';
const EMIL = 'mailto:emil@external.test';
const CAST: readonly CalendarUser[] = [
  { id: 'anna', name: 'Anna', addresses: [ANNA], placement: 'target' },
  ...counterpartsOf({ external: ['Erik', 'Emil'] }, 'external.test'),
];
const LOGINS = { anna: { username: 'anna', password: 'a' } };

let server: MailServer;
let correspondence: Correspondence;
let answering: TimeUnderWay;
let stage: MailStage;
let trace: Omit<TraceEvent, 'at'>[];

/** A port that is free now. */
async function freePort(): Promise<number> {
  const sink: SmtpSink = await startSmtpSink();
  await sink.stop();
  return sink.port;
}

beforeEach(async () => {
  const out = { host: '127.0.0.1', port: await freePort() };
  server = await MailServer.start(CAST, out);
  const { host, port } = server.lmtp;
  answering = new TimeUnderWay();
  correspondence = await openCorrespondence(
    { domain: 'external.test', out: { kind: 'smtp-sink', ...out }, in: { kind: 'lmtp', host, port } },
    false,
    answering,
  );
  trace = [];
  stage = stageWith(10_000);
});
afterEach(async () => {
  await Promise.all([correspondence.close(), server.close()]);
});

function stageWith(deadlineMs: number): MailStage {
  const counterparts = CAST.filter(({ placement }) => placement === 'harness');
  const traced = { add: (event: Omit<TraceEvent, 'at'>) => trace.push(event), rule: () => {} };
  return new MailStage({
    stage: server,
    correspondence,
    counterparts,
    logins: LOGINS,
    patience: { deadlineMs },
    trace: traced,
  });
}

function meeting(uid: string, method = 'REQUEST', sample = {}): string {
  return sampleText({ method, uid, ...sample });
}

function invitation(uid: string) {
  return { kind: 'update', actor: 'anna', uid, changes: {} } as const;
}

function fromErik(id: string, data: string) {
  return { id, originator: ERIK, recipient: ANNA, data };
}

describe('mail that the server sends', () => {
  it('shows as message of the target, with what its MIME part says, and waits for the harness', async () => {
    await stage.act(invitation('u1'));
    await server.send(ANNA, ERIK, meeting('u1'));
    const [message, ...others] = await stage.messages();
    expect(others).toEqual([]);
    expect(message?.raw).toMatch(/^From: .*text\/calendar; method=REQUEST/s);
    expect(message).toMatchObject({
      ...{ originator: ANNA, recipient: ERIK, data: meeting('u1'), composedBy: 'target', channel: 'mail' },
      mime: { method: 'REQUEST', component: 'VEVENT', charset: 'UTF-8', encoding: 'quoted-printable' },
    });
    expect(await stage.drain()).toEqual([message]);
    expect(await stage.drain()).toEqual([]);
    expect(trace).toMatchObject([{ kind: 'composed', from: ANNA, to: ERIK, text: 'REQUEST by mail' }]);
  });

  it('concerns the scenario only by its events and its people', async () => {
    await stage.act(invitation('u1'));
    await server.send(ANNA, ERIK, meeting('u2'));
    await server.send(ANNA, ERIK, meeting('u1'), 'mailto:otto@external.test');
    expect(await stage.messages()).toEqual([]);
  });

  it('keeps the order in which it was seen, among what is stored', async () => {
    await stage.act(invitation('u1'));
    await server.send(ANNA, ERIK, meeting('u1'));
    await stage.messages();
    server.stored = [storedMessage('in-1', meeting('u1'))];
    await stage.messages();
    await server.send(ANNA, EMIL, meeting('u1'));
    const seen = await stage.messages();
    expect(seen.map(({ channel, recipient }) => `${channel} ${recipient}`)).toEqual([
      `mail ${ERIK}`,
      `inbox ${ANNA}`,
      `mail ${EMIL}`,
    ]);
  });
});

describe('a message of a counterpart', () => {
  it('is handed in as mail, and has been processed when deliver ends', async () => {
    server.slowness = 3;
    const report = await stage.deliver(fromErik('counterpart-1', meeting('u1')));
    expect(report).toEqual({ outcome: 'unknown', reason: 'handed in as mail' });
    const { calendar } = await stage.observe('anna');
    expect(calendar).toEqual([{ uid: 'u1', name: 'u1.ics', data: meeting('u1') }]);
    expect(server.expected).toContain('u1');
    expect(server.lmtp.mails().map(({ from, to }) => [from, ...to])).toEqual([
      ['erik@external.test', 'anna@example.com'],
      ['erik@external.test', 'anna@example.com'],
    ]);
    expect(await stage.observe('erik')).toMatchObject({ calendar: [], inbox: [] });
  });

  it('takes time of the server', async () => {
    expect(answering.spentMs).toBe(0);
    await stage.deliver(fromErik('counterpart-1', meeting('u1')));
    expect(answering.spentMs).toBeGreaterThan(0);
  });

  it('is the same mail when it is delivered again', async () => {
    for (let time = 0; time < 2; time += 1) await stage.deliver(fromErik('counterpart-1', meeting('u1')));
    const mails = server.lmtp.mails().map(({ raw }) => raw.toString());
    expect(mails[2]).toBe(mails[0]);
    expect(new Set(mails).size).toBe(3);
  });

  it('is handed in octet by octet where it was sent as mail before', async () => {
    const raw = `Subject: as it was\r\nX-Odd:  two\r\n\r\n\xfc\r\n`;
    await stage.deliver({ ...fromErik('attendee:mail-1', meeting('u1')), raw }).catch(() => undefined);
    expect(server.lmtp.mails()[0]?.raw.toString('latin1')).toBe(raw);
  });

  it('proves nothing where the server never comes past it', async () => {
    server.deaf = true;
    const impatient = stageWith(100);
    await expect(impatient.deliver(fromErik('counterpart-1', meeting('u1')))).rejects.toThrow(Inconclusive);
  });

  it('may be refused for good; a server that is out of order is unreachable', async () => {
    server.lmtp.fail('anna@example.com', 550, 1);
    expect(await stage.deliver(fromErik('counterpart-1', meeting('u1')))).toMatchObject({
      outcome: 'rejected',
    });
    server.lmtp.fail('anna@example.com', 451, 1);
    await expect(stage.deliver(fromErik('counterpart-2', meeting('u1')))).rejects.toThrow(TargetUnreachable);
  });

  it('goes nowhere where the server takes no mail in', async () => {
    const counterparts = CAST.filter(({ placement }) => placement === 'harness');
    const silent = { add: () => {}, rule: () => {} };
    const deaf = { ...correspondence, in: undefined };
    const placement = {
      stage: server,
      correspondence: deaf,
      counterparts,
      logins: LOGINS,
      patience: { deadlineMs: 0 },
    };
    const alone = new MailStage({ ...placement, trace: silent });
    await expect(alone.deliver(fromErik('counterpart-1', meeting('u1')))).rejects.toThrow(NotExpressible);
  });
});

it('knows those who live on another system by the addresses that they have there', () => {
  const elsewhere = { Bert: ['mailto:bert@attendee.example', 'mailto:b@attendee.example'] };
  const found = counterpartsOf({ external: ['Bert', 'Erik'], elsewhere }, 'external.test');
  expect(found.map(({ addresses }) => addresses)).toEqual([elsewhere.Bert, [ERIK]]);
});

it('does not act for a counterpart', async () => {
  await expect(stage.act({ ...invitation('u1'), actor: 'erik' })).rejects.toThrow(Inconclusive);
});

it('leaves the clearing to the server', async () => {
  await stage.close();
  expect(server.closed).toBe(true);
});

describe('opening', () => {
  const lmtp = { kind: 'lmtp', host: '127.0.0.1', port: 1 } as const;

  it('shares one sink among those of this process, and frees its port in the end', async () => {
    const port = await freePort();
    const described = {
      domain: 'external.test',
      out: { kind: 'smtp-sink', host: '127.0.0.1', port },
      in: lmtp,
    } as const;
    const [one, other] = [
      await openCorrespondence(described, false),
      await openCorrespondence(described, false),
    ];
    await one.close();
    await expect(startSmtpSink({ port })).rejects.toThrow('EADDRINUSE');
    await other.close();
    await (await startSmtpSink({ port })).stop();
  });

  it('says when the port of the sink is taken', async () => {
    const { host, port, stop } = await startSmtpSink();
    const out = { kind: 'smtp-sink', host, port } as const;
    await expect(openCorrespondence({ domain: 'external.test', out }, false)).rejects.toThrow(UsageError);
    await stop();
  });

  it.each([
    { out: { kind: 'mailpit', url: 'http://mail.example.com/' } as const },
    { out: { kind: 'smtp-sink', host: '0.0.0.0', port: 2525 } as const },
    {
      out: { kind: 'smtp-sink', host: '127.0.0.1', port: 2525 } as const,
      in: { ...lmtp, host: 'mail.example.com' },
    },
  ])('asks before it leaves this machine: %j', async (ends) => {
    await expect(openCorrespondence({ domain: 'external.test', ...ends }, false)).rejects.toThrow(
      /not on this machine/,
    );
  });
});
