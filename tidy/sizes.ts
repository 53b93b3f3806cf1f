import type { Source } from './source.js';

/** Limits in lines; the soft one may be passed with a reason, the hard one never. */
interface Limit {
  readonly soft: number;
  readonly hard: number;
}

const FILE: Limit = { soft: 200, hard: 400 };
const FUNCTION: Limit = { soft: 30, hard: 70 };
/** Characters in a line. */
const COLUMNS = 120;

/** Tests and what they share are lists of cases, so only the hard limits bind them. */
function limitFor(path: string, { soft, hard }: Limit): Limit {
  const isOfTests = path.endsWith('.test.ts') || path.split('/').includes('testing');
  return isOfTests ? { soft: hard, hard } : { soft, hard };
}

/** Why something may be longer than the soft limit: by path of a file, or `PATH NAME` of a function. */
export type Excuses = Readonly<Record<string, string>>;

/** Files and functions that are too long, and excuses that nothing needs any more. */
export function tooLong(sources: readonly Source[], excuses: Excuses): string[] {
  const sized = sources.flatMap(({ path, lines, functions }) => [
    { key: path, where: path, lines: lines.length, limit: limitFor(path, FILE) },
    ...functions.map((found) => ({
      key: `${path} ${found.name}`,
      where: `${path}:${found.line}: ${found.name}`,
      lines: found.lines,
      limit: limitFor(path, FUNCTION),
    })),
  ]);
  const long = sized.filter(({ lines, limit }) => lines > limit.soft);
  const needless = Object.keys(excuses).filter((key) => !long.some((found) => found.key === key));
  return [
    ...long
      .filter(({ key, lines, limit }) => lines > limit.hard || excuses[key] === undefined)
      .map(({ where, lines, limit }) => `${where} has ${lines} lines; ${limit.soft} are enough`),
    ...needless.map((key) => `${key} is short enough: its excuse is not needed any more`),
  ];
}

/** Lines of text files that are too wide. */
export function tooWide(path: string, lines: readonly string[]): string[] {
  return lines.flatMap((line, index) =>
    line.length > COLUMNS
      ? [`${path}:${index + 1} has ${line.length} columns; ${COLUMNS} fit on a screen`]
      : [],
  );
}
