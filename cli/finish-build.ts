import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { SCHEMAS, schemaText } from './schemas.js';

/** The last part of the build: publishes the JSON Schemas, and makes the command one that the shell can start. */
const folder = join(PACKAGE_ROOT, 'schemas');
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(SCHEMAS)) writeFileSync(join(folder, name), schemaText(name));
chmodSync(join(PACKAGE_ROOT, 'dist', 'cli', 'main.js'), 0o755);
