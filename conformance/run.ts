import { randomBytes } from 'node:crypto';
import type { Catalogue } from '../requirements/catalogue.js';
import { tablesUnder } from '../requirements/catalogue.js';
import type { Profile } from '../requirements/row.js';
import type { Side, Target } from '../targets/target.js';
import { reasonNotApplicable } from './applicability.js';
import { assembleResults } from './assemble-results.js';
import { unplayedCheck } from './judge.js';
import { performOn } from './lanes.js';
import { perform } from './perform.js';
import type { GateResult, Outcome, Results, ScenarioResult, Shard } from './results.js';
import { rowOf } from './row-of.js';
import { RunLane } from './run-lane.js';
import { withoutDoubtfulFault } from './side-at-fault.js';
import type { Scenario } from './suite.js';

export interface RunOptions {
  readonly target: Target;
  /** The same target with other users, one for each further lane; scenarios are then played at the same time. */
  readonly further?: readonly Target[];
  /** What `--target` was given, for commands that repeat a scenario. */
  readonly targetOption?: string | undefined;
  /** The same of a pair: what `--organizer` and `--attendee` were given. */
  readonly sideOptions?: Readonly<Record<Side, string>> | undefined;
  readonly suite: readonly Scenario[];
  /** The scenarios to play, of the suite, in the order in which they shall be played. */
  readonly selected: readonly Scenario[];
  readonly catalogue: Catalogue;
  readonly profile: Profile;
  /** Which part of a run this is; the whole when missing. */
  readonly shard?: Shard | undefined;
  /** Longest wait for an effect, in milliseconds. */
  readonly deadlineMs: number;
  /** True once the run shall end early; what has been learned is kept. */
  readonly aborted?: () => boolean;
  readonly onBegin?: (scenario: Scenario) => void;
  readonly onResult?: (result: ScenarioResult) => void;
}

export interface RunOutcome {
  readonly results: Results;
  /** What went wrong in the harness itself; exit code 4 when there is anything. */
  readonly faults: readonly string[];
  /** Why the target could not be reached any more; exit code 3. */
  readonly unreachable: string | undefined;
  /** Names of the reference's rules that each scenario consulted. */
  readonly rulesConsulted: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Plays scenarios against a target: first the probes of the gates, then the rest. Every selected scenario has an
 * outcome in the end. Gates are probed even when their scenario was not selected, but then they are not counted.
 * Results stand in the order of the selection, on however many lanes they were gained.
 */
export async function run(options: RunOptions): Promise<RunOutcome> {
  return new Run(options).play();
}

class Run {
  readonly #options: RunOptions;
  readonly #aborted: () => boolean;
  readonly #results = new Map<string, ScenarioResult>();
  readonly #closed = new Map<string, string>();
  readonly #gates: GateResult[] = [];
  readonly #faults: string[] = [];
  readonly #startedAt = new Date();
  readonly #busyBefore: number;
  readonly #lanes: readonly [RunLane, ...RunLane[]];

  constructor(options: RunOptions) {
    this.#options = options;
    this.#aborted = options.aborted ?? (() => false);
    const { target, further = [] } = options;
    this.#busyBefore = target.busyMs?.() ?? 0;
    const runId = `itip-${randomBytes(4).toString('hex')}`;
    this.#lanes = [this.#laneOn(target, runId), ...further.map((other) => this.#laneOn(other, runId))];
  }

  #laneOn(target: Target, runId: string): RunLane {
    const { suite, catalogue, profile, deadlineMs, onBegin = () => {} } = this.#options;
    return new RunLane({
      ...{ target, catalogue, profile, deadlineMs, runId },
      onBegin: (scenario) => this.#isSelected(scenario.id) && onBegin(scenario),
      scenarios: suite,
      tables: tablesUnder(catalogue, profile),
      aborted: () => this.#aborted() || this.#unreachable !== undefined,
      gates: this.#closed,
      onResult: (result) => this.#keep(result),
      onFault: (text) => this.#faults.push(text),
    });
  }

