import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SmtpSink, startSmtpSink } from '../../targets/imip/smtp-sink.js';
import { sampleCalendar } from '../testing/sample-event.js';
import type { SchedulingMail } from './scheduling-mail.js';
import { smtpSender } from './smtp-sender.js';

const MAIL: SchedulingMail = {
  messageId: '<one@example.com>',
  from: 'mailto:anna@example.com',
  to: 'mailto:mona@example.net',
  at: '2030-01-07T09:00:00Z',
  method: 'REQUEST',
  calendar: sampleCalendar({ method: 'REQUEST' }),
};

let sink: SmtpSink;
beforeEach(async () => {
  sink = await startSmtpSink();
});
afterEach(() => sink.stop());

describe('the sender of real mail', () => {
  it('hands in iMIP from the Originator to the Recipient', async () => {
    expect(await smtpSender(sink)(MAIL)).toEqual({ accepted: true });
    const [mail] = sink.mails();
    expect([mail?.from, mail?.to]).toEqual(['anna@example.com', ['mona@example.net']]);
    const read = await simpleParser(mail?.raw ?? '');
    expect(read.messageId).toBe('<one@example.com>');
    expect(read.from?.value[0]?.address).toBe('anna@example.com');
    const [part] = read.attachments;
    expect(part?.headers.get('content-type')).toMatchObject({
      value: 'text/calendar',
      params: { method: 'REQUEST' },
    });
  });

  it.each([450, 550])('passes on that the server refuses with %i', async (code) => {
    sink.fail('mona@example.net', code, 1);
    expect(await smtpSender(sink)(MAIL)).toEqual({ accepted: false, code });
  });

  it('does not take a muddled session for a refusal for good', async () => {
    sink.fail('mona@example.net', 503, 1);
    expect(await smtpSender(sink)(MAIL)).toEqual({ accepted: false, code: 0 });
  });

  it('says that nobody answers', async () => {
    const { host, port } = sink;
    await sink.stop();
    expect(await smtpSender({ host, port })(MAIL)).toEqual({ accepted: false, code: 0 });
  });

  it.each([{ to: 'urn:uuid:1' }, { from: 'urn:uuid:1' }])('gives up what is no mail: %j', async (other) => {
    expect(await smtpSender(sink)({ ...MAIL, ...other })).toEqual({ accepted: false, code: 553 });
    expect(sink.mails()).toEqual([]);
  });

  it('refuses a server beyond this machine before any mail is sent', () => {
    expect(() => smtpSender({ host: 'mail.example.com', port: 25 })).toThrow(RangeError);
  });
});
