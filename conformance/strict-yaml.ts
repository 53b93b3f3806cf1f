import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { UsageError } from '../targets/outcome-errors.js';
import { keysAt } from './known-keys.js';

/** The known word that was probably meant, if any is near enough. */
export type Suggest = (word: string, known: readonly string[]) => string | undefined;

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Reads a YAML file that must match a schema exactly. Throws a UsageError that names file, key path and remedy. */
export function readStrictYaml<T>(file: string, schema: z.ZodType<T>, suggest?: Suggest): T {
  return parseStrictYaml(readText(file), file, schema, suggest);
}

/** The same for text that was already read; `file` is only for messages. */
export function parseStrictYaml<T>(text: string, file: string, schema: z.ZodType<T>, suggest?: Suggest): T {
  const value = yamlValue(text, file);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues
    .flatMap((issue) => concrete(issue, []))
    .flatMap(({ issue, path }) => explain(issue, path, { file, schema, value, suggest }));
  throw new UsageError([...new Set(lines)].join('\n'));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UsageError(missing ? `${file} does not exist` : `${file} cannot be read: ${String(error)}`);
  }
}

function yamlValue(text: string, file: string): unknown {
  const document = parseDocument(text);
  const wrong = document.errors[0];
  if (wrong !== undefined) throw new UsageError(`${file} is not valid YAML: ${wrong.message}`);
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new UsageError(`${file} is not valid YAML: ${(error as Error).message}`);
  }
}

/** Of a union the branch that was meant: the one that is not wrong about the very type. */
function concrete(issue: Issue, base: Path): { issue: Issue; path: Path }[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }];
  const meant = issue.errors.find((branch) => !branch.some(isWrongType)) ?? [];
  return meant.length === 0 ? [{ issue, path }] : meant.flatMap((inner) => concrete(inner, path));
}

function isWrongType(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0;
}

interface Place {
  readonly file: string;
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly suggest: Suggest | undefined;
}

function explain(issue: Issue, path: Path, place: Place): string[] {
  const where = `${place.file}${at(path)}`;
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(place.schema, path, place.value);
    return issue.keys.map((key) => `unknown key \`${key}\` in ${where}${advice(key, known, place.suggest)}`);
  }
  if (path.length > 0 && isAbsent(place.value, path)) {
    return [`missing key \`${String(path.at(-1))}\` in ${place.file}${at(path.slice(0, -1))}`];
  }
  return [`wrong value in ${where}: ${wordsOf(issue)}`];
}

/** What is wrong, of a union what each of its branches finds wrong. */
function wordsOf(issue: Issue): string {
  const branches = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  if (branches.length > 0) return [...new Set(branches.map(wordsOf))].join(', or ');
  return issue.message.replace(/^Invalid (input|option): /, '');
}

function advice(key: string, known: readonly string[], suggest: Suggest | undefined): string {
  const meant = suggest?.(key, known);
  if (meant !== undefined) return `; did you mean \`${meant}\`?`;
  return known.length > 0 ? `; known keys: ${known.join(', ')}` : '';
}

function isAbsent(value: unknown, path: Path): boolean {
  let here = value;
  for (const key of path) here = (here as Record<PropertyKey, unknown> | undefined | null)?.[key];
  return here === undefined;
}

function at(path: Path): string {
  if (path.length === 0) return '';
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return ` at ${text.replace(/^\./, '')}`;
}
