import { z } from 'zod';

/** The arguments of `act`, by intent. People are ids from `reset`. */

const Person = z.string().min(1).describe('id of a user');
const Moment = z.object({
  local: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/, 'not a time like 2030-03-04T10:00:00'),
  zone: z.string().min(1).describe('UTC or a TZID'),
});
const Recurrence = z.object({
  rule: z.string().optional().describe('value of RRULE'),
  also: z.array(Moment).optional().describe('RDATE'),
  except: z.array(Moment).optional().describe('EXDATE'),
});
const Range = z.enum(['THISANDFUTURE', 'THISANDPRIOR']);
const Changes = z.object({
  summary: z.string().optional(),
  location: z.string().optional(),
  description: z.string().optional(),
  status: z.string().optional().describe('TENTATIVE or CONFIRMED'),
  invited: z.array(Person).optional().describe('who is invited in addition'),
});
const instance = { instance: Moment.optional().describe('start of the instance in its series') };
const sending = {
  recipients: z
    .array(z.string())
    .optional()
    .describe('calendar addresses of those who get it; none: it is only stored'),
};
const Answer = z.object({
  ...instance,
  ...sending,
  attendee: Person.optional().describe(
    'for whom it is answered, from the copy that came to the user in that place',
  ),
});

export const INTENT_ARGS = {
  invite: z.object({
    ...sending,
    summary: z.string(),
    attendees: z.array(Person),
    start: Moment,
    end: Moment,
    recurrence: Recurrence.optional(),
    location: z.string().optional(),
    description: z.string().optional(),
    status: z.enum(['TENTATIVE', 'CONFIRMED']).optional(),
    roles: z.record(z.string(), z.string()).optional().describe('ROLE by user id'),
    duration: z.string().optional().describe('value of DURATION in place of DTEND'),
    alarm: z.boolean().optional().describe('whether the event has an alarm that is repeated'),
    sequence: z.number().int().min(0).optional().describe('revision that the event already has'),
    timezone: z.string().optional().describe('a VCALENDAR with the VTIMEZONE of the zone'),
  }),
  reschedule: z.object({
    ...sending,
    ...instance,
    start: Moment,
    end: Moment,
    duration: z.string().optional().describe('value of DURATION in place of DTEND'),
    range: Range.optional(),
    recurrence: Recurrence.optional(),
    changes: Changes.optional(),
    timezone: z.string().optional().describe('a VCALENDAR with the VTIMEZONE of the zone'),
  }),
  update: z.object({ ...sending, ...instance, changes: Changes }),
  cancel: z.object({ ...sending, instances: z.array(Moment).optional(), range: Range.optional() }),
  uninvite: z.object({ ...sending, ...instance, attendee: Person }),
  renotify: z.object({ ...sending, asking: z.boolean().describe('whether everybody shall answer again') }),
  'status-poll': z.object({ ...sending, attendees: z.array(Person) }),
  'change-organizer': z.object({}),
  publish: z.object(sending),
  refresh: z.object(sending),
  'note-answer': z
    .object({ ...instance, attendee: Person, partstat: z.string() })
    .describe('the Organizer writes down an answer that came in no message'),
  accept: Answer,
  tentative: Answer,
  decline: Answer,
  delegate: z.object({ ...sending, ...instance, to: Person, updates: z.boolean().optional() }),
  forward: z.object({ to: Person }),
  decide: z
    .object({
      about: Person.describe('who sent the message that asks'),
      decision: z.enum(['accept', 'decline']),
      telling: z
        .boolean()
        .optional()
        .describe('whether somebody uninvited hears of the refusal, by a CANCEL'),
    })
    .describe('somebody uninvited has answered, or another takes over as Organizer'),
  'edit-copy': z.object({ start: Moment, end: Moment }).describe('an Attendee moves the own copy'),
  'delete-copy': z.object({}).describe('an Attendee deletes the own copy'),
} as const satisfies Record<string, z.ZodType>;

export type IntentName = keyof typeof INTENT_ARGS;

/** Whether an intent is one of this version. */
export function isIntent(name: string): name is IntentName {
  return name in INTENT_ARGS;
}
