import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { Results } from '../conformance/results.js';

/** The command as a user has it: the built one, in a working folder of its own. */

const folder = mkdtempSync(join(tmpdir(), 'itip-interop-'));
afterAll(() => rmSync(folder, { recursive: true }));

function interop(organizer: string, attendee: string, ...more: readonly string[]) {
  const main = join(PACKAGE_ROOT, 'dist/cli/main.js');
  const parameters = ['interop', '--organizer', organizer, '--attendee', attendee, ...more];
  const ended = spawnSync(process.execPath, [main, ...parameters], { cwd: folder, encoding: 'utf8' });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

function resultsIn(out: string): Results {
  return Results.parse(JSON.parse(readFileSync(join(folder, out, 'results.json'), 'utf8')));
}

describe('itip interop', () => {
  test('two references understand each other', () => {
    const { code, out } = interop('reference', 'reference', '--section', '2446/3.2.3', '--out', 'good');
    expect(out).toMatch(/checks: \d+ passed\n/);
    expect(code).toBe(0);
    const { target, scenarios } = resultsIn('good');
    expect(target).toMatchObject({
      ...{ name: 'reference+reference', kind: 'pair' },
      sides: { organizer: { option: 'reference' }, attendee: { name: 'reference' } },
    });
    expect(scenarios.length).toBeGreaterThan(20);
  });

  test.each([
    ['reference:any-reply-is-newer', 'reference', 'organizer', '2446/2.1.5'],
    ['reference', 'reference:any-request-is-newer', 'attendee', '2446/2.1.5'],
    ['reference', 'reference:reply-gets-a-new-uid', 'attendee', '2446/3.2.3'],
  ] as const)('%s with %s: the %s side is at fault', (organizer, attendee, side, section) => {
    const ended = interop(organizer, attendee, '--section', section, '--out', 'bad', '--format', 'html');
    expect(ended.code).toBe(1);
    const wrong = resultsIn('bad').scenarios.flatMap(({ checks }) =>
      checks.filter(({ outcome }) => outcome === 'failed'),
    );
    expect(new Set(wrong.map(({ atFault }) => atFault ?? side))).toEqual(new Set([side]));
    expect(wrong.some(({ atFault }) => atFault === side)).toBe(true);
    expect(ended.out).toMatch(/at fault {4}the (Organizer's|Attendees') side: reference with /);
    expect(ended.out).toContain(`npx itip interop --organizer ${organizer} --attendee ${attendee}`);
    const page = readFileSync(join(folder, 'bad/report.html'), 'utf8');
    expect(page).toMatch(/At fault: the (Organizer|Attendees)\S* side/);
  });

  test.each([
    [['cyrus', 'cyrus'], 'cyrus cannot exchange mail with itself'],
    [['reference.yaml', 'reference.yaml'], 'reference.yaml cannot exchange mail with itself'],
    [['reference', 'reference', '--rate', '5'], '--rate is for CalDAV servers'],
    [['reference', 'none/such.yaml', '--rate', '5'], 'the target file none/such.yaml does not exist'],
    [['reference', 'hostile:delivers-nothing'], 'exchanges no mail with others'],
    [['reference', 'refernce'], 'no target is called refernce; did you mean reference?'],
    [
      ['reference', 'reference', '--section', '2446/3.2.3', '--baseline', 'none.yaml'],
      'none.yaml does not exist',
    ],
  ] as const)('%j is a usage error', ([organizer, attendee, ...more], text) => {
    const ended = interop(organizer, attendee, ...more);
    expect(ended.err).toContain(text);
    expect(ended.code).toBe(2);
  });
});
