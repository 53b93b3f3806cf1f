import { z } from 'zod';

const Argv = z.tuple([z.string().min(1)], z.string());
const Domain = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]*$/i)
  .describe('mail domain of the accounts: anna becomes anna@ this');

/** Accounts are made and removed by programs of the user's own. */
const CommandAccounts = z.strictObject({
  kind: z.literal('command'),
  create: Argv.describe(
    'program and arguments that make an account, without a shell; {username}, {password}, {id}, {first-name} and ' +
      '{cast} stand for what the account has. What stands in arguments others can see on the machine, so a password ' +
      'belongs into "env" or "stdin"; it is also in the environment variable ITIP_PASSWORD',
  ),
  remove: Argv.describe('the same for removing an account that was made'),
  exists: Argv.optional().describe(
    'the same for asking whether there is an account: exit code 0 says that there is, another that there is none; ' +
      'without it, an account is there if its name and password can log in',
  ),
  env: z
    .record(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/), z.string())
    .default({})
    .describe('environment variables for these programs, with the same placeholders'),
  stdin: z.string().default('').describe('standard input of "create", with the same placeholders'),
  timeoutMs: z
    .number()
    .int()
    .positive()
    .default(30_000)
    .describe('longest time for one of them, in milliseconds'),
});

const Admin = {
  username: z.string().min(1).describe('name of somebody who may make accounts'),
  password: z.string().min(1).describe('password, from the environment like those of "users"'),
};

/** Accounts of a Nextcloud, made by its OCS provisioning API. */
const NextcloudAccounts = z.strictObject({
  kind: z.literal('nextcloud'),
  url: z.url({ protocol: /^https?$/ }).describe('where the Nextcloud is, without remote.php or ocs'),
  ...Admin,
  domain: Domain,
});

/** Accounts of a Stalwart mail server up to 0.15, made by its management API. */
const StalwartAccounts = z.strictObject({
  kind: z.literal('stalwart'),
  url: z.url({ protocol: /^https?$/ }).describe('where the server is, without /api'),
  ...Admin,
  domain: Domain,
});

/** Mailboxes of a Cyrus IMAP server whose logins are kept elsewhere; calendars come with the first visit. */
const CyrusAccounts = z.strictObject({
  kind: z.literal('cyrus'),
  host: z.string().min(1).default('127.0.0.1').describe('host of the IMAP service'),
  port: z.number().int().min(1).max(65_535).default(143).describe('its port'),
  tls: z.boolean().default(false).describe('true where it speaks TLS from the beginning'),
  ...Admin,
});

/** How accounts come about that are not there when a run begins. They are removed when it ends. */
export const AccountsDescription = z.discriminatedUnion('kind', [
  CommandAccounts,
  NextcloudAccounts,
  StalwartAccounts,
  CyrusAccounts,
]);
export type AccountsDescription = z.infer<typeof AccountsDescription>;
export type CommandAccounts = z.infer<typeof CommandAccounts>;
export type NextcloudAccounts = z.infer<typeof NextcloudAccounts>;
export type StalwartAccounts = z.infer<typeof StalwartAccounts>;
export type CyrusAccounts = z.infer<typeof CyrusAccounts>;
