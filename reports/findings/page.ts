import type { Gathered } from '../../conformance/findings/gather.js';
import type { FindingsNotes } from '../../conformance/findings/notes.js';
import { LEVELS, OUTCOMES, type Results } from '../../conformance/results.js';
import { code, plain, table } from '../markdown/escape.js';
import { groupedLines } from './checks-part.js';
import { counted, findingPart, type PageOptions } from './finding-part.js';
import { standingOf } from './standing.js';

/** What a page of findings is made from. */
export interface FindingsPageOptions extends PageOptions {
  readonly notes: FindingsNotes;
  readonly gathered: Gathered;
  /** What it was written from, to say so: the files of notes and baseline. */
  readonly sources: readonly string[];
}

/**
 * The findings about one implementation as a Markdown page: what was run, a table, each finding with its exchange, and
 * apart from these what could not be judged. The same results, notes and baseline give the same page.
 */
export function findingsPage(options: FindingsPageOptions): string {
  const { notes, gathered, results, sources } = options;
  const { findings, warned, unjudged } = gathered;
  const lines = [
    `<!-- Written by \`itip findings\` from the results of a run and ${sources.join(' and ')}: change those. -->`,
    '',
    `# Findings: ${notes.product} ${notes.version}`,
    '',
    ...runLines(results),
    notes.about,
    '',
    howToRead(options),
    '',
    ...tableLines(options),
    ...findings.flatMap((finding, index) => findingPart(finding, index + 1, options)),
    ...section('Other rules that are not followed', WARNED, warned, options),
    ...section('What could not be judged', UNJUDGED, unjudged, options),
    ...(notes.seen.length === 0
      ? []
      : ['## Seen, but not judged', '', ...notes.seen.map((one) => `- ${one}`), '']),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function howToRead({ root }: PageOptions): string {
  const page = root === undefined ? '`docs/verdicts.md`' : `[verdicts.md](${root}/docs/verdicts.md)`;
  return (
    `How a verdict is read, repeated and disputed is in ${page}. Of messages and objects only the lines that matter ` +
    'are shown, unfolded; accounts have the names of the people of the scenario, and `(time)` is one during the run.'
  );
}

const WARNED = 'These are SHOULDs, so the implementation may have its reasons. None of them is a failure.';
const UNJUDGED = 'Nothing is said about the implementation here, neither good nor bad.';

function runLines({ target, profile, startedAt, suite, tool, totals }: Results): string[] {
  const shown = OUTCOMES.filter((outcome) => LEVELS.some((level) => totals[level][outcome] > 0));
  const rows = LEVELS.map((level) => [level, ...shown.map((outcome) => String(totals[level][outcome]))]);
  const run = `${startedAt.slice(0, 10)}, ${tool.name} ${tool.version}, ${suite.scenarios} scenarios`;
  const facts = [
    ['calls itself', plain(target.product)],
    ['driver, profile', `${target.driver}, ${profile}`],
    ['run', run],
  ];
  return [...table(['', ''], facts), '', ...table(['checks', ...shown], rows), ''];
}

function tableLines({ gathered, catalogue, results }: FindingsPageOptions): string[] {
  const rows = gathered.findings.map((finding, index) => {
    const { verdict, level, requirements, checks } = standingOf(finding, catalogue, results.profile);
    const { id, title } = finding.note;
    return [
      `${index + 1}`,
      `[${title}](#${id})`,
      verdict,
      level,
      requirements.map(code).join('<br>'),
      `${checks}`,
    ];
  });
  return rows.length === 0
    ? ['No finding.', '']
    : [...table(['', 'finding', 'outcome', 'level', 'requirements', 'checks'], rows), ''];
}

function section(
  title: string,
  meaning: string,
  shown: Gathered['warned'],
  options: FindingsPageOptions,
): string[] {
  if (shown.length === 0) return [];
  const count = counted(shown.length, 'check');
  return [
    `## ${title}`,
    '',
    `${meaning} ${count.charAt(0).toUpperCase()}${count.slice(1)}.`,
    '',
    ...groupedLines(shown, options),
  ];
}
