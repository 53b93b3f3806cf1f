import { z } from 'zod';
import { Baseline } from '../conformance/baseline.js';
import { Results } from '../conformance/results.js';
import { CaldavDescription } from '../targets/caldav/config.js';
import { Config } from './config.js';

/** The published JSON Schemas by file name: of what the suite writes (output) and of what people write (input). */
export const SCHEMAS: Readonly<Record<string, readonly [z.ZodType, 'input' | 'output', string]>> = {
  'results.schema.json': [Results, 'output', 'Results of an itip-conformance run'],
  'config.schema.json': [Config, 'input', 'itip.config.yaml'],
  'target.schema.json': [CaldavDescription, 'input', 'Target file of itip-conformance'],
  'baseline.schema.json': [Baseline, 'input', 'Baseline of itip-conformance'],
};

/** JSON text of a published schema. Throws RangeError for a name that is not published. */
export function schemaText(name: string): string {
  const found = SCHEMAS[name];
  if (found === undefined) throw new RangeError(`no schema is called ${name}`);
  const [type, io, title] = found;
  return `${JSON.stringify({ title, ...z.toJSONSchema(type, { io }) }, null, 2)}\n`;
}
