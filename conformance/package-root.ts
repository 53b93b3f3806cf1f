import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package, with `features/` and `requirements/`, from source as well as from the build. */
export const PACKAGE_ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = resolve(folder, '..');
  if (parent === folder) throw new Error('the package has no package.json above its code');
  return rootAbove(parent);
}
