import { breaks } from '../../conformance/deviations.js';
import { type Counts, noCounts } from '../../conformance/results.js';
import { differs, isUneven } from './agreement.js';
import { tally } from './faces.js';
import { filteredHref } from './filter-view.js';
import { anchorOf, type Markup, markup } from './markup.js';
import { labelsOf, type ReportModel, type RequirementEntry, type SectionEntry, sumOf } from './model.js';

/** One column of the matrix: what it counts of a requirement, and which scenarios that leads to. */
interface Heading {
  readonly title: string;
  readonly countsOf: (entry: RequirementEntry) => Counts;
  readonly terms: Readonly<Record<string, string | number>>;
}

/** Sections that stand together under a title. */
interface Group {
  readonly title: string;
  readonly has: (section: SectionEntry) => boolean;
  /** Requirements that are told below their section. */
  readonly told: (entry: RequirementEntry) => boolean;
}

/** Checks by section: by target where there are several, else by method. What needs a look stands first. */
export function matrixView(model: ReportModel): Markup {
  const several = model.columns.length > 1;
  const headings = several ? targetHeadings(model) : methodHeadings(model);
  const groups = several ? BY_DIFFERENCE : BY_TROUBLE;
  const titles = headings.map(({ title }) => title);
  return markup`<section id="matrix"><h2>By section${several ? ' and target' : ' and method'}</h2>
    <p class="quiet">Each cell leads to its scenarios.</p>
    <div class="scroll" role="region" tabindex="0" aria-label="Checks by section"><table class="matrix">
    ${headRow('Section', titles)}${grouped(model, groups, headings)}</table></div>
    ${several && methodTable(model)}</section>`;
}

const nothing = (): boolean => false;

const BY_DIFFERENCE: readonly Group[] = [
  { title: 'The targets differ', has: some(differs), told: differs },
  { title: 'Not judged on all targets', has: some(isUneven), told: nothing },
  { title: 'No difference', has: () => true, told: nothing },
];

const BY_TROUBLE: readonly Group[] = [
  { title: 'Something wrong or blocked', has: some(isSpoiled), told: nothing },
  { title: 'Nothing wrong', has: () => true, told: nothing },
];

function some(is: (entry: RequirementEntry) => boolean): Group['has'] {
  return ({ requirements }) => requirements.some(is);
}

function isSpoiled({ outcomes }: RequirementEntry): boolean {
  return outcomes.some(
    (outcome) => outcome !== undefined && (breaks(outcome, true) || outcome === 'blocked'),
  );
}

/** Each section in the first group that it fits. */
function grouped(model: ReportModel, groups: readonly Group[], headings: readonly Heading[]): Markup[] {
  let left = model.sections;
  return groups.flatMap((group) => {
    const own = left.filter(group.has);
    left = left.filter((section) => !own.includes(section));
    if (own.length === 0) return [];
    const rows = own.map((section) => [
      sectionRow(section, headings),
      ...section.requirements.filter(group.told).map((entry) => requirementRow(entry, model)),
    ]);
    const title = markup`<th scope="rowgroup" colspan="${headings.length + 1}">${group.title}</th>`;
    return markup`<tbody><tr class="group">${title}</tr>${rows}</tbody>`;
  });
}

function headRow(first: string, titles: readonly string[]): Markup {
  return markup`<thead><tr>${[first, ...titles].map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead>`;
}

function targetHeadings({ columns }: ReportModel): Heading[] {
  return columns.map(({ label, index }) => ({
    title: label,
    countsOf: ({ counts }) => counts[index] ?? noCounts(),
    terms: { t: index + 1 },
  }));
}

function methodHeadings({ requirements }: ReportModel): Heading[] {
  const byMethod = methodsOf([...requirements.values()]).map((method) => ({
    title: titleOf(method),
    countsOf: (entry: RequirementEntry) => (methodOf(entry) === method ? sumOf(entry.counts) : noCounts()),
    terms: { m: method },
  }));
  return [...byMethod, { title: 'all', countsOf: ({ counts }) => sumOf(counts), terms: {} }];
}

/** `any` stands last. */
function methodsOf(entries: readonly RequirementEntry[]): string[] {
  const methods = [...new Set(entries.map(methodOf))];
  return [...methods.filter((method) => method !== 'any'), ...methods.filter((method) => method === 'any')];
}

function methodOf({ row }: RequirementEntry): string {
  return row?.method ?? 'any';
}

function titleOf(method: string): string {
  return method === 'any' ? 'any method' : method;
}

function sectionRow({ key, title, requirements }: SectionEntry, headings: readonly Heading[]): Markup {
  const cells = headings.map(({ countsOf, terms }) => cell(requirements.map(countsOf), { s: key, ...terms }));
  const link = markup`<a href="#${anchorOf(key)}"><span class="key">${key}</span> ${title}</a>`;
  return markup`<tr><th scope="row">${link}</th>${cells}</tr>`;
}

/** Counts that lead to the scenarios that were counted. */
function cell(counts: readonly Counts[], terms: Heading['terms']): Markup {
  const sum = sumOf(counts);
  if (Object.values(sum).every((count) => count === 0)) return markup`<td>${tally(sum)}</td>`;
  return markup`<td><a class="cell" href="${filteredHref(terms)}">${tally(sum)}</a></td>`;
}

/** A requirement on each target, which leads to the first scenario that went wrong there. */
function requirementRow({ id, counts, wrong }: RequirementEntry, { columns }: ReportModel): Markup {
  const cells = columns.map(({ index }) => {
    const own = tally(counts[index] ?? noCounts());
    const [first] = wrong[index] ?? [];
    const linked = first && markup`<a class="cell" href="#${anchorOf(first.scenario.id)}">${own}</a>`;
    return markup`<td>${linked ?? own}</td>`;
  });
  const name = id.split('/').at(-1) ?? id;
  return markup`<tr class="sub"><th scope="row"><a href="#${anchorOf(id)}">${name}</a></th>${cells}</tr>`;
}

/** Checks by method and target. */
function methodTable(model: ReportModel): Markup {
  const entries = [...model.requirements.values()];
  const rows = methodsOf(entries).map((method) => {
    const own = entries.filter((entry) => methodOf(entry) === method);
    const cells = model.columns.map(({ index }) =>
      cell(
        own.map(({ counts }) => counts[index] ?? noCounts()),
        { m: method, t: index + 1 },
      ),
    );
    return markup`<tr><th scope="row">${titleOf(method)}</th>${cells}</tr>`;
  });
  return markup`<h3>By method and target</h3>
    <div class="scroll" role="region" tabindex="0" aria-label="Checks by method"><table class="matrix">
    ${headRow('Method', labelsOf(model))}
    <tbody>${rows}</tbody></table></div>`;
}
