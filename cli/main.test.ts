import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { afterAll, describe, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../conformance/package-root.js';

/** The command as a user has it: the built one, in a working folder of its own. */

const folder = mkdtempSync(join(tmpdir(), 'itip-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function itip(...parameters: readonly string[]): { code: number | null; out: string; err: string } {
  const main = join(PACKAGE_ROOT, 'dist/cli/main.js');
  const ended = spawnSync(process.execPath, [main, ...parameters], { cwd: folder, encoding: 'utf8' });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

describe('itip run', () => {
  test('the reference is conformant, and the results are as the published schema says', () => {
    const { code, out } = itip('run', '--section', '2446/3.2.3');
    expect(out).toMatch(/checks: \d+ passed\n/);
    expect(code).toBe(0);
    const ajv = new Ajv2020({ strict: false });
    ajvFormats.default(ajv);
    const schema = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'schemas/results.schema.json'), 'utf8'));
    const results = JSON.parse(readFileSync(join(folder, 'reports/out/results.json'), 'utf8'));
    expect(ajv.validate(schema, results), JSON.stringify(ajv.errors)).toBe(true);
    expect(ajv.validate(schema, { ...results, surplus: 1 })).toBe(false);
  });

  test('a broken implementation is not, and the report tells what, where and how to repeat it', () => {
    const { code, out } = itip('run', '--target', 'reference:any-reply-is-newer', '--out', 'broken');
    expect(code).toBe(1);
    expect(out).toContain('FAILED  An acceptance of the first time arrives after the refusal of the second');
    expect(out).toContain('requirement 2446/2.1.5/older-reply');
    expect(out).toContain('expected    a REPLY to SEQUENCE 1 applied last');
    expect(out).toContain('actual      a REPLY to SEQUENCE 0');
    expect(out).toMatch(
      /npx itip run --target reference:any-reply-is-newer \\\n {2}features\/\S+\.feature:\d+\n/,
    );
    expect(Math.max(...out.split('\n').map((l) => l.length))).toBeLessThanOrEqual(80);
  });

  test('its failures can be listed in a baseline, in both directions', () => {
    const options = ['--target', 'reference:any-reply-is-newer', '--out', 'broken'];
    expect(itip('baseline', 'update', '--baseline', 'b.yaml', '--out', 'broken').code).toBe(0);
    expect(itip('run', ...options, '--baseline', 'b.yaml').code).toBe(0);
    const text = readFileSync(join(folder, 'b.yaml'), 'utf8');
    const [head = '', first = '', ...rest] = text.split(/(?=^ {2}- scenario)/m);
    expect(rest.length).toBeGreaterThan(0);
    expect(itip('run', ...options, '--baseline', file('less.yaml', head + rest.join(''))).code).toBe(1);
    const false_ = first
      .replace(/scenario: .*/, 'scenario: rfc2446/3.2.5-cancel/the-whole-meeting-is-cancelled')
      .replace(/requirement: .*/, 'requirement: 2446/3.2.5/cancel-reaches-attendees');
    const more = itip('run', ...options, '--baseline', file('more.yaml', text + false_));
    expect(more.out).toContain('listed as failed, but it passes');
    expect(more.code).toBe(6);
  });

  test('its failures are explained by findings, each of them', () => {
    const target = 'target: reference with any-reply-is-newer\n';
    const head = `${target}product: Reference\nversion: "0"\nabout: With a seeded fault.\n`;
    const one = '  - {id: order, title: Order, sentence: The order counts., reading: none found.}';
    const notes = file('notes.yaml', `${head}findings:\n${one}\n`);
    const options = ['findings', 'broken', '--notes', notes, '--baseline'];
    const bare = itip(...options, 'b.yaml');
    expect(bare.err).toMatch(/^unexplained: rfc2446\/\S+ 2446\/\S+: its entry names no finding\n/);
    expect([bare.code, bare.out]).toEqual([1, '']);
    const text = readFileSync(join(folder, 'b.yaml'), 'utf8');
    const named = file('named.yaml', text.replace(/^ {4}reason: .*$/gm, '$&\n    finding: order'));
    const page = itip(...options, named);
    expect(page.out).toContain('## 1. Order\n\n*failed, ');
    expect(page.code).toBe(0);
  });

  test('what would be played is told, also to programs', () => {
    const options = ['run', '--dry-run', '--section', '2446/5.2.1'];
    expect(itip(...options).out).toMatch(
      /^features\/\S+:\d+\n {2}The CANCEL arrives .*\n1 scenario would be played\n$/,
    );
    const [scenario, ...others] = JSON.parse(itip(...options, '--json').out);
    expect([scenario.name, others]).toEqual(['The CANCEL arrives before the REQUEST', []]);
  });

  test('what went wrong can be played again', () => {
    const { out } = itip('run', '--rerun-failed', '--out', 'broken', '--dry-run');
    expect(out).toContain('2.1.5-message-sequencing.feature');
    expect(out).toMatch(/^\d scenarios? would be played$/m);
  });

  test('what was played again completes the last results', () => {
    const options = ['--target', 'reference:any-reply-is-newer', '--out', 'again'];
    const scenarios = () => JSON.parse(readFileSync(join(folder, 'again/results.json'), 'utf8')).scenarios;
    itip('run', ...options, '--section', '2446/2.1.5');
    const before = scenarios().map(({ id, outcome }: { id: string; outcome: string }) => [id, outcome]);
    expect(itip('run', ...options, '--rerun-failed').code).toBe(1);
    const after = scenarios().map(({ id, outcome }: { id: string; outcome: string }) => [id, outcome]);
    expect(after).toEqual(before);
  });

  test.each([
    [['run', 'no/such/path'], 5, 'no scenario is selected'],
    [['run', '--target', 'cyrsu'], 2, 'no target is called cyrsu; did you mean cyrus?'],
    [['run', '--target', 'none/such.yaml'], 2, 'the target file none/such.yaml does not exist'],
    [['run', '--target', 'https://dav.example.com/'], 2, 'itip init --url https://dav.example.com/'],
    [['run', '--target', 'reference:no-such-fault'], 2, 'no-such-fault'],
    [['run', '--target', 'hostile:kind'], 2, 'no hostile target is called kind'],
    [['run', '--profile', 'rfc5456'], 2, 'did you mean rfc5546?'],
    [['run', '--order', 'sorted'], 2, 'write defined, random or random:SEED'],
    [['run', '--shard', '3/2'], 2, '--shard 3/2: write i/n, from 1/n to n/n'],
    [
      ['run', '--section', '2446/5.2.1', '--shard', '2/2'],
      5,
      'this shard has none of what is selected (1 scenario)',
    ],
    [['merge', 'none.json'], 2, 'none.json cannot be read'],
    [['run', '--rate', '0'], 2, '--rate 0: write how many requests a second may have'],
    [['run', '--rate', '5'], 2, '--rate is for CalDAV servers'],
    [['run', '--parallel', '0'], 2, '--parallel 0: write a number from 1 to 8'],
    [['run', '--parallel', '4', '--target', 'cyrus'], 2, 'has 3 casts of users, and 4 are needed'],
    [['run', '--tags', '@must and'], 2, '--tags'],
    [['run', '--baseline', 'none.yaml'], 2, 'none.yaml does not exist'],
    [['run', '--strcit'], 2, 'Did you mean --strict?'],
    [['rnu'], 2, 'Did you mean run?'],
    [['explain', '2446/2.1.5/older-replies'], 2, 'did you mean 2446/2.1.5/older-reply?'],
    [['list', '--level', 'muts'], 2, 'did you mean must?'],
    [['run', '--format', 'html,junti'], 2, 'no format is called junti; did you mean junit?'],
    [['report', 'none.json'], 2, 'none.json cannot be read'],
    [['compare', 'none.json', 'none.json'], 2, 'none.json cannot be read'],
  ] as const)('%j ends with %i', (parameters, code, text) => {
    const ended = itip(...parameters);
    expect(ended.err).toContain(text);
    expect(ended.err).not.toContain('    at ');
    expect(ended.code).toBe(code);
  });

  test('an unknown key in the configuration is named', () => {
    const config = file(
      'wrong.yaml',
      'targets:\n  mine: { kind: caldav, ulr: "http://127.0.0.1/", users: {} }\n',
    );
    const { code, err } = itip('run', '--config', config, '--target', 'mine');
    expect(err).toMatch(/unknown key `ulr` in \S*wrong\.yaml at targets\.mine; did you mean `url`\?/);
    expect(code).toBe(2);
  });

  test('a secret that is not in the environment is named', () => {
    const user = '{ username: a, password: "$' + '{ITIP_NOT_SET}" }';
    const text = `kind: caldav\nname: mine\nurl: http://127.0.0.1:9/\nusers: { anna: ${user} }\n`;
    const { code, err } = itip('run', '--target', file('secret.yaml', text));
    expect(err).toContain('users.anna.password needs the environment variable ITIP_NOT_SET');
    expect(code).toBe(2);
  });

  test('a server that is not there is unreachable', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await new Promise((closed) => server.close(closed));
    const user = '{ username: a, password: b }';
    const text = `kind: caldav\nname: mine\nurl: http://127.0.0.1:${port}/\nusers: { anna: ${user} }\n`;
    const { code, err } = itip('run', '--target', file('down.yaml', text));
    expect(err).toContain('the target cannot be reached');
    expect(code).toBe(3);
  });

  test('another machine is not written to unasked', () => {
    const user = '{ username: a, password: b }';
    const text = `kind: caldav\nname: far\nurl: https://dav.example.com/\nusers: { anna: ${user} }\n`;
    const { code, err } = itip('run', '--target', file('far.yaml', text));
    expect(err).toContain('say --yes');
    expect(code).toBe(2);
  });
});

