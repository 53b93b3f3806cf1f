import { describe, expect, it } from 'vitest';
import { sampleText } from '../../simulator/testing/sample-event.js';
import { encodeImip } from '../../simulator/transport/imip/encode.js';
import { messagesIn } from './observed-mail.js';

const [from, to] = ['mailto:anna@example.com', 'mailto:mona@example.com'];

async function mail(method: string) {
  const raw = await encodeImip({
    ...{ originator: from, recipient: to, calendar: sampleText({ method }), date: '2030-01-07T09:00:00Z' },
    messageId: '<1@example.com>',
  });
  return { from, to, raw: raw.toString('latin1') };
}

describe('messages in mails', () => {
  it('are told in order, and their ids count on', async () => {
    const found = await messagesIn([await mail('REQUEST'), await mail('CANCEL')], 3);
    expect(found.map(({ method, message }) => [method, message.id, message.channel])).toEqual([
      ['REQUEST', 'mail-4', 'mail'],
      ['CANCEL', 'mail-5', 'mail'],
    ]);
    expect(found[0]?.message).toMatchObject({ originator: from, recipient: to, composedBy: 'target' });
  });

  it('are none in a mail that is none of iMIP', async () => {
    const hello = { from, to, raw: 'Subject: hello\r\n\r\nhello\r\n' };
    expect(await messagesIn([hello, await mail('REQUEST')], 0)).toMatchObject([{ method: 'REQUEST' }]);
  });
});
