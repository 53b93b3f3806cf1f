import { type BaselineReport, compareWithBaseline, loadBaseline } from '../conformance/baseline.js';
import { EXIT_CODES, type ExitCode, exitCode } from '../conformance/exit-code.js';
import { type RunOutcome, run } from '../conformance/run.js';
import type { Scenario } from '../conformance/suite.js';
import { consoleReport } from '../reports/console.js';
import { labelled, wrap } from '../reports/text.js';
import { plural } from '../reports/verdict.js';
import { PROFILES, type Profile } from '../requirements/row.js';
import { UsageError } from '../targets/outcome-errors.js';
import { type Choice, chosen, inOrder } from './choice.js';
import { type Format, writeFormats } from './formats.js';
import { listenForInterrupt } from './interrupt.js';
import { loadMaterial, type Material } from './material.js';
import { suggestion } from './nearest.js';
import { closeAll, type OpenedTarget, openTarget, type TargetChoice } from './open-target.js';
import { paintFor } from './paint.js';
import { createProgress } from './progress.js';
import { writeResults } from './results-file.js';

export interface RunFlags extends Choice, TargetChoice {
  readonly profile: string;
  readonly strict?: boolean;
  readonly baseline?: string;
  /** `defined`, `random` or `random:SEED`. */
  readonly order: string;
  /** How many scenarios are played at the same time. */
  readonly parallel: number;
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
  if (flags.dryRun === true) return listed(selected, flags.json ?? false);
  const opened = await openTarget(flags, profile, flags.parallel);
  try {
    return await playedOn(opened, selected, material, flags);
  } finally {
    await closeAll(opened.targets);
  }
}

async function playedOn(
  { targets: [target, ...further], deadlineMs }: OpenedTarget,
  selected: readonly Scenario[],
  material: Material,
  flags: RunFlags,
): Promise<ExitCode> {
  const baseline =
    flags.baseline === undefined ? undefined : loadBaseline(flags.baseline, target.description.name);
  const interrupt = listenForInterrupt();
  const progress = createProgress(selected.length);
  const outcome = await run({
    ...{ ...material, target, further, selected, deadlineMs },
    targetOption: flags.target,
    profile: profileNamed(flags.profile),
    aborted: interrupt.aborted,
    onBegin: (scenario) => progress.begin(scenario),
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

/** The value of `--parallel`. Throws UsageError unless it is a number of lanes that a process can bear. */
export function lanesNamed(text: string): number {
  const lanes = Number(text);
  if (/^\d+$/.test(text) && lanes >= 1 && lanes <= MOST_LANES) return lanes;
  throw new UsageError(`--parallel ${text}: write a number from 1 to ${MOST_LANES}`);
}

/** Node warns of a leak when more than ten things at once listen for uncaught errors, as each lane does. */
const MOST_LANES = 8;

function nothingSelected(): ExitCode {
  process.stderr.write('no scenario is selected; `itip list` shows them all\n');
  return EXIT_CODES.nothingJudged;
}

function listed(selected: readonly Scenario[], json: boolean): ExitCode {
  const lines = selected.flatMap(({ uri, line, name }) => [`${uri}:${line}`, ...wrap(name, '  ')]);
  const count = `${plural(selected.length, 'scenario')} would be played`;
  process.stdout.write(`${json ? JSON.stringify(selected, null, 2) : [...lines, count].join('\n')}\n`);
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
  const { catalogue } = material;
  const lines = consoleReport({ results, catalogue, strict, baseline, paint: paintFor(process.stdout) });
  const report = [...lines, ...labelled('results:', paths.join(', '), 9, '')].join('\n');
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
