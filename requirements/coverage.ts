import type { Catalogue } from './catalogue.js';
import { levelOf, type Row } from './row.js';

/** A scenario as far as coverage needs it; tags with their `@`. */
export interface TaggedScenario {
  readonly id: string;
  readonly tags: readonly string[];
}

/** Something about scenarios or rows that does not add up. */
export interface CoverageProblem {
  readonly kind: 'no-scenario' | 'needless-reason' | 'unknown-row' | 'tag-count' | 'wrong-level';
  /** The row or scenario that it is about. */
  readonly where: string;
  readonly text: string;
}

export interface Coverage {
  /** For every row of the catalogue the ids of the scenarios that judge it. */
  readonly scenarios: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly CoverageProblem[];
}

const LEVEL_TAGS = ['@must', '@should', '@may', '@implied'];
const ROW_TAG = /^@(\d{4}|service)\//;
const SEE_TAG = '@see:';

/** The ids of the rows that a scenario judges; a proper one has exactly one. */
export function rowsJudgedBy(tags: readonly string[]): string[] {
  return tags.filter((tag) => ROW_TAG.test(tag)).map((tag) => tag.slice(1));
}

/**
 * Sets scenarios against rows. Each scenario has one level tag and one row tag, which agree; each row has a
 * scenario, or ambient checks, or says why it has none. Rows tagged `@see:` only must exist.
 */
export function coverageOf(catalogue: Catalogue, scenarios: readonly TaggedScenario[]): Coverage {
  const found = new Map<string, string[]>([...catalogue.rows.keys()].map((id) => [id, []]));
  for (const { id, tags } of scenarios) {
    for (const row of rowsJudgedBy(tags)) found.get(row)?.push(id);
  }
  return {
    scenarios: found,
    problems: [
      ...[...catalogue.rows.values()].flatMap((row) => rowProblems(row, found.get(row.id) ?? [])),
      ...scenarios.flatMap((scenario) => scenarioProblems(scenario, catalogue)),
    ],
  };
}

function rowProblems(row: Row, scenarios: readonly string[]): CoverageProblem[] {
  const reason = row.untested ?? row.unobservable;
  const covered = row.ambient || scenarios.length > 0;
  if (!covered && reason === undefined) {
    const text = 'no scenario judges this row, and it gives no reason';
    return [{ kind: 'no-scenario', where: row.id, text }];
  }
  if (covered && reason !== undefined) {
    return [{ kind: 'needless-reason', where: row.id, text: `the row is judged, yet it says: ${reason}` }];
  }
  return [];
}

function scenarioProblems({ id, tags }: TaggedScenario, catalogue: Catalogue): CoverageProblem[] {
  const judged = rowsJudgedBy(tags);
  const seen = tags.filter((tag) => tag.startsWith(SEE_TAG)).map((tag) => tag.slice(SEE_TAG.length));
  const levels = tags.filter((tag) => LEVEL_TAGS.includes(tag));
  const unknown = [...judged, ...seen]
    .filter((row) => !catalogue.rows.has(row))
    .map((row): CoverageProblem => {
      return { kind: 'unknown-row', where: id, text: `the catalogue has no row ${row}` };
    });
  const [row, level] = [judged[0], levels[0]];
  if (row !== undefined && level !== undefined && judged.length === 1 && levels.length === 1) {
    return [...unknown, ...levelProblem(id, level, catalogue.rows.get(row))];
  }
  const text = `exactly one level tag and one row tag are needed, found ${list(levels)} and ${list(judged)}`;
  return [...unknown, { kind: 'tag-count', where: id, text }];
}

/** Scenarios are tagged with the level of the default profile. */
function levelProblem(where: string, tag: string, row: Row | undefined): CoverageProblem[] {
  if (row === undefined) return [];
  const right = `@${levelOf(row, 'rfc5546')}`;
  return tag === right
    ? []
    : [{ kind: 'wrong-level', where, text: `tagged ${tag}, but ${row.id} is ${right}` }];
}

function list(words: readonly string[]): string {
  return words.length === 0 ? 'none' : words.join(', ');
}
