import { z } from 'zod';
import { METHODS } from '../targets/methods.js';
import type { Duty, Party } from '../targets/target.js';
import { DOCUMENTS, PROFILES } from './row.js';

/** How the files of the catalogue write rows down. */

export const Document = z.enum(DOCUMENTS);
export type Document = z.infer<typeof Document>;

const PARTIES = ['organizer', 'attendee', 'delegate', 'originator', 'server', 'mail-agent'] as const;
const DUTIES = ['decide', 'compose', 'transmit', 'receive', 'store'] as const satisfies readonly Duty[];

const Sentence = z.string().trim().min(1);

/** First and last line in the canonical text, both included, counted from 1. */
export const Lines = z
  .tuple([z.number().int().min(1), z.number().int().min(1)])
  .refine(([from, to]) => from <= to, 'the range ends before it begins');
export type Lines = z.infer<typeof Lines>;

export const SectionNumber = z
  .string()
  .regex(/^(\d+(\.\d+)*|[a-z]+(-[a-z]+)*)$/, 'not a section (quote it: 3.1 is a number)');

/** A rule without keyword has its weight from us, with the reason. */
const Implied = z.strictObject({
  level: z.literal('implied'),
  weight: z.enum(['must', 'should']),
  reason: Sentence,
});
const Keyword = z.strictObject({ level: z.enum(['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY']) });
const Force = z.discriminatedUnion('level', [Implied, Keyword]);
export type Force = z.infer<typeof Force>;

const common = {
  id: z
    .string()
    .regex(
      /^(\d{4}\/\d+(\.\d+)*|service\/[a-z]+(-[a-z]+)*)\/[a-z0-9]+(-[a-z0-9]+)*$/,
      'not an id like 2446/2.1.5/older-request or service/outbox/entry-for-each-sending',
    ),
  in2446: Force.optional().describe('level in the profile rfc2446, where it differs'),
  party: z.enum(PARTIES) satisfies z.ZodType<Party>,
  duty: z.enum(DUTIES),
  method: z.enum([...METHODS, 'any']),
  component: z.enum(['VEVENT', 'VCALENDAR', 'VTIMEZONE', 'VALARM', 'any']),
  text: Sentence.describe('the rule in one sentence of our own'),
  lines: Lines.optional().describe('where it stands in the RFC'),
  successor: z
    .strictObject({ section: SectionNumber.optional(), lines: Lines })
    .optional()
    .describe('where it stands in RFC 5546; the section has the same number unless given'),
  profiles: z
    .array(z.enum(PROFILES))
    .min(1)
    .default([...PROFILES]),
  ambient: z.boolean().default(false).describe('judged beside every scenario, on each message'),
  untested: Sentence.optional().describe('why no scenario tests it yet'),
  unobservable: Sentence.optional().describe('why no scenario can test it'),
  ruling: Sentence.optional().describe('how we read unclear text, and what is permitted'),
};

/** A row as it stands in a file. */
export const WrittenRow = z.discriminatedUnion('level', [Implied.extend(common), Keyword.extend(common)]);
export type WrittenRow = z.infer<typeof WrittenRow>;

/** One file: the rows of one section. */
export const RowFile = z
  .strictObject({ document: Document, section: SectionNumber, rows: z.array(WrittenRow).min(1) })
  .refine(
    ({ document, rows }) => rows.every(({ lines }) => (lines === undefined) === (document === 'service')),
    'a row of an RFC says in which lines it stands, one of the service does not',
  );
export type RowFile = z.infer<typeof RowFile>;
