import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { compiledMaterial, removeCompiledMaterial, writeCompiledMaterial } from './compiled-material.js';
import { loadMaterial, readMaterial } from './material.js';

/** What the build leaves of the material, in a copy of the package's own. */

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'itip-material-'));
  for (const folder of ['features', 'requirements']) {
    cpSync(join(PACKAGE_ROOT, folder), join(root, folder), { recursive: true });
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const FEATURE = 'features/rfc2446/3.2.3-reply.feature';

function renameScenario(to: string): void {
  const file = join(root, FEATURE);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/Scenario: .*/, `Scenario: ${to}`));
}

test('says what the files say', async () => {
  const read = await readMaterial(root);
  writeCompiledMaterial(root, read);
  expect(compiledMaterial(root)).toEqual(read);
  const { suite, catalogue } = await loadMaterial(root);
  expect(suite).toEqual(read.suite);
  expect([...catalogue.rows.keys()]).toEqual(read.catalogue.rows.map(({ id }) => id));
  expect(catalogue.titleOf('rfc2446', '3.2.3')).toBe('REPLY');
});

test('gives way to a file that has changed, come or gone since', async () => {
  writeCompiledMaterial(root, await readMaterial(root));
  renameScenario('Something else');
  expect(compiledMaterial(root)).toBeUndefined();
  const { suite } = await loadMaterial(root);
  expect(suite.filter(({ uri }) => uri === FEATURE).map(({ name }) => name)).toContain('Something else');

  writeCompiledMaterial(root, await readMaterial(root));
  cpSync(join(root, FEATURE), join(root, 'features', 'another.feature'));
  expect(compiledMaterial(root)).toBeUndefined();
  rmSync(join(root, 'features', 'another.feature'));
  expect(compiledMaterial(root)).toBeDefined();
});

test('gives way where it is damaged', async () => {
  writeCompiledMaterial(root, await readMaterial(root));
  const file = join(root, 'dist', 'material.json');
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, -1));
  expect(compiledMaterial(root)).toBeUndefined();
});

test('is not there before it is made, nor after it is taken away', async () => {
  expect(compiledMaterial(root)).toBeUndefined();
  writeCompiledMaterial(root, await readMaterial(root));
  removeCompiledMaterial(root);
  expect(compiledMaterial(root)).toBeUndefined();
  expect(existsSync(join(root, 'dist', 'material.json'))).toBe(false);
});
