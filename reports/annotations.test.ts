import { describe, expect, test } from 'vitest';
import { sampleCheck, sampleScenario } from '../conformance/testing/sample-results.js';
import { annotations } from './annotations.js';
import {
  failedScenario,
  OLDER_REPLY,
  plainScenario,
  REPLY_UID,
  resultsOf,
  runWithBaseline,
} from './testing/sample-report.js';

describe('annotations', () => {
  test('a failure is an error at its scenario, with requirement, reason and command', () => {
    expect(annotations(resultsOf('mine', failedScenario({ line: 12 })), false)).toEqual([
      '::error file=features/sample.feature,line=12,title=failed%3A A late REPLY::' +
        `${OLDER_REPLY}%0Awhy it is failed%0Arepeat: npx itip run --target mine features/sample.feature:12`,
    ]);
  });

  test.each([
    ['warned', false, '::warning '],
    ['warned', true, '::error '],
    ['errored', false, '::error '],
    ['inconclusive', false, '::error '],
  ] as const)('%s with strict %s begins with %s', (outcome, strict, beginning) => {
    const [first, ...others] = annotations(resultsOf('mine', plainScenario('a', outcome)), strict);
    expect(first?.startsWith(beginning)).toBe(true);
    expect(others).toEqual([]);
  });

  test.each(['passed', 'blocked', 'not-applicable', 'not-expressible'] as const)(
    '%s is not told',
    (outcome) => {
      expect(annotations(resultsOf('mine', plainScenario('a', outcome)), true)).toEqual([]);
    },
  );

  test('what there is no room for is counted', () => {
    const many = Array.from({ length: 13 }, (_, index) => plainScenario(`s${index}`, 'failed'));
    const lines = annotations(resultsOf('mine', ...many), false);
    expect(lines).toHaveLength(11);
    expect(lines[10]).toMatch(/^::notice::and 3 more/);
  });

  test('stale entries take their room from the failures, and are counted like them', () => {
    const { baseline } = runWithBaseline();
    const stale = Array.from({ length: 12 }, () => baseline.stale).flat();
    const results = resultsOf('mine', plainScenario('new', 'failed'));
    const lines = annotations(results, false, { ...baseline, stale });
    expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
    expect(lines.at(-1)).toMatch(/^::notice::and 3 more/);
  });

  test('what the baseline accepts is left out, what is stale in it is an error', () => {
    const { results, baseline } = runWithBaseline();
    const titles = annotations(results, false, baseline).map((line) => /title=(.*?)::/.exec(line)?.[1]);
    expect(titles).toEqual(['failed%3A Name of new', 'stale entry in the baseline']);
  });

  test('a SHOULD is left out where the baseline lists it, not where it lists another of the scenario', () => {
    const both = [OLDER_REPLY, REPLY_UID].map((requirement) => sampleCheck('warned', { requirement }));
    const results = resultsOf('mine', sampleScenario('one', both));
    const entry = (requirement: string) => {
      const place = { scenario: 'one', requirement, outcome: 'warned' as const };
      return { entry: { ...place, reason: 'it may' }, now: place.outcome };
    };
    const baseline = { known: [entry(OLDER_REPLY)], flaky: [], unlisted: [], stale: [], expired: [] };
    expect(annotations(results, false, baseline)).toHaveLength(1);
    const all = { ...baseline, flaky: [entry(REPLY_UID)] };
    expect(annotations(results, false, all)).toEqual([]);
  });

  test('what others wrote stays in its command', () => {
    const evil = 'x\r\n::error::gotcha,line=1::100%';
    const scenario = sampleScenario(evil, [sampleCheck('failed')], { reason: evil, uri: evil });
    const [line = '', ...others] = annotations(resultsOf(evil, scenario), false);
    expect(others).toEqual([]);
    expect(line).not.toMatch(/[\r\n]/);
    expect(line).toContain('title=failed%3A x%0A%3A%3Aerror%3A%3Agotcha%2Cline=1%3A%3A100%25::');
  });
});
