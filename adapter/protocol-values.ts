import { z } from 'zod';

/** What the methods of the adapter protocol have in common. */

export const Text = z.string();
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, 'not a UTC time like 2030-01-07T09:00:00Z')
  .describe('UTC, YYYY-MM-DDTHH:MM:SSZ');
export const Address = z.string().min(1).describe('calendar address');
export const who = {
  user: z.string().min(1).describe('for whom it is done'),
  actor: z.string().min(1).optional().describe('who does it, where that is another Calendar User'),
};
export const Refusal = z.object({ code: Text, precondition: Text.optional(), text: Text });
export const Taken = z.object({
  accepted: z.boolean(),
  error: Refusal.optional().describe('why not'),
  etag: Text.optional(),
  scheduleTag: Text.optional(),
});
export const Message = z.object({
  id: Text,
  causedBy: Text.optional(),
  composedBy: Text,
  originator: Address,
  recipient: Address,
  at: Text,
  data: Text,
});
const State = z.enum(['unprocessed', 'processed', 'failed']);
export const BoxItem = z.object({
  name: Text,
  originator: Address.optional(),
  organizer: Address.optional(),
  recipients: z.array(z.object({ address: Address, status: Text.optional(), state: State.optional() })),
  state: State.optional(),
  data: Text,
});

/** What became of a message that was handed over. */
export const Delivered = z.object({
  outcome: z.enum(['applied', 'ignored', 'held', 'rejected']),
  reason: Text.optional(),
  components: z.array(z.object({ uid: Text, recurrenceId: Text.optional(), outcome: Text })).optional(),
});

export const Empty = z.object({});

/** What somebody may do for another. */
export const Deeds = z.array(z.enum(['schedule', 'read', 'write']));
