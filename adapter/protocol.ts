import { z } from 'zod';
import {
  Address,
  BoxItem,
  Deeds,
  Delivered,
  Empty,
  Instant,
  Message,
  Taken,
  Text,
  who,
} from './protocol-values.js';
import { SERVICE_METHODS } from './service-protocol.js';

/**
 * The adapter protocol: JSON-RPC 2.0, one message per line, on standard input and output. It lets any scheduling
 * implementation, in any language, be driven by the suite. `data` is always iCalendar text; `user` and `actor` are
 * ids from `reset`; originator, recipient, from and to are calendar addresses.
 */

export const PROTOCOL_VERSION = 1;

const User = z.object({
  id: z.string().min(1),
  name: Text,
  addresses: z.array(Address).min(1).describe('first is primary'),
  kind: z.enum(['individual', 'group', 'resource', 'room']).default('individual'),
  members: z.array(Address).optional(),
  timezone: Text.optional(),
  external: z.boolean().optional().describe('not served here: messages to this user leave'),
  byMail: z.boolean().optional().describe('of an external user: only mail reaches this one'),
});
const Right = z.object({
  user: z.string().min(1),
  actor: z.string().min(1),
  may: Deeds,
});

const DELIVERIES = ['auto', 'manual'] as const;
const place = { ...who, calendar: Text.optional(), name: z.string().min(1) };
const match = { ifMatch: Text.optional(), ifScheduleTag: Text.optional() };

/** Parameters and result of every method of this version that the suite uses. */
export const METHODS = {
  initialize: {
    params: z.object({
      protocol: z.number().int(),
      profile: z.enum(['rfc5546', 'rfc2446']),
      delivery: z.enum(DELIVERIES),
      policies: z.record(Text, Text).optional(),
    }),
    result: z.object({
      protocol: z.number().int(),
      name: Text,
      version: Text,
      language: Text,
      capabilities: z.array(Text),
      duties: z.array(Text),
      policies: z.record(Text, Text),
    }),
  },
  reset: {
    params: z.object({ now: Instant, users: z.array(User), rights: z.array(Right).default([]) }),
    result: Empty,
  },
  'clock/set': { params: z.object({ now: Instant }), result: Empty },
  act: {
    params: z.object({
      ...who,
      intent: Text,
      uid: Text.optional(),
      args: z.record(Text, z.unknown()).optional().describe('see intents.ts'),
    }),
    result: z.object({ accepted: z.boolean(), error: Text.optional() }),
  },
  'calendar/put': { params: z.object({ ...place, data: Text, ...match }), result: Taken },
  'calendar/delete': {
    params: z.object({ ...place, reply: z.boolean().optional(), ...match }),
    result: Taken,
  },
  'calendar/list': {
    params: z.object(who),
    result: z.object({
      objects: z.array(
        z.object({
          calendar: Text.optional(),
          name: Text,
          data: Text,
          etag: Text.optional(),
          scheduleTag: Text.optional(),
        }),
      ),
    }),
  },
  schedule: {
    params: z.object({ ...who, originator: Address, recipients: z.array(Address).optional(), data: Text }),
    result: z.object({
      responses: z.array(z.object({ recipient: Address, status: Text, data: Text.optional() })),
      error: Text.optional(),
    }),
  },
  'inbox/list': { params: z.object(who), result: z.object({ items: z.array(BoxItem) }) },
  'outbox/list': { params: z.object(who), result: z.object({ items: z.array(BoxItem) }) },
  'messages/drain': { params: Empty, result: z.object({ messages: z.array(Message) }) },
  'message/deliver': {
    params: z.object({ id: Text.optional(), originator: Address, recipient: Address, data: Text }),
    result: Delivered,
  },
  settle: { params: Empty, result: z.object({ quiet: z.boolean() }) },
  ...SERVICE_METHODS,
  shutdown: { params: Empty, result: Empty },
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;

export type MethodName = keyof typeof METHODS;
export type Params<Name extends MethodName> = z.infer<(typeof METHODS)[Name]['params']>;
export type Result<Name extends MethodName> = z.infer<(typeof METHODS)[Name]['result']>;

/** Codes of JSON-RPC 2.0, and one of ours for a call that comes too early or a version that is not spoken. */
export const RPC_ERRORS = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  notReady: -32000,
} as const;

export const Request = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.number(), z.string()]),
  method: z.string(),
  params: z.unknown().optional(),
});

export const Response = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.number(), z.string(), z.null()]),
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string() }).optional(),
});
