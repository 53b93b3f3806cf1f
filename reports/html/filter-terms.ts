import type { Check, Outcome, ScenarioResult } from '../../conformance/results.js';
import type { ReportModel, RequirementEntry, ScenarioEntry } from './model.js';
import { judgedBy } from './model.js';

/**
 * The terms that filters look for, e.g. `l:must o:failed p:attendee m:REPLY s:2446/3.2.3`: level, outcome, party,
 * method and section. Of several targets, counted from 1, `t:2` says that it was played there, and `o2:failed` how it
 * ended. Checks that went wrong beside a scenario count like its own.
 */
export function searchTerms(scenario: ScenarioEntry, { requirements }: ReportModel): string {
  const { played } = scenario;
  const wrong = played.flatMap((result) => (result === undefined ? [] : wrongIn(result)));
  const ids = new Set([judgedBy(scenario), ...wrong.map(({ requirement }) => requirement)]);
  const entries = [...ids].flatMap((id) => requirements.get(id) ?? []);
  const outcomes = played.map((result) => (result === undefined ? [] : [result, ...wrongIn(result)]));
  const terms = outcomeTerms(outcomes.map((list) => list.map(({ outcome }) => outcome)));
  return [...new Set([...entries.flatMap(ruleTerms), ...terms])].join(' ');
}

function wrongIn({ checks }: ScenarioResult): Check[] {
  return checks.filter(({ outcome }) => outcome !== 'passed');
}

/** From the outcomes in each column. */
function outcomeTerms(columns: readonly (readonly Outcome[])[]): string[] {
  const any = columns.flat().map((outcome) => `o:${outcome}`);
  if (columns.length === 1) return any;
  const own = columns.flatMap((outcomes, index) => [
    ...(outcomes.length === 0 ? [] : [`t:${index + 1}`]),
    ...outcomes.map((outcome) => `o${index + 1}:${outcome}`),
  ]);
  return [...any, ...own];
}

/** The terms of a requirement that no scenario judges on its own. */
export function requirementTerms(entry: RequirementEntry): string {
  const outcomes = entry.outcomes.map((outcome) => (outcome === undefined ? [] : [outcome]));
  return [...new Set([...ruleTerms(entry), ...outcomeTerms(outcomes)])].join(' ');
}

function ruleTerms({ level, row, section }: RequirementEntry): string[] {
  return [`l:${level}`, ...(row === undefined ? [] : [`p:${row.party}`, `m:${row.method}`]), `s:${section}`];
}
