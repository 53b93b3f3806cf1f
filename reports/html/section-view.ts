import { type Outcome, worstOf } from '../../conformance/results.js';
import type { Profile, Row } from '../../requirements/row.js';
import { aroundTitle, sectionOf, strengthOf } from '../rows.js';
import { plural } from '../verdict.js';
import { outcomeMarks, tally } from './faces.js';
import { requirementTerms } from './filter-terms.js';
import { anchorOf, type Markup, markup } from './markup.js';
import { labelsOf, type ReportModel, type RequirementEntry, type SectionEntry } from './model.js';
import { type ScenarioOptions, scenarioLink, scenarioView } from './scenario-view.js';

/** Scenarios that are named where a requirement is judged beside them. */
const MOST_LINKS = 8;

/** A section with its requirements and their scenarios; open when something in it did not pass. */
export function sectionView(section: SectionEntry, options: ScenarioOptions): Markup {
  const { columns } = options.model;
  const { key, title, requirements, counts } = section;
  const { number, document } = aroundTitle(key);
  const spoiled = requirements.some(({ outcomes }) => outcomes.some(isSpoiled));
  const open = spoiled && ' open';
  const [only] = counts;
  const marks = columns.length === 1 && only !== undefined ? tally(only) : worstMarks(section, options.model);
  return markup`<details class="section" id="${anchorOf(key)}"${open}>
    <summary><h3>${number} ${title} <small>${document}</small></h3> <span class="of">${marks}</span></summary>
    ${requirements.map((entry) => requirementView(entry, options))}${notJudged(key, options.model)}</details>`;
}

function worstMarks({ requirements }: SectionEntry, model: ReportModel): Markup {
  const worst = model.columns.map(({ index }) => {
    const outcomes = requirements.flatMap((entry) => entry.outcomes[index] ?? []);
    return outcomes.length === 0 ? undefined : worstOf(outcomes);
  });
  return outcomeMarks(worst, labelsOf(model));
}

function isSpoiled(outcome: Outcome | undefined): boolean {
  return outcome !== undefined && outcome !== 'passed' && outcome !== 'not-applicable';
}

function requirementView(entry: RequirementEntry, options: ScenarioOptions): Markup {
  const { id, row, scenarios } = entry;
  const profile = options.model.columns[0]?.results.profile ?? 'rfc5546';
  const terms = scenarios.length === 0 && markup` data-f="${requirementTerms(entry)}"`;
  const marks = outcomeMarks(entry.outcomes, labelsOf(options.model));
  return markup`<article class="rq" id="${anchorOf(id)}"${terms}><h4><a href="#${anchorOf(id)}">${id}</a> ${marks}</h4>
    ${row === undefined ? markup`<p>This requirement is not in the catalogue.</p>` : ruleView(row, profile)}
    ${scenarios.map((scenario) => scenarioView(scenario, options))}${besideView(entry)}</article>`;
}

function ruleView(row: Row, profile: Profile): Markup {
  const { text, party, duty, method, successor, source, ruling } = row;
  const facts = [
    strengthOf(row, profile),
    `${party}, ${duty}`,
    method === 'any' ? '' : method,
    source.lines === undefined ? '' : `lines ${source.lines.join('–')}`,
    successor === undefined ? '' : `RFC 5546 section ${successor.section}`,
  ];
  return markup`<p>${text}</p><p class="quiet">${facts.filter((fact) => fact !== '').join(' · ')}</p>
    ${ruling !== undefined && markup`<p class="ruling"><b>Ruling:</b> ${ruling}</p>`}`;
}

/** How often a requirement was judged beside scenarios of other ones, and where it did not pass. */
function besideView({ counts, wrong, scenarios }: RequirementEntry): Markup | undefined {
  const checks = Math.max(...counts.map(({ passed, failed, warned }) => passed + failed + warned));
  const own = new Set(scenarios);
  const found = [...new Set(wrong.flat().map(({ scenario }) => scenario))].filter((one) => !own.has(one));
  if (checks <= scenarios.length && found.length === 0) return undefined;
  const links = found.slice(0, MOST_LINKS).map((scenario) => markup`<li>${scenarioLink(scenario)}</li>`);
  const rest = found.length - links.length;
  const more = rest > 0 && markup`<li>and ${rest} more</li>`;
  return markup`<p class="quiet">Judged ${plural(checks, 'time')} in scenarios.</p>
    ${links.length > 0 && markup`<p>It did not hold in:</p><ul>${links}${more}</ul>`}`;
}

/** The rules of the section that these results say nothing about, with the reason where there is one. */
function notJudged(key: string, { catalogue, requirements }: ReportModel): Markup | undefined {
  const rows = [...catalogue.rows.values()].filter(
    ({ id }) => sectionOf(id, catalogue) === key && !requirements.has(id),
  );
  if (rows.length === 0) return undefined;
  const items = rows.map(({ text, untested, unobservable }) => {
    const reason = unobservable ?? untested ?? 'its scenario was not selected';
    return markup`<li>${text} <span class="quiet">${reason}</span></li>`;
  });
  const count = plural(rows.length, 'more rule');
  return markup`<details class="rest"><summary>${count} of this section, not judged here</summary>
    <ul>${items}</ul></details>`;
}
