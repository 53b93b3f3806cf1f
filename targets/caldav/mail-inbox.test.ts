import { createTransport } from 'nodemailer';
import { afterEach, describe, expect, it } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { openSinkMail, type SinkPlace } from '../imip/sink-mail.js';
import { startSmtpSink } from '../imip/smtp-sink.js';
import { UsageError } from '../outcome-errors.js';
import type { CalendarUser } from '../target.js';
import { MailInbox } from './mail-inbox.js';

const UID = 'review@example.com';
const BERT: CalendarUser = {
  ...{ id: 'bert', name: 'Bert', placement: 'target' },
  addresses: ['mailto:bert@example.com', '/principals/bert/'],
};
const ABOUT = new Set([UID]);

const opened: MailInbox[] = [];

afterEach(async () => {
  for (const inbox of opened.splice(0)) await inbox.close();
});

async function open(place: SinkPlace): Promise<MailInbox> {
  const inbox = await MailInbox.open(place);
  opened.push(inbox);
  return inbox;
}

async function freePlace(): Promise<SinkPlace> {
  const sink = await startSmtpSink();
  await sink.stop();
  return { host: sink.host, port: sink.port };
}

interface Notice {
  readonly to?: string;
  readonly from?: string;
  readonly icalendar?: string | undefined;
}

async function send({ host, port }: SinkPlace, { to = 'bert@example.com', ...rest }: Notice = {}) {
  const { from = 'anna@example.com', icalendar = sampleText({ method: 'REQUEST' }) } = rest;
  const transport = createTransport({ host, port, ignoreTLS: true });
  const part = { contentType: 'text/calendar; method=REQUEST; charset=utf-8', content: icalendar };
  const alternatives = 'icalendar' in rest && rest.icalendar === undefined ? [] : [part];
  await transport.sendMail({ from, to, subject: 'Design review', text: 'Please come', alternatives });
  transport.close();
}

describe('what comes by mail', () => {
  it('is for those of the envelope, whatever the case of an address', async () => {
    const place = await freePlace();
    const inbox = await open(place);
    await send(place, { to: 'Bert@Example.com' });
    await send(place, { to: 'carla@example.com' });
    const [entry, ...more] = await inbox.of(BERT, ABOUT);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ sender: 'mailto:anna@example.com', url: 'mail:1' });
    expect(entry?.data).toContain('METHOD:REQUEST');
  });

  it('is about the events asked for', async () => {
    const place = await freePlace();
    const inbox = await open(place);
    await send(place);
    expect(await inbox.of(BERT, new Set(['another@example.com']))).toEqual([]);
    expect(await inbox.of(BERT, ABOUT)).toHaveLength(1);
  });

  it('keeps the order of arrival, also when two look at once', async () => {
    const place = await freePlace();
    const inbox = await open(place);
    for (const sequence of [0, 1, 2])
      await send(place, { icalendar: sampleText({ method: 'REQUEST', sequence }) });
    const looks = await Promise.all([inbox.of(BERT, ABOUT), inbox.of(BERT, ABOUT)]);
    for (const look of looks) {
      expect(look.map(({ data }) => /^SEQUENCE:(\d)/m.exec(data)?.[1])).toEqual(['0', '1', '2']);
      expect(look.map(({ url }) => url)).toEqual(['mail:1', 'mail:2', 'mail:3']);
    }
  });

  it.each([
    ['no calendar', undefined],
    ['a calendar without METHOD', sampleText({})],
    ['what is no calendar', 'METHOD of payment'],
  ])('is no scheduling message with %s', async (_what, icalendar) => {
    const place = await freePlace();
    const inbox = await open(place);
    await send(place, { icalendar });
    await send(place);
    expect((await inbox.of(BERT, ABOUT)).map(({ url }) => url)).toEqual(['mail:2']);
  });
});

describe('the place where it comes', () => {
  it('is shared by all who open it, and free again after the last', async () => {
    const place = await freePlace();
    const [one, other] = [await open(place), await open(place)];
    await send(place);
    for (const inbox of [one, other]) expect(await inbox.of(BERT, ABOUT)).toHaveLength(1);
    await one.close();
    await one.close();
    await send(place);
    expect(await other.of(BERT, ABOUT)).toHaveLength(2);
    await other.close();
    await expect(send(place)).rejects.toThrow('ECONNREFUSED');
    await open(place);
  });

  it('may be that of the mail to people elsewhere', async () => {
    const place = await freePlace();
    const [inbox, elsewhere] = [await open(place), await openSinkMail(place, 'mail.out')];
    await send(place);
    expect(await inbox.of(BERT, ABOUT)).toHaveLength(1);
    expect(await elsewhere.arrivals()).toHaveLength(1);
    await elsewhere.close();
    await elsewhere.close();
    await send(place);
    expect(await inbox.of(BERT, ABOUT)).toHaveLength(2);
  });

  it('shows nothing of what came before it was opened', async () => {
    const place = await freePlace();
    await open(place);
    await send(place);
    expect(await (await open(place)).of(BERT, ABOUT)).toEqual([]);
  });

  it('is on this machine alone, unless others may send', async () => {
    const { port } = await freePlace();
    const open = { host: '0.0.0.0', port };
    await expect(MailInbox.open(open)).rejects.toThrow(
      'mailSink.host 0.0.0.0 can be reached from other machines',
    );
    const inbox = await MailInbox.open(open, true);
    await inbox.close();
  });

  it('is an error of the configuration where something else listens', async () => {
    const sink = await startSmtpSink();
    const taken = { host: sink.host, port: sink.port };
    await expect(MailInbox.open(taken)).rejects.toThrow(UsageError);
    await expect(MailInbox.open(taken)).rejects.toThrow(
      `mailSink: nothing can listen on 127.0.0.1:${sink.port}`,
    );
    await sink.stop();
    await open(taken);
  });
});
