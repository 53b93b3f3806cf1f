import mailhog from 'mailhog';
import { z } from 'zod';
import type { ArrivedMail, MailOut } from './ends.js';
import { newOnly, reading, type WebMail } from './web-mail.js';

/** Messages in one answer to a listing. */
const PAGE = 50;

/** What is needed of a message; the client's own types leave out `Raw`, the SMTP envelope and content. */
const Item = z.object({
  ID: z.string(),
  Raw: z.object({ From: z.string(), To: z.array(z.string()), Data: z.string() }),
});
const Listing = z.object({ total: z.number(), items: z.array(Item) });

/**
 * Mail that a server sends to MailHog, read by its HTTP API.
 *
 * @throws TargetUnreachable when MailHog does not answer as documented
 */
export function openMailhog({ url, username, password = '' }: WebMail): Promise<MailOut> {
  const { protocol, hostname, port, pathname } = new URL(url);
  const api = mailhog({
    protocol,
    host: hostname,
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    basePath: `${pathname.replace(/\/$/, '')}/api`,
    ...(username === undefined ? {} : { auth: `${username}:${password}` }),
  });
  const listed = new Map<string, ArrivedMail>();
  const list = async (start: number) => {
    const { total, items } = Listing.parse(await api.messages(start, PAGE));
    for (const { ID, Raw } of items) {
      listed.set(ID, { from: Raw.From, to: Raw.To, raw: Buffer.from(Raw.Data) });
    }
    return { ids: items.map(({ ID }) => ID), total };
  };
  const read = (id: string): Promise<ArrivedMail> => {
    const found = listed.get(id);
    if (found === undefined) throw new RangeError(`${id} was not listed`);
    listed.delete(id);
    return Promise.resolve(found);
  };
  return reading('MailHog', url, () => newOnly({ list, read }));
}
