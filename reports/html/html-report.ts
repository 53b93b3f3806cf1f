import { createHash } from 'node:crypto';
import { verdictOf } from '../verdict.js';
import { brokenView } from './broken-view.js';
import { exchangesWithin, type WrittenOut } from './exchange-budget.js';
import { filterView } from './filter-view.js';
import { gatesView, headView, legendView, summaryView } from './head-view.js';
import { type Markup, markup, trusted } from './markup.js';
import { matrixView } from './matrix-view.js';
import { modelOf, type ReportInput, type ReportModel } from './model.js';
import { SCRIPT } from './page-script.js';
import { sectionView } from './section-view.js';
import { COLOURS } from './style-colours.js';
import { PAGE, PAPER } from './style-page.js';
import { PARTS } from './style-parts.js';

/** Bytes that a page may have, with some to spare below 3 MB. */
const PAGE_BYTES = 2_900_000;

const STYLE = [COLOURS, PAGE, PARTS, PAPER].join('\n').replace(/\n\s*/g, '\n');

/**
 * The report as one HTML page that needs nothing else: no request goes out, and no script runs but its own. What does
 * not hold comes first; of several results the targets stand side by side.
 *
 * @throws RangeError when there are no results
 */
export function htmlReport(input: ReportInput): string {
  if (input.results.length === 0) throw new RangeError('a report needs results');
  const model = modelOf(input);
  const bare = Buffer.byteLength(String(page(model, new Map())));
  return `<!doctype html>\n${page(model, exchangesWithin(model, PAGE_BYTES - bare))}\n`;
}

function page(model: ReportModel, written: WrittenOut): Markup {
  return markup`<html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy()}">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>${titleOf(model)}</title><style>${trusted(STYLE)}</style></head>
    <body><a class="skip" href="#broken">To what does not hold</a><div class="page">
    ${headView(model)}${NAVIGATION}<main>${gatesView(model)}${brokenView(model)}
    ${summaryView(model)}${matrixView(model)}${scenariosView(model, written)}${legendView()}</main>
    <footer>Written by itip-conformance. This page is complete: it loads nothing.</footer></div>
    <script>${trusted(SCRIPT)}</script></body></html>`;
}

/** Nothing may be loaded, sent or run but the style and the script of the page, which are known by their hashes. */
function policy(): string {
  const rules = [
    "default-src 'none'",
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return rules.join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function titleOf({ columns, strict }: ReportModel): string {
  const [only] = columns;
  if (columns.length > 1 || only === undefined) {
    return `iTIP conformance: ${columns.map(({ label }) => label).join(', ')}`;
  }
  return `${only.label}: ${verdictOf(only.results, strict).text} – iTIP conformance`;
}

const NAVIGATION = markup`<nav aria-label="Parts of the report"><ul>
  <li><a href="#broken">What does not hold</a></li><li><a href="#summary">Summary</a></li>
  <li><a href="#matrix">By section</a></li><li><a href="#scenarios">Scenarios</a></li>
  <li><a href="#legend">How to read this</a></li></ul></nav>`;

function scenariosView(model: ReportModel, written: WrittenOut): Markup {
  const options = { model, written };
  return markup`<section id="scenarios"><h2>Requirements and scenarios</h2>${filterView(model)}
    ${model.sections.map((section) => sectionView(section, options))}</section>`;
}
