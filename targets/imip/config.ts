import { z } from 'zod';

const host = z.string().min(1).default('127.0.0.1').describe('name or address of the mail server');
const port = z.number().int().min(1).max(65_535);
const password = z
  .string()
  .describe('password; a name in braces after a dollar sign is taken from the environment');
const login = { username: z.string().min(1).optional(), password: password.optional() };

const MailOut = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('smtp-sink'),
    host: host.describe('address on which the suite listens'),
    port: port.describe('port on which the suite listens, and to which the server sends its mail'),
  }),
  z.strictObject({ kind: z.literal('mailpit'), url: z.url({ protocol: /^https?$/ }), ...login }),
  z.strictObject({ kind: z.literal('mailhog'), url: z.url({ protocol: /^https?$/ }), ...login }),
  z.strictObject({
    kind: z.literal('imap'),
    host,
    port,
    tls: z.boolean().default(false),
    username: z.string().min(1),
    password,
    mailbox: z.string().min(1).default('INBOX').describe('where mail to the domain below ends up'),
  }),
]);

const MailIn = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('smtp'), host, port }),
  z.strictObject({ kind: z.literal('lmtp'), host, port }),
  z.strictObject({
    kind: z.literal('imap-append'),
    host,
    port,
    tls: z.boolean().default(false),
    mailbox: z.string().min(1).default('INBOX').describe('mailbox that the server watches for iMIP'),
  }),
]);

/** How a server exchanges scheduling messages with Calendar Users of other systems, whom the suite plays (RFC 6047). */
export const MailDescription = z.strictObject({
  domain: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .describe('domain of those who live elsewhere, e.g. external.test; the server must send their mail out'),
  out: MailOut.describe('where the mail that the server sends to that domain arrives'),
  in: MailIn.optional().describe(
    'how the server takes mail in for its users: SMTP, LMTP, or APPEND with the login of the user (IMAP)',
  ),
});
export type MailDescription = z.infer<typeof MailDescription>;
