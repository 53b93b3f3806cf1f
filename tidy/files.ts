import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { readSource, type Source } from './source.js';

/** Folders that are made by others or by a build. */
const NOT_OURS = ['node_modules', 'dist', 'out'];

/** Every file of the repository, from its root, with `/`; hidden ones and what is made are left out. */
export function filesUnder(root: string, folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || NOT_OURS.includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(root, path) : [relative(root, path).split(sep).join('/')];
  });
}

/** The TypeScript files among these. */
export function sourcesAmong(files: readonly string[], root: string): Source[] {
  return files
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));
}
