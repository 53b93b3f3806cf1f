import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareWithBaseline } from '../conformance/baseline.js';
import { PACKAGE_ROOT } from '../conformance/package-root.js';
import { type Check, OUTCOMES, type Results, type ScenarioResult } from '../conformance/results.js';
import { sampleCheck, sampleResults, sampleScenario } from '../conformance/testing/sample-results.js';
import { loadCatalogue } from '../requirements/read-catalogue.js';
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
    expect(text).toMatch(/checks +must .*\n +passed +1 +0 +0 +0$/m);
    expect(text).toMatch(/checks: 1 passed$/);
    expect(text).not.toContain('requirement ');
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
    expect(text).toContain(`and 2 more:\n  failed  it is broken\n  ${uri}:7\n  failed  it is broken\n`);
  });

  test('a requirement that is broken often does not crowd out the others', () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...failed, id: `id-${index}` }));
    const other = scenario('another breaks', [check('failed', { requirement: '2446/3.2.3/comment' })]);
    const text = report(results([...many, other]));
    expect(text.match(/^FAILED {2}.*$/gm)?.slice(0, 3)).toEqual([
      'FAILED  it is broken',
      'FAILED  another breaks',
      'FAILED  it is broken',
    ]);
  });

  test('verdicts come before what could not be decided, MUST before what is implied', () => {
    const of = (name: string, outcome: Check['outcome'], level: Check['level']): ScenarioResult =>
      scenario(name, [check(outcome, { level, requirement: `2446/3.2.3/${name}`, reason: 'why' })]);
    const text = report(
      results([
        of('unknown', 'inconclusive', 'must'),
        of('lost', 'errored', 'must'),
        of('weak', 'failed', 'implied'),
        of('strong', 'failed', 'must'),
      ]),
    );
    const names = [...text.matchAll(/^[A-Z]+ {2}(\w+)$/gm)].map(([, name]) => name);
    expect(names).toEqual(['strong', 'weak', 'lost', 'unknown']);
  });

  test('ends with the verdict', () => {
    const last = (of: Results): string[] => report(of).split('\n').slice(-2);
    const requirements = [{ id: requirement, level: 'must', outcome: 'failed' }] as const;
    const broken = { ...results([failed]), requirements: [...requirements] };
    expect(last(broken)).toEqual(['1 of 1 requirement not met', 'checks: 0 passed, 1 failed']);
    const cut = { ...results([scenario('fine', [check('passed')])]), interrupted: true };
    expect(report(cut)).toContain('the run was interrupted');
  });

  test('names the slow scenarios, the slowest first, and how long the target was waited for', () => {
    const slow = (name: string, durationMs: number, waitedMs = 0): ScenarioResult =>
      scenario(name, [check('passed')], { durationMs, waitedMs });
    const text = report(results([slow('quick', 1999), slow('long', 2500), slow('longer', 12_345, 9000)]));
    expect(text).toContain(
      [
        'slowest of 2 scenarios that took more than 2 s',
        `   12.3 s  longer, 9.0 s of them waiting\n  ${uri}:7`,
        `    2.5 s  long\n  ${uri}:7`,
      ].join('\n'),
    );
    expect(text).toContain('; waiting for the target: 9.0 s');
    expect(report(results([slow('quick', 10)]))).not.toContain('slowest');
  });

  test('tells what sparing the target has cost apart from waiting for it', () => {
    const spared = scenario('spared', [check('passed')], {
      durationMs: 9_000,
      waitedMs: 0,
      throttledMs: 8_000,
    });
    const text = report(results([spared]));
    expect(text).toContain('; kept back to spare the target: 8.0 s');
    expect(text).toContain('9.0 s  spared, 8.0 s kept back to spare the target');
    expect(text).not.toContain('waiting for the target');
  });

  test('tells which share of the time the server was not answering', () => {
    const played = results([scenario('played', [check('passed')])]);
    expect(report({ ...played, durationMs: 1000, busyMs: 870 })).toContain(
      ", 13.0 % of it outside the server's answers",
    );
    expect(report(results([scenario('alone', [check('passed')])]))).not.toContain('outside');
  });

  test('colours what is bad and what is good, and nothing else', () => {
    const paint = (tone: string, text: string): string => `<${tone}>${text}</${tone}>`;
    const painted = (of: Results): string[] =>
      consoleReport({ results: of, catalogue, strict: false, paint }).filter((line) => line.includes('<'));
    expect(painted(results([failed]))[0]).toBe('<bad>FAILED  it is broken</bad>');
    expect(painted(results([failed]))[1]).toMatch(/^<bad>1 of \d+ requirements? not met<\/bad>$/);
    expect(painted(results([scenario('fine', [check('passed')])]))).toEqual([
      expect.stringMatching(/^<good>All \d+ requirements? met<\/good>$/),
    ]);
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

  test('keeps to 80 columns, whatever there is to tell', () => {
    const message = `BEGIN:VCALENDAR\r\nSUMMARY:${'long '.repeat(40)}\r\nEND:VCALENDAR\r\n`;
    const people = ['anna', 'bert', 'carla', 'dora', 'erik', 'otto', 'sven'];
    const exchange = people.map((from, index) => ({
      ...({ kind: 'composed', at: 0, text: 'REQUEST' } as const),
      ...{ from, to: people.at(index - 1) ?? '', messageId: from },
    }));
    const place = { uri: `features/rfc2446/${'long-path-'.repeat(5)}.feature`, line: 12, exchange };
    const wrong = (outcome: Check['outcome']): Check =>
      check(outcome, {
        expected: 'word '.repeat(60),
        actual: 'x'.repeat(200),
        reason: 'y'.repeat(99),
        message,
      });
    const long = OUTCOMES.map((outcome) =>
      scenario(`long/${'name '.repeat(30)}${outcome}`, [wrong(outcome), wrong('failed')], {
        ...{ ...place, reason: 'z'.repeat(99), durationMs: 999_999, waitedMs: 888_888 },
      }),
    );
    const entry = { scenario: 'a/b-c'.repeat(40), requirement: 'd'.repeat(90), outcome: 'failed' } as const;
    const stale = [{ entry: { ...entry, reason: 'r' }, why: 'it passes' }];
    const baseline = { known: [], flaky: [], unlisted: [], stale, expired: [] };
    const told = { ...results([...long, ...long], { product: 'p'.repeat(100), option: 'o' }), gates: [] };
    for (const about of [{}, { baseline }]) {
      const lines = consoleReport({ results: told, catalogue, strict: true, ...about });
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      expect(lines.length).toBeGreaterThan(40);
    }
  });
});

describe('of two targets that exchange mail', () => {
  const side = { name: 'cyrus', product: 'Cyrus/3', driver: 'implicit' } as const;
  const sides = {
    organizer: { ...side, name: 'reference' },
    attendee: { ...side, option: 'my server.yaml' },
  };

  test('the one at fault is named, and both in the command', () => {
    const blamed = scenario('it is broken', [check('failed', { atFault: 'attendee' })]);
    const text = report(results([blamed], { sides }));
    expect(text).toContain("at fault    the Attendees' side: cyrus");
    expect(text).toContain("npx itip interop --organizer reference --attendee 'my server.yaml'");
  });

  test('none is where that is not known', () => {
    expect(report(results([failed], { sides }))).not.toContain('at fault');
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
