import { isJudged } from '../../conformance/deviations.js';
import type { Finding, Shown } from '../../conformance/findings/gather.js';
import type { Results } from '../../conformance/results.js';
import type { Catalogue } from '../../requirements/catalogue.js';
import { nameOfSection, type Row } from '../../requirements/row.js';
import { unfold } from '../../simulator/icalendar/folding.js';
import { commandFor } from '../failure.js';
import { block, code, plain } from '../markdown/escape.js';
import { placeOf } from '../rows.js';
import { groupedLines } from './checks-part.js';
import { evidenceFor } from './evidence.js';
import { excerpt } from './excerpt.js';
import { standingOf } from './standing.js';
import { type Steady, steadyIn } from './steady.js';

/** What the parts of a page are made from. */
export interface PageOptions {
  readonly results: Results;
  readonly catalogue: Catalogue;
  /** Way from the page to the folder of the features, e.g. `../..`; without it they are named and not linked. */
  readonly root?: string | undefined;
}

/** One finding: what is wrong, by which rule, the exchange that shows it, the other reading, and all its checks. */
export function findingPart(finding: Finding, number: number, options: PageOptions): string[] {
  const { note } = finding;
  const standing = standingOf(finding, options.catalogue, options.results.profile);
  const { outcome, verdict, level, checks } = standing;
  return [
    `<a id="${note.id}"></a>`,
    '',
    `## ${number}. ${note.title}`,
    '',
    `*${[verdict, level, counted(checks, 'check')].join(', ')}*`,
    '',
    note.sentence,
    '',
    ...(isJudged(outcome) ? requirementLines(finding, options) : unjudgedLines(finding)),
    ...exampleLines(finding, options),
    ...(note.proof === undefined ? [] : [note.proof, '']),
    `**Another reading:** ${note.reading} **${note.excused ? 'Excused' : 'Not excused'}.**`,
    '',
    ...groupedLines(finding.shown, options),
  ];
}

/** A number with its noun. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function requirementLines({ shown }: Finding, { catalogue, results }: PageOptions): string[] {
  const ids = [...new Set(shown.map(({ check }) => check.requirement))];
  const lines = ids.flatMap((id) => {
    const row = catalogue.rows.get(id);
    if (row === undefined) return [`- ${code(id)}, not in the catalogue`];
    return [
      `- ${code(id)} (${placeOf(id, catalogue, results.profile)}${successorOf(row)}): ${oneLine(row.text)}`,
      ...(row.ruling === undefined ? [] : [`  How we read it: ${oneLine(row.ruling)}`]),
    ];
  });
  return [...lines, ''];
}

function unjudgedLines({ shown }: Finding): string[] {
  const ids = [...new Set(shown.map(({ check }) => code(check.requirement)))];
  return [`Not judged because of it: ${ids.join(', ')}.`, ''];
}

function successorOf({ successor }: Row): string {
  return successor === undefined ? '' : `; now ${nameOfSection(successor)}`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** The check that is told in full: of the scenario that the notes name, else the first of the worst outcome. */
function exampleOf({ note, shown }: Finding, outcome: string): Shown | undefined {
  const own = shown.filter(({ check }) => check.outcome === outcome);
  return own.find(({ scenario }) => scenario.id === note.shown) ?? own[0];
}

function exampleLines(finding: Finding, options: PageOptions): string[] {
  const { results, catalogue } = options;
  const example = exampleOf(finding, standingOf(finding, catalogue, results.profile).outcome);
  if (example === undefined) return [];
  const { scenario, check } = example;
  const steady = steadyIn(scenario, results);
  const name = `**${plain(scenario.name)}**`;
  const about = isJudged(check.outcome) ? 'judged by' : 'about';
  const said = ([label, text]: [string, string | undefined]): string[] =>
    text === undefined ? [] : [`- ${label}: ${plain(steady(text))}`];
  const reason = check.expected === undefined ? check.reason : undefined;
  return [
    `${name} (${featureOf(scenario.uri, options)}), ${about} ${code(check.requirement)}:`,
    '',
    ...said(['expected', check.expected]),
    ...said(['found', check.actual]),
    ...said(['reason', reason]),
    '',
    ...evidenceLines(finding, example, steady),
    ...block([commandFor(scenario.id, results), `npx itip explain ${check.requirement}`].join('\n'), 'sh'),
    '',
  ];
}

function evidenceLines({ note }: Finding, { scenario, check }: Shown, steady: Steady): string[] {
  if (note.lines?.length === 0) return [];
  return evidenceFor(check, scenario.exchange ?? []).flatMap(({ caption, text }) => {
    const lines = excerpt(steady(unfold(text)), note.lines);
    return lines.length === 0 ? [`${caption}.`, ''] : [`${caption}:`, '', ...block(lines.join('\n')), ''];
  });
}

function featureOf(uri: string, { root }: PageOptions): string {
  return root === undefined ? code(uri) : `[${uri.replace(/^.*\//, '')}](${root}/${encodeURI(uri)})`;
}
