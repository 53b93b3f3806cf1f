import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failedScenario, plainScenario, resultsOf } from '../reports/testing/sample-report.js';
import { UsageError } from '../targets/outcome-errors.js';
import { compareCommand } from './compare.js';
import { reportCommand } from './report.js';
import { writeResults } from './results-file.js';

let folder = '';
let printed: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'itip-report-'));
  printed = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const good = resultsOf('good', plainScenario('a', 'passed'));
const bad = resultsOf('bad', plainScenario('a', 'failed'), failedScenario());

test('itip report makes one page from files and folders', async () => {
  const [file, other] = [writeResults(good, join(folder, 'one')), join(folder, 'two')];
  writeResults(bad, other);
  const out = join(folder, 'pages', 'report.html');
  expect(await reportCommand([file, other], { out })).toBe(0);
  expect(printed).toEqual([`wrote ${out}\n`]);
  expect(readFileSync(out, 'utf8')).toContain('2 targets side by side');
});

test('itip report says what cannot be read or written', async () => {
  const out = join(folder, 'report.html');
  await expect(reportCommand([join(folder, 'none.json')], { out })).rejects.toThrow(UsageError);
  writeFileSync(join(folder, 'results.json'), '{}');
  await expect(reportCommand([folder], { out })).rejects.toThrow('is no results file');
  writeResults(good, folder);
  mkdirSync(out);
  await expect(reportCommand([folder], { out })).rejects.toThrow('cannot be written');
});

test('itip compare ends with 1 when something is worse, and with 5 when nothing is common', () => {
  const [first, second] = [writeResults(good, join(folder, 'one')), writeResults(bad, join(folder, 'two'))];
  expect(compareCommand(first, second, {})).toBe(1);
  expect(printed.join('')).toContain('broken since\n  passed -> failed 2446/3.2.3/reply-uid');
  expect(compareCommand(second, first, {})).toBe(0);
  expect(compareCommand(first, first, {})).toBe(0);
  const strange = writeResults(resultsOf('third', plainScenario('z', 'passed')), join(folder, 'three'));
  expect(compareCommand(first, strange, {})).toBe(5);
});

test('itip compare has JSON for programs', () => {
  const [first, second] = [writeResults(good, join(folder, 'one')), writeResults(bad, join(folder, 'two'))];
  compareCommand(first, second, { json: true });
  expect(JSON.parse(printed.join(''))).toMatchObject({
    isWorse: true,
    changes: [{ kind: 'broken' }, {}, {}],
  });
});
