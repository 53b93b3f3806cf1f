import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from './requirements/read-catalogue.js';
import { FAULTS } from './simulator/faults/fault-list.js';
import { declaredIn, wrongArrows } from './tidy/arrows.js';
import { untidyFaults } from './tidy/faults.js';
import { filesUnder, sourcesAmong } from './tidy/files.js';
import { defaultExports, unfinished, wrongNames } from './tidy/names.js';
import { unmentioned } from './tidy/pages.js';
import { deadExports, deadFiles } from './tidy/reach.js';
import { scenariosOf, untidyScenario } from './tidy/scenarios.js';
import { type Excuses, tooLong, tooWide } from './tidy/sizes.js';

/** The house rules, held against the whole repository. Each rule is tested on bad input beside its own file. */

/** What may pass the soft limit, and why. */
const EXCUSES: Excuses = {
  'targets/target.ts': 'the port is read as one page: what may be asked of a target, and what may be seen',
};

const ROOT = import.meta.dirname;
const files = filesUnder(ROOT);
const sources = sourcesAmong(files, ROOT);
const texts = files
  .filter((path) => path.endsWith('.ts') || path.endsWith('.feature'))
  .map((path) => ({ path, text: read(path) }));

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

describe('the house', () => {
  it('is all there', () => {
    expect(sources.map(({ path }) => path)).toContain('simulator/index.ts');
    expect(texts.length).toBeGreaterThan(100);
  });

  it('has imports that point one way, and all packages in package.json', () => {
    expect(wrongArrows(sources, declaredIn(read('package.json')))).toEqual([]);
  });

  it('has short files and functions', () => {
    expect(tooLong(sources, EXCUSES)).toEqual([]);
  });

  it('has lines that fit on a screen', () => {
    expect(texts.flatMap(({ path, text }) => tooWide(path, text.split('\n')))).toEqual([]);
  });

  it('has names in kebab case that mean something', () => {
    expect(wrongNames(files)).toEqual([]);
  });

  it('has no default exports', () => {
    expect(defaultExports(sources, ['vitest.config.ts'])).toEqual([]);
  });

  it('has nothing unfinished', () => {
    expect(texts.flatMap(({ path, text }) => unfinished(path, text.split('\n')))).toEqual([]);
  });

  it('has no dead files', () => {
    expect(deadFiles(sources)).toEqual([]);
  });

  it('has no dead exports', () => {
    expect(deadExports(sources)).toEqual([]);
  });

  it('has pages that mention every folder', () => {
    expect(unmentioned(files, ['README.md', 'ARCHITECTURE.md'].map(read))).toEqual([]);
  });

  it('has well-formed scenarios', () => {
    const features = texts.filter(({ path }) => path.endsWith('.feature'));
    const scenarios = features.flatMap(({ path, text }) => scenariosOf(path, text));
    expect(scenarios.length).toBeGreaterThan(50);
    expect(scenarios.flatMap(untidyScenario)).toEqual([]);
  });

  it('has faults that are told apart and break a row of the catalogue', () => {
    const rows = new Set(loadCatalogue(join(ROOT, 'requirements')).rows.keys());
    expect(FAULTS.length).toBeGreaterThan(0);
    expect(untidyFaults(FAULTS, rows)).toEqual([]);
  });
});
