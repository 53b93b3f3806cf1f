import { MailpitClient } from 'mailpit-api';
import type { ArrivedMail, MailOut } from './ends.js';
import { newOnly, reading, type WebMail } from './web-mail.js';

/** Messages in one answer to a listing. */
const PAGE = 100;

/**
 * Mail that a server sends to Mailpit, read by its HTTP API.
 *
 * @throws TargetUnreachable when Mailpit does not answer as documented
 */
export function openMailpit(described: WebMail): Promise<MailOut> {
  const { url, username, password = '' } = described;
  const options = username === undefined ? {} : { auth: { username, password } };
  const client = new MailpitClient(url.replace(/\/$/, ''), options);
  const list = async (start: number) => {
    const { messages, total } = await client.listMessages(start, PAGE);
    return { ids: messages.map(({ ID }) => ID), total };
  };
  const read = async (id: string): Promise<ArrivedMail> => {
    const [summary, source] = [await client.getMessageSummary(id), await client.getMessageSource(id)];
    const to = [...summary.To, ...summary.Cc, ...summary.Bcc].map(({ Address }) => Address);
    return { from: summary.From.Address, to, raw: Buffer.from(source) };
  };
  return reading('Mailpit', url, () => newOnly({ list, read }));
}
