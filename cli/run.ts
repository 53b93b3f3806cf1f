import { join } from 'node:path';
import { type BaselineReport, compareWithBaseline, loadBaseline } from '../conformance/baseline.js';
import { breaks } from '../conformance/deviations.js';
import { EXIT_CODES, type ExitCode, exitCode } from '../conformance/exit-code.js';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { LEVELS, type Results } from '../conformance/results.js';
import { type RunOutcome, run } from '../conformance/run.js';
import { type Selection, select } from '../conformance/selection.js';
import { shuffled } from '../conformance/shuffle.js';
import type { Scenario } from '../conformance/suite.js';
import { consoleReport } from '../reports/console.js';
import { PROFILES, type Profile, placesOf, sectionKey } from '../requirements/row.js';
import { UsageError } from '../targets/outcome-errors.js';
import { type Format, writeFormats } from './formats.js';
import { listenForInterrupt } from './interrupt.js';
import { loadMaterial, type Material } from './material.js';
import { suggestion } from './nearest.js';
import { type OpenedTarget, openTarget, type TargetChoice } from './open-target.js';
import { createProgress } from './progress.js';
import { RESULTS_NAME, readResults, writeResults } from './results-file.js';

/** The options of `itip run` and `itip list` that choose scenarios. */
export interface Choice extends Omit<Selection, 'paths'> {
  readonly rerunFailed?: boolean;
  readonly out: string;
}

export interface RunFlags extends Choice, TargetChoice {
  readonly profile: string;
  readonly strict?: boolean;
  readonly baseline?: string;
  /** `defined`, `random` or `random:SEED`. */
  readonly order: string;
  readonly dryRun?: boolean;
  /** Print the results as JSON instead of the report. */
  readonly json?: boolean;
  /** What else to write beside `results.json`. */
  readonly format?: readonly Format[];
}

/** `itip run`: plays the selected scenarios against a target, reports, and returns the exit code. */
export async function runCommand(paths: readonly string[], flags: RunFlags): Promise<ExitCode> {
  const material = loadMaterial();
  const profile = profileNamed(flags.profile);
  const selected = inOrder(chosen(material, paths, flags), flags.order);
  if (selected.length === 0) return nothingSelected();
  if (flags.dryRun === true) return listed(selected);
  const opened = await openTarget(flags, profile);
  try {
    return await playedOn(opened, selected, material, flags);
  } finally {
    await opened.target.close();
  }
}

async function playedOn(
  { target, deadlineMs }: OpenedTarget,
  selected: readonly Scenario[],
  material: Material,
  flags: RunFlags,
): Promise<ExitCode> {
  const baseline =
    flags.baseline === undefined ? undefined : loadBaseline(flags.baseline, target.description.name);
  const interrupt = listenForInterrupt();
  const progress = createProgress(selected.length);
  const outcome = await run({
    ...material,
    target,
    targetOption: flags.target,
    selected,
    profile: profileNamed(flags.profile),
    deadlineMs,
    aborted: interrupt.aborted,
    onResult: (result) => progress.add(result),
  }).finally(() => {
    progress.end();
    interrupt.release();
  });
  const strict = flags.strict ?? false;
  const today = new Date().toISOString().slice(0, 10);
  const report = baseline && compareWithBaseline(outcome.results, baseline, today, { strict });
  return told(outcome, report, material, flags);
}

function profileNamed(name: string): Profile {
  const found = PROFILES.find((profile) => profile === name);
  if (found === undefined) throw new UsageError(`no profile is called ${name}${suggestion(name, PROFILES)}`);
  return found;
}

/** The scenarios that paths and options select. */
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

function inOrder(scenarios: Scenario[], order: string): Scenario[] {
  const [kind, seed = String(Date.now() % 100_000)] = order.split(':');
  if (kind === 'defined') return scenarios;
  if (kind !== 'random') throw new UsageError(`--order ${order}: write defined, random or random:SEED`);
  process.stderr.write(`order random:${seed}\n`);
  return shuffled(scenarios, seed, ({ id }) => id);
}

function nothingSelected(): ExitCode {
  process.stderr.write('no scenario is selected; `itip list` shows them all\n');
  return EXIT_CODES.nothingJudged;
}

function listed(selected: readonly Scenario[]): ExitCode {
  const lines = selected.map(({ uri, line, name }) => `${uri}:${line}  ${name}`);
  process.stdout.write(`${lines.join('\n')}\n${selected.length} scenarios would be played\n`);
  return EXIT_CODES.conformant;
}

function told(
  { results, faults, unreachable }: RunOutcome,
  baseline: BaselineReport | undefined,
  material: Material,
  flags: RunFlags,
): ExitCode {
  const strict = flags.strict ?? false;
  const written = { results, material, strict, folder: flags.out };
  const paths = [writeResults(results, flags.out), ...writeFormats(flags.format ?? [], written)];
  const lines = consoleReport({ results, catalogue: material.catalogue, strict, baseline });
  const report = [...lines, `results: ${paths.join(', ')}`].join('\n');
  const text = flags.json === true ? JSON.stringify(results, null, 2) : report;
  process.stdout.write(`${text}\n`);
  for (const fault of faults) process.stderr.write(`fault of the harness: ${fault}\n`);
  if (unreachable !== undefined) process.stderr.write(`the target cannot be reached: ${unreachable}\n`);
  return exitCode({
    results,
    baselineReport: baseline,
    strict,
    harnessFault: faults.length > 0,
    usage: false,
    unreachable: unreachable !== undefined,
  });
}
