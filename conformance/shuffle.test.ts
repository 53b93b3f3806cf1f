import { expect, test } from 'vitest';
import { shuffled } from './shuffle.js';

const letters = [...'abcdefgh'];

test('one seed gives one order, another seed another, and nothing is lost', () => {
  const once = shuffled(letters, '1', (letter) => letter);
  expect(shuffled([...letters].reverse(), '1', (letter) => letter)).toEqual(once);
  expect(shuffled(letters, '2', (letter) => letter)).not.toEqual(once);
  expect([...once].sort((one, other) => one.localeCompare(other))).toEqual(letters);
});
