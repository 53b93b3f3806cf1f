import { z } from 'zod';
import { UsageError } from '../../targets/outcome-errors.js';
import { readStrictYaml } from '../strict-yaml.js';

const Line = z
  .string()
  .trim()
  .regex(/^[^\n]+$/, 'one line, please');
const Paragraphs = z.string().trim().min(1);

export const FindingNote = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not an id like sequence-is-not-stored')
    .describe('what entries of the baseline name by `finding`'),
  title: Line.describe('what the implementation does, as a heading'),
  sentence: Line.describe('what is wrong with it, in one sentence'),
  proof: Paragraphs.optional().describe('what else is known: tried by hand, read in its log (Markdown)'),
  reading: Paragraphs.describe('the other reading that was tried, and why it excuses or does not (Markdown)'),
  excused: z.boolean().default(false).describe('whether that reading excuses the implementation'),
  shown: z
    .string()
    .min(1)
    .optional()
    .describe('scenario whose exchange is shown; the first one unless given'),
  lines: z
    .array(z.string().regex(/^[A-Z-]+$/, 'not the name of a property'))
    .optional()
    .describe(
      'properties that matter in the messages shown: all unless given; empty where no message decides',
    ),
});
export type FindingNote = z.infer<typeof FindingNote>;

/** What people write about the deviations of one target; all else on its page comes from results and baseline. */
export const FindingsNotes = z.strictObject({
  target: z.string().min(1).describe('name of the target, as in results.json'),
  product: Line.describe('what it is called, e.g. Cyrus IMAP'),
  version: Line.describe('the version that was run'),
  about: Paragraphs.describe('how it was run, and habits of it on which no verdict hangs (Markdown)'),
  findings: z.array(FindingNote),
  seen: z.array(Line).default([]).describe('what was seen, but is not judged by any scenario (Markdown)'),
});
export type FindingsNotes = z.infer<typeof FindingsNotes>;

/** Reads the notes about a target. Throws a UsageError that names file and key; also when an id is given twice. */
export function loadNotes(path: string): FindingsNotes {
  const notes = readStrictYaml(path, FindingsNotes);
  const ids = notes.findings.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new UsageError(`${path}: two findings have the id ${twice}`);
  return notes;
}
