import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { HarnessFault } from '../targets/outcome-errors.js';

/**
 * Reads one YAML file of the catalogue, which must match the schema exactly. The catalogue is part of the suite,
 * so what is wrong with it is the harness's own fault.
 *
 * @throws HarnessFault naming the file, the row (by its id, where it has one) and the key
 */
export function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  const document = parseDocument(textOf(file));
  const [broken] = document.errors;
  if (broken !== undefined) throw new HarnessFault(`${file} is not valid YAML: ${broken.message}`);
  const value: unknown = document.toJS();
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${file}: ${place(issue.path, value)}${issue.message}`);
  throw new HarnessFault(issues.join('\n'));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new HarnessFault(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** The path of a wrong value, with the id of each list entry that it passes through. */
function place(path: readonly PropertyKey[], value: unknown): string {
  let here = value;
  const steps = path.map((key) => {
    here = (here as Record<PropertyKey, unknown> | null | undefined)?.[key];
    return typeof key === 'number' ? `[${nameOf(here) ?? key}]` : `.${String(key)}`;
  });
  return steps.length === 0 ? '' : `${steps.join('').replace(/^\./, '')}: `;
}

function nameOf(entry: unknown): string | undefined {
  const { id, name } = (entry ?? {}) as { id?: unknown; name?: unknown };
  const found = id ?? name;
  return typeof found === 'string' ? found : undefined;
}
