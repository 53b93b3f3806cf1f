import type { BaselineReport } from '../../conformance/baseline.js';
import { breaks } from '../../conformance/deviations.js';
import {
  type Check,
  type Counts,
  type Level,
  noCounts,
  type Outcome,
  type Results,
  type ScenarioResult,
  worstOf,
} from '../../conformance/results.js';
import type { Catalogue } from '../../requirements/catalogue.js';
import type { Row } from '../../requirements/row.js';
import { bySection, sectionOf, titleOfSection } from '../rows.js';
import { withFullNames } from '../scenario-names.js';
import type { ScenarioText } from '../scenario-text.js';
import { labelOf } from './column-label.js';

/** The results of one or several targets, set side by side by requirement and scenario. */

export interface ReportInput {
  /** One for each column of the report; at least one. */
  readonly results: readonly Results[];
  readonly catalogue: Catalogue;
  /** The wording of the scenarios, by id; what is missing is left out of the report. */
  readonly texts: ReadonlyMap<string, ScenarioText>;
  /** Whether SHOULD rules count in the verdict, too. */
  readonly strict?: boolean;
  /** How the results compare with their baseline; only where there is one of them. */
  readonly baseline?: BaselineReport | undefined;
}

export interface Column {
  readonly index: number;
  /** Tells the columns apart: the name of the target, and more where two are named alike. */
  readonly label: string;
  readonly results: Results;
  /** See `ReportInput`. */
  readonly baseline: BaselineReport | undefined;
}

export interface ScenarioEntry {
  readonly id: string;
  readonly name: string;
  readonly uri: string;
  readonly line: number;
  readonly text: ScenarioText | undefined;
  /** Of each column; undefined where it was not played. */
  readonly played: readonly (ScenarioResult | undefined)[];
}

/** A check that went wrong, and where. */
export interface WrongCheck {
  readonly scenario: ScenarioEntry;
  readonly check: Check;
}

export interface RequirementEntry {
  readonly id: string;
  /** Undefined for what the catalogue does not know. */
  readonly row: Row | undefined;
  readonly section: string;
  readonly level: Level;
  /** Of each column: the worst outcome of its checks; undefined where none was made. */
  readonly outcomes: readonly (Outcome | undefined)[];
  /** Of each column: how many checks ended how. */
  readonly counts: readonly Counts[];
  /** Of each column: the checks that failed, warned or were not decided. */
  readonly wrong: readonly (readonly WrongCheck[])[];
  /** The scenarios that judge it by their Then lines. */
  readonly scenarios: readonly ScenarioEntry[];
}

export interface SectionEntry {
  /** E.g. `2446/3.2.3`. */
  readonly key: string;
  readonly title: string;
  readonly requirements: readonly RequirementEntry[];
  readonly counts: readonly Counts[];
}

export interface ReportModel {
  /** See `ReportInput`. */
  readonly strict: boolean;
  readonly columns: readonly Column[];
  readonly sections: readonly SectionEntry[];
  readonly scenarios: readonly ScenarioEntry[];
  /** All that were judged, by id. */
  readonly requirements: ReadonlyMap<string, RequirementEntry>;
  readonly catalogue: Catalogue;
}

/** Sets the results side by side. Sections, requirements and scenarios stand in the order of the RFCs. */
export function modelOf({ results, catalogue, texts, strict = false, ...input }: ReportInput): ReportModel {
  const baseline = results.length === 1 ? input.baseline : undefined;
  const columns = results.map((one, index) => {
    return { index, label: labelOf(one, results, index), results: withFullNames(one), baseline };
  });
  const scenarios = scenariosOf(columns, texts);
  const requirements = requirementsOf(scenarios, columns.length, catalogue);
  const keys = [...new Set(requirements.map(({ section }) => section))].sort(bySection);
  const sections = keys.map((key) => sectionEntry(key, requirements, columns.length, catalogue));
  const byId = new Map(requirements.map((entry) => [entry.id, entry]));
  return { columns, sections, scenarios, requirements: byId, catalogue, strict };
}

/** What tells the columns apart. */
export function labelsOf({ columns }: ReportModel): string[] {
  return columns.map(({ label }) => label);
}

function scenariosOf(columns: readonly Column[], texts: ReportInput['texts']): ScenarioEntry[] {
  const played = columns.map(({ results }) => new Map(results.scenarios.map((one) => [one.id, one])));
  const latest = new Map(columns.flatMap(({ results }) => results.scenarios.map((one) => [one.id, one])));
  return [...latest.values()].map(({ id, name, uri, line }) => {
    return { id, name, uri, line, text: texts.get(id), played: played.map((byId) => byId.get(id)) };
  });
}

/** Stands for the requirement of a scenario that has no check at all. */
const NO_REQUIREMENT = '(none)';

/** The requirement that a scenario judges by its Then lines. */
export function judgedBy({ played }: ScenarioEntry): string {
  const own = played.flatMap((result) => result?.checks ?? []).find(({ ambient }) => !ambient);
  return own?.requirement ?? NO_REQUIREMENT;
}

interface Gathered {
  readonly checks: WrongCheck[][];
  readonly scenarios: ScenarioEntry[];
}

function requirementsOf(
  scenarios: readonly ScenarioEntry[],
  columns: number,
  catalogue: Catalogue,
): RequirementEntry[] {
  const gathered = new Map<string, Gathered>();
  const at = (id: string): Gathered => {
    const found = gathered.get(id) ?? { checks: Array.from({ length: columns }, () => []), scenarios: [] };
    gathered.set(id, found);
    return found;
  };
  for (const scenario of scenarios) {
    at(judgedBy(scenario)).scenarios.push(scenario);
    scenario.played.forEach((result, column) => {
      for (const check of result?.checks ?? [])
        at(check.requirement).checks[column]?.push({ scenario, check });
    });
  }
  const order = new Map([...catalogue.rows.keys()].map((id, index) => [id, index]));
  return [...gathered]
    .sort(([one], [other]) => (order.get(one) ?? order.size) - (order.get(other) ?? order.size))
    .map(([id, found]) => requirementEntry(id, found, catalogue));
}

function requirementEntry(
  id: string,
  { checks, scenarios }: Gathered,
  catalogue: Catalogue,
): RequirementEntry {
  return {
    id,
    row: catalogue.rows.get(id),
    section: sectionOf(id, catalogue),
    level: checks.flat()[0]?.check.level ?? 'implied',
    outcomes: checks.map((list) =>
      list.length === 0 ? undefined : worstOf(list.map(({ check }) => check.outcome)),
    ),
    counts: checks.map((list) => sumOf(list.map(({ check }) => ({ ...noCounts(), [check.outcome]: 1 })))),
    wrong: checks.map((list) => list.filter(({ check }) => breaks(check.outcome, true))),
    scenarios,
  };
}

function sectionEntry(
  key: string,
  all: readonly RequirementEntry[],
  columns: number,
  catalogue: Catalogue,
): SectionEntry {
  const requirements = all.filter(({ section }) => section === key);
  const counts = Array.from({ length: columns }, (_, column) =>
    sumOf(requirements.map((entry) => entry.counts[column] ?? noCounts())),
  );
  return { key, title: titleOfSection(key, catalogue), requirements, counts };
}

/** Adds counts up. */
export function sumOf(all: readonly Counts[]): Counts {
  const sum = noCounts();
  for (const counts of all) {
    for (const outcome of Object.keys(sum) as Outcome[]) sum[outcome] += counts[outcome];
  }
  return sum;
}
