import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * The keys that a schema knows at a path of a value. Where the schema offers alternatives, only those count
 * that the value can still be, judged by their constants (the `kind` of a target description).
 */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  let nodes = alternatives(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), value);
  let here = value;
  for (const key of path) {
    here = member(here, key);
    nodes = nodes.flatMap((node) => child(node, key)).flatMap((node) => alternatives(node, here));
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))];
}

function alternatives(node: JsonSchema, value: unknown): JsonSchema[] {
  const options = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].filter(isSchema);
  if (options.length === 0) return constantsAgree(node, value) ? [node] : [];
  return options.flatMap((option) => alternatives(option, value));
}

function constantsAgree(node: JsonSchema, value: unknown): boolean {
  return Object.entries(node.properties ?? {}).every(
    ([key, property]) =>
      !isSchema(property) || property.const === undefined || property.const === member(value, key),
  );
}

function child(node: JsonSchema, key: PropertyKey): JsonSchema[] {
  if (typeof key === 'number') return [node.items].flat().filter(isSchema);
  const named = node.properties?.[String(key)] ?? node.additionalProperties;
  return [named].filter(isSchema);
}

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

function isSchema(node: unknown): node is JsonSchema {
  return typeof node === 'object' && node !== null;
}
