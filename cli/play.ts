import { join } from 'node:path';
import { loadBaseline } from '../conformance/baseline.js';
import { completedResults } from '../conformance/completed-results.js';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import type { Results } from '../conformance/results.js';
import { type RunOptions, run } from '../conformance/run.js';
import { type Part, partOf, shardOf } from '../conformance/shard.js';
import type { Scenario } from '../conformance/suite.js';
import { wrap } from '../reports/text.js';
import { plural } from '../reports/verdict.js';
import { PROFILES, type Profile } from '../requirements/row.js';
import { UsageError } from '../targets/outcome-errors.js';
import { type Choice, chosen, inOrder } from './choice.js';
import { listenForInterrupt } from './interrupt.js';
import { loadMaterial, type Material } from './material.js';
import { suggestion } from './nearest.js';
import { closedUnless, type OpenedTarget } from './open-target.js';
import { createProgress } from './progress.js';
import { RESULTS_NAME, readResults } from './results-file.js';
import { type Telling, tell } from './tell.js';

/** The options of all verbs that play scenarios. */
export interface PlayFlags extends Choice, Telling {
  readonly config?: string;
  /** True to write to another machine without being asked. */
  readonly yes?: boolean;
  /** Most requests in a second to a server. */
  readonly rate?: number;
  readonly profile: string;
  /** `defined`, `random` or `random:SEED`. */
  readonly order: string;
  /** How many scenarios are played at the same time. */
  readonly parallel: number;
  /** Plays only this part of what is selected. */
  readonly shard?: Part;
  readonly dryRun?: boolean;
}

/** What is played on: how it is opened, and what was said to name it. */
export interface Played extends Pick<RunOptions, 'targetOption' | 'sideOptions'> {
  readonly open: (profile: Profile, aborted: () => boolean) => Promise<OpenedTarget>;
}

/** Plays the selected scenarios, reports, and returns the exit code. */
export async function playCommand(
  paths: readonly string[],
  flags: PlayFlags,
  played: Played,
): Promise<ExitCode> {
  const material = await loadMaterial();
  const profile = profileNamed(flags.profile);
  const whole = chosen(material, paths, flags);
  const selected = inOrder(flags.shard === undefined ? whole : partOf(whole, flags.shard), flags.order);
  if (selected.length === 0) return nothingSelected(whole.length);
  if (flags.dryRun === true) return listed(selected, flags.json ?? false);
  const { aborted, release } = listenForInterrupt();
  try {
    const opened = await played.open(profile, aborted);
    const play = () => playedOn({ ...opened, ...played, aborted }, selected, material, flags, whole);
    const code = await closedUnless(play, opened.close);
    await opened.close();
    return code;
  } finally {
    release();
  }
}

type Playing = OpenedTarget & Played & Required<Pick<RunOptions, 'aborted'>>;

async function playedOn(
  { targets: [target, ...further], deadlineMs, targetOption, sideOptions, aborted }: Playing,
  selected: readonly Scenario[],
  material: Material,
  flags: PlayFlags,
  whole: readonly Scenario[],
): Promise<ExitCode> {
  /** A baseline that cannot be used shall be known before anything is played. */
  if (flags.baseline !== undefined) loadBaseline(flags.baseline, target.description.name);
  const progress = createProgress(selected.length);
  const outcome = await run({
    ...{ ...material, target, further, selected, deadlineMs, targetOption, sideOptions },
    profile: profileNamed(flags.profile),
    shard: flags.shard && shardOf(whole, flags.shard),
    aborted,
    onBegin: (scenario) => progress.begin(scenario),
    onResult: (result) => progress.add(result),
  }).finally(() => progress.end());
  return tell({ ...outcome, results: withLast(outcome.results, material, flags) }, material, flags);
}

/** After `--rerun-failed` what was played again takes its place in the last results, so that these are whole. */
function withLast(results: Results, { catalogue }: Material, { rerunFailed, out }: PlayFlags): Results {
  if (rerunFailed !== true) return results;
  return completedResults(readResults(join(out, RESULTS_NAME)), results, catalogue);
}

function profileNamed(name: string): Profile {
  const found = PROFILES.find((profile) => profile === name);
  if (found === undefined) throw new UsageError(`no profile is called ${name}${suggestion(name, PROFILES)}`);
  return found;
}

function nothingSelected(elsewhere: number): ExitCode {
  const why =
    elsewhere === 0
      ? 'no scenario is selected; `itip list` shows them all'
      : `this shard has none of what is selected (${plural(elsewhere, 'scenario')}); use fewer shards`;
  process.stderr.write(`${why}\n`);
  return EXIT_CODES.nothingJudged;
}

function listed(selected: readonly Scenario[], json: boolean): ExitCode {
  const lines = selected.flatMap(({ uri, line, name }) => [`${uri}:${line}`, ...wrap(name, '  ')]);
  const count = `${plural(selected.length, 'scenario')} would be played`;
  process.stdout.write(`${json ? JSON.stringify(selected, null, 2) : [...lines, count].join('\n')}\n`);
  return EXIT_CODES.conformant;
}
