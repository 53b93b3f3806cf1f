import { posix } from 'node:path';
import { PACKAGES } from './packages.js';
import { ROOMS } from './rooms.js';
import { fileMeant, type Import, type Source } from './source.js';

/** Files that are not part of the product: they may import any room, and no other file may import them. */
export function isForTestsOnly(path: string): boolean {
  return path.endsWith('.test.ts') || path.startsWith('tidy/') || path.split('/').includes('testing');
}

/** What the dependencies in package.json allow to be imported. */
export interface Declared {
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** The dependencies that the text of a package.json declares. */
export function declaredIn(text: string): Declared {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<string, object>;
  return { dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) };
}

/** Imports that point where they must not. */
export function wrongArrows(
  sources: readonly Source[],
  declared: Declared,
  rooms: Readonly<Record<string, readonly string[]>> = ROOMS,
): string[] {
  return sources.flatMap((source) =>
    source.imports.flatMap((found) => {
      const to = fileMeant(source.path, found.specifier);
      const reason =
        to === undefined
          ? packageProblem(source.path, found, declared)
          : roomProblem(source.path, found, to, rooms);
      return reason === undefined ? [] : [`${source.path}:${found.line}: ${reason}`];
    }),
  );
}

function roomProblem(
  from: string,
  { specifier }: Import,
  to: string,
  rooms: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  if (!/\.(js|json)$/.test(specifier)) return `${specifier} does not end in .js`;
  if (to.endsWith('.test.ts')) return `imports the test ${to}`;
  if (isForTestsOnly(from)) return undefined;
  if (isForTestsOnly(to)) return `imports ${to}, which is for tests only`;
  const [room, other] = [roomOf(from, rooms), roomOf(to, rooms)];
  if (room === undefined)
    return from.includes('/') ? `${posix.dirname(from)} is no room of the table` : undefined;
  if (other === undefined) return `${to} lies in no room of the table`;
  if (room === other || rooms[room]?.includes(other) === true) return undefined;
  return `${room} may not import ${other}`;
}

/** The room of a file: itself, or the nearest folder above it that is one. */
function roomOf(path: string, rooms: Readonly<Record<string, readonly string[]>>): string | undefined {
  if (path in rooms) return path;
  const above = posix.dirname(path);
  return above === '.' ? undefined : roomOf(above, rooms);
}

function packageProblem(from: string, { specifier }: Import, declared: Declared): string | undefined {
  if (specifier.startsWith('node:')) return undefined;
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const only = PACKAGES[name];
  if (only !== undefined && !isForTestsOnly(from) && !only.some((place) => from.startsWith(place))) {
    return `only ${only.join(', ')} may import ${name}`;
  }
  const development = isForTestsOnly(from) || from.startsWith('bench/') || !from.includes('/');
  const known = development ? [...declared.dependencies, ...declared.devDependencies] : declared.dependencies;
  if (known.includes(name)) return undefined;
  return `${name} is not among the ${development ? '' : 'run-time '}dependencies of package.json`;
}
