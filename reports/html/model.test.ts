import { describe, expect, test } from 'vitest';
import type { Results } from '../../conformance/results.js';
import { sampleCheck, sampleScenario } from '../../conformance/testing/sample-results.js';
import {
  failedScenario,
  OLDER_REPLY,
  plainScenario,
  REPLY_UID,
  reportInput,
  resultsOf,
} from '../testing/sample-report.js';
import { judgedBy, labelsOf, modelOf } from './model.js';

describe('modelOf', () => {
  test('sets columns side by side; what was not played is missing in its column', () => {
    const one = resultsOf('one', plainScenario('a', 'passed'), plainScenario('b', 'failed'));
    const other = resultsOf('other', plainScenario('b', 'passed'), failedScenario());
    const { scenarios, requirements, sections } = modelOf(reportInput(one, other));
    expect(scenarios.map(({ name, played }) => [name, ...played.map((result) => result?.outcome)])).toEqual([
      ['Name of a', 'passed', undefined],
      ['Name of b', 'failed', 'passed'],
      ['A late REPLY', undefined, 'failed'],
    ]);
    expect(requirements.get(OLDER_REPLY)?.outcomes).toEqual([undefined, 'failed']);
    expect(requirements.get(REPLY_UID)?.outcomes).toEqual(['failed', 'passed']);
    expect(
      sections.map(({ key, title, counts }) => [key, title, ...counts.map(({ failed }) => failed)]),
    ).toEqual([
      ['2446/2.1.5', 'Message Sequencing', 0, 1],
      ['2446/3.2.3', 'REPLY', 1, 0],
    ]);
  });

  test('a requirement has the checks made beside scenarios of others, but not their scenarios', () => {
    const { requirements } = modelOf(reportInput(resultsOf('one', failedScenario())));
    const beside = requirements.get(REPLY_UID);
    expect(beside?.scenarios).toEqual([]);
    expect(beside?.counts[0]?.passed).toBe(1);
    expect(requirements.get(OLDER_REPLY)?.scenarios).toHaveLength(1);
    expect(requirements.get(OLDER_REPLY)?.wrong[0]).toHaveLength(1);
  });

  test('what the catalogue does not know is kept, by the section in its id', () => {
    const unknown = plainScenario('x', 'passed', '5546/9.1/new');
    const bare = sampleScenario('bare', []);
    const { sections } = modelOf(reportInput(resultsOf('one', unknown, bare)));
    expect(sections.map(({ key }) => key)).toEqual(['?', '5546/9.1']);
  });

  test('columns of one name are told apart by profile, else by number', () => {
    const labels = (...results: readonly Results[]): string[] => labelsOf(modelOf(reportInput(...results)));
    const one = resultsOf('one', plainScenario('a', 'passed'));
    expect(labels(one, resultsOf('two'))).toEqual(['one', 'two']);
    expect(labels(one, { ...one, profile: 'rfc2446' })).toEqual(['one rfc5546', 'one rfc2446']);
    expect(labels(one, one)).toEqual(['one (1)', 'one (2)']);
  });

  test('a scenario judges what its own check names, not what was judged beside it', () => {
    const checks = [sampleCheck('passed', { ambient: true, requirement: OLDER_REPLY }), sampleCheck()];
    const { scenarios } = modelOf(reportInput(resultsOf('one', sampleScenario('s', checks))));
    expect(scenarios.map(judgedBy)).toEqual(['2446/1/rule']);
  });
});
