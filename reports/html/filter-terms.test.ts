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

test('a scenario is found by level, party, method, section and outcome of what it judges', () => {
  const model = modelOf(reportInput(resultsOf('mine', plainScenario('a', 'passed'))));
  expect(model.scenarios.map((scenario) => searchTerms(scenario, model))).toEqual([
    'l:must p:attendee m:REQUEST s:2446/3.2.3 o:passed',
  ]);
});

test('and of what went wrong beside it, but not of what passed beside it', () => {
  const terms = (scenario: typeof late): string[] => {
    const model = modelOf(reportInput(resultsOf('mine', scenario)));
    return model.scenarios.map((entry) => searchTerms(entry, model));
  };
  expect(terms(late)).toEqual(['l:implied p:organizer m:REPLY s:2446/2.1.5 o:failed']);
  expect(terms({ ...late, checks: [...late.checks, broken] })).toEqual([
    'l:implied p:organizer m:REPLY s:2446/2.1.5 l:must p:attendee m:REQUEST s:2446/3.2.3 o:failed',
  ]);
});

test('a requirement without scenarios of its own is found by its outcomes in all columns', () => {
  const other = resultsOf('other', { ...late, checks: [...late.checks, broken] });
  const { requirements } = modelOf(reportInput(resultsOf('mine', late), other));
  const entry = requirements.get(REPLY_UID);
  expect(entry && requirementTerms(entry)).toBe(
    'l:must p:attendee m:REQUEST s:2446/3.2.3 o:passed o:failed t:1 o1:passed t:2 o2:failed',
  );
});

test('of several targets a scenario is found by where it was played and how it ended there', () => {
  const other = resultsOf('other', plainScenario('a', 'failed'), plainScenario('b', 'blocked'));
  const model = modelOf(reportInput(resultsOf('mine', plainScenario('a', 'passed')), other));
  const terms = model.scenarios.map((scenario) => searchTerms(scenario, model).split(' '));
  expect(terms[0]).toEqual(
    expect.arrayContaining(['t:1', 'o1:passed', 't:2', 'o2:failed', 'o:passed', 'o:failed']),
  );
  expect(terms[1]).toEqual(expect.arrayContaining(['t:2', 'o2:blocked']));
  expect(terms[1]).not.toContain('t:1');
});
