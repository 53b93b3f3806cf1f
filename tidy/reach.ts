import { isForTestsOnly } from './arrows.js';
import { fileMeant, type Source } from './source.js';

/** Files that something else than an import starts or loads: the command, the build, Cucumber, npm, users. */
const ENTRIES = [
  /^cli\/(?:main|finish-build)\.ts$/,
  /^simulator\/index\.ts$/,
  /^steps\/[^/]+\.ts$/,
  /^conformance\/(?:silent-formatter|pickle-filter)\.ts$/,
  /^bench\/bench\.ts$/,
  /^[^/]+\.config\.ts$/,
];

/** Files that no entry reaches by imports; what is for tests only must be reached from a test. */
export function deadFiles(sources: readonly Source[], entries: readonly RegExp[] = ENTRIES): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const product = reachedFrom(byPath, (path) => entries.some((entry) => entry.test(path)));
  const tests = reachedFrom(byPath, (path) => path.endsWith('.test.ts'));
  return sources
    .filter(({ path }) => !(isForTestsOnly(path) ? tests : product).has(path))
    .map(({ path }) => `${path} is dead: ${isForTestsOnly(path) ? 'no test' : 'no entry'} reaches it`);
}

function reachedFrom(
  byPath: ReadonlyMap<string, Source>,
  isEntry: (path: string) => boolean,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...byPath.keys()].filter(isEntry);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { specifier } of byPath.get(path)?.imports ?? []) {
      const to = fileMeant(path, specifier);
      if (to !== undefined) waiting.push(to);
    }
  }
  return reached;
}

/**
 * Values that a file exports and no other file, not even a test, takes. What entries export is for others; types that
 * tell what an export takes and returns may be named by anybody.
 */
export function deadExports(sources: readonly Source[], entries: readonly RegExp[] = ENTRIES): string[] {
  const taken = new Set(
    sources.flatMap(({ path, imports }) =>
      imports.flatMap(({ specifier, names }) => names.map((name) => `${fileMeant(path, specifier)} ${name}`)),
    ),
  );
  return sources
    .filter(({ path }) => !entries.some((entry) => entry.test(path)) && !taken.has(`${path} *`))
    .flatMap(({ path, exports }) =>
      exports
        .filter(({ name, isType }) => !isType && !taken.has(`${path} ${name}`))
        .map(({ name, line }) => `${path}:${line}: nobody imports ${name}`),
    );
}
