import { z } from 'zod';

const CaldavUser = z.strictObject({
  username: z.string().min(1).describe('name to log in with'),
  password: z
    .string()
    .describe('password; a name in braces after a dollar sign is taken from the environment'),
});

/** A CalDAV server as a target file describes it. */
export const CaldavDescription = z.strictObject({
  kind: z.literal('caldav'),
  name: z.string().min(1).describe('name in reports and baselines'),
  url: z.url({ protocol: /^https?$/ }).describe('where discovery begins: the server or its CalDAV path'),
  users: z
    .record(z.string().regex(/^[a-z]+$/), CaldavUser)
    .describe('accounts by the first name, in lower case, of the person in the scenarios who uses them'),
  deadlineMs: z
    .number()
    .int()
    .positive()
    .default(10_000)
    .describe('longest wait for an effect and for an answer, in milliseconds'),
  allowRemote: z
    .boolean()
    .default(false)
    .describe('true to let the suite write to a server that is not on this machine'),
});
export type CaldavDescription = z.infer<typeof CaldavDescription>;