  /** Why the target cannot be reached any more, on whichever lane that was met. */
  get #unreachable(): string | undefined {
    return this.#lanes.find(({ unreachable }) => unreachable !== undefined)?.unreachable;
  }

  /** Of all lanes together: every one of them knows it. */
  get #busyMs(): number | undefined {
    const now = this.#options.target.busyMs?.();
    return now === undefined ? undefined : now - this.#busyBefore;
  }

  async play(): Promise<RunOutcome> {
    const { suite, selected, target } = this.#options;
    for (const probe of suite.filter(({ gate }) => gate !== undefined)) await this.#probe(probe);
    const rest = selected.filter(({ id, gate }) => gate === undefined && !this.#results.has(id));
    await performOn(
      this.#lanes,
      rest.filter((scenario) => this.#isPlayable(scenario)),
    );
    const scenarios = selected.map((scenario) => this.#results.get(scenario.id) ?? this.#unplayed(scenario));
    return {
      results: assembleResults({
        ...this.#options,
        description: target.description,
        startedAt: this.#startedAt,
        busyMs: this.#busyMs,
        interrupted: this.#aborted(),
        gates: this.#gates,
        scenarios: withoutDoubtfulFault(scenarios, this.#options.catalogue),
      }),
      faults: this.#faults,
      unreachable: this.#unreachable,
      rulesConsulted: new Map(this.#lanes.flatMap(({ rulesConsulted }) => [...rulesConsulted])),
    };
  }

  async #probe(scenario: Scenario): Promise<void> {
    const gate = scenario.gate ?? '';
    if (this.#isPlayable(scenario)) await perform([scenario], this.#lanes[0]);
    const result = this.#results.get(scenario.id) ?? this.#unplayed(scenario);
    const { outcome, reason } = gateOutcome(result, [...this.#closed.values()]);
    this.#gates.push({ gate, scenario: scenario.id, outcome, ...(reason === undefined ? {} : { reason }) });
    if (outcome !== 'passed' && outcome !== 'not-applicable') {
      this.#closed.set(gate, `the gate ${gate} is closed: ${reason ?? outcome}`);
    }
  }

  /** False when an outcome is known beforehand; it is then on record. */
  #isPlayable(scenario: Scenario): boolean {
    const { catalogue, target, profile } = this.#options;
    const row = rowOf(catalogue, scenario);
    const reason = reasonNotApplicable(scenario, row, target.description, profile);
    if (reason === undefined) return true;
    this.#keep(this.#without(scenario, 'not-applicable', reason));
    return false;
  }

  #unplayed(scenario: Scenario): ScenarioResult {
    const unreachable = this.#unreachable;
    if (unreachable !== undefined) {
      return this.#without(scenario, 'errored', `the target cannot be reached: ${unreachable}`);
    }
    if (this.#aborted()) {
      return this.#without(scenario, 'inconclusive', 'the run was interrupted before this scenario');
    }
    this.#faults.push(`${scenario.uri}:${scenario.line} ended without a result`);
    return this.#without(scenario, 'errored', 'fault of the harness: it ended without a result');
  }

  #without(scenario: Scenario, outcome: Outcome, reason: string): ScenarioResult {
    const { id, name, uri, line } = scenario;
    const { catalogue, profile } = this.#options;
    const check = unplayedCheck(rowOf(catalogue, scenario), outcome, reason, profile);
    return { id, name, uri, line, outcome, reason, durationMs: 0, waitedMs: 0, checks: [check] };
  }

  #keep(result: ScenarioResult): void {
    this.#results.set(result.id, result);
    if (this.#isSelected(result.id)) this.#options.onResult?.(result);
  }

  #isSelected(scenarioId: string): boolean {
    return this.#options.selected.some(({ id }) => id === scenarioId);
  }
}

/**
 * A gate is judged by its own row; what ambient checks found in the probe does not close it. A probe that the target
 * refused has failed: with `blocked` a target that refuses everything would look as if it broke nothing.
 */
function gateOutcome(
  { checks, outcome, reason }: ScenarioResult,
  closed: readonly string[],
): Pick<GateResult, 'outcome'> & { readonly reason: string | undefined } {
  const own = checks.find(({ ambient }) => !ambient) ?? { outcome, reason };
  const refused = own.outcome === 'blocked' && !closed.includes(own.reason ?? '');
  return { outcome: refused ? 'failed' : own.outcome, reason: own.reason };
}
