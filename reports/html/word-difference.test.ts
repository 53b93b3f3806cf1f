import { expect, test } from 'vitest';
import { markedDifference } from './word-difference.js';

const shown = (one: string, other: string): string[] => markedDifference(one, other).map(String);

test('marks the words that the other side does not have', () => {
  expect(shown('a REPLY to SEQUENCE 1 applied last', 'a REPLY to SEQUENCE 0')).toEqual([
    'a REPLY to SEQUENCE <mark>1</mark> <mark>applied</mark> <mark>last</mark>',
    'a REPLY to SEQUENCE <mark>0</mark>',
  ]);
});

test('words in another order are a difference', () => {
  expect(shown('Bert Carla', 'Carla Bert')).toEqual(['<mark>Bert</mark> Carla', 'Carla <mark>Bert</mark>']);
});

test('texts with less than half in common are left alone', () => {
  expect(shown('one a b', 'one c d')).toEqual(['one a b', 'one c d']);
  expect(shown('', 'something')).toEqual(['', 'something']);
});

test('escapes', () => {
  expect(shown('is <b>', 'is <i>')).toEqual(['is <mark>&lt;b&gt;</mark>', 'is <mark>&lt;i&gt;</mark>']);
});

test('very long texts are shown as they are', () => {
  const long = 'word '.repeat(301);
  expect(shown(long, 'word')).toEqual([long, 'word']);
});
