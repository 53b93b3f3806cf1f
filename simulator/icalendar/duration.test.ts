import { expect, test } from 'vitest';
import { readDuration } from './duration.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

test.each([
  ['P15DT5H0M20S', 15 * DAY, 5 * HOUR + 20_000],
  ['P7W', 49 * DAY, 0],
  ['PT1H0M0S', 0, HOUR],
  ['PT15M', 0, HOUR / 4],
  ['+P1D', DAY, 0],
  ['-P1DT2H', -DAY, -2 * HOUR],
  ['-PT30M', 0, -HOUR / 2],
  ['PT24H', 0, DAY],
  ['PT0S', 0, 0],
  ['PT1H30S', 0, HOUR + 30_000],
  ['P1W2D', 9 * DAY, 0],
])('%s is %i ms of days and %i ms of time', (text, nominal, exact) => {
  const duration = readDuration(text);
  expect(duration?.nominal).toBeCloseTo(nominal, 0);
  expect(duration?.exact).toBeCloseTo(exact, 0);
});

test.each([
  '',
  'P',
  'PT',
  'P1',
  'P1DT',
  '1D',
  'P1H',
  'PT1D',
  'P1D2W',
  'PT1S1M',
  'P-1D',
  'p1d',
  'P1Y',
  'P1D ',
  '--P1D',
])('%j is none', (text) => {
  expect(readDuration(text)).toBeUndefined();
});

test('numbers have at most ten digits', () => {
  expect(readDuration('P9999999999D')?.nominal).toBe(9_999_999_999 * DAY);
  expect(readDuration('P99999999999D')).toBeUndefined();
});
