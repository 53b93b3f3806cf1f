import { z } from 'zod';
import { INTENT_ARGS } from '../adapter/intents.js';
import { METHODS } from '../adapter/protocol.js';
import { Baseline } from '../conformance/baseline.js';
import { FindingsNotes } from '../conformance/findings/notes.js';
import { Results } from '../conformance/results.js';
import { CaldavDescription } from '../targets/caldav/config.js';
import { Config } from './config.js';

/** The adapter protocol as one schema: parameters and result of each method, and the arguments of `act` by intent. */
const Adapter = z.object({
  methods: z.object(
    Object.fromEntries(
      Object.entries(METHODS).map(([name, { params, result }]) => [name, z.object({ params, result })]),
    ),
  ),
  intents: z.object(INTENT_ARGS),
});

/** The published JSON Schemas by file name: of what the suite writes (output) and of what people write (input). */
export const SCHEMAS: Readonly<Record<string, readonly [z.ZodType, 'input' | 'output', string]>> = {
  'results.schema.json': [Results, 'output', 'Results of an itip-conformance run'],
  'config.schema.json': [Config, 'input', 'itip.config.yaml'],
  'target.schema.json': [CaldavDescription, 'input', 'Target file of itip-conformance'],
  'adapter.schema.json': [Adapter, 'input', 'Adapter protocol of itip-conformance, version 1'],
  'baseline.schema.json': [Baseline, 'input', 'Baseline of itip-conformance'],
  'findings.schema.json': [FindingsNotes, 'input', 'Notes on findings of itip-conformance'],
};

/** JSON text of a published schema. Throws RangeError for a name that is not published. */
export function schemaText(name: string): string {
  const found = SCHEMAS[name];
  if (found === undefined) throw new RangeError(`no schema is called ${name}`);
  const [type, io, title] = found;
  return `${JSON.stringify({ title, ...z.toJSONSchema(type, { io }) }, null, 2)}\n`;
}