describe('the other verbs', () => {
  test('explain prints section, lines, ruling, scenarios and how to run them', () => {
    const { code, out } = itip('explain', '2446/2.1.5/repeated-message');
    expect(code).toBe(0);
    for (const part of ['RFC 2446 section 2.1.5', 'lines 607-612', 'Ruling', '.feature:', 'npx itip run'])
      expect(out).toContain(part);
  });

  test('list shows what a run would play', () => {
    const { code, out, err } = itip('list', '--section', '2446/5.2.1');
    expect(out).toContain('The CANCEL arrives before the REQUEST');
    expect(err).toBe('1 scenario\n');
    expect(code).toBe(0);
  });

  test('a reader that stops early changes nothing', () => {
    const main = join(PACKAGE_ROOT, 'dist/cli/main.js');
    const piped = 'set -o pipefail; "$0" "$1" list --json | head -c 1';
    const ended = spawnSync('bash', ['-c', piped, process.execPath, main], { encoding: 'utf8' });
    expect(ended).toMatchObject({ status: 0, stdout: '[' });
    expect(ended.stderr).toMatch(/^\d+ scenarios\n$/);
  });

  test('coverage has no problem', () => {
    const { code, out } = itip('coverage', '--check');
    expect(out).toMatch(/^ {2}all +\d+/m);
    expect(code).toBe(0);
  });

  test('report and compare read what runs have written', () => {
    const feature = 'features/rfc2446/2.1.5-message-sequencing.feature';
    const options = [feature, '--format', 'html,junit'];
    expect(itip('run', ...options, '--out', 'good').code).toBe(0);
    const broken = itip('run', '--target', 'reference:any-reply-is-newer', ...options, '--out', 'bad');
    expect(broken.out).toContain('results: bad/results.json, bad/report.html, bad/junit.xml');
    expect(readFileSync(join(folder, 'bad/junit.xml'), 'utf8')).toContain('<failure ');
    const page = readFileSync(join(folder, 'bad/report.html'), 'utf8');
    expect(page).toContain('<svg class="ladder"');
    expect(page).toMatch(/<b>When<\/b> the first REPLY from Erik is delivered/);
    expect(itip('report', 'good', 'bad', '--out', 'both.html').out).toBe('wrote both.html\n');
    expect(readFileSync(join(folder, 'both.html'), 'utf8')).toContain('2 targets side by side');
    const worse = itip('compare', 'good', 'bad/results.json');
    expect(worse.out).toContain('passed -> failed 2446/2.1.5/older-reply');
    expect(worse.code).toBe(1);
    expect(itip('compare', 'bad', 'good').code).toBe(0);
  });

  test('shards of a run are merged into one, and nothing is lost on the way', () => {
    const options = ['run', '--target', 'reference:any-reply-is-newer', '--section', '2446/2.1.5'];
    const codes = ['1/2', '2/2'].map(
      (shard) => itip(...options, '--shard', shard, '--out', `shard-${shard[0]}`).code,
    );
    expect(new Set(codes)).toEqual(new Set([0, 1]));
    expect(itip('merge', 'shard-1', '--out', 'merged').err).toBe('not all shards are here; missing: 2/2\n');
    const merged = itip('merge', 'shard-1', 'shard-2', '--out', 'merged');
    expect(merged.out).toContain('FAILED  An acceptance of the first time arrives after the refusal');
    expect(merged.code).toBe(1);
    itip(...options, '--out', 'unsharded');
    expect(itip('compare', 'unsharded', 'merged').out).toMatch(/broken +0\n(?: +(?!same).* 0\n)+ +same +\d+/);
  });

  test('init writes a configuration that can be read, and does not overwrite it', () => {
    expect(itip('init', '--url', 'http://127.0.0.1:9/').code).toBe(0);
    const { err } = itip('run', '--target', 'mine');
    expect(err).toContain('ITIP_PASSWORD_ANNA');
    const again = itip('init');
    expect(again.err).toContain('already here');
    expect(again.code).toBe(2);
    rmSync(join(folder, 'itip.config.yaml'));
  });

  test('help names the exit codes and shows examples', () => {
    const { code, out } = itip('--help');
    expect(code).toBe(0);
    expect(out).toContain('6 baseline stale');
    expect(itip('run', '--help').out).toContain('Examples:');
  });
});
