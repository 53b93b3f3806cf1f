import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import parseTags from '@cucumber/tag-expressions';
import { UsageError } from '../targets/outcome-errors.js';
import type { Scenario } from './suite.js';

/** Which scenarios to run; what is not given selects all. */
export interface Selection {
  /** Files, folders or `FILE:LINE`, from the working folder or from the package, or ids of scenarios. */
  readonly paths: readonly string[];
  /** Section of an RFC with its subsections, e.g. `2446/3.2.2`; also of the one in which a row has its successor. */
  readonly section?: string | undefined;
  /** Cucumber tag expression. */
  readonly tags?: string | undefined;
  /** must, should, may or implied. */
  readonly level?: string | undefined;
}

/**
 * The selected scenarios, in the order of the suite.
 *
 * @param placesOf where a row stands, as `2446/3.2.2/...`: in its own document and in the successor
 * @throws UsageError for a broken tag expression, and for a path that names nothing, where others would hide it
 */
export function select(
  suite: readonly Scenario[],
  selection: Selection,
  root: string,
  placesOf: (row: string) => readonly string[] = (row) => [row],
): Scenario[] {
  const { section = '' } = selection;
  const byPath = selection.paths.map((path) => pathFilter(path, root));
  const empty = selection.paths.filter(
    (_path, index) => !suite.some((scenario) => byPath[index]?.(scenario)),
  );
  if (empty.length > 0 && empty.length < byPath.length)
    throw new UsageError(`no scenario is found at ${empty.join(', ')}; see itip list`);
  const tags = selection.tags === undefined ? undefined : tagFilter(selection.tags);
  return suite.filter(
    (scenario) =>
      (byPath.length === 0 || byPath.some((fits) => fits(scenario))) &&
      (selection.section === undefined || placesOf(scenario.row).some((place) => isIn(place, section))) &&
      (tags === undefined || tags(scenario)) &&
      (selection.level === undefined || scenario.tags.includes(`@${selection.level}`)),
  );
}

type Fits = (scenario: Scenario) => boolean;

function pathFilter(path: string, root: string): Fits {
  const [, file = path, line] = /^(.*?)(?::(\d+))?$/.exec(path) ?? [];
  const uri = uriOf(file, root);
  return (scenario) =>
    scenario.id === path ||
    ((uri === '' || scenario.uri === uri || scenario.uri.startsWith(`${uri}/`)) &&
      (line === undefined || [scenario.line, scenario.outlineLine].includes(Number(line))));
}

/** Path from the root of the package: taken from the working folder if it exists there. */
function uriOf(file: string, root: string): string {
  const here = resolve(file);
  const path = isAbsolute(file) || existsSync(here) ? here : resolve(root, file);
  return relative(root, path).split(sep).join('/');
}

function tagFilter(expression: string): Fits {
  try {
    const parsed = parseTags(expression);
    return ({ tags }) => parsed.evaluate([...tags]);
  } catch (error) {
    throw new UsageError(`--tags: ${(error as Error).message}; write e.g. "@must and not @needs:inbox"`);
  }
}

/** `2446/3.2.2` holds the rows of 3.2.2 and of 3.2.2.1, but not those of 3.2.20. */
function isIn(row: string, section: string): boolean {
  return row.startsWith(`${section}/`) || row.startsWith(`${section}.`);
}
