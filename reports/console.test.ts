import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareWithBaseline } from '../conformance/baseline.js';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import type { Check, Results, ScenarioResult } from '../conformance/results.js';
import { sampleCheck, sampleResults, sampleScenario } from '../conformance/testing/sample-results.js';
import { loadCatalogue } from '../requirements/catalogue.js';
import { consoleReport } from './console.js';
import { repeatCommand } from './failure.js';

const catalogue = loadCatalogue(join(PACKAGE_ROOT, 'requirements'));
const uri = 'features/rfc2446/3.2.3-reply.feature';

const requirement = '2446/3.2.3/reply-uid';

function check(outcome: Check['outcome'], more: Partial<Check> = {}): Check {
  return sampleCheck(outcome, { requirement, ...more });
}

function scenario(name: string, checks: Check[], more: Partial<ScenarioResult> = {}): ScenarioResult {
  return sampleScenario(name, checks, { uri, line: 7, ...more });
}

function results(scenarios: ScenarioResult[], target: Partial<Results['target']> = {}): Results {
  const sample = sampleResults(scenarios);
  return { ...sample, target: { ...sample.target, name: 'mine', product: 'Mine 1.0', ...target } };
}

const failed = scenario('it is broken', [
  check('failed', { expected: 'UID a', actual: 'UID b', message: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' }),
]);

function report(of: Results, strict = false): string {
  return consoleReport({ results: of, catalogue, strict }).join('\n');
}

describe('consoleReport', () => {
  test('says of what passed only how much it was, per section and level', () => {
    const text = report(results([scenario('fine', [check('passed')])]));
    expect(text).toContain('mine: Mine 1.0, explicit driver, profile rfc5546');
    expect(text).toMatch(/2446\/3\.2\.3 +1$/m);
    expect(text).toMatch(/must +1$/m);
    expect(text).toMatch(/checks: 1 passed$/);
    expect(text).not.toContain('requirement');
  });

  test('tells a failure by requirement, section, difference, message and command', () => {
    const text = report(results([failed]));
    for (const part of [
      'FAILED  it is broken',
      'requirement 2446/3.2.3/reply-uid',
      'MUST, RFC 2446 section 3.2.3, REPLY',
      'expected    UID a',
      'actual      UID b',
      '    BEGIN:VCALENDAR',
      `npx itip run --target mine ${uri}:7`,
    ])
      expect(text).toContain(part);
  });

  test('what others wrote cannot move the cursor of the terminal', () => {
    const erase = '\u001b[2J';
    const exchange: ScenarioResult['exchange'] = [
      { kind: 'composed', at: 0, from: `an${erase}na`, to: 'bert', text: `REQ${erase}`, messageId: 'a' },
    ];
    const wrong = check('failed', { expected: erase, actual: erase, message: `SUMMARY:${erase}\r\n` });
    const hostile = scenario(`name ${erase}`, [wrong], { exchange });
    const text = report(results([hostile], { product: `Product ${erase}` }));
    expect(text).not.toContain('\u001b');
    expect(text.match(/⟨U\+001B⟩/g)?.length).toBeGreaterThanOrEqual(6);
  });

  test('tells at most ten failures in full and names the others', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...failed, id: `id-${index}` }));
    const text = report(results(many));
    expect(text.match(/^FAILED/gm)).toHaveLength(10);
    expect(text).toContain('and 2 more:\n  failed  id-10\n  failed  id-11');
  });

  test('a SHOULD is told under strict only', () => {
    const warned = scenario('could be better', [check('warned', { level: 'should' })]);
    expect(report(results([warned]))).not.toContain('WARNED');
    expect(report(results([warned]), true)).toContain('WARNED  could be better');
  });

  test('reasons without a verdict are counted, each once', () => {
    const lost = scenario('x', [check('blocked', { reason: 'no REPLY' })], { reason: 'no REPLY' });
    expect(report(results([lost, { ...lost, id: 'y' }]))).toContain('    2  blocked: no REPLY');
  });

  test('with a baseline only what it does not list is told', () => {
    const listed = results([failed, { ...failed, id: 'new', name: 'it is new' }]);
    const entry = { scenario: 'it is broken', requirement: '2446/3.2.3/reply-uid' };
    const entries = [{ ...entry, outcome: 'failed', reason: 'known' }] as const;
    const baseline = compareWithBaseline(listed, { target: 'mine', entries: [...entries] }, '2030-01-01');
    const text = consoleReport({ results: listed, catalogue, strict: false, baseline }).join('\n');
    expect(text).toContain('baseline: 1 known, 0 flaky, 1 unlisted, 0 expired, 0 stale');
    expect(text).toContain('FAILED  it is new');
    expect(text).not.toContain('FAILED  it is broken');
  });

  test('keeps to 80 columns, but for messages and commands', () => {
    const long = scenario('long', [check('failed', { expected: 'word '.repeat(60), actual: 'x' })]);
    const wide = report(results([long]))
      .split('\n')
      .filter((line) => line.length > 80);
    expect(wide.filter((line) => !line.includes('npx'))).toEqual([]);
  });
});

describe('repeatCommand', () => {
  test('needs no option for the reference under the default profile', () => {
    const reference = results([failed], { name: 'reference' });
    expect(repeatCommand(failed, reference)).toBe(`npx itip run ${uri}:7`);
  });
  test('gives the option as it was given, quoted where the shell needs it', () => {
    const stdio = { ...results([failed], { option: "stdio:node it's.js" }), profile: 'rfc2446' as const };
    expect(repeatCommand(failed, stdio)).toBe(
      `npx itip run --target 'stdio:node it'\\''s.js' --profile rfc2446 ${uri}:7`,
    );
  });
});
