import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesUnder } from './tidy/files.js';

/** What is published: the packed files, and the command as somebody has it who installed them. */

const ROOT = import.meta.dirname;
const files = filesUnder(ROOT);

function npm(...parameters: readonly string[]): string {
  return execFileSync('npm', parameters, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The code that a user runs or imports: no tests, nothing that only builds, measures or keeps house. */
function shippedCode(): string[] {
  const sources = files.filter((path) => path.endsWith('.ts') && path.includes('/'));
  const ours = /^(?:bench|tidy)\/|\/testing\/|\.test\.ts$|^cli\/(?:finish-build|schemas)\.ts$/;
  return sources
    .filter((path) => !ours.test(path))
    .flatMap((path) => ['.js', '.d.ts'].map((end) => `dist/${path.replace(/\.ts$/, end)}`));
}

const PAGES = ['CHANGELOG.md', 'LICENSE', 'README.md', 'itip.config.yaml', 'package.json'];

test('the package has what it needs and nothing else', () => {
  const [packed] = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts')) as [
    { files: { path: string }[] },
  ];
  const whole = files.filter(
    (path) =>
      /^(?:features|schemas|servers|docs)\/|^examples\/[^/]+\.(?:ics|mjs)$/.test(path) &&
      !path.endsWith('.test.ts'),
  );
  const rows = files.filter((path) => path.startsWith('requirements/') && path.endsWith('.yaml'));
  const expected = [...PAGES, 'dist/material.json', ...shippedCode(), ...whole, ...rows];
  expect(new Set(packed.files.map(({ path }) => path))).toEqual(new Set(expected));
  expect(expected.length).toBeGreaterThan(500);
});

describe('installed in an empty folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'itip-installed-'));
  const work = join(home, 'work');
  afterAll(() => rmSync(home, { recursive: true }));

  /** As `npm install` would lay it out, but without a registry: the dependencies are those of this checkout. */
  beforeAll(() => {
    const modules = join(home, 'node_modules');
    const installed = join(modules, 'itip-conformance');
    mkdirSync(installed, { recursive: true });
    mkdirSync(work);
    const [{ filename }] = JSON.parse(
      npm('pack', '--json', '--ignore-scripts', '--pack-destination', home),
    ) as [{ filename: string }];
    execFileSync('tar', ['-xzf', join(home, filename), '--strip-components=1', '-C', installed]);
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const name of Object.keys(manifest.dependencies)) {
      mkdirSync(dirname(join(modules, name)), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'dir');
    }
  });

  function node(...parameters: readonly string[]): { code: number | null; out: string; err: string } {
    const ended = spawnSync(process.execPath, parameters, { cwd: work, encoding: 'utf8' });
    return { code: ended.status, out: ended.stdout, err: ended.stderr };
  }

  function itip(...parameters: readonly string[]): ReturnType<typeof node> {
    return node(join(home, 'node_modules/itip-conformance/dist/cli/main.js'), ...parameters);
  }

  test('the verbs work', () => {
    expect(itip('run', '--section', '2446/2.1.5')).toMatchObject({ code: 0 });
    expect(itip('report')).toMatchObject({ code: 0, out: 'wrote reports/out/report.html\n' });
    expect(itip('explain', '2446/2.1.5/older-reply')).toMatchObject({ code: 0 });
    expect(itip('coverage', '--check')).toMatchObject({ code: 0 });
    expect(itip('init')).toMatchObject({ code: 0 });
    expect(itip('list', '--section', '2446/2.1.5', '--json')).toMatchObject({ code: 0 });
    expect(itip('run', '--target', 'stdio:none-such')).toMatchObject({ code: 3 });
    expect(itip('selftest', '--help')).toMatchObject({ code: 0 });
  });

  test('the library can be imported', () => {
    const script = "import { createScheduler } from 'itip-conformance'; console.log(typeof createScheduler)";
    expect(node('--input-type=module', '--eval', script)).toMatchObject({ code: 0, out: 'function\n' });
  });
});
