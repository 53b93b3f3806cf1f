import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { table } from '../reports/text.js';
import { accountFor } from '../requirements/accounting.js';
import type { Catalogue } from '../requirements/catalogue.js';
import { type Coverage, coverageOf } from '../requirements/coverage.js';
import { type Row, sectionKey } from '../requirements/row.js';
import { loadMaterial } from './material.js';

export interface CoverageFlags {
  readonly check?: boolean;
  readonly rfcDir?: string;
  readonly json?: boolean;
}

interface Problem {
  readonly kind: string;
  readonly where: string;
  readonly text: string;
}

/**
 * `itip coverage`: how much of the catalogue is judged. With `--check` it fails on whatever does not add up, and
 * with `--rfc-dir` it holds the catalogue against the RFC texts too.
 */
export async function coverageCommand({
  check = false,
  rfcDir,
  json = false,
}: CoverageFlags): Promise<ExitCode> {
  const { suite, catalogue } = await loadMaterial();
  const coverage = coverageOf(catalogue, suite);
  const problems: Problem[] = [
    ...coverage.problems,
    ...(rfcDir === undefined ? [] : accountFor(rfcDir, catalogue)),
  ];
  const text = json
    ? JSON.stringify({ rows: rowFacts(catalogue, coverage), problems }, null, 2)
    : [...sectionTable(catalogue, coverage), ...problems.map(problemLine)].join('\n');
  process.stdout.write(`${text}\n`);
  return check && problems.length > 0 ? EXIT_CODES.notConformant : EXIT_CODES.conformant;
}

function problemLine({ kind, where, text }: Problem): string {
  return `${kind}: ${where}: ${text}`;
}

type State = 'scenarios' | 'ambient' | 'untested' | 'unobservable';
const STATES: readonly State[] = ['scenarios', 'ambient', 'untested', 'unobservable'];

function stateOf(row: Row, scenarios: number): State {
  if (scenarios > 0) return 'scenarios';
  if (row.ambient) return 'ambient';
  return row.unobservable === undefined ? 'untested' : 'unobservable';
}

function rowFacts(catalogue: Catalogue, coverage: Coverage): unknown[] {
  return [...catalogue.rows.values()].map((row) => {
    const scenarios = coverage.scenarios.get(row.id) ?? [];
    return {
      id: row.id,
      state: stateOf(row, scenarios.length),
      reason: row.untested ?? row.unobservable,
      scenarios,
    };
  });
}

function sectionTable(catalogue: Catalogue, coverage: Coverage): string[] {
  const sections = new Map<string, Record<State, number>>();
  for (const row of catalogue.rows.values()) {
    const name = sectionKey(row.source);
    const counts = sections.get(name) ?? { scenarios: 0, ambient: 0, untested: 0, unobservable: 0 };
    counts[stateOf(row, coverage.scenarios.get(row.id)?.length ?? 0)] += 1;
    sections.set(name, counts);
  }
  const sum = (state: State): string =>
    String([...sections.values()].reduce((total, counts) => total + counts[state], 0));
  return table([
    ['rows judged by', ...STATES],
    ...[...sections].map(([name, counts]) => [name, ...STATES.map((state) => String(counts[state]))]),
    ['all', ...STATES.map(sum)],
  ]);
}
