import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sendMail } from '../../simulator/transport/smtp/sender.js';
import { type SmtpSink, type SmtpSinkOptions, startSmtpSink } from './smtp-sink.js';

const started: SmtpSink[] = [];

async function sinkWith(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const sink = await startSmtpSink(options);
  started.push(sink);
  return sink;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((sink) => sink.stop()));
});

const RAW = Buffer.from(
  'From: anna@example.com\r\nSubject: Dots\r\n\r\n.\r\n..x\r\nGr\xfc\xdfe\r\n',
  'latin1',
);
const [BERT, CARLA] = ['bert@example.com', 'Carla@example.com'];
const TO_BOTH = { from: 'anna@example.com', to: [BERT, CARLA] };

describe.each([{ lmtp: false }, { lmtp: true }])('mail handed in with %j', ({ lmtp }) => {
  it('arrives as it was sent, for each recipient', async () => {
    const sink = await sinkWith({ lmtp });
    expect(await sendMail({ ...sink, lmtp }, TO_BOTH, RAW)).toEqual([
      { recipient: BERT, outcome: 'accepted' },
      { recipient: CARLA, outcome: 'accepted' },
    ]);
    expect(sink.mails()).toEqual([{ ...TO_BOTH, raw: RAW }]);
  });

  it('is refused for one recipient as often as wanted, and not for the others', async () => {
    const sink = await sinkWith({ lmtp });
    sink.fail('carla@EXAMPLE.com', 550, 1);
    sink.fail(BERT, 451, 2);
    const outcomes = async () =>
      (await sendMail({ ...sink, lmtp }, TO_BOTH, RAW)).map((sent) =>
        sent.outcome === 'accepted' ? sent.outcome : [sent.outcome, sent.code],
      );
    expect(await outcomes()).toEqual([
      ['temporary', 451],
      ['permanent', 550],
    ]);
    expect(await outcomes()).toEqual([['temporary', 451], 'accepted']);
    expect(await outcomes()).toEqual(['accepted', 'accepted']);
    expect(sink.mails().map(({ to }) => to)).toEqual([[CARLA], [BERT, CARLA]]);
  });
});

it('takes addresses with letters of all scripts', async () => {
  const sink = await sinkWith();
  const envelope = { from: 'anna@example.com', to: ['bért@example.com'] };
  expect(await sendMail(sink, envelope, RAW)).toEqual([
    { recipient: 'bért@example.com', outcome: 'accepted' },
  ]);
  expect(sink.mails()).toEqual([{ ...envelope, raw: RAW }]);
});

it('refuses a mail that is too large, for good', async () => {
  const sink = await sinkWith();
  const large = Buffer.concat([RAW, Buffer.alloc(16 * 1024 * 1024, 'a\r\n')]);
  const [first] = await sendMail(sink, TO_BOTH, large);
  expect(first).toMatchObject({ recipient: BERT, outcome: 'permanent', code: 552 });
  expect(sink.mails()).toEqual([]);
});

describe('where no mail server answers', () => {
  it('the failure is temporary', async () => {
    const sink = await startSmtpSink();
    await sink.stop();
    await sink.stop();
    expect(await sendMail(sink, { from: 'anna@example.com', to: [BERT] }, RAW)).toEqual([
      { recipient: BERT, outcome: 'temporary', reason: expect.stringContaining('ECONNREFUSED') },
    ]);
  });

  it('waiting ends', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const server = { host: '127.0.0.1', port, patience: 50 };
    const [sent] = await sendMail(server, TO_BOTH, RAW);
    expect(sent).toMatchObject({ recipient: BERT, outcome: 'temporary' });
    silent.close();
  });
});

it('hands nothing to another machine unasked', async () => {
  await expect(sendMail({ host: 'mail.example.com', port: 25 }, TO_BOTH, RAW)).rejects.toThrow(RangeError);
});

it('says when its port is taken', async () => {
  const { port } = await sinkWith();
  await expect(startSmtpSink({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('stops although a client lingers', async () => {
  const sink = await sinkWith();
  const client = connect(sink.port, sink.host);
  await new Promise((resolve) => client.once('data', resolve));
  client.on('error', () => undefined);
  await sink.stop();
});
