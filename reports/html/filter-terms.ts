import type { ReportModel, RequirementEntry, ScenarioEntry } from './model.js';
import { judgedBy } from './model.js';

/**
 * The terms that filters look for, e.g. `l:must o:failed p:attendee s:2446/3.2.3`: level, outcome, party and section.
 * Checks that went wrong beside a scenario count like its own.
 */
export function searchTerms(scenario: ScenarioEntry, { requirements }: ReportModel): string {
  const results = scenario.played.flatMap((result) => result ?? []);
  const wrong = results.flatMap(({ checks }) => checks.filter(({ outcome }) => outcome !== 'passed'));
  const ids = new Set([judgedBy(scenario), ...wrong.map(({ requirement }) => requirement)]);
  const entries = [...ids].flatMap((id) => requirements.get(id) ?? []);
  const outcomes = [...results, ...wrong].map(({ outcome }) => `o:${outcome}`);
  return [...new Set([...entries.flatMap(ruleTerms), ...outcomes])].join(' ');
}

/** The terms of a requirement that no scenario judges on its own. */
export function requirementTerms(entry: RequirementEntry): string {
  const outcomes = entry.outcomes.flatMap((outcome) => (outcome === undefined ? [] : [`o:${outcome}`]));
  return [...new Set([...ruleTerms(entry), ...outcomes])].join(' ');
}

function ruleTerms({ level, row, section }: RequirementEntry): string[] {
  return [`l:${level}`, ...(row === undefined ? [] : [`p:${row.party}`]), `s:${section}`];
}
