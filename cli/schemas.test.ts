import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { SCHEMAS, schemaText } from './schemas.js';

test('the published schemas are those of the code', () => {
  const folder = join(PACKAGE_ROOT, 'schemas');
  expect(new Set(readdirSync(folder))).toEqual(new Set(Object.keys(SCHEMAS)));
  for (const name of Object.keys(SCHEMAS))
    expect(readFileSync(join(folder, name), 'utf8')).toBe(schemaText(name));
});

test('every key that people write is described', () => {
  const undescribed = Object.keys(SCHEMAS)
    .filter((name) => name === 'target.schema.json')
    .flatMap((name) => {
      const { properties } = JSON.parse(schemaText(name)) as {
        properties: Record<string, { description?: string }>;
      };
      return Object.entries(properties).filter(
        ([key, { description }]) => key !== 'kind' && description === undefined,
      );
    });
  expect(undescribed).toEqual([]);
});
