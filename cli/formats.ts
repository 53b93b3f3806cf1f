import { join } from 'node:path';
import type { BaselineReport } from '../conformance/baseline.js';
import type { Results } from '../conformance/results.js';
import { UsageError } from '../targets/outcome-errors.js';
import type { Material } from './material.js';
import { suggestion } from './nearest.js';
import { RESULTS_NAME, writeText } from './results-file.js';

/** What `--format` knows, and the file that each is written to, in the folder of the results. */
const FILES = {
  html: 'report.html',
  junit: 'junit.xml',
  markdown: 'summary.md',
  annotations: 'annotations.txt',
  badge: 'badge.json',
  json: RESULTS_NAME,
} as const;
export type Format = keyof typeof FILES;

/** The formats in a list such as `html,junit`. Throws UsageError that offers the nearest for an unknown one. */
export function formatsNamed(list: string): Format[] {
  const names = list.split(',').map((name) => name.trim());
  return names.filter((name) => name !== '').map(formatNamed);
}

function formatNamed(name: string): Format {
  const known = Object.keys(FILES) as Format[];
  const found = known.find((format) => format === name);
  if (found === undefined) throw new UsageError(`no format is called ${name}${suggestion(name, known)}`);
  return found;
}

export interface Written {
  readonly results: Results;
  readonly material: Material;
  readonly strict: boolean;
  readonly baseline?: BaselineReport | undefined;
  readonly folder: string;
}

/**
 * Writes the results in these formats and returns the paths. `json` is always written, so it needs
 * nothing more. On GitHub the annotations go to standard error, too: that is where it looks for them.
 */
export async function writeFormats(formats: readonly Format[], written: Written): Promise<string[]> {
  const paths: string[] = [];
  for (const format of formats) {
    if (format === 'json') continue;
    const path = join(written.folder, FILES[format]);
    const text = await textIn(format, written);
    writeText(path, text);
    if (format === 'annotations' && process.env.GITHUB_ACTIONS === 'true') process.stderr.write(text);
    paths.push(path);
  }
  return paths;
}

/** Each report is loaded when it is asked for: together they take longer to load than to write. */
async function textIn(
  format: Exclude<Format, 'json'>,
  { results, material, strict, baseline }: Written,
): Promise<string> {
  const { catalogue } = material;
  switch (format) {
    case 'html':
      return htmlText([results], material, strict, baseline);
    case 'junit': {
      const { junitReport } = await import('../reports/junit.js');
      return junitReport({ results, catalogue, strict, baseline });
    }
    case 'markdown': {
      const { jobSummary } = await import('../reports/markdown/job-summary.js');
      return jobSummary({ results, catalogue, strict, baseline });
    }
    case 'annotations': {
      const { annotations } = await import('../reports/annotations.js');
      return annotations(results, strict, baseline)
        .map((line) => `${line}\n`)
        .join('');
    }
    case 'badge': {
      const { badgeOf } = await import('../reports/badge.js');
      return `${JSON.stringify(badgeOf(results, strict))}\n`;
    }
  }
}

/** The HTML report of several results, or of one and its baseline; scenarios are worded as the suite has them now. */
export async function htmlText(
  results: readonly Results[],
  { suite, catalogue }: Material,
  strict: boolean,
  baseline?: BaselineReport,
): Promise<string> {
  const { htmlReport } = await import('../reports/html/html-report.js');
  const texts = new Map(suite.map((scenario) => [scenario.id, scenario]));
  return htmlReport({ results, catalogue, texts, strict, baseline });
}
