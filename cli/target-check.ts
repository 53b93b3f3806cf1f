import { reasonNotApplicable } from '../conformance/applicability.js';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { openCaldavTarget, openProbedCaldavTarget } from '../targets/caldav/caldav-target.js';
import type { CaldavDescription } from '../targets/caldav/config.js';
import { Pace } from '../targets/caldav/pace.js';
import { surveyUsers } from '../targets/caldav/survey.js';
import { HarnessFault, UsageError } from '../targets/outcome-errors.js';
import type { CapabilityProbe, Target, TargetDescription } from '../targets/target.js';
import { loadMaterial, type Material } from './material.js';
import { consented, describedBy, isNoServer } from './open-target.js';
import { factsReport, type JudgedFacts, probesReport, type TargetFacts } from './target-report.js';

export interface TargetCheckFlags {
  readonly config?: string;
  /** Write nothing: only look, and list what a run would write. */
  readonly dry?: boolean;
  readonly json?: boolean;
  readonly yes?: boolean;
  /** Most requests in a second. */
  readonly rate?: number;
}

/**
 * `itip target check`: tells what the server says of each user, what a run would judge and what it would write; then,
 * unless `--dry`, tries what the server declares on one meeting and removes it.
 *
 * @throws UsageError for what is no CalDAV server, or schedules nothing; TargetUnreachable, MalformedAnswer as a run
 */
export async function targetCheckCommand(name: string, flags: TargetCheckFlags): Promise<ExitCode> {
  if (isNoServer(name.split(':')[0] ?? '')) {
    throw new UsageError(`${name} has no accounts to check; give the name or the file of a CalDAV server`);
  }
  const [description] = describedBy({ ...flags, target: name }, 1);
  if (description === undefined) throw new RangeError('there is no cast');
  /** Looking needs no consent; the question is asked before the first write. */
  const looking = { ...description, allowRemote: true };
  const pace = new Pace(description.rate);
  const target = await openCaldavTarget(looking, pace);
  const facts: TargetFacts = {
    ...{ name: description.name, url: description.url, product: target.description.product },
    ...(description.rate === undefined ? {} : { rate: description.rate }),
    users: await surveyUsers(looking, pace),
    judged: judgedBy(target.description, await loadMaterial()),
  };
  const show = flags.json === true ? () => {} : print;
  show(factsReport(facts));
  const probes =
    flags.dry === true ? undefined : await tried(await consented(description, flags.yes ?? false), pace);
  if (probes !== undefined) show(probesReport(probes));
  if (flags.json === true) print([JSON.stringify({ ...facts, probes }, null, 2)]);
  return EXIT_CODES.conformant;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function tried(description: CaldavDescription, pace: Pace): Promise<readonly CapabilityProbe[]> {
  const target: Target = await openProbedCaldavTarget(description, pace);
  await target.close();
  return target.description.probes ?? [];
}

/** How many scenarios a run would judge, and why not the others. */
function judgedBy(description: TargetDescription, { suite, catalogue }: Material): JudgedFacts {
  const reasons = new Map<string, number>();
  for (const scenario of suite) {
    const row = catalogue.rows.get(scenario.row);
    if (row === undefined) throw new HarnessFault(`the catalogue lacks ${scenario.row}`);
    const reason = reasonNotApplicable(scenario, row, description, 'rfc5546');
    if (reason !== undefined) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const notApplicable = [...reasons].map(([reason, scenarios]) => ({ reason, scenarios }));
  const missed = notApplicable.reduce((sum, { scenarios }) => sum + scenarios, 0);
  return { scenarios: suite.length, played: suite.length - missed, notApplicable };
}
