import { expect, it } from 'vitest';
import type { TargetDescription } from '../targets/target.js';
import { assembleResults, toolVersion } from './assemble-results.js';
import { exitCode } from './exit-code.js';
import { Results } from './results.js';
import { sampleCatalogue, sampleRow } from './testing/sample-catalogue.js';
import { sampleCheck, sampleScenario } from './testing/sample-results.js';
import { suiteScenario } from './testing/sample-suite.js';

const suite = ['one', 'two', 'three'].map((id) => suiteScenario(id));
const description: TargetDescription = {
  ...{ name: 'sample', kind: 'fake', product: 'Sample/1', driver: 'implicit', literal: false },
  capabilities: new Set(['outbox', 'clock']),
};
const rows = [
  sampleRow('2446/1/a', { in2446: { level: 'SHOULD' } }),
  sampleRow('2446/1/b'),
  sampleRow('2446/1/c'),
];
const parts = {
  ...{ suite, selected: suite.slice(0, 2), catalogue: sampleCatalogue(rows), description },
  ...{ profile: 'rfc2446' as const, startedAt: new Date('2030-01-07T09:00:00Z'), interrupted: false },
  gates: [{ gate: 'mail', scenario: 'three', outcome: 'passed' as const }],
  scenarios: [
    sampleScenario('one', [
      sampleCheck('passed', { requirement: '2446/1/c', ambient: true }),
      sampleCheck('passed', { requirement: '2446/1/a', level: 'should' }),
    ]),
    sampleScenario('two', [sampleCheck('warned', { requirement: '2446/1/a', level: 'should' })]),
  ],
};

it('makes results that fit the published schema', () => {
  const results = assembleResults(parts);
  expect(Results.parse(results)).toEqual(results);
  expect(results.suite).toEqual({ scenarios: 3, selected: 2, requirements: 3 });
  expect(results.target.capabilities).toEqual(['clock', 'outbox']);
  expect(results.startedAt).toBe('2030-01-07T09:00:00.000Z');
  expect(results.totals.should).toMatchObject({ passed: 1, warned: 1 });
});

it('counts no requirement that is none of the profile', () => {
  const [first, ...others] = rows;
  if (first === undefined) throw new Error('there is no row');
  const catalogue = sampleCatalogue([{ ...first, profiles: ['rfc5546'] }, ...others]);
  expect(assembleResults({ ...parts, catalogue }).requirements.map(({ id }) => id)).toEqual(['2446/1/c']);
  const both = assembleResults(parts).requirements.map(({ id }) => id);
  expect(both).toEqual(['2446/1/a', '2446/1/c']);
});

it('tells how to ask for the target again, where that is known', () => {
  expect(assembleResults(parts).target).not.toHaveProperty('option');
  expect(assembleResults({ ...parts, targetOption: 'reference:fault' }).target.option).toBe(
    'reference:fault',
  );
});

it('tells both sides of a pair, and how to ask for them again', () => {
  const side = { name: 'one', product: 'One/1', driver: 'implicit' } as const;
  const sides = { organizer: side, attendee: { ...side, name: 'other' } };
  const sideOptions = { organizer: 'one.yaml', attendee: 'other' };
  const results = assembleResults({ ...parts, description: { ...description, sides }, sideOptions });
  expect(Results.parse(results).target.sides).toEqual({
    organizer: { ...side, option: 'one.yaml' },
    attendee: { ...side, name: 'other', option: 'other' },
  });
});

it('tells how long it took', () => {
  const { durationMs } = assembleResults({ ...parts, startedAt: new Date(Date.now() - 5_000) });
  expect(durationMs).toBeGreaterThanOrEqual(5_000);
  expect(durationMs).toBeLessThan(60_000);
});

it('gives each judged requirement the worst of its checks, in the order of the catalogue', () => {
  expect(assembleResults(parts).requirements).toEqual([
    { id: '2446/1/a', level: 'should', outcome: 'warned' },
    { id: '2446/1/c', level: 'must', outcome: 'passed' },
  ]);
});

it('counts what was selected, not what came out of it', () => {
  const results = assembleResults({ ...parts, scenarios: parts.scenarios.slice(0, 1) });
  expect(results.suite.selected).toBe(2);
  const calm = { strict: false, harnessFault: false, usage: false, unreachable: false };
  expect(exitCode({ ...calm, results })).toBe(4);
});

it('names the version of the package', () => {
  expect(toolVersion()).toMatch(/^\d+\.\d+\.\d+/);
});
