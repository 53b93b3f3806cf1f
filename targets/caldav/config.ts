import { z } from 'zod';
import { AccountsDescription } from '../accounts/config.js';
import { MailDescription } from '../imip/config.js';

const CaldavUser = z.strictObject({
  username: z
    .string()
    .min(1)
    .default('')
    .describe(
      'name to log in with; {cast} is the number of the cast, which the first does not have, and {run} differs in ' +
        'each run; where "accounts" makes them, a name that is missing is made for the run',
    ),
  password: z
    .string()
    .min(1)
    .default('')
    .describe(
      'password, where {cast} is the same; a name in braces after a dollar sign is taken from the environment; where ' +
        '"accounts" makes them, one that is missing is made for the run',
    ),
});

/** How often a server may be asked. */
const Rate = z.strictObject({
  requestsPerSecond: z
    .number()
    .positive()
    .describe('requests in a second, over all lanes; 0.5 for one in two'),
  burst: z
    .number()
    .int()
    .positive()
    .default(1)
    .describe('requests that may follow each other at once when nothing was sent for a while'),
});
export type Rate = z.infer<typeof Rate>;

/** A CalDAV server as a target file describes it; a name or password that is missing there is the empty text. */
export const CaldavDescription = z.strictObject({
  kind: z.literal('caldav'),
  name: z.string().min(1).describe('name in reports and baselines'),
  product: z
    .string()
    .min(1)
    .optional()
    .describe('product and version for reports; what the server calls itself when missing'),
  url: z.url({ protocol: /^https?$/ }).describe('where discovery begins: the server or its CalDAV path'),
  users: z
    .record(z.string().regex(/^[a-z]+$/), CaldavUser)
    .describe('accounts by the first name, in lower case, of the person in the scenarios who uses them'),
  accounts: AccountsDescription.optional().describe(
    'how accounts are made that are not there; they are removed at the end of the run, and no others',
  ),
  casts: z
    .number()
    .int()
    .positive()
    .default(1)
    .describe(
      'number of disjoint sets of these accounts, told apart by {cast}; as many scenarios run at once',
    ),
  mailSink: z
    .strictObject({
      host: z
        .string()
        .min(1)
        .default('127.0.0.1')
        .describe('address to listen on; one that others reach needs allowRemote'),
      port: z.number().int().min(1).max(65_535).describe('port to listen on'),
    })
    .optional()
    .describe(
      'where the server hands in its mail: the suite listens there, and looks at the scheduling messages in it in ' +
        'place of those in the Inboxes; for servers whose Inboxes stay empty',
    ),
  mail: MailDescription.optional().describe(
    'how the server exchanges mail with Calendar Users of other systems; without it nobody of another system is played',
  ),
  deadlineMs: z
    .number()
    .int()
    .positive()
    .default(10_000)
    .describe('longest wait for an effect and for an answer, in milliseconds'),
  rate: Rate.optional().describe(
    'how often the server may be asked; without it as often as it answers, but for the pauses that it asks for itself',
  ),
  allowRemote: z
    .boolean()
    .default(false)
    .describe('true to let the suite write to a server that is not on this machine'),
});
export type CaldavDescription = z.infer<typeof CaldavDescription>;
