import { type Catalogue, tablesUnder } from '../requirements/catalogue.js';
import type { Profile } from '../requirements/row.js';
import { type Fault, openReferenceTarget } from '../targets/reference/reference-target.js';
import { perform } from './perform.js';
import type { Outcome, ScenarioResult } from './results.js';
import { RunLane } from './run-lane.js';
import type { Scenario } from './suite.js';

/** A check that passes on the sound reference and is failed or warned with the fault. */
export interface Kill {
  readonly scenario: string;
  readonly requirement: string;
}

/** Only a verdict kills: what is blocked or errored has not caught the fault, it has stumbled over it. */
function isVerdict(outcome: Outcome): boolean {
  return outcome === 'failed' || outcome === 'warned';
}

/** Which scenarios kill which faults under one profile. */
export class KillMatrix {
  readonly #catalogue: Catalogue;
  readonly #profile: Profile;
  /** The scenarios that judge a rule of the profile. */
  readonly scenarios: readonly Scenario[];
  readonly #sound = new Map<string, ReadonlySet<string>>();
  readonly #kills = new Map<string, Kill[]>();
  readonly #tried = new Set<string>();
  /** What does not pass on the sound reference, or went wrong in the harness. */
  readonly unsound: string[] = [];
  #consulted: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  /** How many scenarios were played. */
  played = 0;

  constructor(suite: readonly Scenario[], catalogue: Catalogue, profile: Profile) {
    this.#catalogue = catalogue;
    this.#profile = profile;
    this.scenarios = suite.filter(({ row }) => catalogue.rows.get(row)?.profiles.includes(profile));
  }

  /** Plays everything on the sound reference; all must pass. */
  async playSound(): Promise<void> {
    const { results, consulted } = await this.#play(this.scenarios, undefined);
    this.#consulted = consulted;
    for (const { id, outcome, reason, checks } of results) {
      if (outcome !== 'passed') {
        this.unsound.push(`${id} under ${this.#profile}: ${outcome}: ${reason ?? ''}`);
      }
      const passed = checks.filter((check) => check.outcome === 'passed');
      this.#sound.set(id, new Set(passed.map(({ requirement }) => requirement)));
    }
  }

  /** Tries a fault until it is killed. */
  async tryFault(fault: Fault): Promise<void> {
    const ofRow = this.scenarios.filter(({ row }) => row === fault.requirement);
    const others = this.scenarios.filter(
      (scenario) => !ofRow.includes(scenario) && this.#consults(scenario, fault),
    );
    for (const scenario of [...ofRow, ...others]) {
      await this.#tryOn(fault, [scenario]);
      if (this.isKilled(fault)) return;
    }
  }

  /** Tries a fault on every scenario. */
  tryEverywhere(fault: Fault): Promise<void> {
    return this.#tryOn(fault, this.scenarios);
  }

  /** Tries a scenario that has killed nothing on the faults of the rules that it consulted. */
  async tryIdle(scenario: Scenario, faults: readonly Fault[]): Promise<void> {
    const candidates = faults.filter((candidate) => this.#consults(scenario, candidate));
    for (const fault of nearestFirst(candidates, scenario)) {
      if (this.killsOf(scenario).length > 0) return;
      if (!this.#tried.has(`${fault.id} ${scenario.id}`)) await this.#tryOn(fault, [scenario]);
    }
  }

  /** The checks that caught a fault, whatever row they judge. */
  killsBy(fault: Fault): readonly Kill[] {
    return this.#kills.get(fault.id) ?? [];
  }

  /** Whether a check of the very row that it breaks has caught the fault. */
  isKilled(fault: Fault): boolean {
    return this.killsBy(fault).some((kill) => kill.requirement === fault.requirement);
  }

  /** The faults that a scenario killed by its own Then lines; what ambient checks found in it is not its merit. */
  killsOf({ id, row }: Scenario): string[] {
    return [...this.#kills].flatMap(([fault, kills]) =>
      kills.some(({ scenario, requirement }) => scenario === id && requirement === row) ? [fault] : [],
    );
  }

  async #tryOn(fault: Fault, scenarios: readonly Scenario[]): Promise<void> {
    const { results } = await this.#play(scenarios, fault.id);
    const kills = results.flatMap(({ id, checks }) =>
      checks
        .filter(({ requirement, outcome }) => isVerdict(outcome) && this.#sound.get(id)?.has(requirement))
        .map(({ requirement }): Kill => ({ scenario: id, requirement })),
    );
    this.#kills.set(fault.id, [...this.killsBy(fault), ...kills]);
    for (const { id } of scenarios) this.#tried.add(`${fault.id} ${id}`);
  }

  async #play(
    scenarios: readonly Scenario[],
    fault: string | undefined,
  ): Promise<{ results: ScenarioResult[]; consulted: ReadonlyMap<string, ReadonlySet<string>> }> {
    const [catalogue, profile] = [this.#catalogue, this.#profile];
    const results: ScenarioResult[] = [];
    const lane = new RunLane({
      target: await openReferenceTarget({ profile, ...(fault !== undefined && { fault }) }),
      scenarios: this.scenarios,
      catalogue,
      tables: tablesUnder(catalogue, profile),
      profile,
      deadlineMs: 0,
      runId: 'selftest',
      aborted: () => false,
      gates: new Map(),
      onResult: (result) => results.push(result),
      onFault: (text) => this.unsound.push(fault === undefined ? text : `with ${fault}: ${text}`),
    });
    await perform(scenarios, lane);
    this.played += scenarios.length;
    return { results, consulted: lane.rulesConsulted };
  }

  #consults(scenario: Scenario, fault: Fault): boolean {
    return this.#consulted.get(scenario.id)?.has(fault.rule) ?? false;
  }
}

/** Faults of the scenario's own row come first, then those of its section: they are the likeliest to be killed. */
function nearestFirst(faults: readonly Fault[], { row }: Scenario): Fault[] {
  const section = row.slice(0, row.lastIndexOf('/') + 1);
  const distance = ({ requirement }: Fault) =>
    requirement === row ? 0 : requirement.startsWith(section) ? 1 : 2;
  return [...faults].sort((one, other) => distance(one) - distance(other));
}
