import { breaks } from '../../conformance/deviations.js';
import { type Counts, noCounts } from '../../conformance/results.js';
import { differs } from './broken-view.js';
import { tally } from './faces.js';
import { anchorOf, type Markup, markup } from './markup.js';
import { labelsOf, type ReportModel, type RequirementEntry, type SectionEntry, sumOf } from './model.js';

/** One column of the matrix, and what it counts of a requirement. */
interface Heading {
  readonly title: string;
  readonly countsOf: (entry: RequirementEntry) => Counts;
}

/** Checks by section: by target where there are several, else by method. What needs a look stands first. */
export function matrixView(model: ReportModel): Markup {
  const several = model.columns.length > 1;
  const headings = several ? targetHeadings(model) : methodHeadings(model);
  const isFirst = several ? sectionDiffers : sectionIsSpoiled;
  const first = model.sections.filter(isFirst);
  const others = model.sections.filter((section) => !isFirst(section));
  const titles = several
    ? ['The targets differ', 'No difference']
    : ['Something wrong or blocked', 'Nothing wrong'];
  return markup`<section id="matrix"><h2>By section${several ? ' and target' : ' and method'}</h2>
    <div class="scroll" role="region" tabindex="0" aria-label="Checks by section"><table class="matrix">
    ${headRow(
      'Section',
      headings.map(({ title }) => title),
    )}
    ${group(titles[0], first, headings)}${group(titles[1], others, headings)}</table></div>
    ${several && methodTable(model)}</section>`;
}

function headRow(first: string, titles: readonly string[]): Markup {
  return markup`<thead><tr>${[first, ...titles].map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead>`;
}

function targetHeadings({ columns }: ReportModel): Heading[] {
  return columns.map(({ label, index }) => ({
    title: label,
    countsOf: ({ counts }) => counts[index] ?? noCounts(),
  }));
}

function methodHeadings({ requirements }: ReportModel): Heading[] {
  const methods = methodsOf([...requirements.values()]);
  const byMethod = methods.map((method) => ({
    title: method === 'any' ? 'any method' : method,
    countsOf: (entry: RequirementEntry) => (methodOf(entry) === method ? sumOf(entry.counts) : noCounts()),
  }));
  return [...byMethod, { title: 'all', countsOf: ({ counts }) => sumOf(counts) }];
}

/** `any` stands last. */
function methodsOf(entries: readonly RequirementEntry[]): string[] {
  const methods = [...new Set(entries.map(methodOf))];
  return [...methods.filter((method) => method !== 'any'), ...methods.filter((method) => method === 'any')];
}

function methodOf({ row }: RequirementEntry): string {
  return row?.method ?? 'any';
}

function sectionDiffers({ requirements }: SectionEntry): boolean {
  return requirements.some(differs);
}

function sectionIsSpoiled({ requirements }: SectionEntry): boolean {
  return requirements.some(({ outcomes }) =>
    outcomes.some((outcome) => outcome !== undefined && (breaks(outcome, true) || outcome === 'blocked')),
  );
}

function group(
  title: string | undefined,
  sections: readonly SectionEntry[],
  headings: readonly Heading[],
): Markup | undefined {
  if (sections.length === 0) return undefined;
  return markup`<tbody><tr class="group"><th scope="rowgroup" colspan="${headings.length + 1}">${title}</th></tr>
    ${sections.map((section) => sectionRow(section, headings))}</tbody>`;
}

function sectionRow({ key, title, requirements }: SectionEntry, headings: readonly Heading[]): Markup {
  const cells = headings.map(
    ({ countsOf }) => markup`<td>${tally(sumOf(requirements.map((entry) => countsOf(entry))))}</td>`,
  );
  const link = markup`<a href="#${anchorOf(key)}"><span class="key">${key}</span> ${title}</a>`;
  return markup`<tr><th scope="row">${link}</th>${cells}</tr>`;
}

/** Checks by method and target. */
function methodTable(model: ReportModel): Markup {
  const entries = [...model.requirements.values()];
  const rows = methodsOf(entries).map((method) => {
    const own = entries.filter((entry) => methodOf(entry) === method);
    const cells = model.columns.map(
      ({ index }) => markup`<td>${tally(sumOf(own.map(({ counts }) => counts[index] ?? noCounts())))}</td>`,
    );
    return markup`<tr><th scope="row">${method === 'any' ? 'any method' : method}</th>${cells}</tr>`;
  });
  return markup`<h3>By method and target</h3>
    <div class="scroll" role="region" tabindex="0" aria-label="Checks by method"><table class="matrix">
    ${headRow('Method', labelsOf(model))}
    <tbody>${rows}</tbody></table></div>`;
}
