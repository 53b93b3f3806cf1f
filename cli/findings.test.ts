import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { plainScenario, REPLY_UID, resultsOf } from '../reports/testing/sample-report.js';
import { findingsCommand } from './findings.js';
import { writeResults } from './results-file.js';

let folder = '';
let printed: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'itip-findings-'));
  printed = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const file = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
const notes = (): string =>
  file('findings.yaml', [
    ...['target: mine', 'product: Mine', 'version: "1"', 'about: Played.', 'findings:'],
    ...['  - id: late', '    title: It is late', '    sentence: It comes late.', '    reading: none found.'],
  ]);
const baseline = (...entry: readonly string[]): string => {
  const place = ['  - scenario: rfc2446/3.2.3-reply/a', `    requirement: ${REPLY_UID}`];
  return file('baseline.yaml', ['target: mine', 'entries:', ...place, '    outcome: failed', ...entry]);
};
const failing = (): string => writeResults(resultsOf('mine', plainScenario('a', 'failed')), folder);
const known = ['    reason: known', '    finding: late'];

test('itip findings writes the page, or prints it', async () => {
  const out = join(folder, 'page.md');
  expect(await findingsCommand(failing(), { notes: notes(), baseline: baseline(...known), out })).toBe(0);
  expect(printed).toEqual([`wrote ${out}\n`]);
  const page = readFileSync(out, 'utf8');
  expect(page).toContain('## 1. It is late');
  expect(page).toContain('(`features/sample.feature`)');
  expect(await findingsCommand(failing(), { notes: notes(), baseline: baseline(...known) })).toBe(0);
  expect(printed.at(-1)).toBe(page);
});

test.each([
  ['reports/out/findings-of-a-test.md', '../..'],
  ['findings-of-a-test.md', '.'],
])('a page in the checkout, %s, links to the features', async (place, root) => {
  const out = join(PACKAGE_ROOT, place);
  try {
    await findingsCommand(failing(), { notes: notes(), baseline: baseline(...known), out });
    expect(readFileSync(out, 'utf8')).toContain(`[sample.feature](${root}/features/sample.feature)`);
  } finally {
    rmSync(out);
  }
});

test('a MUST failure in no finding is named, ends with 1, and no page is written', async () => {
  const out = join(folder, 'page.md');
  const flags = { notes: notes(), baseline: baseline('    reason: known'), out };
  expect(await findingsCommand(failing(), flags)).toBe(1);
  expect(printed).toContain(`unexplained: rfc2446/3.2.3-reply/a ${REPLY_UID}: its entry names no finding\n`);
  expect(existsSync(out)).toBe(false);
});

test('a finding that nothing shows is named and ends with 6', async () => {
  const passing = writeResults(resultsOf('mine', plainScenario('a', 'passed')), folder);
  expect(await findingsCommand(passing, { notes: notes(), baseline: baseline(...known) })).toBe(6);
  expect(printed[0]).toBe(
    'stale: finding late: nothing in these results shows it; remove it from the notes\n',
  );
});
