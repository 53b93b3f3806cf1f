import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { SCHEMAS, schemaText } from './schemas.js';

/**
 * The last part of the build: publishes the JSON Schemas, makes the command one that the shell can start, and removes
 * what was built from files that are no more, which would be packed otherwise.
 */
const schemas = join(PACKAGE_ROOT, 'schemas');
const built = join(PACKAGE_ROOT, 'dist');
mkdirSync(schemas, { recursive: true });
for (const name of Object.keys(SCHEMAS)) writeFileSync(join(schemas, name), schemaText(name));
chmodSync(join(built, 'cli', 'main.js'), 0o755);
for (const path of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
  const source = /^(.*?)(?:\.d\.ts|\.js)$/.exec(path)?.[1];
  if (source !== undefined && !existsSync(join(PACKAGE_ROOT, `${source}.ts`))) rmSync(join(built, path));
}
