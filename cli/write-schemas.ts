import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { SCHEMAS, schemaText } from './schemas.js';

/** Part of the build: writes the published JSON Schemas. */
const folder = join(PACKAGE_ROOT, 'schemas');
mkdirSync(folder, { recursive: true });
for (const name of Object.keys(SCHEMAS)) writeFileSync(join(folder, name), schemaText(name));
