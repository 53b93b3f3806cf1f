import { expect, test } from 'vitest';
import { sampleCheck } from '../../conformance/testing/sample-results.js';
import {
  failedScenario,
  plainScenario,
  REPLY_UID,
  reportInput,
  resultsOf,
} from '../testing/sample-report.js';
import { requirementTerms, searchTerms } from './filter-terms.js';
import { modelOf } from './model.js';

const broken = sampleCheck('failed', { requirement: REPLY_UID, ambient: true });
const late = failedScenario();

test('a scenario is found by level, party, section and outcome of what it judges', () => {
  const model = modelOf(reportInput(resultsOf('mine', plainScenario('a', 'passed'))));
  expect(model.scenarios.map((scenario) => searchTerms(scenario, model))).toEqual([
    'l:must p:attendee s:2446/3.2.3 o:passed',
  ]);
});

test('and of what went wrong beside it, but not of what passed beside it', () => {
  const terms = (scenario: typeof late): string[] => {
    const model = modelOf(reportInput(resultsOf('mine', scenario)));
    return model.scenarios.map((entry) => searchTerms(entry, model));
  };
  expect(terms(late)).toEqual(['l:implied p:organizer s:2446/2.1.5 o:failed']);
  expect(terms({ ...late, checks: [...late.checks, broken] })).toEqual([
    'l:implied p:organizer s:2446/2.1.5 l:must p:attendee s:2446/3.2.3 o:failed',
  ]);
});

test('a requirement without scenarios of its own is found by its outcomes in all columns', () => {
  const other = resultsOf('other', { ...late, checks: [...late.checks, broken] });
  const { requirements } = modelOf(reportInput(resultsOf('mine', late), other));
  const entry = requirements.get(REPLY_UID);
  expect(entry && requirementTerms(entry)).toBe('l:must p:attendee s:2446/3.2.3 o:passed o:failed');
});
