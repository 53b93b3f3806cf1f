import { expect, test } from 'vitest';
import { outsideAnswers, shareOutsideAnswers } from './time-share.js';

test('of the time of a run on a server, that in which it was not answering', () => {
  expect(shareOutsideAnswers({ durationMs: 4000, busyMs: 3600 })).toBeCloseTo(0.1);
  expect(outsideAnswers({ durationMs: 4000, busyMs: 3600 })).toBe(
    "10.0 % of it outside the server's answers",
  );
});

test('never less than nothing, and nothing without a server', () => {
  expect(shareOutsideAnswers({ durationMs: 100, busyMs: 101 })).toBe(0);
  expect(shareOutsideAnswers({ durationMs: 0, busyMs: 0 })).toBeUndefined();
  expect(shareOutsideAnswers({ durationMs: 100 })).toBeUndefined();
  expect(outsideAnswers({ durationMs: 100 })).toBe('');
});
