import { join } from 'node:path';
import { breaks } from '../conformance/deviations.js';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { LEVELS, type Results } from '../conformance/results.js';
import { type Selection, select } from '../conformance/selection.js';
import { shuffled } from '../conformance/shuffle.js';
import type { Scenario } from '../conformance/suite.js';
import { placesOf, sectionKey } from '../requirements/row.js';
import { UsageError } from '../targets/outcome-errors.js';
import type { Material } from './material.js';
import { suggestion } from './nearest.js';
import { RESULTS_NAME, readResults } from './results-file.js';

/** The options of `itip run` and `itip list` that choose scenarios. */
export interface Choice extends Omit<Selection, 'paths'> {
  readonly rerunFailed?: boolean;
  readonly out: string;
}

/** The scenarios that paths and options select. Throws UsageError for an option that means nothing. */
export function chosen({ suite, catalogue }: Material, paths: readonly string[], choice: Choice): Scenario[] {
  const { level } = choice;
  if (level !== undefined && !LEVELS.some((known) => known === level)) {
    throw new UsageError(`no level is called ${level}${suggestion(level, LEVELS)}`);
  }
  const selected = select(suite, { ...choice, paths }, PACKAGE_ROOT, (row) => placesIn(catalogue, row));
  if (choice.rerunFailed !== true) return selected;
  const last = readResults(join(choice.out, RESULTS_NAME));
  const again = new Set(last.scenarios.filter(wentWrong).map(({ id }) => id));
  return selected.filter(({ id }) => again.has(id));
}

function placesIn({ rows }: Material['catalogue'], id: string): string[] {
  const row = rows.get(id);
  return row === undefined ? [id] : placesOf(row).map((place) => `${sectionKey(place)}/`);
}

function wentWrong({ outcome }: Results['scenarios'][number]): boolean {
  return breaks(outcome, true) || outcome === 'blocked';
}

/** Scenarios in the order that `--order` names. Throws UsageError when it names none. */
export function inOrder(scenarios: Scenario[], order: string): Scenario[] {
  const [kind, seed = String(Date.now() % 100_000)] = order.split(':');
  if (kind === 'defined') return scenarios;
  if (kind !== 'random') throw new UsageError(`--order ${order}: write defined, random or random:SEED`);
  process.stderr.write(`order random:${seed}\n`);
  return shuffled(scenarios, seed, ({ id }) => id);
}
