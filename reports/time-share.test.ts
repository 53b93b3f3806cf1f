import { expect, test } from 'vitest';
import { sampleCheck, sampleScenario } from '../conformance/testing/sample-results.js';
import { outsideAnswers, shareOutsideAnswers } from './time-share.js';

const lasting = (durationMs: number, more: object = {}) =>
  sampleScenario('one', [sampleCheck()], { durationMs, ...more });

test('of the time of all scenarios on a server, that in which it was not answering', () => {
  const scenarios = [lasting(1000, { answeringMs: 900 }), lasting(3000, { answeringMs: 2700 })];
  expect(shareOutsideAnswers(scenarios)).toBeCloseTo(0.1);
  expect(outsideAnswers(scenarios)).toBe("10.0 % of it outside the server's answers");
});

test('what was kept back to spare the server is neither', () => {
  expect(shareOutsideAnswers([lasting(3000, { answeringMs: 750, throttledMs: 2000 })])).toBeCloseTo(0.25);
});

test('no scenario that was not played, and nothing without a server', () => {
  expect(shareOutsideAnswers([lasting(0), lasting(100, { answeringMs: 50 })])).toBeCloseTo(0.5);
  expect(shareOutsideAnswers([lasting(100)])).toBeUndefined();
  expect(outsideAnswers([lasting(100)])).toBe('');
});
