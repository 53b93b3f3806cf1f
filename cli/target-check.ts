import { reasonNotApplicable } from '../conformance/applicability.js';
import { EXIT_CODES, type ExitCode } from '../conformance/exit-code.js';
import { makeAccounts, type PlannedAccount, planAccounts } from '../targets/caldav/accounts.js';
import { openCaldavTarget, openProbedCaldavTarget } from '../targets/caldav/caldav-target.js';
import type { CaldavDescription } from '../targets/caldav/config.js';
import { type Casting, castingOf, newRunName } from '../targets/caldav/logins.js';
import { Pace } from '../targets/caldav/pace.js';
import { surveyUsers } from '../targets/caldav/survey.js';
import { HarnessFault, UsageError } from '../targets/outcome-errors.js';
import type { CapabilityProbe, TargetDescription } from '../targets/target.js';
import { listenForInterrupt } from './interrupt.js';
import { loadMaterial, type Material } from './material.js';
import { consented } from './open-server.js';
import { closedUnless, describedBy, isNoServer } from './open-target.js';
import {
  accountsReport,
  factsReport,
  type JudgedFacts,
  probesReport,
  rateLine,
  type TargetFacts,
} from './target-report.js';

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
 * `itip target check`: tells which accounts there are and what makes the others, what the server says of each user,
 * what a run would judge and what it would write; then, unless `--dry`, tries what the server declares on one meeting
 * and removes it, and the accounts that it had to make.
 *
 * @throws UsageError for what is no CalDAV server, or schedules nothing; TargetUnreachable, MalformedAnswer,
 *   AccountTrouble as a run
 */
export async function targetCheckCommand(name: string, flags: TargetCheckFlags): Promise<ExitCode> {
  if (isNoServer(name)) {
    throw new UsageError(`${name} has no accounts to check; give the name or the file of a CalDAV server`);
  }
  const [description] = describedBy({ ...flags, target: name }, 1);
  if (description === undefined) throw new RangeError('there is no cast');
  const interrupt = listenForInterrupt();
  try {
    await new TargetCheck(description, flags, interrupt.aborted).run();
  } finally {
    interrupt.release();
  }
  return EXIT_CODES.conformant;
}

class TargetCheck {
  readonly #description: CaldavDescription;
  readonly #flags: TargetCheckFlags;
  readonly #aborted: () => boolean;
  readonly #pace: Pace;

  constructor(description: CaldavDescription, flags: TargetCheckFlags, aborted: () => boolean) {
    this.#description = description;
    this.#flags = flags;
    this.#aborted = aborted;
    this.#pace = new Pace(description.rate);
  }

  /** Looking needs no consent; the question is asked before anything is made or written. */
  async run(): Promise<void> {
    const { dry = false } = this.#flags;
    const looking = { ...this.#description, allowRemote: true };
    const casting = castingOf(looking, 1, dry ? RUN : newRunName());
    const accounts = await planAccounts(casting, this.#pace);
    if (looking.accounts !== undefined) this.#show(accountsReport(accounts));
    if (dry) this.#tell(accounts, await this.#facts(onlyThose(casting.description, accounts)));
    else if (accounts.every(({ isThere }) => isThere)) {
      const facts = await this.#facts(casting.description);
      this.#tell(accounts, facts, await this.#tried(await this.#agreed(casting)));
    } else await this.#checkMade(accounts, casting);
  }

  async #checkMade(accounts: readonly PlannedAccount[], casting: Casting): Promise<void> {
    const description = await this.#agreed(casting);
    const made = await makeAccounts([{ ...casting, description }], this.#pace, this.#aborted);
    const check = async () => [await this.#facts(description), await this.#tried(description)] as const;
    const [facts, probes] = await closedUnless(check, made.remove);
    await made.remove();
    this.#tell(accounts, facts, probes);
  }

  async #agreed({ description }: Casting): Promise<CaldavDescription> {
    const { allowRemote } = await consented(this.#description, this.#flags.yes ?? false);
    return { ...description, allowRemote };
  }

  /** What the server says, and what a run would do; nothing of it where nobody can log in yet. */
  async #facts(config: CaldavDescription): Promise<TargetFacts | undefined> {
    if (Object.keys(config.users).length === 0) {
      this.#show([
        rateLine(config.rate),
        'What the server says is told once somebody can log in, so without --dry.',
      ]);
      return undefined;
    }
    const target = await openCaldavTarget(config, this.#pace);
    await target.close();
    const { name, url, rate } = config;
    const facts: TargetFacts = {
      ...{ name, url, product: target.description.product },
      ...(rate === undefined ? {} : { rate }),
      users: await surveyUsers(config, this.#pace),
      judged: judgedBy(target.description, await loadMaterial()),
    };
    this.#show(factsReport(facts));
    return facts;
  }

  async #tried(config: CaldavDescription): Promise<readonly CapabilityProbe[]> {
    const target = await openProbedCaldavTarget(config, this.#pace);
    await target.close();
    const probes = target.description.probes ?? [];
    this.#show(probesReport(probes));
    return probes;
  }

  #show(lines: readonly string[]): void {
    if (this.#flags.json !== true) print(lines);
  }

  #tell(accounts: readonly PlannedAccount[], facts?: TargetFacts, probes?: readonly CapabilityProbe[]): void {
    if (this.#flags.json !== true) return;
    const { name, url, rate } = this.#description;
    print([JSON.stringify({ name, url, rate, accounts, ...facts, probes }, null, 2)]);
  }
}

/** Stands for what differs in each run in the names of accounts that are not made. */
const RUN = 'RUN';

function onlyThose(config: CaldavDescription, accounts: readonly PlannedAccount[]): CaldavDescription {
  const there = accounts.filter(({ isThere }) => isThere).map(({ id }) => id);
  const users = Object.fromEntries(Object.entries(config.users).filter(([id]) => there.includes(id)));
  return { ...config, users };
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
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
