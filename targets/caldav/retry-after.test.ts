import { expect, test } from 'vitest';
import { waitAskedFor } from './retry-after.js';

const NOW = Date.parse('2030-01-07T09:00:00Z');
const THERE = 'Mon, 07 Jan 2030 08:00:00 GMT';

function wait(status: number, headers: Record<string, string> = {}, refusals = 0): number | undefined {
  return waitAskedFor({ status, headers: new Headers(headers) }, refusals, NOW);
}

test.each<[string, number, Record<string, string>, number | undefined]>([
  ['seconds', 429, { 'retry-after': '7' }, 7_000],
  ['seconds', 503, { 'retry-after': ' 7 ' }, 7_000],
  ['a date', 503, { 'retry-after': 'Mon, 07 Jan 2030 09:00:05 GMT' }, 5_000],
  [
    'a date, by the clock of the server',
    429,
    { 'retry-after': 'Mon, 07 Jan 2030 08:00:09 GMT', date: THERE },
    9_000,
  ],
  ['a date that is over', 503, { 'retry-after': 'Mon, 07 Jan 2030 07:00:00 GMT' }, 250],
  ['no time', 429, {}, 250],
  ['what is no time', 429, { 'retry-after': 'soon' }, 250],
  ['what is no time', 503, { 'retry-after': 'soon' }, undefined],
  ['no time', 503, {}, undefined],
  ['seconds, but no refusal for now', 301, { 'retry-after': '7' }, undefined],
  ['seconds, but no refusal for now', 403, { 'retry-after': '7' }, undefined],
])('%s with %i: %j', (_what, status, headers, expected) => {
  expect(wait(status, headers)).toBe(expected);
});

test('each further refusal doubles the shortest wait', () => {
  expect([0, 1, 2, 3].map((refusals) => wait(429, { 'retry-after': '1' }, refusals))).toEqual([
    1_000, 1_000, 1_000, 2_000,
  ]);
});
