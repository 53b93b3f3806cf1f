import type { Catalogue } from '../requirements/catalogue.js';
import type { RestrictionTable } from '../requirements/restriction-table.js';
import type { Profile } from '../requirements/row.js';
import type { Lane, Performance, Trouble } from '../targets/lane.js';
import {
  Blocked,
  HarnessFault,
  Inconclusive,
  Mismatch,
  TargetUnreachable,
} from '../targets/outcome-errors.js';
import type { Target, Trace, TraceEvent } from '../targets/target.js';
import { runAmbientChecks } from './ambient/ambient-checks.js';
import { probesRecordedWith } from './ambient/declared-capabilities.js';
import { lintMessage } from './ambient/tables.js';
import { type Attempt, attempt } from './attempt.js';
import { ambientChecks, checkOf, isHarnessFault, withLater } from './judge.js';
import { LaneTime, type TimeSpent } from './lane-time.js';
import type { Check, ScenarioResult } from './results.js';
import { rowOf } from './row-of.js';
import { scenarioResult } from './scenario-result.js';
import { withSideAtFault } from './side-at-fault.js';
import type { Scenario } from './suite.js';

/** What a lane works on and whom it tells. */
export interface LaneOptions {
  readonly target: Target;
  readonly scenarios: readonly Scenario[];
  readonly catalogue: Catalogue;
  /** The restriction tables under the profile. */
  readonly tables: readonly RestrictionTable[];
  readonly profile: Profile;
  readonly deadlineMs: number;
  /** Makes UIDs differ from those of all other runs. */
  readonly runId: string;
  readonly aborted: () => boolean;
  readonly gates: ClosedGates;
  /** Told of each scenario when it begins. */
  readonly onBegin?: ((scenario: Scenario) => void) | undefined;
  readonly onResult: (result: ScenarioResult) => void;
  readonly onFault: (text: string) => void;
}

/** A scenario that was played and judged, and after which it has not been cleared away yet. */
interface Ended {
  readonly scenario: Scenario;
  readonly performed: Performance;
  readonly played: Trouble | undefined;
  readonly ambient: Attempt<Check[]>;
  /** Set when the next one begins. */
  spent?: TimeSpent;
}

/** Gates that did not open, with the reason. */
export type ClosedGates = ReadonlyMap<string, string>;

/** A lane of a run: keeps what scenarios leave behind and turns it into results. */
export class RunLane implements Lane {
  readonly target: Target;
  readonly deadlineMs: number;
  /** Names of the rules that the reference consulted, by scenario. */
  readonly rulesConsulted = new Map<string, Set<string>>();
  /** Why the target cannot be reached any more; the rest of the run is called off. */
  unreachable: string | undefined;
  readonly #options: LaneOptions;
  readonly #byId: ReadonlyMap<string, Scenario>;
  readonly #idAt: ReadonlyMap<string, string>;
  readonly #events = new Map<string, TraceEvent[]>();
  readonly #time: LaneTime;
  #ended: Ended | undefined;
  #placeOf: ReadonlyMap<string, string> = new Map();

  constructor(options: LaneOptions) {
    this.#options = options;
    this.target = options.target;
    this.#time = new LaneTime(options.target);
    this.deadlineMs = options.deadlineMs;
    this.#byId = new Map(options.scenarios.map((scenario) => [scenario.id, scenario]));
    this.#idAt = new Map(options.scenarios.map(({ id, uri, line }) => [`${uri}:${line}`, id]));
  }

  aborted = (): boolean => this.#options.aborted() || this.unreachable !== undefined;

  /** Called before each pass, with the place of each pickle in it. */
  beginPass(placeOf: ReadonlyMap<string, string>): void {
    this.#placeOf = placeOf;
  }

