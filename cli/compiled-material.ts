import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Scenario } from '../conformance/suite.js';
import type { CatalogueEntries } from '../requirements/catalogue.js';

/** What the feature files and the catalogue say, as plain data. */
export interface MaterialEntries {
  readonly suite: readonly Scenario[];
  readonly catalogue: CatalogueEntries;
}

/**
 * The material of a package as the build has left it, which spares each run the parsing of some hundred files.
 *
 * @param root - folder of the package
 * @returns undefined when there is none, it is damaged, or a feature file or the catalogue is no longer what it was
 *   made of
 */
export function compiledMaterial(root: string): MaterialEntries | undefined {
  const text = readIfThere(compiledFile(root));
  const compiled = text === undefined ? undefined : parsedIfWhole(text);
  if (compiled === undefined) return undefined;
  const { fingerprint, ...entries } = compiled;
  return fingerprint === fingerprintOf(root) ? entries : undefined;
}

/** Leaves material for `compiledMaterial` to find. It takes its place at once, so that nobody reads a half of it. */
export function writeCompiledMaterial(root: string, entries: MaterialEntries): void {
  const file = compiledFile(root);
  mkdirSync(dirname(file), { recursive: true });
  const compiled: Compiled = { fingerprint: fingerprintOf(root), ...entries };
  writeFileSync(`${file}.new`, JSON.stringify(compiled));
  renameSync(`${file}.new`, file);
}

/** Takes away what the build has left. */
export function removeCompiledMaterial(root: string): void {
  rmSync(compiledFile(root), { force: true });
}

interface Compiled extends MaterialEntries {
  /** Of the files that it was made of. */
  readonly fingerprint: string;
}

function compiledFile(root: string): string {
  return join(root, 'dist', 'material.json');
}

/** Changes with the name and the text of every feature file and every file of the catalogue. */
function fingerprintOf(root: string): string {
  const hash = createHash('sha256');
  for (const folder of ['features', 'requirements']) {
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(feature|yaml)$/.test(path)) continue;
      const text = readFileSync(join(root, folder, path));
      hash.update(`${folder}/${path} ${text.length}\n`).update(text);
    }
  }
  return hash.digest('hex');
}

/** A file that was cut off, by a copy say, is as good as none: all that it says stands elsewhere. */
function parsedIfWhole(text: string): Compiled | undefined {
  try {
    return JSON.parse(text) as Compiled;
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
