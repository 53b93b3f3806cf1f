import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { HarnessFault } from '../targets/outcome-errors.js';
import { compiledMaterial, removeCompiledMaterial, writeCompiledMaterial } from './compiled-material.js';

/**
 * The last part of the build: publishes the JSON Schemas, makes the command one that the shell can start, removes what
 * was built from files that are no more, which would be packed otherwise, and compiles the material. It has nothing to
 * do when the compiler has not found anything to do since, and the material is the same.
 */
const built = join(PACKAGE_ROOT, 'dist');
const stamp = join(built, '.finished');

if (timeOf(stamp) < timeOf(join(built, '.tsbuildinfo')) || compiledMaterial(PACKAGE_ROOT) === undefined) {
  await publishSchemas();
  chmodSync(join(built, 'cli', 'main.js'), 0o755);
  removeOrphans();
  await compileMaterial();
  writeFileSync(stamp, '');
}

/** When a file was last written, in epoch milliseconds; 0 when there is none. */
function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

async function publishSchemas(): Promise<void> {
  const { SCHEMAS, schemaText } = await import('./schemas.js');
  const schemas = join(PACKAGE_ROOT, 'schemas');
  mkdirSync(schemas, { recursive: true });
  for (const name of Object.keys(SCHEMAS)) writeFileSync(join(schemas, name), schemaText(name));
}

function removeOrphans(): void {
  for (const path of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
    const source = /^(.*?)(?:\.d\.ts|\.js)$/.exec(path)?.[1];
    if (source !== undefined && !existsSync(join(PACKAGE_ROOT, `${source}.ts`))) rmSync(join(built, path));
  }
}

/** A mistake in the material is no mistake in the code: whoever reads it next is told of it. */
async function compileMaterial(): Promise<void> {
  const { readMaterial } = await import('./material.js');
  try {
    writeCompiledMaterial(PACKAGE_ROOT, await readMaterial(PACKAGE_ROOT));
  } catch (error) {
    if (!(error instanceof HarnessFault)) throw error;
    removeCompiledMaterial(PACKAGE_ROOT);
  }
}
