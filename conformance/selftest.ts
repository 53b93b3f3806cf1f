import type { Catalogue } from '../requirements/catalogue.js';
import { tablesUnder } from '../requirements/catalogue.js';
import { type Fault, openReferenceTarget, seededFaults } from '../targets/reference/reference-target.js';
import { perform } from './perform.js';
import type { Outcome, ScenarioResult } from './results.js';
import { RunLane } from './run-lane.js';
import type { Scenario } from './suite.js';

/** A check that passes on the sound reference and is failed or warned with the fault. */
export interface Kill {
  readonly scenario: string;
  readonly requirement: string;
}

export interface FaultReport {
  readonly id: string;
  readonly summary: string;
  readonly rule: string;
  /** The row that the fault breaks. */
  readonly requirement: string;
  readonly source?: string | readonly string[];
  readonly opposite?: string;
  readonly kills: readonly Kill[];
}

export interface SelftestReport {
  readonly faults: readonly FaultReport[];
  /** For every scenario the faults that it killed by the row that it judges. */
  readonly scenarios: readonly { readonly id: string; readonly kills: readonly string[] }[];
  /** Ids of the faults that no scenario killed by the row that they break. */
  readonly survivors: readonly string[];
  /** Ids of the scenarios that killed nothing. */
  readonly idle: readonly string[];
  /** What does not pass on the sound reference, or went wrong in the harness. */
  readonly unsound: readonly string[];
  readonly played: number;
  readonly durationMs: number;
}

export interface SelftestOptions {
  readonly suite: readonly Scenario[];
  readonly catalogue: Catalogue;
  /** Fills the whole matrix instead of stopping at the first kill. */
  readonly full?: boolean;
  readonly onProgress?: (done: number, all: number) => void;
}

/**
 * Proves the suite on broken references. A fault is tried on the scenarios of the row that it breaks and, where that
 * row is judged on every message, on those that consulted its rule, until a check of that very row fails. Then each
 * scenario that has killed nothing is tried on the faults of the rules that it consulted.
 */
export async function selftest(options: SelftestOptions): Promise<SelftestReport> {
  const startedAt = performance.now();
  const matrix = new Matrix(options);
  await matrix.playSound();
  const faults = seededFaults();
  for (const [index, fault] of faults.entries()) {
    await matrix.tryFault(fault);
    options.onProgress?.(index + 1, faults.length);
  }
  for (const scenario of options.suite) await matrix.tryIdle(scenario, faults);
  return { ...matrix.report(faults), durationMs: performance.now() - startedAt };
}

/** Only a verdict kills: what is blocked or errored has not caught the fault, it has stumbled over it. */
function isVerdict(outcome: Outcome): boolean {
  return outcome === 'failed' || outcome === 'warned';
}

class Matrix {
  readonly #options: SelftestOptions;
  readonly #sound = new Map<string, ReadonlySet<string>>();
  readonly #kills = new Map<string, Kill[]>();
  readonly #tried = new Set<string>();
  readonly #unsound: string[] = [];
  #consulted: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  #played = 0;

  constructor(options: SelftestOptions) {
    this.#options = options;
  }

  /** Plays everything on the sound reference; all must pass. */
  async playSound(): Promise<void> {
    const { results, consulted } = await this.#play(this.#options.suite, undefined);
    this.#consulted = consulted;
    for (const { id, outcome, reason, checks } of results) {
      if (outcome !== 'passed') this.#unsound.push(`${id}: ${outcome}: ${reason ?? ''}`);
      const passed = checks.filter((check) => check.outcome === 'passed');
      this.#sound.set(id, new Set(passed.map(({ requirement }) => requirement)));
    }
  }

