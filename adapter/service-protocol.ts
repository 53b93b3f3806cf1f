import { z } from 'zod';
import { Address, Deeds, Delivered, Empty, Instant, Refusal, Text, who } from './protocol-values.js';

/** The methods of the adapter protocol that a scheduling service has beyond calendars and messages. */

const user = { user: z.string().min(1) };
const Mail = z.object({
  from: Address,
  to: Address,
  raw: Text.describe('the octets of the mail, each as the character of that number'),
});
const Deletion = {
  params: z.object({ ...who, name: z.string().min(1) }),
  result: z.object({
    accepted: z.boolean(),
    consequence: z.enum(['record-lost', 'not-processed', 'not-sent']).optional(),
    recipients: z.array(Address).optional().describe('who gets nothing because of it'),
    error: Refusal.optional(),
  }),
};

export const SERVICE_METHODS = {
  restart: { params: Empty, result: Empty },
  'inbox/delete': Deletion,
  'outbox/delete': Deletion,
  'inbox/mode': {
    params: z.object({
      ...user,
      processing: z.enum(['server', 'client']).describe('who processes the Inbox'),
    }),
    result: Empty,
  },
  'inbox/process': {
    params: z.object({ ...user, name: Text.optional().describe('of the one entry; all when missing') }),
    result: z.object({ outcomes: z.array(Delivered.shape.outcome) }),
  },
  'outbox/process': {
    params: Empty,
    result: z.object({
      sent: z.number().int(),
      failed: z.number().int(),
      waiting: z.number().int().optional(),
    }),
  },
  'pending/list': {
    params: z.object(user),
    result: z.object({
      items: z.array(
        z.object({
          id: Text,
          kind: z.enum(['counter', 'party-crasher', 'organizer-change']),
          from: Address,
          data: Text,
        }),
      ),
    }),
  },
  'pending/decide': {
    params: z.object({
      ...user,
      id: Text,
      decision: z.enum(['accept', 'decline', 'ignore']),
      args: z
        .object({
          telling: z.boolean().optional().describe('whether somebody uninvited hears of it, by a CANCEL'),
        })
        .optional(),
    }),
    result: Empty,
  },
  'notifications/list': {
    params: z.object(user),
    result: z.object({
      items: z.array(z.object({ kind: Text, uid: Text, recurrenceId: Text.optional(), at: Instant })),
    }),
  },
  'last-seen/list': {
    params: z.object(user),
    result: z.object({
      items: z.array(
        z.object({
          uid: Text,
          attendee: Address,
          recurrenceId: Text.optional().describe('absent for the series'),
          sequence: z.number().int(),
          dtstamp: Instant,
        }),
      ),
    }),
  },
  'rights/set': {
    params: z.object({
      ...user,
      actor: z.string().min(1),
      may: Deeds.describe('nothing: the right is withdrawn'),
    }),
    result: Empty,
  },
  'mail/drain': { params: Empty, result: z.object({ mails: z.array(Mail) }) },
  'mail/deliver': { params: Mail, result: Delivered },
  'mail/fail': {
    params: z.object({
      recipient: Address,
      code: z.number().int().describe('of SMTP; 0 when nobody answers'),
      times: z.number().int().min(0),
    }),
    result: Empty,
  },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;
