import type { Source } from './source.js';

/** Words that say nothing, or something else than meant. */
const EMPTY_WORDS = ['helper', 'util', 'manager', 'data', 'guest', 'host'];

/** Files that have their names from elsewhere. */
const GIVEN_NAMES = /^(?:[A-Z_]+(?:\.md)?|Dockerfile)$/;
/** Words and numbers of sections in lower case, joined by hyphens and dots. */
const KEBAB_CASE = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** Files and folders whose names are not in kebab case or use an empty word. */
export function wrongNames(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const parts = path.split('/');
    const words = parts.flatMap((part) => part.split(/[-.]/));
    const empty = EMPTY_WORDS.filter((word) => words.includes(word) || words.includes(`${word}s`));
    return [
      ...parts
        .filter((part) => !KEBAB_CASE.test(part) && !GIVEN_NAMES.test(part))
        .map((part) => `${path}: ${part} is not in kebab case`),
      ...empty.map((word) => `${path}: ${word} is an empty word`),
    ];
  });
}

/** Default exports; a file that another program reads may need one. */
export function defaultExports(sources: readonly Source[], needed: readonly string[]): string[] {
  return sources
    .filter(({ path }) => !needed.includes(path))
    .flatMap(({ path, exports }) =>
      exports
        .filter(({ name }) => name === 'default')
        .map(({ line }) => `${path}:${line} is a default export`),
    );
}

/** The brackets keep this line from finding itself. */
const UNFINISHED = /\b(?:TO[D]O|FIX[M]E)\b/;

/** Marks of unfinished work in the lines of a file: what is left to do stands in the tracker. */
export function unfinished(path: string, lines: readonly string[]): string[] {
  return lines.flatMap((line, index) =>
    UNFINISHED.test(line) ? [`${path}:${index + 1} is unfinished: ${line.trim()}`] : [],
  );
}