  scenarioAt(_uri: string, pickleId: string): string {
    const id = this.#idAt.get(this.#placeOf.get(pickleId) ?? '');
    if (id === undefined) throw new HarnessFault('Cucumber plays a scenario that was not selected');
    if (this.#ended !== undefined) this.#ended.spent = this.#time.spentOn(this.#ended.scenario.id);
    this.#time.begin(id);
    const scenario = this.#byId.get(id);
    if (scenario !== undefined) this.#options.onBegin?.(scenario);
    return id;
  }

  traceOf(scenarioId: string): Trace {
    const events = this.#events.get(scenarioId) ?? [];
    this.#events.set(scenarioId, events);
    const rules = this.rulesConsulted.get(scenarioId) ?? new Set<string>();
    this.rulesConsulted.set(scenarioId, rules);
    return {
      add: (event) => events.push({ ...event, at: Date.now() }),
      rule: (name) => rules.add(name),
    };
  }

  gateClosed(gate: string, scenarioId: string): string | undefined {
    if (this.#byId.get(scenarioId)?.gate === gate) return undefined;
    return this.#options.gates.get(gate);
  }

  uidFor(scenarioId: string, meeting: number): string {
    const name = scenarioId.split('/').at(-1)?.slice(0, 40) ?? '';
    return `${this.#options.runId}-${this.#number(scenarioId)}-${meeting}-${name}@itip-conformance.invalid`;
  }

  #number(scenarioId: string): number {
    return [...this.#byId.keys()].indexOf(scenarioId) + 1;
  }

  lint(message: string): readonly string[] {
    return lintMessage(message, this.#options.tables);
  }

  async finish(performed: Performance): Promise<void> {
    const scenario = this.#byId.get(performed.scenarioId);
    if (scenario === undefined) throw new HarnessFault(`${performed.scenarioId} was not selected`);
    const { stage } = performed;
    const played = this.#unlessInterrupted(performed.trouble);
    const ambient = await attempt('its messages are judged', () =>
      this.#ambient(scenario, performed, played),
    );
    await this.clearUp();
    this.#ended = { scenario, performed, played, ambient };
    if (stage?.leave === undefined) await this.clearUp();
    else stage.leave();
  }

  /** Clears away after the scenario that ended last and tells its result; nothing where that has been done. */
  async clearUp(): Promise<void> {
    const ended = this.#ended;
    if (ended === undefined) return;
    this.#ended = undefined;
    const { scenario, performed, played, ambient } = ended;
    const clearing = await attempt('what it left behind is removed', async () => performed.stage?.close());
    const troubles = [played, ambient.trouble, clearing.trouble].filter((trouble) => trouble !== undefined);
    for (const trouble of troubles) this.#note(scenario, trouble);
    const own = withLater(this.#ownCheck(scenario, troubles[0]), troubles.slice(1));
    const checks = withSideAtFault([own, ...(ambient.value ?? [])], performed.stage, this.#options.catalogue);
    const spent = ended.spent ?? this.#time.spentOn(scenario.id);
    this.#options.onResult(this.#result(checks, ended, spent));
  }

  #ownCheck(scenario: Scenario, trouble: Trouble | undefined): Check {
    return checkOf(rowOf(this.#options.catalogue, scenario), trouble, this.#options.profile);
  }

  /** What is missing after Ctrl-C might still have come. */
  #unlessInterrupted(trouble: Trouble | undefined): Trouble | undefined {
    const missed = trouble?.error instanceof Mismatch || trouble?.error instanceof Blocked;
    if (trouble === undefined || !missed || !this.#options.aborted()) return trouble;
    return { ...trouble, error: new Inconclusive('the run was interrupted while this was played') };
  }

  async #ambient(
    scenario: Scenario,
    { stage, markers }: Performance,
    trouble: Trouble | undefined,
  ): Promise<Check[]> {
    const { catalogue, profile, tables } = this.#options;
    if (stage === undefined || this.#ownCheck(scenario, trouble).outcome === 'errored') return [];
    const { driver } = this.target.description;
    const probes = probesRecordedWith(scenario.gate, this.target.description);
    const messages = await stage.messages();
    const findings = runAmbientChecks({ messages, cast: stage.cast, driver, tables, markers, probes });
    return ambientChecks(findings, catalogue, profile);
  }

  #note(scenario: Scenario, trouble: Trouble): void {
    const { error } = trouble;
    if (error instanceof TargetUnreachable) this.unreachable ??= error.message;
    if (!isHarnessFault(trouble)) return;
    const text = error instanceof HarnessFault ? error.message : stackOf(error);
    this.#options.onFault(`${scenario.uri}:${scenario.line}: ${text}`);
  }

  #result(checks: Check[], { scenario, performed }: Ended, spent: TimeSpent): ScenarioResult {
    const events = this.#events.get(scenario.id) ?? [];
    const { waitedMs, stage } = performed;
    return scenarioResult(scenario, checks, { ...spent, waitedMs, events, cast: stage?.cast });
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