  async tryFault(fault: Fault): Promise<void> {
    const { suite, full = false } = this.#options;
    if (full) return this.#tryOn(fault, suite);
    const ofRow = suite.filter(({ row }) => row === fault.requirement);
    const others = suite.filter((scenario) => !ofRow.includes(scenario) && this.#consults(scenario, fault));
    for (const scenario of [...ofRow, ...others]) {
      await this.#tryOn(fault, [scenario]);
      if (this.#isKilled(fault)) return;
    }
  }

  async tryIdle(scenario: Scenario, faults: readonly Fault[]): Promise<void> {
    const candidates = faults.filter((candidate) => this.#consults(scenario, candidate));
    for (const fault of nearestFirst(candidates, scenario)) {
      if (this.#killsOf(scenario).length > 0) return;
      if (!this.#tried.has(`${fault.id} ${scenario.id}`)) await this.#tryOn(fault, [scenario]);
    }
  }

  report(faults: readonly Fault[]): Omit<SelftestReport, 'durationMs'> {
    const scenarios = this.#options.suite.map((scenario) => ({
      id: scenario.id,
      kills: this.#killsOf(scenario),
    }));
    return {
      faults: faults.map((fault) => {
        const { replacement: _replacement, ...told } = fault;
        return { ...told, kills: this.#kills.get(fault.id) ?? [] };
      }),
      scenarios,
      survivors: faults.filter((fault) => !this.#isKilled(fault)).map(({ id }) => id),
      idle: scenarios.filter(({ kills }) => kills.length === 0).map(({ id }) => id),
      unsound: this.#unsound,
      played: this.#played,
    };
  }

  async #tryOn(fault: Fault, scenarios: readonly Scenario[]): Promise<void> {
    const { results } = await this.#play(scenarios, fault.id);
    const kills = results.flatMap(({ id, checks }) =>
      checks
        .filter(({ requirement, outcome }) => isVerdict(outcome) && this.#sound.get(id)?.has(requirement))
        .map(({ requirement }): Kill => ({ scenario: id, requirement })),
    );
    this.#kills.set(fault.id, [...(this.#kills.get(fault.id) ?? []), ...kills]);
    for (const { id } of scenarios) this.#tried.add(`${fault.id} ${id}`);
  }

  async #play(
    scenarios: readonly Scenario[],
    fault: string | undefined,
  ): Promise<{ results: ScenarioResult[]; consulted: ReadonlyMap<string, ReadonlySet<string>> }> {
    const { suite, catalogue } = this.#options;
    const results: ScenarioResult[] = [];
    const lane = new RunLane({
      target: await openReferenceTarget(fault === undefined ? {} : { fault }),
      scenarios: suite,
      catalogue,
      tables: tablesUnder(catalogue, 'rfc5546'),
      profile: 'rfc5546',
      deadlineMs: 0,
      runId: 'selftest',
      aborted: () => false,
      gates: new Map(),
      onResult: (result) => results.push(result),
      onFault: (text) => this.#unsound.push(fault === undefined ? text : `with ${fault}: ${text}`),
    });
    await perform(scenarios, lane);
    this.#played += scenarios.length;
    return { results, consulted: lane.rulesConsulted };
  }

  #consults(scenario: Scenario, fault: Fault): boolean {
    return this.#consulted.get(scenario.id)?.has(fault.rule) ?? false;
  }

  #isKilled({ id, requirement }: Fault): boolean {
    return (this.#kills.get(id) ?? []).some((kill) => kill.requirement === requirement);
  }

  /** What a scenario killed by its own Then lines; what ambient checks found in it is not its merit. */
  #killsOf({ id, row }: Scenario): string[] {
    return [...this.#kills].flatMap(([fault, kills]) =>
      kills.some(({ scenario, requirement }) => scenario === id && requirement === row) ? [fault] : [],
    );
  }
}

/** Faults of the scenario's own row come first, then those of its section: they are the likeliest to be killed. */
function nearestFirst(faults: readonly Fault[], { row }: Scenario): Fault[] {
  const section = row.slice(0, row.lastIndexOf('/') + 1);
  const distance = ({ requirement }: Fault) =>
    requirement === row ? 0 : requirement.startsWith(section) ? 1 : 2;
  return [...faults].sort((one, other) => distance(one) - distance(other));
}
