import { breaks } from '../../conformance/deviations.js';
import { placeOf } from '../rows.js';
import { plural } from '../verdict.js';
import { differs } from './agreement.js';
import { faultLine, findings } from './check-view.js';
import { outcomeMark, outcomeMarks } from './faces.js';
import { knownLine } from './known-line.js';
import { anchorOf, type Markup, markup } from './markup.js';
import { type Column, labelsOf, type ReportModel, type RequirementEntry, type WrongCheck } from './model.js';
import { scenarioLink } from './scenario-view.js';

/** Scenarios told for each requirement and target, what no baseline accepts first; the others stand in its section. */
const MOST_TOLD = 3;

/** What does not hold, by requirement: first where targets differ, then what is broken everywhere, then SHOULDs. */
export function brokenView(model: ReportModel): Markup {
  const broken = [...model.requirements.values()].filter(({ wrong }) => wrong.flat().length > 0);
  const hard = broken.filter(isHard);
  const differing = model.columns.length > 1 ? hard.filter(differs) : [];
  const common = hard.filter((entry) => !differing.includes(entry));
  const soft = broken.filter((entry) => !isHard(entry));
  const groups = [
    group('Where the targets differ', differing, model),
    group(model.columns.length > 1 ? 'Broken on every target that was judged by it' : '', common, model),
    group('SHOULD rules that are not followed', soft, model),
  ];
  return markup`<section id="broken"><h2>What does not hold</h2>
    ${broken.length === 0 ? markup`<p>Nothing of what was judged.</p>` : groups}</section>`;
}

function isHard({ wrong }: RequirementEntry): boolean {
  return wrong.flat().some(({ check }) => breaks(check.outcome, false));
}

function group(title: string, entries: readonly RequirementEntry[], model: ReportModel): Markup | undefined {
  if (entries.length === 0) return undefined;
  const cards = entries.map((entry) => card(entry, model));
  return markup`${title !== '' && markup`<h3>${title}</h3>`}<ul class="cards">${cards}</ul>`;
}

function card(entry: RequirementEntry, model: ReportModel): Markup {
  const { columns, catalogue } = model;
  const labels = labelsOf(model);
  const profile = columns[0]?.results.profile ?? 'rfc5546';
  return markup`<li class="card"><p class="says">${entry.row?.text ?? entry.id}</p>
    <p class="quiet"><a href="#${anchorOf(entry.id)}">${entry.id}</a> ${placeOf(entry.id, catalogue, profile)}</p>
    ${columns.length > 1 && markup`<p>${outcomeMarks(entry.outcomes, labels)}</p>`}
    ${columns.map((column) => wrongIn(entry, column, model))}</li>`;
}

function wrongIn(entry: RequirementEntry, column: Column, model: ReportModel): Markup | undefined {
  const wrong = entry.wrong[column.index] ?? [];
  if (wrong.length === 0) return undefined;
  const rest = wrong.length - MOST_TOLD;
  const known = wrong.filter(({ scenario, check }) =>
    knownLine(scenario.id, check.outcome, column, model.strict),
  );
  const newFirst = [...wrong.filter((one) => !known.includes(one)), ...known];
  const shown = newFirst.slice(0, MOST_TOLD).map((one) => told(one, column, model));
  return markup`<div class="of">${shown}
    ${rest > 0 && markup`<p class="quiet">and in ${plural(rest, 'more scenario')}</p>`}</div>`;
}

function told({ scenario, check }: WrongCheck, column: Column, { columns, strict }: ReportModel): Markup {
  const label = columns.length > 1 ? column.label : undefined;
  return markup`<div class="told"><p>${outcomeMark(check.outcome, label)} ${scenarioLink(scenario)}</p>
    ${knownLine(scenario.id, check.outcome, column, strict)}${findings(check)}
    ${faultLine(check, column.results)}</div>`;
}
