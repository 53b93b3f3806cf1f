import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { suiteScenario } from '../conformance/testing/sample-suite.js';
import {
  failedScenario,
  reportCatalogue,
  resultsOf,
  runWithBaseline,
} from '../reports/testing/sample-report.js';
import { UsageError } from '../targets/outcome-errors.js';
import { type Format, formatsNamed, writeFormats } from './formats.js';

describe('formatsNamed', () => {
  test('takes a list with commas and blanks', () => {
    expect(formatsNamed('html, junit,,json')).toEqual(['html', 'junit', 'json']);
    expect(formatsNamed('')).toEqual([]);
  });

  test('offers the nearest for an unknown one', () => {
    expect(() => formatsNamed('html,junti')).toThrow(
      new UsageError('no format is called junti; did you mean junit?'),
    );
    expect(() => formatsNamed('pdf')).toThrow('known are: html, junit, markdown, annotations, badge, json');
  });
});

describe('writeFormats', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'itip-formats-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  function write(...formats: readonly Format[]): Promise<string[]> {
    const step = { keyword: 'When', text: 'Erik declines' };
    const suite = [suiteScenario('rfc2446/2.1.5-order/late', { steps: [step] })];
    const material = { suite, catalogue: reportCatalogue() };
    const results = resultsOf('mine', failedScenario());
    return writeFormats(formats, { results, material, strict: false, folder });
  }

  test('writes each format into a file of its own', async () => {
    const paths = await write('html', 'junit', 'markdown', 'annotations', 'badge', 'json');
    const beginnings = paths.map((path) => readFileSync(path, 'utf8').slice(0, 15));
    expect(paths.map((path) => path.slice(folder.length + 1))).toEqual(
      readdirSync(folder).sort(byPlace(paths)),
    );
    expect(beginnings).toEqual([
      '<!doctype html>',
      '<?xml version="',
      '## ❌ iTIP confo',
      '::error file=fe',
      '{"schemaVersion',
    ]);
  });

  test('the page has the sentences of the suite', async () => {
    const [path = ''] = await write('html');
    expect(readFileSync(path, 'utf8')).toContain('<b>When</b> Erik declines');
  });

  test.each(['html', 'junit'] as const)('%s has why the baseline accepts a failure', async (format) => {
    const material = { suite: [], catalogue: reportCatalogue() };
    const [path = ''] = await writeFormats([format], {
      ...runWithBaseline(),
      material,
      strict: false,
      folder,
    });
    expect(readFileSync(path, 'utf8')).toMatch(/known.*: it drops the UID/i);
  });

  test('writes nothing that was not asked for', async () => {
    expect(await write('json')).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['true', 1],
    [undefined, 0],
  ])('with GITHUB_ACTIONS %s annotations are printed %i times', async (value, times) => {
    vi.stubEnv('GITHUB_ACTIONS', value);
    const print = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await write('annotations');
    expect(print).toHaveBeenCalledTimes(times);
  });
});

/** The order in which the paths were written. */
function byPlace(paths: readonly string[]): (one: string, other: string) => number {
  const place = (name: string): number => paths.findIndex((path) => path.endsWith(name));
  return (one, other) => place(one) - place(other);
}
